#pragma once

#include <vector>

#include "reading/actors/actors.h"
#include "reading/knowledge.h"
#include "reading/tree.h"
#include "sitcen/document.h"
#include "sitcen/findings.h"
#include "sitcen/report.h"

namespace sitcen::reading {

/// Who did what to whom: PLOVER's events, from verbs and nouns with what stands beside them in the parse.
/// \param cast        actors of the same document: whom the parties are
/// \param before      what is read already: an event told in a statement carries it; times, places and figures that
///                    its words govern are linked
/// \return sorted by span
[[nodiscard]] std::vector<Event> read_events(const Report& report, const Document& doc, const Tree& tree,
                                             const Cast& cast, const Findings& before, const Knowledge& knowledge);

}  // namespace sitcen::reading
