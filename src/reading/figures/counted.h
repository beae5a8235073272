#pragma once

#include <cstdint>
#include <optional>

#include "reading/tree.h"
#include "sitcen/document.h"
#include "sitcen/span.h"

namespace sitcen::reading {

/// The thing that a figure counts: "programmes" of "28 good programmes", "exports" of "38 per cent of exports".
/// \param figure  its tokens
[[nodiscard]] std::optional<Span> counted(const Document& doc, const Tree& tree, TokenRange figure);

}  // namespace sitcen::reading
