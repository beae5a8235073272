#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "reading/actors/names.h"

namespace sitcen::reading {

/// Which actor a name belongs to, and why.
struct Identity {
  std::uint32_t actor = 0;  ///< index into Identities::fullest
  std::string_view reason;  ///< static
  float score = 1;
};

struct Identities {
  std::vector<Identity> of_name;       ///< parallel to the names
  std::vector<std::uint32_t> fullest;  ///< per actor, in the order of first names: index of its fullest name
};

/// Puts the names of one actor together: the same name, a surname or given name alone, an acronym, an organisation
/// without its designator, a country under any of its names. Of two with one surname the one named last is meant.
[[nodiscard]] Identities identify(const Document& doc, std::span<const Name> names, const Knowledge& knowledge);

}  // namespace sitcen::reading
