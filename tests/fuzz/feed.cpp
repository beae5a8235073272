#include "ingest.h"

/// The first byte chooses between XML and JSON, the others are the feed.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using sitcen::ingest::InputKind;
  if (size == 0) return 0;
  const InputKind kind = data[0] == 'j' ? InputKind::jsonfeed : InputKind::rss;
  sitcen::ingest::check_all({reinterpret_cast<const char*>(data + 1), size - 1}, kind);
  return 0;
}
