#include "language/kernels/kernels.h"

namespace sitcen::language {
namespace {

bool has_avx2() { return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma"); }
bool has_avx512() {
  return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") &&
         __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl");
}

const Kernels& avx512_table() {
  static const Kernels kTable = [] {
    Kernels table = avx512::table();
    if (__builtin_cpu_supports("avx512bf16")) avx512bf16::add_to(table);
    return table;
  }();
  return kTable;
}

}  // namespace

const Kernels* kernels(Isa isa) noexcept {
  switch (isa) {
    case Isa::plain:
      return &plain::table();
    case Isa::avx2:
      return has_avx2() ? &avx2::table() : nullptr;
    case Isa::avx512:
      return has_avx512() ? &avx512_table() : nullptr;
    case Isa::best:
      break;
  }
  if (has_avx512()) return &avx512_table();
  return has_avx2() ? &avx2::table() : &plain::table();
}

}  // namespace sitcen::language
