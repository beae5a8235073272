// Compiled with -mavx2 -mfma; called only where the processor has both.
#include <immintrin.h>

#include "language/kernels/kernels.h"
#include "language/kernels/window.h"

namespace sitcen::language::avx2 {
namespace {

struct V {
  static constexpr std::size_t kWidth = 8;
  __m256 v;

  static V load(const float* p) { return {_mm256_loadu_ps(p)}; }
  void store(float* p) const { _mm256_storeu_ps(p, v); }
  static V set1(float x) { return {_mm256_set1_ps(x)}; }
  static V add(V a, V b) { return {_mm256_add_ps(a.v, b.v)}; }
  static V sub(V a, V b) { return {_mm256_sub_ps(a.v, b.v)}; }
  static V mul(V a, V b) { return {_mm256_mul_ps(a.v, b.v)}; }
  static V max(V a, V b) { return {_mm256_max_ps(a.v, b.v)}; }
  static V fma(V a, V b, V c) { return {_mm256_fmadd_ps(a.v, b.v, c.v)}; }
  [[nodiscard]] float sum() const {
    const __m128 four = _mm_add_ps(_mm256_castps256_ps128(v), _mm256_extractf128_ps(v, 1));
    const __m128 two = _mm_add_ps(four, _mm_movehl_ps(four, four));
    return _mm_cvtss_f32(_mm_add_ss(two, _mm_movehdup_ps(two)));
  }
  static unsigned equal(V a, V b) {
    return static_cast<unsigned>(_mm256_movemask_ps(_mm256_cmp_ps(a.v, b.v, _CMP_EQ_OQ)));
  }
};
constexpr int kTileRows = 4;

#include "language/kernels/kernels_impl.h"

}  // namespace

const Kernels& table() noexcept {
  static constexpr Kernels kTable = SITCEN_KERNEL_TABLE(Isa::avx2);
  return kTable;
}

}  // namespace sitcen::language::avx2
