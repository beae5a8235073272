#pragma once

#include <cstdint>

#include "reading/tree.h"
#include "sitcen/document.h"

namespace sitcen::reading {

/// Which way from now a clause looks.
enum class Tense : std::uint8_t { none, past, present, future };

/// \return the tense of the clause that a token stands in: of the verb it hangs on
[[nodiscard]] Tense tense_at(const Document& doc, const Tree& tree, std::uint32_t token);

}  // namespace sitcen::reading
