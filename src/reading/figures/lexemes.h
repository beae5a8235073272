#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "reading/figures/number_words.h"
#include "sitcen/span.h"

namespace sitcen::reading {

enum class LexemeKind : std::uint8_t {
  word,    ///< letters; an apostrophe parts two
  digits,  ///< a number in digits, with its separators, fraction, exponent
  symbol,  ///< one character that is neither; a line feed is one, other white space is none
};

enum class Digits : std::uint8_t {
  whole,    ///< "192"
  grouped,  ///< "1,234", "40 000"
  decimal,  ///< "5.00", ".5", "1,3"
  power,    ///< "1.3e6", "1.3x10^6", "2.5^-1"
  vulgar,   ///< one character: "¾"
  opaque,   ///< an address, a date, a number with parts: "192.168.1.2", "2021-05-03", "10:30"
};

/// A piece of text as the reader of figures sees it: the language model's tokens cut "15bn" and "US$40m" now here,
/// now there, and lower-case or badly spaced text worst of all.
struct Lexeme {
  Span span;
  LexemeKind kind = LexemeKind::symbol;
  Digits digits = Digits::whole;
  bool glued = false;     ///< nothing stands between it and the lexeme before it
  double value = 0;       ///< of digits
  std::string_view text;  ///< words in small letters (ASCII alone)
};

/// Lexemes of a text, with the small-letter text that their views point into.
struct Lexemes {
  std::string lowered;
  std::vector<Lexeme> all;

  explicit Lexemes(std::string_view text, DecimalMark mark = DecimalMark::point);
  Lexemes(const Lexemes&) = delete;
  Lexemes& operator=(const Lexemes&) = delete;
};

}  // namespace sitcen::reading
