#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "language/kernels/kernels.h"

namespace sitcen::language {

// A maxout over each row, the one before and the one behind it, for four rows at a time with half the multiply-adds
// (Toom-Cook, or Winograd's minimal filtering F(4,3)): six rows are combined into six others, each of which meets one
// matrix of its own, and the six products are combined into four rows. In terms of polynomials: the product of a cubic
// and a quadratic from its values at six points, transposed.
//
// The points 0, +-5/8, +-3/2 and infinity: their powers are exact in f32, and the error against f64 is 1.4 times that
// of the direct sum (0, +-1, +-2: twice; measured on normal numbers, 96 channels).
inline constexpr std::size_t kBlockRows = 4;      ///< rows that come out of a block
inline constexpr std::size_t kBlockInputs = 6;    ///< rows that go in
inline constexpr std::size_t kBlockProducts = 6;  ///< products, in the order of the points
inline constexpr float kPointA = 0.625F;
inline constexpr float kPointB = 1.5F;

/// The weights of a window layer, transformed; its columns in panels as in Matrix.
struct Window {
  std::size_t width = 0;        ///< values of an input row
  std::size_t columns = 0;      ///< a multiple of 48
  const float* w = nullptr;     ///< [columns/48][kBlockProducts][width][48]
  const float* bias = nullptr;  ///< [columns]
};

/// \param direct  k = 3 * width: the previous, this and the next row one behind the other
/// \return Window::w of it
[[nodiscard]] std::vector<float> window_weights(const Matrix& direct);

/// \return values that Kernels::window_maxout3 needs as scratch: the combined rows, and a row of zeros
[[nodiscard]] constexpr std::size_t window_scratch(std::size_t rows, std::size_t width) {
  return ((rows + kBlockRows - 1) / kBlockRows * kBlockProducts + 1) * width;
}

}  // namespace sitcen::language
