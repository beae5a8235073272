#pragma once

#include <vector>

#include "reading/knowledge.h"
#include "reading/tree.h"
#include "sitcen/document.h"
#include "sitcen/findings.h"

namespace sitcen::reading {

/// Actors of one document: persons, organisations, countries and peoples by their names, with mentions and roles.
/// \param tree  of the same document
/// \return sorted by first mention; mentions sorted, no two overlap; spans are bytes into doc.text
[[nodiscard]] std::vector<Actor> read_actors(const Document& doc, const Tree& tree, const Knowledge& knowledge);

}  // namespace sitcen::reading
