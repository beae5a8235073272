#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "language/components/lemma_tables.h"
#include "sitcen/document.h"
#include "sitcen/result.h"

namespace sitcen::language {

/// What spaCy's Spanish lemmatizer has besides the tables by part of speech: lists of endings, chosen by morphology.
/// Arrays: lemmatizer.rule_lists (lines "list TAB old TAB new"), lemmatizer.rule_groups (lines "part of speech TAB list
/// TAB features", the first whose features a word has is its list).
class SpanishLemmas {
 public:
  using Tables = std::array<LemmaTables, static_cast<std::size_t>(Pos::space) + 1>;

  SpanishLemmas() = default;
  SpanishLemmas(SpanishLemmas&&) = default;
  SpanishLemmas& operator=(SpanishLemmas&&) = default;
  [[nodiscard]] static Result<SpanishLemmas> load(const ModelFile& file, const Labels& labels);

  /// Appends the lemma.
  /// \param starts_sentence  a closed-class word is in lower case there, and kept as it is elsewhere
  void append(std::string_view spelling, Pos pos, std::uint16_t morph, bool starts_sentence, const Tables& tables,
              std::string& out) const;

 private:
  using Rules = std::vector<LemmaRule>;
  /// What the morphology of a word says of its lemma.
  struct Morph {
    const Rules* noun = nullptr;  ///< null: no list is for it
    const Rules* verb = nullptr;
    const Rules* adj = nullptr;
    bool is_plural = false;
    bool has_pronoun = false;  ///< a verb with pronouns at its end
  };
  [[nodiscard]] const Rules& list(std::string_view name) const;
  [[nodiscard]] std::string noun(const std::string& word, const Rules* rules, bool is_plural,
                                 const FrozenTable& index) const;
  [[nodiscard]] std::string pronoun(const std::string& word, std::string_view own_list, const FrozenTable& index) const;
  [[nodiscard]] std::string verb(const std::string& word, const Rules* rules, const FrozenTable& index) const;
  [[nodiscard]] std::string verb_with_pronouns(std::string word, const Rules* rules, const FrozenTable& index,
                                               const Tables& tables) const;
  [[nodiscard]] std::string other_vowel(const std::vector<std::string>& lemmas, const FrozenTable& index) const;
  [[nodiscard]] std::string number(std::string word) const;

  std::map<std::string, Rules, std::less<>> lists_;
  Rules none_;                 ///< a list that is not there
  std::vector<Morph> morphs_;  ///< by morphology label; points into lists_
};

}  // namespace sitcen::language
