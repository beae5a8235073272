#pragma once

#include <string>

#include "sitcen/document.h"
#include "sitcen/report.h"

namespace sitcen::exchange {

/// The parse of one report as CoNLL-U v2: one sentence of the parser a block, ten columns, an empty line after each.
/// White-space tokens have no line, as CoNLL-U knows none: the white space stands in MISC of the word before it
/// (SpacesAfter, or SpacesBefore for the very first), so that the text can be put together again to the byte.
/// Heads that are white space are replaced by their own heads. Entities stand in MISC as NER=B-PERSON.
[[nodiscard]] std::string conllu(const Report& report, const Document& doc);

}  // namespace sitcen::exchange
