#include "language/layers/state_scorer.h"

#include <algorithm>

namespace sitcen::language {

StateScorer::StateScorer(const TransitionWeights& weights, const Kernels& kernels)
    : weights_(weights), kernels_(kernels), scores_(weights.columns + kLanes) {
  blocks_.at_least(kBlocks * kBlock * weights.affine.columns);
  old_.at_least(kMaxFeatures * weights.affine.columns);
}

void StateScorer::begin(const float* vectors, std::size_t stride, std::size_t tokens) {
  vectors_ = vectors;
  stride_ = stride;
  tokens_ = tokens;
  ready_ = 0;
  old_token_.fill(~std::size_t{0});
}

void StateScorer::compute(std::size_t first, std::size_t count, float* out) {
  kernels_.linear({vectors_ + first * stride_, stride_, count}, weights_.affine, out, weights_.affine.columns);
}

const float* StateScorer::row(std::size_t feature, std::size_t token) {
  const std::size_t columns = weights_.affine.columns;
  if (token + kBlocks * kBlock >= ready_ + kBlock)
    return blocks_.data() + token % (kBlocks * kBlock) * columns + feature * TransitionWeights::kRow;
  float* old = old_.data() + feature * columns;
  if (old_token_[feature] != token) {
    compute(token, 1, old);
    old_token_[feature] = token;
  }
  return old + feature * TransitionWeights::kRow;
}

const float* StateScorer::score(std::span<const std::int32_t> tokens) {
  // New blocks first: making one gives up the oldest, to which no row below may point.
  const auto farthest = static_cast<std::size_t>(std::max(0, *std::max_element(tokens.begin(), tokens.end())));
  while (ready_ <= farthest) {
    const std::size_t count = std::min(kBlock, tokens_ - ready_);
    compute(ready_, count, blocks_.data() + ready_ % (kBlocks * kBlock) * weights_.affine.columns);
    ready_ += kBlock;
  }
  std::array<const float*, kMaxFeatures> rows;
  for (std::size_t f = 0; f < tokens.size(); ++f)
    rows[f] = tokens[f] < 0 ? weights_.pad + f * TransitionWeights::kRow : row(f, static_cast<std::size_t>(tokens[f]));
  kernels_.hidden64(rows.data(), tokens.size(), weights_.bias, hidden_.data());
  kernels_.scores64(hidden_.data(), weights_.upper, weights_.upper_bias, weights_.columns, scores_.data());
  return scores_.data();
}

}  // namespace sitcen::language
