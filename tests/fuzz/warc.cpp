#include "ingest.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  sitcen::ingest::check_all({reinterpret_cast<const char*>(data), size}, sitcen::ingest::InputKind::warc);
  return 0;
}
