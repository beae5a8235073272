#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "language/frozen_table.h"
#include "language/model_file.h"
#include "language/type_table.h"
#include "sitcen/document.h"
#include "sitcen/result.h"

namespace sitcen::language {

/// Suffix rules, known words and exceptions by part of speech (spaCy's mode "rule"): immutable.
/// Arrays: lemmatizer.base_forms (one byte: 1 where English's rule for base forms holds); for a part of speech in lower
/// case, where it has any: lemmatizer.POS.rules (lines "old TAB new"), lemmatizer.POS.index (table),
/// lemmatizer.POS.exceptions (table) with lemmatizer.POS.forms and .form_ends (the exception's lemmas, a line each).
class LemmatizerModel {
 public:
  [[nodiscard]] static Result<LemmatizerModel> load(const ModelFile& file, const Labels& labels);

  /// Appends the lemma of one word to `out`.
  void append_lemma(std::string_view spelling, Pos pos, std::uint16_t morph, std::string& out) const;

 private:
  struct Tables {
    std::vector<std::pair<std::string_view, std::string_view>> rules;
    FrozenTable index, exceptions;
    std::span<const std::uint32_t> form_ends;
    std::string_view forms;
    [[nodiscard]] bool empty() const noexcept { return rules.empty() && index.size() == 0 && exceptions.size() == 0; }
  };
  [[nodiscard]] bool is_base_form(Pos pos, std::uint16_t morph) const noexcept;
  [[nodiscard]] static Result<Tables> load_tables(const ModelFile& file, const std::string& prefix);
  static void append_by_rules(const Tables& tables, std::string_view spelling, std::string& out);

  std::array<Tables, static_cast<std::size_t>(Pos::space) + 1> tables_;
  std::vector<std::uint8_t> morphs_;  ///< what a base form is known by, as bits, by morphology label
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
