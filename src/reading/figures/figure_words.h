#pragma once

#include <tsl/robin_map.h>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace sitcen::reading {

/// What a word beside a number says of it, as bits.
enum class FigureRole : std::uint32_t {
  angle = 1 << 0,
  label = 1 << 1,
  pronoun = 1 << 2,
  before_year = 1 << 3,
  change = 1 << 4,
  price = 1 << 5,
  age = 1 << 6,
  old = 1 << 7,
  between = 1 << 8,
  to = 1 << 9,
  from = 1 << 10,
  percent = 1 << 11,
  cent = 1 << 12,
  points = 1 << 13,
  score = 1 << 14,
  month = 1 << 15,
  of = 1 << 16,
};

/// figure_words.tsv. Views point into the table's text, which must outlive it.
class FigureWords {
 public:
  FigureWords() = default;
  explicit FigureWords(std::string_view table);

  /// \param word  in small letters
  [[nodiscard]] bool plays(std::string_view word, FigureRole role) const;

 private:
  tsl::robin_map<std::string_view, std::uint32_t> roles_;
};

/// approximators.tsv: phrases that make a figure rough or a bound.
class Approximators {
 public:
  static constexpr std::size_t kMostWords = 6, kMostWordsBehind = 3;  ///< of one phrase

  Approximators() = default;
  explicit Approximators(std::string_view table);

  /// \param phrase  in small letters, one space between two words; or a sign
  /// \return "more_than", ...; "" if it is none
  [[nodiscard]] std::string_view before(std::string_view phrase) const { return find(before_, phrase); }
  [[nodiscard]] std::string_view behind(std::string_view phrase) const { return find(behind_, phrase); }
  /// \return whether a phrase in front of a figure can end in that word, one behind it begin with it
  [[nodiscard]] bool ends(std::string_view word) const { return ends_.contains(word); }
  [[nodiscard]] bool begins(std::string_view word) const { return begins_.contains(word); }

 private:
  using Index = tsl::robin_map<std::string_view, std::string_view>;
  static std::string_view find(const Index& index, std::string_view phrase);
  Index before_, behind_, ends_, begins_;
};

}  // namespace sitcen::reading
