#pragma once

#include <cstddef>
#include <cstdint>

#include "sitcen/engine.h"

namespace sitcen::language {

/// Columns of a packed weight matrix are laid out in groups of 16, so that one packing serves every instruction set.
inline constexpr std::size_t kLanes = 16;

/// Rows of an operand: row r begins at data + r * stride. Rows may overlap (a window over neighbouring tokens).
template <class T>
struct Rows {
  const T* data;
  std::size_t stride;
  std::size_t count;
};

/// A weight matrix, packed twice: its rows k, its columns in panels of 48 (of a maxout layer: 16 outputs times three
/// pieces, piece-major).
struct Matrix {
  std::size_t k = 0;
  std::size_t columns = 0;      ///< a multiple of 48
  const float* w = nullptr;     ///< [columns/48][k][48]
  const float* bias = nullptr;  ///< [columns]
  /// The same as a sum of three bf16 parts, in tiles of 16 pairs of k by 16 columns:
  /// [columns/48][ceil(k/32)][part 3][group 3][pair 16][column 16][2], k padded with zeros.
  const std::uint16_t* tiles = nullptr;
  /// Columns from here on are padding: `linear` may leave them out.
  std::size_t used = columns;
};

struct Window;

inline constexpr std::size_t kPanel = 3 * kLanes;
inline constexpr std::size_t kTileDepth = 32;                  ///< k of one tile
inline constexpr std::size_t kTileSize = kTileDepth * kLanes;  ///< bf16 values of one tile
inline constexpr std::size_t kParts = 3;

/// \return values in Matrix::tiles
[[nodiscard]] constexpr std::size_t tile_values(std::size_t k, std::size_t columns) {
  return columns / kPanel * ((k + kTileDepth - 1) / kTileDepth) * kParts * 3 * kTileSize;
}

/// The numeric ladder's lowest rung: one table of functions per instruction set. All of them but window_maxout3 add up
/// in an order that does not depend on the number of rows, so a row's result does not depend on its neighbours; AVX2
/// and AVX-512, which both fuse multiply and add, agree to the bit. Activations need no alignment.
struct Kernels {
  /// y[r][j] = max over p < 3 of bias[p][j] + sum over k of x[r][k] * w[k][p][j]; columns / 3 outputs.
  void (*maxout3)(Rows<float> x, const Matrix& w, float* y, std::size_t y_stride);
  /// The same with operands rounded to bf16; null where the processor has no such products.
  void (*maxout3_bf16)(Rows<float> x, const Matrix& w, float* y, std::size_t y_stride);
  /// maxout3 of a window layer (window.h): y[r] from x[r], x[r + 1], x[r + 2]. Blocks of rows are counted from the
  /// first, and a row's last bits depend on those of its block. Null where maxout3 is faster.
  /// \param x        count + 2 rows of window.width values
  /// \param scratch  window_scratch(x.count, window.width) values, aligned to 64 bytes
  void (*window_maxout3)(Rows<float> x, const Window& window, float* scratch, float* y, std::size_t y_stride);
  /// y[r][c] = bias[c] + sum over k of x[r][k] * w[k][c], for c < w.used; what stands behind is lost.
  void (*linear)(Rows<float> x, const Matrix& w, float* y, std::size_t y_stride);
  /// y[r] = (residual ? residual[r] : 0) + gain * normalised(x[r]) + shift over `width` (a multiple of 16) values.
  void (*layer_norm)(Rows<float> x, const float* residual, std::size_t residual_stride, const float* gain,
                     const float* shift, std::size_t width, float* y, std::size_t y_stride);
  /// y[j] = max over p < 3 of a[p][j] + b[p][j] + c[p][j]; the first convolution from its three cached products.
  /// \param a, b, c  [outputs/16][3][16]
  void (*maxout3_sum)(const float* a, const float* b, const float* c, std::size_t outputs, float* y);
  /// y = sum of `count` rows of `width` (a multiple of 16) values, in order.
  void (*sum_rows)(const float* const* rows, std::size_t count, std::size_t width, float* y);
  /// hidden[j] = max(p0[j], p1[j]) where p = bias + sum of `count` rows; rows and bias are [2][64].
  void (*hidden64)(const float* const* rows, std::size_t count, const float* bias, float* hidden);
  /// scores[c] = bias[c] + sum over k < 64 of hidden[k] * w[k][c]; columns in groups of 16.
  void (*scores64)(const float* hidden, const float* w, const float* bias, std::size_t columns, float* scores);
  /// \return the first index of the greatest value in [0, count), count > 0; NaN never wins
  std::size_t (*argmax)(const float* values, std::size_t count);

  Isa isa;
};

/// \return the table of an instruction set the processor has, null where it has not; Isa::best picks the widest
[[nodiscard]] const Kernels* kernels(Isa isa) noexcept;

namespace plain {
[[nodiscard]] const Kernels& table() noexcept;
}
namespace avx2 {
[[nodiscard]] const Kernels& table() noexcept;
}
namespace avx512 {
[[nodiscard]] const Kernels& table() noexcept;
}
namespace avx512bf16 {
/// Fills the bf16 entry.
void add_to(Kernels& table) noexcept;
}  // namespace avx512bf16
namespace amx {
/// Replaces the matrix products.
void add_to(Kernels& table) noexcept;
}  // namespace amx

}  // namespace sitcen::language
