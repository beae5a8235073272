#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "language/components/french_lemmas.h"
#include "language/components/lemma_tables.h"
#include "language/components/spanish_lemmas.h"
#include "language/lexicon.h"
#include "language/model_file.h"
#include "language/type_table.h"
#include "sitcen/document.h"
#include "sitcen/result.h"

namespace sitcen::language {

/// Suffix rules, known words and exceptions by part of speech (spaCy's mode "rule"): immutable.
/// Arrays: lemmatizer.base_forms (one byte: 1 where English's rule for base forms holds); lemmatizer.POS for a part of
/// speech in lower case (see LemmaTables); lemmatizer.method ("french" or "spanish"; missing: the way of all others).
class LemmatizerModel {
 public:
  [[nodiscard]] static Result<LemmatizerModel> load(const ModelFile& file, const Labels& labels,
                                                    const Lexicon& lexicon);

  /// Appends the lemma of one word to `out`.
  void append_lemma(std::string_view spelling, Pos pos, std::uint16_t morph, bool starts_sentence,
                    std::string& out) const;
  /// \return true if a word's lemma at the start of a sentence may be another one
  [[nodiscard]] bool looks_at_start() const noexcept { return spanish_.has_value(); }

 private:
  [[nodiscard]] bool is_base_form(Pos pos, std::uint16_t morph) const noexcept;
  static void append_by_rules(const LemmaTables& tables, std::string_view spelling, std::string& out);

  SpanishLemmas::Tables tables_;
  std::vector<std::uint8_t> morphs_;  ///< what a base form is known by, as bits, by morphology label
  std::optional<FrenchLemmas> french_;
  std::optional<SpanishLemmas> spanish_;
};

/// Gives every token without a lemma one. One per thread: it remembers lemmas by word type, part of speech and
/// morphology.
class Lemmatizer {
 public:
  /// \param model  must outlive the lemmatizer
  explicit Lemmatizer(const LemmatizerModel& model);

  /// Call when type numbers have become void.
  void forget_types();

  /// \param raw  the document's tokens as the tokenizer gave them, parallel to its own
  /// \param doc  tokens with span, pos and morph; lemmas are appended to doc.strings
  void apply(std::span<const RawToken> raw, Document& doc);

 private:
  struct Slot {
    std::uint64_t key = 0;  ///< type, morph and pos; 0: free
    std::uint32_t begin = 0, size = 0;
  };
  [[nodiscard]] const Slot& slot_of(std::uint64_t key, std::string_view spelling, const Token& token);
  void grow();

  const LemmatizerModel* model_;
  std::vector<Slot> slots_;
  std::size_t used_ = 0;
  std::string lemmas_;
};

}  // namespace sitcen::language
