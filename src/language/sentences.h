#pragma once

#include "sitcen/document.h"

namespace sitcen::language {

/// Cuts a document whose tokens have their sentence_start into sentences: where the parser begins one, and at each
/// token that holds a newline. Fills `sentences` and each token's `sentence`; white space belongs to the sentence
/// before.
void cut_sentences(Document& doc);

}  // namespace sitcen::language
