#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sitcen::base {

/// \return the offset of the first byte that is not part of valid UTF-8 (surrogates, overlong forms and code points
///         above U+10FFFF are invalid), or none
[[nodiscard]] std::optional<std::size_t> find_invalid_utf8(std::string_view text) noexcept;

struct CodePoint {
  char32_t value;
  std::uint8_t size;  ///< bytes, 1 to 4
};

/// \param text valid UTF-8, at < text.size() on a code point border
[[nodiscard]] inline CodePoint decode(std::string_view text, std::size_t at) noexcept {
  const auto byte = [&](std::size_t i) { return static_cast<char32_t>(static_cast<unsigned char>(text[at + i])); };
  const char32_t lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  if (lead < 0xE0) return {((lead & 0x1F) << 6) | (byte(1) & 0x3F), 2};
  if (lead < 0xF0) return {((lead & 0x0F) << 12) | ((byte(1) & 0x3F) << 6) | (byte(2) & 0x3F), 3};
  return {((lead & 0x07) << 18) | ((byte(1) & 0x3F) << 12) | ((byte(2) & 0x3F) << 6) | (byte(3) & 0x3F), 4};
}

/// Appends a code point, a Unicode scalar value, to `out`.
void append_utf8(std::string& out, char32_t value);

[[nodiscard]] constexpr bool is_continuation(char c) noexcept { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

}  // namespace sitcen::base
