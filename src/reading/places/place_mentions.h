#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "reading/knowledge.h"
#include "reading/tree.h"
#include "sitcen/document.h"
#include "sitcen/findings.h"

namespace sitcen::reading {

/// Words of a text that name a place, before it is known which.
struct PlaceMention {
  TokenRange range;
  std::string key;  ///< what it is looked up by; "=US.KS" for an abbreviation
  PlaceRole role = PlaceRole::place;
  std::string_view rule;
  bool unit = false;     ///< a county and the like: towns are not meant
  bool demonym = false;  ///< "Syrian": the country is spoken of, no place
  bool listed = true;    ///< the gazetteer has the name
};

/// \return the mentions, sorted, disjoint
[[nodiscard]] std::vector<PlaceMention> find_place_mentions(const Document& doc, const Tree& tree,
                                                            const Knowledge& knowledge);

}  // namespace sitcen::reading
