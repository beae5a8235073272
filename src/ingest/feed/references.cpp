#include "ingest/feed/references.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <iterator>

#include "base/utf8.h"

namespace sitcen::ingest {
namespace {

constexpr std::size_t kMaxSize = 16;  ///< of a reference; the longest name has 8 letters

/// What windows-1252 has where Unicode has control characters that nobody means.
constexpr char32_t kWindows[32] = {0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                   0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,   0x017D, 0x8F,
                                   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                   0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

char32_t meant(std::uint32_t value) {
  if (value >= 0x80 && value < 0xA0) return kWindows[value - 0x80];
  const bool scalar = value < 0xD800 || (value > 0xDFFF && value <= 0x10FFFF);
  return scalar ? char32_t{value} : char32_t{0xFFFD};
}

bool append_number(std::string& out, std::string_view digits) {
  const bool hex = digits.starts_with('x') || digits.starts_with('X');
  if (hex) digits.remove_prefix(1);
  std::uint32_t value = 0;
  const char* const begin = digits.data();
  const char* const end = begin + digits.size();
  const auto [stop, error] = std::from_chars(begin, end, value, hex ? 16 : 10);
  if (digits.empty() || stop != end || error == std::errc::invalid_argument) return false;
  if (error == std::errc::result_out_of_range) value = 0xFFFD;
  if (value >= 0x20 || value == '\t' || value == '\n' || value == '\r') base::append_utf8(out, meant(value));
  return true;
}

struct Reference {
  std::string_view name;
  char32_t value;
};
constexpr Reference kReferences[] = {
#define SITCEN_REFERENCE(name, value) {name, value},
#include "ingest/feed/references.inc"
#undef SITCEN_REFERENCE
};

bool append_named(std::string& out, std::string_view name) {
  const auto* const at = std::ranges::lower_bound(kReferences, name, {}, &Reference::name);
  if (at == std::end(kReferences) || at->name != name) return false;
  base::append_utf8(out, at->value);
  return true;
}

}  // namespace

std::size_t append_reference(std::string& out, std::string_view text) {
  const std::size_t end = text.substr(0, kMaxSize).find(';');
  if (end == std::string_view::npos || end < 2) return 0;
  const bool known =
      text[1] == '#' ? append_number(out, text.substr(2, end - 2)) : append_named(out, text.substr(1, end - 1));
  return known ? end + 1 : 0;
}

void clean_controls(std::string& text) {
  const auto is_low = [](char c) {
    return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r';
  };
  std::erase_if(text, is_low);
  const auto is_high = [&](std::size_t at) {
    return at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) < 0xA0;
  };
  std::size_t from = 0;
  std::string out;
  for (std::size_t at = text.find('\xC2'); at != std::string::npos; at = text.find('\xC2', at + 1)) {
    if (!is_high(at)) continue;
    out.append(text, from, at - from);
    base::append_utf8(out, meant(static_cast<unsigned char>(text[at + 1])));
    from = at + 2;
  }
  if (from > 0) text = out.append(text, from);
}

}  // namespace sitcen::ingest
