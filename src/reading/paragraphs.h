#pragma once

#include <vector>

#include "reading/tree.h"
#include "sitcen/document.h"

namespace sitcen::reading {

/// \return the token ranges of the text's lines: a newline ends a paragraph; line ends belong to none
[[nodiscard]] std::vector<TokenRange> paragraphs(const Document& doc);

}  // namespace sitcen::reading
