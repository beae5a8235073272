// Compiled with -mavx512bf16 beside AVX-512's other parts: products of bf16 pairs, added up in f32.
#include <immintrin.h>

#include "language/kernels/kernels.h"

namespace sitcen::language::avx512bf16 {
namespace {

#define SITCEN_UNROLL _Pragma("GCC unroll 16")

template <int M>
inline __attribute__((always_inline)) void tile(const std::uint16_t* x, std::size_t stride, std::size_t k,
                                                const std::uint16_t* w, const float* bias, float* y,
                                                std::size_t y_stride) {
  __m512 acc[M][3];
  SITCEN_UNROLL for (int g = 0; g < 3; ++g) {
    const __m512 b = _mm512_loadu_ps(bias + static_cast<std::size_t>(g) * kLanes);
    SITCEN_UNROLL for (int m = 0; m < M; ++m) acc[m][g] = b;
  }
  for (std::size_t i = 0; i < k; i += 2) {
    __m512bh b[3];
    SITCEN_UNROLL for (int g = 0; g < 3; ++g) b[g] =
        reinterpret_cast<__m512bh>(_mm512_loadu_si512(w + static_cast<std::size_t>(g) * 2 * kLanes));
    SITCEN_UNROLL for (int m = 0; m < M; ++m) {
      int pair;
      __builtin_memcpy(&pair, x + static_cast<std::size_t>(m) * stride + i, sizeof pair);
      const __m512bh a = reinterpret_cast<__m512bh>(_mm512_set1_epi32(pair));
      SITCEN_UNROLL for (int g = 0; g < 3; ++g) acc[m][g] = _mm512_dpbf16_ps(acc[m][g], a, b[g]);
    }
    w += 3 * 2 * kLanes;
  }
  SITCEN_UNROLL for (int m = 0; m < M; ++m) _mm512_storeu_ps(
      y + static_cast<std::size_t>(m) * y_stride, _mm512_max_ps(_mm512_max_ps(acc[m][0], acc[m][1]), acc[m][2]));
}

void maxout3_bf16(Rows<std::uint16_t> x, std::size_t k, const std::uint16_t* w, const float* bias, std::size_t outputs,
                  float* y, std::size_t y_stride) {
  for (std::size_t j = 0; j < outputs; j += kLanes) {
    std::size_t r = 0;
    for (; r + 8 <= x.count; r += 8)
      tile<8>(x.data + r * x.stride, x.stride, k, w, bias, y + r * y_stride + j, y_stride);
    for (; r + 4 <= x.count; r += 4)
      tile<4>(x.data + r * x.stride, x.stride, k, w, bias, y + r * y_stride + j, y_stride);
    for (; r < x.count; ++r) tile<1>(x.data + r * x.stride, x.stride, k, w, bias, y + r * y_stride + j, y_stride);
    w += k * 3 * kLanes;
    bias += 3 * kLanes;
  }
}

void to_bf16(const float* x, std::size_t count, std::uint16_t* y) {
  std::size_t i = 0;
  for (; i + kLanes <= count; i += kLanes)
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(y + i),
                        reinterpret_cast<__m256i>(_mm512_cvtneps_pbh(_mm512_loadu_ps(x + i))));
  for (; i < count; ++i) {
    const __m128bh one = _mm_cvtneps_pbh(_mm_set_ss(x[i]));
    __builtin_memcpy(y + i, &one, sizeof(std::uint16_t));
  }
}

}  // namespace

void add_to(Kernels& table) noexcept {
  table.maxout3_bf16 = maxout3_bf16;
  table.to_bf16 = to_bf16;
}

}  // namespace sitcen::language::avx512bf16
