#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "reading/figures/figure_words.h"
#include "reading/figures/lexemes.h"
#include "reading/figures/measures.h"
#include "reading/figures/numerals.h"
#include "sitcen/findings.h"

namespace sitcen::reading {

/// What the steps of the figure reader look things up in.
struct FigureTables {
  const NumberWords& numbers;
  const Units& units;
  const Currencies& currencies;
  const FigureWords& words;
  const Approximators& approximators;
};

/// A text cut into lexemes, and how its steps look at it.
struct FigureScene {
  std::span<const Lexeme> all;
  std::string_view text;
  FigureTables tables;

  [[nodiscard]] bool has(std::size_t i) const { return i < all.size(); }
  [[nodiscard]] bool is(std::size_t i, std::string_view word) const { return has(i) && all[i].text == word; }
  [[nodiscard]] bool is_word(std::size_t i) const { return has(i) && all[i].kind == LexemeKind::word; }
  [[nodiscard]] bool is_digits(std::size_t i) const { return has(i) && all[i].kind == LexemeKind::digits; }
  [[nodiscard]] bool glued(std::size_t i) const { return has(i) && all[i].glued; }
  [[nodiscard]] bool plays(std::size_t i, FigureRole role) const {
    return is_word(i) && tables.words.plays(all[i].text, role);
  }
  [[nodiscard]] NumberWord number_word(std::size_t i) const {
    return is_word(i) ? tables.numbers.find(all[i].text) : NumberWord{};
  }
  [[nodiscard]] std::optional<Numeral> number_at(std::size_t i) const {
    return numeral_at(all, text, i, tables.numbers);
  }
  /// \return past the hyphen of "5-year"
  [[nodiscard]] std::size_t past_hyphen(std::size_t i) const {
    return is(i, "-") && glued(i) && glued(i + 1) ? i + 1 : i;
  }
  /// \return whether a word of that role stands among the lexemes around, in the same sentence
  [[nodiscard]] bool near(std::size_t i, FigureRole role, std::size_t before, std::size_t behind) const;
  /// The words as they stand in the text.
  [[nodiscard]] std::string_view original(std::size_t first, std::size_t last) const {
    return text.substr(all[first].span.begin, all[last - 1].span.end - all[first].span.begin);
  }
  /// Up to `last`, in small letters, one space between two words, full stops left out.
  [[nodiscard]] std::string joined(std::size_t first, std::size_t last, std::string_view between = " ") const;
};

/// A figure before it is written down: lexemes [first, last).
struct FigureDraft {
  std::size_t first = 0, last = 0;  ///< without the approximator
  FigureKind kind = FigureKind::number;
  Numeral number;  ///< the number in it
  double value = 0;
  std::optional<double> low, high;  ///< of a range: value counts for nothing
  std::string unit;
  const Unit* measure = nullptr;  ///< of a quantity without "per"
  bool subunit = false;           ///< cents and the like
  std::string_view rule = "number";

  [[nodiscard]] bool is_range() const { return low.has_value() && high.has_value(); }
};

/// The figure that begins at a lexeme: a number with what stands around it: signs of money, units, "per cent", "years
/// old".
[[nodiscard]] std::optional<FigureDraft> draft_at(const FigureScene& scene, std::size_t at);

/// The number that begins at a lexeme, and nothing else.
[[nodiscard]] std::optional<FigureDraft> number_draft(const FigureScene& scene, std::size_t at);

/// \return where the unit of a number may begin: past a hyphen, past the "of" of "billions of dollars", "half of a
/// mile"
[[nodiscard]] std::size_t unit_begin(const FigureScene& scene, const Numeral& number);

/// "10 to 20 kilometres", "between $12 million and $20 million": the figure with the one behind it, if they are one
/// range.
[[nodiscard]] std::optional<FigureDraft> range_from(const FigureScene& scene, const FigureDraft& low);

/// Words in front or behind that make it rough or a bound.
struct Approximation {
  std::size_t first = 0, last = 0;  ///< lexemes of figure and words
  std::string_view approx;          ///< empty: none
};
[[nodiscard]] Approximation approximation(const FigureScene& scene, const FigureDraft& draft);

}  // namespace sitcen::reading
