#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace sitcen::language {

/// What Python 3.11's str methods say of a code point (Unicode 14). spaCy's features are made with them, so another
/// Unicode version would change what the model sees.
enum CharFlag : std::uint8_t {
  kAlpha = 1,
  kUpper = 2,
  kLower = 4,
  kTitle = 8,  ///< titlecase letters such as U+01C5
  kDigit = 16,
  kSpace = 32,
  kCased = 64,
  kCaseIgnorable = 128,
};

/// \param point  below 0x110000
[[nodiscard]] std::uint8_t char_flags(char32_t point) noexcept;
[[nodiscard]] inline bool is_space(char32_t point) noexcept { return (char_flags(point) & kSpace) != 0; }

/// Appends str.lower() of `text`: full mappings (U+0130 becomes two), a sigma at the end of a word becomes final.
/// \param text  valid UTF-8
void append_lower(std::string& out, std::string_view text);

/// \return str.isalpha(), str.isspace(): true for a text of one code point or more, all of that kind
[[nodiscard]] bool is_alpha(std::string_view text) noexcept;
[[nodiscard]] bool is_space(std::string_view text) noexcept;

/// Digests over all of Unicode that make_tables.py computed with Python itself; for the tests.
[[nodiscard]] std::uint64_t python_properties_digest() noexcept;
[[nodiscard]] std::uint64_t python_lowering_digest() noexcept;

}  // namespace sitcen::language
