#pragma once

#include <vector>

#include "reading/knowledge.h"
#include "reading/tree.h"
#include "sitcen/document.h"
#include "sitcen/findings.h"
#include "sitcen/report.h"

namespace sitcen::reading {

/// Where: the places that a document names, each with the one of the gazetteer that it means.
/// \param report  its source says where it was written
/// \return sorted by span, disjoint; empty without a gazetteer
[[nodiscard]] std::vector<Place> read_places(const Report& report, const Document& doc, const Tree& tree,
                                             const Knowledge& knowledge);

}  // namespace sitcen::reading
