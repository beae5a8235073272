// Archives, tables, documents and agencies' items: the first byte says which reader gets the rest.

#include <array>

#include "ingest.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using sitcen::ingest::InputKind;
  constexpr std::array<InputKind, 7> kKinds = {InputKind::zip,  InputKind::tar,   InputKind::packed,   InputKind::csv,
                                               InputKind::mbox, InputKind::ninjs, InputKind::automatic};
  if (size == 0) return 0;
  sitcen::ingest::check_all({reinterpret_cast<const char*>(data) + 1, size - 1}, kKinds[data[0] % kKinds.size()]);
  return 0;
}
