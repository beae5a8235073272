// Compiled with -mavx512f -mavx512dq -mavx512bw -mavx512vl; called only where the processor has them.
#include <immintrin.h>

#include "language/kernels/kernels.h"
#include "language/kernels/window.h"

namespace sitcen::language::avx512 {
namespace {

struct V {
  static constexpr std::size_t kWidth = 16;
  __m512 v;

  static V load(const float* p) { return {_mm512_loadu_ps(p)}; }
  void store(float* p) const { _mm512_storeu_ps(p, v); }
  static V set1(float x) { return {_mm512_set1_ps(x)}; }
  static V add(V a, V b) { return {_mm512_add_ps(a.v, b.v)}; }
  static V sub(V a, V b) { return {_mm512_sub_ps(a.v, b.v)}; }
  static V mul(V a, V b) { return {_mm512_mul_ps(a.v, b.v)}; }
  static V max(V a, V b) { return {_mm512_max_ps(a.v, b.v)}; }
  static V fma(V a, V b, V c) { return {_mm512_fmadd_ps(a.v, b.v, c.v)}; }
  [[nodiscard]] float sum() const {
    const __m256 eight = _mm256_add_ps(_mm512_castps512_ps256(v), _mm512_extractf32x8_ps(v, 1));
    const __m128 four = _mm_add_ps(_mm256_castps256_ps128(eight), _mm256_extractf128_ps(eight, 1));
    const __m128 two = _mm_add_ps(four, _mm_movehl_ps(four, four));
    return _mm_cvtss_f32(_mm_add_ss(two, _mm_movehdup_ps(two)));
  }
  static unsigned equal(V a, V b) { return _mm512_cmp_ps_mask(a.v, b.v, _CMP_EQ_OQ); }
};
constexpr int kTileRows = 8;

#include "language/kernels/kernels_impl.h"

}  // namespace

const Kernels& table() noexcept {
  static constexpr Kernels kTable = SITCEN_KERNEL_TABLE(Isa::avx512);
  return kTable;
}

}  // namespace sitcen::language::avx512
