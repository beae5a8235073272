#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

#include "reading/figures/numerals.h"

namespace sitcen::reading {

/// What numerals.cpp, number_phrases.cpp and number_parts.cpp share: one number, read from left to right.
/// Each step takes the lexeme it begins at.
class NumeralReader {
 public:
  NumeralReader(std::span<const Lexeme> lexemes, std::string_view text, const NumberWords& words)
      : all_(lexemes), text_(text), words_(words) {}

  [[nodiscard]] std::optional<Numeral> read(std::size_t at) const;

 private:
  enum class Tail : std::uint8_t { any, none };  ///< whether "and a half" and "in five" may go on a number

  [[nodiscard]] bool has(std::size_t i) const { return i < all_.size(); }
  [[nodiscard]] bool is(std::size_t i, std::string_view word) const { return has(i) && all_[i].text == word; }
  [[nodiscard]] bool is_digits(std::size_t i) const {
    return has(i) && all_[i].kind == LexemeKind::digits && all_[i].digits != Digits::opaque;
  }
  [[nodiscard]] bool is_whole(std::size_t i) const { return is_digits(i) && all_[i].digits == Digits::whole; }
  [[nodiscard]] bool is_word(std::size_t i) const { return has(i) && all_[i].kind == LexemeKind::word; }
  [[nodiscard]] NumberWord word(std::size_t i) const { return is_word(i) ? words_.find(all_[i].text) : NumberWord{}; }
  [[nodiscard]] NumberRole role(std::size_t i) const { return word(i).role; }
  [[nodiscard]] NumberWord part(std::size_t i) const { return is_word(i) ? words_.part(all_[i].text) : NumberWord{}; }
  [[nodiscard]] bool is_plural(std::size_t i) const { return is_word(i) && all_[i].text.ends_with('s'); }
  [[nodiscard]] bool is_article(std::size_t i) const { return is(i, "a") || is(i, "an"); }
  [[nodiscard]] bool glued(std::size_t i) const { return has(i) && all_[i].glued; }
  [[nodiscard]] std::size_t past_hyphen(std::size_t i) const { return is(i, "-") ? i + 1 : i; }

  // numerals.cpp: signs and digits.
  double read_sign(std::size_t& i) const;
  [[nodiscard]] std::optional<Numeral> read_unsigned(std::size_t i) const;
  [[nodiscard]] std::optional<Numeral> read_digits(std::size_t i) const;
  bool slash_fraction(std::size_t i, double& value, std::size_t& last) const;
  [[nodiscard]] std::optional<Numeral> ordinal_suffix(std::size_t i) const;
  void take_suffix(Numeral& out) const;
  void take_scales(Numeral& out) const;
  [[nodiscard]] std::optional<Numeral> cardinal_tail(Numeral out) const;

  // number_phrases.cpp: numbers in words, and words behind digits.
  struct Sum;
  [[nodiscard]] std::optional<Numeral> read_words(std::size_t i, Tail tail) const;
  [[nodiscard]] std::optional<Numeral> read_article(std::size_t i) const;
  [[nodiscard]] std::optional<Numeral> read_vague(std::size_t i) const;
  double below_hundred(std::size_t& i) const;
  [[nodiscard]] std::optional<Numeral> more(double part_value, std::size_t i, bool in_words, Tail tail) const;
  void take_words(Sum& sum, bool in_words) const;
  bool take_multiplier(Sum& sum, bool in_words) const;
  bool take_smaller(Sum& sum, bool in_words) const;
  [[nodiscard]] bool smaller_part(std::size_t i, double scale, bool behind_and, bool in_words) const;
  bool take_point(Numeral& out) const;

  // number_parts.cpp: orders, parts of one, ratios.
  [[nodiscard]] std::optional<Numeral> read_half(std::size_t i) const;
  [[nodiscard]] std::optional<Numeral> part_with_scale(std::size_t i, double value) const;
  [[nodiscard]] std::optional<Numeral> part_of_one(std::size_t i) const;
  [[nodiscard]] bool part_follows(std::size_t i) const;
  [[nodiscard]] Numeral tail_of_part(Numeral out) const;
  bool order(std::size_t i, double& value, std::size_t& last) const;
  bool take_order_or_part(Numeral& out, const Sum& sum) const;
  bool take_order(Numeral& out, const Sum& sum, double whole, double numerator) const;
  [[nodiscard]] std::optional<Numeral> part_of_unit(const Numeral& one) const;
  [[nodiscard]] std::optional<Numeral> part_behind_and(std::size_t i) const;
  bool take_and_part(Numeral& out, double scale) const;
  void take_ratio(Numeral& out) const;

  std::span<const Lexeme> all_;
  std::string_view text_;
  const NumberWords& words_;
};

inline constexpr double kNoScale = 1e60;
inline constexpr double kLargest = 1e30;  ///< "million million ...": no larger number is multiplied any further

/// A number in words as it grows: finished powers in `total`, the one being read in `current`.
struct NumeralReader::Sum {
  double total = 0, current = 0;
  double scale = kNoScale;  ///< what was multiplied last
  double last_small = 0;    ///< the last part below a hundred: of a fraction its numerator
  double before_small = 0;  ///< what stood before that, behind an "and"
  bool after_and = false;
  bool open = false;  ///< a smaller part may follow
  std::size_t next = 0;
};

}  // namespace sitcen::reading
