#include "reading/tables/lemma_slips.h"

#include <algorithm>

#include "reading/tables/folded.h"
#include "reading/tables/table.h"

namespace sitcen::reading {

LemmaSlips::LemmaSlips(std::string_view table) {
  for_each_row(table, 3, [&](auto cells) {
    (cells[1] == "v" ? verbs_ : nouns_)[cells[0]] = cells[2];
    longest_ = std::max(longest_, cells[0].size());
  });
}

std::string_view LemmaSlips::lemma(const Document& doc, const Token& token) const {
  const std::string_view lemma = doc.lemma(token);
  const bool verb = token.pos == Pos::verb;
  if (lemma.size() > longest_ || (!verb && token.pos != Pos::noun)) return lemma;
  const auto& slips = verb ? verbs_ : nouns_;
  const auto at = slips.find(lemma);
  if (at == slips.end()) return lemma;
  const std::string_view form = doc.str(token);
  if (form.size() <= lemma.size()) return verb ? at->second : lemma;
  const bool doubled = verb && Folded(form).view()[lemma.size()] == lemma.back();
  return doubled ? lemma : at->second;
}

}  // namespace sitcen::reading
