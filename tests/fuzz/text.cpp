#include <array>

#include "ingest.h"

/// The first byte chooses the encoding and the kind, the others are the input.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using sitcen::ingest::InputKind;
  constexpr std::array<const char*, 12> kEncodings = {"",        "utf-8",        "utf-16",    "utf-16le",
                                                      "utf-32",  "windows-1251", "shift_jis", "iso-2022-jp",
                                                      "gb18030", "big5",         "utf-7",     "euc-kr"};
  constexpr std::array<InputKind, 5> kKinds = {InputKind::text, InputKind::jsonl, InputKind::automatic, InputKind::html,
                                               InputKind::rss};
  if (size == 0) return 0;
  const std::string encoding = kEncodings[data[0] % kEncodings.size()];
  sitcen::ingest::check_all({reinterpret_cast<const char*>(data + 1), size - 1},
                            kKinds[data[0] / kEncodings.size() % kKinds.size()],
                            encoding.empty() ? std::nullopt : std::optional(encoding));
  return 0;
}
