#pragma once

#include <string>
#include <string_view>

namespace sitcen::reading {

/// Writes to `out` how a place's name is looked up: small letters without accents, full stops and apostrophes, hyphens
/// as spaces, "St", "Mt", "Ft" in full, no "the" in front. Valid UTF-8 in, valid UTF-8 out.
void make_name_key(std::string_view name, std::string& out);

[[nodiscard]] std::string name_key(std::string_view name);

}  // namespace sitcen::reading
