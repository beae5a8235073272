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
