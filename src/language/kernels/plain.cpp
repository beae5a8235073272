// SSE2, which every x86-64 processor has; elsewhere the compiler's own vectors. No fused multiply-add: the reference
// that the wider kernels are tested against.
#include <cstring>

#include "language/kernels/kernels.h"
#include "language/kernels/window.h"

namespace sitcen::language::plain {
namespace {

struct V {
  static constexpr std::size_t kWidth = 4;
  using Raw = float __attribute__((vector_size(16)));
  Raw v;

  static V load(const float* p) {
    V out{};
    std::memcpy(&out.v, p, sizeof out.v);
    return out;
  }
  void store(float* p) const { std::memcpy(p, &v, sizeof v); }
  static V set1(float x) { return {Raw{x, x, x, x}}; }
  static V add(V a, V b) { return {a.v + b.v}; }
  static V sub(V a, V b) { return {a.v - b.v}; }
  static V mul(V a, V b) { return {a.v * b.v}; }
  static V max(V a, V b) { return {a.v > b.v ? a.v : b.v}; }
  static V fma(V a, V b, V c) { return {a.v * b.v + c.v}; }
  [[nodiscard]] float sum() const { return (v[0] + v[2]) + (v[1] + v[3]); }
  static unsigned equal(V a, V b) {
    const auto same = a.v == b.v;
    unsigned bits = 0;
    for (unsigned i = 0; i < kWidth; ++i) bits |= (static_cast<unsigned>(same[i]) & 1U) << i;
    return bits;
  }
};
constexpr int kTileRows = 4;

#include "language/kernels/kernels_impl.h"

}  // namespace

const Kernels& table() noexcept {
  static constexpr Kernels kTable = SITCEN_KERNEL_TABLE(Isa::plain);
  return kTable;
}

}  // namespace sitcen::language::plain
