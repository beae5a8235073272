#pragma once

#include <vector>

#include "reading/knowledge.h"
#include "reading/tree.h"
#include "sitcen/document.h"
#include "sitcen/findings.h"

namespace sitcen::reading {

/// Figures of one document: numbers, ordinals, percentages, money, quantities, ages, temperatures and ranges, each with
/// the thing counted where the parse tells it. Dates, clock times, names with numbers in them, telephone numbers are
/// none.
/// \param tree  of the same document
/// \return sorted by span, none inside another; spans are bytes into doc.text
[[nodiscard]] std::vector<Figure> read_figures(const Document& doc, const Tree& tree, const Knowledge& knowledge);

}  // namespace sitcen::reading
