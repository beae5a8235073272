#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace sitcen::picture {

/// \return the text with small ASCII letters
[[nodiscard]] inline std::string lower_ascii(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return out;
}

}  // namespace sitcen::picture
