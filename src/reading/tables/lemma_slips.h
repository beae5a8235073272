#pragma once

#include <tsl/robin_map.h>

#include <string_view>

#include "sitcen/document.h"

namespace sitcen::reading {

/// lemma_slips.tsv, compiled: words whose forms the lemmatizer takes for another's. Views point into the table's text,
/// which must outlive it.
class LemmaSlips {
 public:
  LemmaSlips() = default;
  explicit LemmaSlips(std::string_view table);

  /// \return the lemma of a token, put right where the lemmatizer slips: "raped" is no form of "rap"
  [[nodiscard]] std::string_view lemma(const Document& doc, const Token& token) const;

 private:
  tsl::robin_map<std::string_view, std::string_view> verbs_, nouns_;
  std::size_t longest_ = 0;
};

}  // namespace sitcen::reading
