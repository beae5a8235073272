#pragma once

#include <string>

#include "sitcen/document.h"
#include "sitcen/findings.h"

namespace sitcen::reading {

/// What no text and no parse may bring about: spans outside the text or across letters, findings that point at nothing,
/// pieces of a statement that overlap or hold a line end, a statement that leaves its paragraph though its rule gives
/// no reason for it.
/// \return the first thing that is wrong, empty if nothing is
[[nodiscard]] std::string what_is_wrong(const Document& doc, const Findings& findings);

}  // namespace sitcen::reading
