#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "reading/times/time_scene.h"
#include "reading/times/time_words.h"

namespace sitcen::reading {

/// One thing that may stand at a place of a pattern.
struct TimeChoice {
  bool is_rule = false;
  std::uint16_t id = 0;                 ///< symbol, or index of a rule
  TimeField field = TimeField::count_;  ///< that its value is put into
};

struct TimeElement {
  std::vector<TimeChoice> choices;
  bool optional = false;
};

/// A line of time_patterns.tsv. Elements outside [first, last) are asked for, but are not part of the words.
struct TimePattern {
  std::vector<TimeElement> elements;
  std::size_t first = 0, last = 0;
  TimeSpec sets;
  SymbolSet begins;  ///< what its first word may be
};

struct TimeRule {
  std::string_view name;
  std::vector<TimePattern> patterns;
  SymbolSet begins;  ///< what its first word may be
};

/// What a rule found: lexemes [begin, end) were looked at, [first, last) are the words.
struct TimeMatch {
  std::size_t begin = 0, end = 0;
  std::size_t first = 0, last = 0;
  TimeSpec spec;
};

/// The words of times and how they are put together. A rule asks for rules above it alone: no pattern is endless, and
/// a text of any kind is read in time linear in its length.
class TimeGrammar {
 public:
  TimeGrammar() = default;
  /// \param words    time_words.tsv
  /// \param numbers  number_words.tsv
  /// \param patterns time_patterns.tsv
  TimeGrammar(std::string_view words, std::string_view numbers, std::string_view patterns);

  [[nodiscard]] const TimeWords& words() const { return words_; }
  /// \return whether the date of a report stands behind that word ("posted")
  [[nodiscard]] bool labels_date(std::string_view word) const { return words_.is(word, date_label_); }
  [[nodiscard]] std::span<const TimeRule> rules() const { return rules_; }

 private:
  void add_pattern(std::string_view name, std::string_view pattern, std::string_view sets);
  [[nodiscard]] TimeChoice choice(std::string_view text);
  [[nodiscard]] SymbolSet begins(const TimePattern& pattern) const;

  TimeWords words_;
  TimeSymbol date_label_ = 0;
  std::vector<TimeRule> rules_;  ///< the last is the one for whole times
};

/// Looks for times in one text, from its begin to its end. What a rule found at a place is kept for the next that asks.
class TimeMatcher {
 public:
  /// \param scene, grammar  must outlive the matcher
  TimeMatcher(const TimeScene& scene, const TimeGrammar& grammar);
  /// \return the longest time that begins at a lexeme (of two as long the first in the table)
  [[nodiscard]] std::optional<TimeMatch> match(std::size_t at);

 private:
  struct Step {
    std::size_t end = 0;
    std::size_t first = 0, last = 0;  ///< its words
    TimeSpec spec;
  };
  struct Kept {
    std::size_t at = ~std::size_t{0};
    std::optional<TimeMatch> found;
  };

  const std::optional<TimeMatch>& rule(std::size_t index, std::size_t at);
  std::optional<TimeMatch> longest(const TimeRule& rule, std::size_t at, const SymbolSet& symbols);
  bool elements(const TimePattern& pattern, std::size_t index, std::size_t at, TimeMatch& found);
  std::optional<Step> one(const TimeChoice& choice, std::size_t at);
  [[nodiscard]] const SymbolSet* symbols_at(std::size_t at) const;

  const TimeScene& scene_;
  std::span<const TimeRule> rules_;
  std::vector<Kept> kept_;
};

}  // namespace sitcen::reading
