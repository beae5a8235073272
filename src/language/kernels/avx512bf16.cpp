// Compiled with -mavx512bf16 beside AVX-512's other parts: products of bf16 pairs, added up in f32. For processors that
// have no matrix tiles.
#include <immintrin.h>

#include "language/kernels/kernels.h"

namespace sitcen::language::avx512bf16 {
namespace {

#define SITCEN_UNROLL _Pragma("GCC unroll 16")
constexpr int kRows = 8;

/// A pair of neighbouring activations in each lane.
inline __m512bh pair(const float* x) {
  const __m128 two = _mm_castsi128_ps(_mm_loadl_epi64(reinterpret_cast<const __m128i*>(x)));
  const __m128bh rounded = _mm_cvtneps_pbh(two);
  int bits;
  __builtin_memcpy(&bits, &rounded, sizeof bits);
  return reinterpret_cast<__m512bh>(_mm512_set1_epi32(bits));
}

template <int M>
inline __attribute__((always_inline)) void tile(const float* x, std::size_t stride, std::size_t k,
                                                const std::uint16_t* tiles, const float* bias, float* y,
                                                std::size_t y_stride) {
  __m512 acc[M][3];
  SITCEN_UNROLL for (int g = 0; g < 3; ++g) {
    const __m512 b = _mm512_loadu_ps(bias + static_cast<std::size_t>(g) * kLanes);
    SITCEN_UNROLL for (int m = 0; m < M; ++m) acc[m][g] = b;
  }
  for (std::size_t i = 0; i < k; i += 2) {
    // Only the first of the three parts: the weights rounded to bf16.
    const std::uint16_t* w = tiles + i / kTileDepth * kParts * 3 * kTileSize + i % kTileDepth / 2 * 2 * kLanes;
    __m512bh b[3];
    SITCEN_UNROLL for (int g = 0; g < 3; ++g) b[g] =
        reinterpret_cast<__m512bh>(_mm512_loadu_si512(w + static_cast<std::size_t>(g) * kTileSize));
    SITCEN_UNROLL for (int m = 0; m < M; ++m) {
      const __m512bh a = pair(x + static_cast<std::size_t>(m) * stride + i);
      SITCEN_UNROLL for (int g = 0; g < 3; ++g) acc[m][g] = _mm512_dpbf16_ps(acc[m][g], a, b[g]);
    }
  }
  SITCEN_UNROLL for (int m = 0; m < M; ++m) _mm512_storeu_ps(
      y + static_cast<std::size_t>(m) * y_stride, _mm512_max_ps(_mm512_max_ps(acc[m][0], acc[m][1]), acc[m][2]));
}

void maxout3_bf16(Rows<float> x, const Matrix& m, float* y, std::size_t y_stride) {
  const std::size_t panel_tiles = tile_values(m.k, kPanel);
  for (std::size_t p = 0; p < m.columns / kPanel; ++p) {
    const std::uint16_t* tiles = m.tiles + p * panel_tiles;
    const float* bias = m.bias + p * kPanel;
    float* out = y + p * kLanes;
    std::size_t r = 0;
    for (; r + kRows <= x.count; r += kRows)
      tile<kRows>(x.data + r * x.stride, x.stride, m.k, tiles, bias, out + r * y_stride, y_stride);
    for (; r < x.count; ++r) tile<1>(x.data + r * x.stride, x.stride, m.k, tiles, bias, out + r * y_stride, y_stride);
  }
}

}  // namespace

void add_to(Kernels& table) noexcept { table.maxout3_bf16 = maxout3_bf16; }

}  // namespace sitcen::language::avx512bf16
