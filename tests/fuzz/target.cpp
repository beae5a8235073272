// The address of a request: any bytes give a target that can be written again and read as the same, or an error.
#include "server/target.h"

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "server/asked.h"

namespace {

using namespace sitcen;

void expect(bool right) {
  if (!right) std::abort();
}

void check_text(const std::string& text) {
  expect(!base::find_invalid_utf8(text));
  expect(text.find('\0') == std::string::npos);
}

std::string written(const server::Target& target) {
  std::string out;
  for (const std::string& segment : target.segments) out += '/' + server::percent_encode(segment);
  if (out.empty()) out = "/";
  char separator = '?';
  for (const auto& [key, value] : target.parameters) {
    out += separator + server::percent_encode(key) + '=' + server::percent_encode(value);
    separator = '&';
  }
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const Result<server::Target> target = server::parse_target(bytes);
  if (!target) {
    expect(!target.error().message.empty());
    return 0;
  }
  for (const std::string& segment : target->segments) {
    check_text(segment);
    expect(!segment.empty() && segment != "." && segment != "..");
  }
  for (const auto& [key, value] : target->parameters) {
    check_text(key);
    check_text(value);
  }
  const Result<server::Target> again = server::parse_target(written(*target));
  expect(again && again->segments == target->segments && again->parameters == target->parameters);
  if (const auto asked = server::parse_asked(*target, {"q"})) {
    expect(asked->page.limit >= 1 && asked->page.limit <= server::kMaxLimit);
    expect(server::parse_target(server::with_parameter(*target, "after", "x")).has_value());
  }
  return 0;
}
