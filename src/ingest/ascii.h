#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace sitcen::ingest {

[[nodiscard]] constexpr char lower_ascii(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

[[nodiscard]] constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// \return the text with its ASCII letters in lower case, other bytes unchanged
[[nodiscard]] inline std::string lower_ascii(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(), [](char c) { return lower_ascii(c); });
  return out;
}

[[nodiscard]] inline bool same_ignoring_case(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, [](char x, char y) { return lower_ascii(x) == lower_ascii(y); });
}

}  // namespace sitcen::ingest
