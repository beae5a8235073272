#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sitcen/document.h"
#include "sitcen/findings.h"
#include "sitcen/report.h"

namespace sitcen::test {

/// A token as a test writes it. `text` is looked for in the report from the last token's end on.
struct Word {
  std::string text;
  Pos pos = Pos::x;
  std::string tag = {};
  std::string dep = {};
  std::uint32_t head = 0;
  std::string lemma = {};
  std::string entity = {};  ///< "B-PERSON", "I-PERSON"; empty outside
  std::string morph = {};
  bool starts_sentence = false;
};

/// Puts a document together from tokens written by hand: what the formats print does not depend on a model.
/// \param text must outlive the document
Document made_document(std::string_view text, const std::vector<Word>& words);

/// \return the bytes of the first `words` in `text` at or after `from`
Span span_of(std::string_view text, std::string_view words, std::size_t from = 0);

/// A short report with a title, accents and an emoji, its document of two sentences, and what was read from it.
struct Sample {
  Report report;
  Document document;
  Findings findings;
};
const Sample& sample();

}  // namespace sitcen::test
