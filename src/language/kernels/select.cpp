#include <cpuid.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "language/kernels/kernels.h"

namespace sitcen::language {
namespace {

bool has_avx2() { return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma"); }
bool has_avx512() {
  return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") &&
         __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl");
}
bool has_bf16() { return has_avx512() && __builtin_cpu_supports("avx512bf16"); }

/// Matrix tiles hold 8 KB of state, which Linux gives a process only when asked.
bool has_amx() {
  if (!has_bf16()) return false;
  unsigned a = 0;
  unsigned b = 0;
  unsigned c = 0;
  unsigned d = 0;
  constexpr unsigned kBf16AndTile = (1U << 22) | (1U << 24);
  if (__get_cpuid_count(7, 0, &a, &b, &c, &d) == 0 || (d & kBf16AndTile) != kBf16AndTile) return false;
  constexpr long kRequestPermission = 0x1023;
  constexpr long kTileData = 18;
  return ::syscall(SYS_arch_prctl, kRequestPermission, kTileData) == 0;
}

const Kernels& avx512_table() {
  static const Kernels kTable = [] {
    Kernels table = avx512::table();
    if (has_bf16()) avx512bf16::add_to(table);
    return table;
  }();
  return kTable;
}

const Kernels* amx_table() {
  static const Kernels kTable = [] {
    Kernels table = avx512::table();
    if (has_amx()) amx::add_to(table);
    return table;
  }();
  return kTable.isa == Isa::amx ? &kTable : nullptr;
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
    case Isa::amx:
      return amx_table();
    case Isa::best:
      break;
  }
  if (const Kernels* widest = amx_table()) return widest;
  if (has_avx512()) return &avx512_table();
  return has_avx2() ? &avx2::table() : &plain::table();
}

}  // namespace sitcen::language
