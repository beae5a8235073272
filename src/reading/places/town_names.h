#pragma once

#include <vector>

#include "reading/knowledge.h"
#include "reading/tree.h"
#include "sitcen/document.h"

namespace sitcen::reading {

/// Towns that the model took for persons: one word, large by the gazetteer, that stands nowhere in the text but behind
/// prepositions that lead to places ("timber for Rotterdam").
/// \return per entity of the document; empty without a gazetteer or where there are none
[[nodiscard]] std::vector<bool> towns_taken_for_persons(const Document& doc, const Tree& tree,
                                                        const Knowledge& knowledge);

}  // namespace sitcen::reading
