#pragma once

#include <tsl/robin_map.h>

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "reading/times/time_spec.h"

namespace sitcen::reading {

/// What a word can stand for in a pattern: a class of time_words.tsv, a word that a pattern asks for by itself, or one
/// of the fixed classes of numbers below.
using TimeSymbol = std::uint16_t;
inline constexpr std::size_t kMostSymbols = 320;
using SymbolSet = std::bitset<kMostSymbols>;

/// Classes that are read from the text's form, not from a table.
enum class FormClass : TimeSymbol {
  number,       ///< NUM: a whole number or a decimal, in digits or words
  ordinal,      ///< ORD: first, 21st
  day,          ///< DAY: 1 to 31
  day_ordinal,  ///< DAYTH: 1st to 31st
  year,         ///< YEAR: four digits from 1000 to 2199
  short_year,   ///< YY: '98
  year_words,   ///< YEARWORDS: nineteen ninety-eight
  decade,       ///< DECADE: 1990s, '90s, nineties
  hour,         ///< HOUR: 0 to 24
  four_digits,  ///< HHMM: 0830
  clock,        ///< CLOCK: 10:30, 10:30:15
  point_clock,  ///< POINTCLOCK: 10.30
  date,         ///< NUMDATE: 2022-02-23, 23.02.2022, 2/23/2022
  offset,       ///< OFFSET: +02:00, +0200
  possessive,   ///< 'S: an apostrophe and an s
  hyphen,       ///< -: a hyphen glued on both sides
  count_,
};

/// What else must hold of a word to be of its class.
enum class WordNeed : std::uint8_t {
  none,
  capital,
  name,
  noun,
  plain_noun,
  adjective,
  adverb,
  modifier,
  quantifier,
  entity
};

/// One class of a word, with the value it has in it.
struct TimeWord {
  TimeSymbol symbol = 0;
  std::int32_t value = 0;
  WordNeed need = WordNeed::none;
};

/// All classes of a word; `symbols` has them as a set.
struct TimeEntry {
  SymbolSet symbols;
  std::vector<TimeWord> words;
  bool common = false;  ///< no time is made of such words alone
};

/// time_words.tsv and what the patterns ask for. Views point into the tables' text, which must outlive it.
class TimeWords {
 public:
  TimeWords();

  /// \param table   time_words.tsv
  /// \param numbers number_words.tsv: its words begin numbers and ordinals
  void add(std::string_view table, std::string_view numbers);
  /// \return the symbol of a class or form, made where there is none yet
  TimeSymbol symbol(std::string_view name);
  /// \return the symbol of a word that a pattern asks for by itself
  TimeSymbol literal(std::string_view word);

  /// \param word in small letters
  [[nodiscard]] const TimeEntry* find(std::string_view word) const {
    const auto at = index_.find(word);
    return at == index_.end() ? nullptr : &entries_[at->second];
  }
  [[nodiscard]] bool is(std::string_view word, TimeSymbol symbol) const {
    const TimeEntry* entry = find(word);
    return entry != nullptr && entry->symbols.test(symbol);
  }
  /// \return the field that a class sets, count_ if none
  [[nodiscard]] TimeField field_of(TimeSymbol symbol) const { return fields_[symbol]; }

 private:
  TimeEntry& entry(std::string_view word);
  TimeSymbol new_symbol(TimeField field);

  tsl::robin_map<std::string_view, std::uint32_t> index_;
  std::vector<TimeEntry> entries_;
  tsl::robin_map<std::string_view, TimeSymbol> classes_, literals_;
  std::vector<TimeField> fields_;  ///< by symbol
};

}  // namespace sitcen::reading
