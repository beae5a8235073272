#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "language/kernels/kernels.h"
#include "language/layers/buffer.h"
#include "language/layers/weights.h"

namespace sitcen::language {

/// Scores the moves of a transition system's state. What a token contributes in each feature's place is computed once,
/// block by block as the state moves on; old blocks are given up, and a token of one is computed again when a state
/// still asks for it. So memory is bounded for a text of any length.
class StateScorer {
 public:
  static constexpr std::size_t kMaxFeatures = 8;

  StateScorer(const TransitionWeights& weights, const Kernels& kernels);

  /// Starts a document. \param vectors  a row of `stride` reduced values for each token (see reduce())
  void begin(const float* vectors, std::size_t stride, std::size_t tokens);

  /// \param tokens  for each feature the token in its place, -1 for none
  /// \return scores of all moves; valid until the next call
  [[nodiscard]] const float* score(std::span<const std::int32_t> tokens);

 private:
  static constexpr std::size_t kBlock = 64;
  static constexpr std::size_t kBlocks = 16;

  [[nodiscard]] const float* row(std::size_t feature, std::size_t token);
  void compute(std::size_t first, std::size_t count, float* out);

  const TransitionWeights& weights_;
  const Kernels& kernels_;
  const float* vectors_ = nullptr;
  std::size_t stride_ = 0, tokens_ = 0;
  std::size_t ready_ = 0;  ///< tokens [0, ready_) have been computed once
  Buffer<float> blocks_;   ///< ring of kBlocks blocks
  Buffer<float> old_;      ///< one row a feature: a token whose block was given up
  std::array<std::size_t, kMaxFeatures> old_token_{};
  alignas(64) std::array<float, TransitionWeights::kHidden> hidden_{};
  std::vector<float> scores_;
};

}  // namespace sitcen::language
