#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "language/components/lemma_tables.h"
#include "language/lexicon.h"
#include "sitcen/document.h"
#include "sitcen/result.h"

namespace sitcen::language {

/// What spaCy's French lemmatizer has besides the tables by part of speech: a lemma for each known spelling.
/// Arrays: lemmatizer.lookup.keys (string ids, sorted), lemmatizer.lookup.lemmas (a line each).
class FrenchLemmas {
 public:
  FrenchLemmas() = default;
  [[nodiscard]] static Result<FrenchLemmas> load(const ModelFile& file, const Lexicon& lexicon);

  /// Appends the lemma: a known lemma is its own, then exceptions, rules, and the table of spellings.
  /// \param tables  of the word's part of speech
  void append(std::string_view spelling, Pos pos, const LemmaTables& tables, std::string& out) const;

 private:
  [[nodiscard]] std::string_view look_up(std::string_view word) const noexcept;

  Lexicon lexicon_;
  std::span<const StringId> keys_;
  std::vector<std::string_view> lemmas_;  ///< parallel to keys_
};

}  // namespace sitcen::language
