#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "language/layers/state_scorer.h"

namespace sitcen::language {

/// A named entity: tokens [first, last) and the index of its label.
struct EntitySpan {
  std::uint32_t first = 0, last = 0;
  std::uint16_t label = 0;
};

/// spaCy's BILUO entity recogniser, greedy. One for each engine.
class EntityRecogniser {
 public:
  /// \param labels  parallel to the moves
  EntityRecogniser(const TransitionWeights& weights, const Kernels& kernels, std::vector<std::uint16_t> labels);

  /// \param vectors         a row of `stride` reduced token vectors for each token
  /// \param is_space        parallel to the tokens
  /// \param sentence_start  parallel to the tokens; an entity does not cross a border
  void find(const float* vectors, std::size_t stride, std::span<const std::uint8_t> is_space,
            std::span<const std::uint8_t> sentence_start, std::vector<EntitySpan>& out);

 private:
  const TransitionWeights& weights_;
  const Kernels& kernels_;
  StateScorer scorer_;
  std::vector<std::uint16_t> labels_;
};

}  // namespace sitcen::language
