#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

#include "reading/figures/lexemes.h"
#include "reading/figures/number_words.h"

namespace sitcen::reading {

enum class NumeralForm : std::uint8_t { cardinal, ordinal, fraction };

/// A number in words, digits or both: lexemes [first, last).
struct Numeral {
  std::size_t first = 0, last = 0;
  double value = 0;  ///< of a vague one what its words stand for: 100 of "hundreds"
  NumeralForm form = NumeralForm::cardinal;
  bool in_words = false;   ///< its first word is one
  bool scaled = false;     ///< it ends in a power of a thousand: "2 million"
  bool bare_year = false;  ///< four digits and nothing else: it may be a year
  bool vague = false;      ///< more than one of something, nobody says how many: "hundreds", "several dozen"
};

/// The longest number that begins at lexeme `at`. Its value is finite.
/// \param text  the text as it stands, for capitals: "1.8M" is a million, "1.8m" is not
[[nodiscard]] std::optional<Numeral> numeral_at(std::span<const Lexeme> lexemes, std::string_view text, std::size_t at,
                                                const NumberWords& words);

}  // namespace sitcen::reading
