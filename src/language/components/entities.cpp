#include "language/components/entities.h"

#include <array>

namespace sitcen::language {

EntityRecogniser::EntityRecogniser(const TransitionWeights& weights, const Kernels& kernels,
                                   std::vector<std::uint16_t> labels)
    : weights_(weights), kernels_(kernels), scorer_(weights, kernels), labels_(std::move(labels)) {}

void EntityRecogniser::find(const float* vectors, std::size_t stride, std::span<const std::uint8_t> is_space,
                            std::span<const std::uint8_t> sentence_start, std::vector<EntitySpan>& out) {
  out.clear();
  scorer_.begin(vectors, stride, is_space.size());
  const auto range = [&](NerAction a) { return weights_.actions[static_cast<std::size_t>(a)]; };
  const MoveRange begins = range(NerAction::begin);
  const MoveRange ins = range(NerAction::in);
  const MoveRange lasts = range(NerAction::last);
  const MoveRange units = range(NerAction::unit);
  const std::uint32_t outside = range(NerAction::out).begin;

  std::int32_t open = -1;  // first token of the open entity
  std::uint32_t type = 0;  // its label, counted within the begin moves
  for (std::uint32_t i = 0; i < is_space.size(); ++i) {
    const auto token = static_cast<std::int32_t>(i);
    const std::array<std::int32_t, 3> features = {token, open, open < 0 ? -1 : token - 1};
    const float* scores = scorer_.score(features);
    const bool may_go_on = i + 1 < is_space.size() && sentence_start[i + 1] == 0;
    if (open >= 0) {
      if (may_go_on && !(scores[lasts.begin + type] > scores[ins.begin + type])) continue;
      out.push_back({static_cast<std::uint32_t>(open), i + 1, labels_[lasts.begin + type]});
      open = -1;
      continue;
    }
    if (is_space[i] != 0) continue;
    // Of equal scores the first move wins: begin, unit, outside.
    std::uint32_t best = outside;
    if (begins.size() > 0) {
      best = units.begin + static_cast<std::uint32_t>(kernels_.argmax(scores + units.begin, begins.size()));
      if (may_go_on) {
        const auto begin =
            begins.begin + static_cast<std::uint32_t>(kernels_.argmax(scores + begins.begin, begins.size()));
        if (!(scores[best] > scores[begin])) best = begin;
      }
      if (scores[outside] > scores[best]) best = outside;
    }
    if (best == outside) continue;
    if (best < begins.end) {
      open = token;
      type = best - begins.begin;
      continue;
    }
    out.push_back({i, i + 1, labels_[best]});
  }
}

}  // namespace sitcen::language
