#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "reading/tree.h"
#include "sitcen/document.h"

namespace sitcen::reading {

/// Where the words of each paragraph begin: behind "KYIV, March 3 (Reuters) -", which says where and when a report was
/// written and is no part of what anybody said.
/// \return parallel to the paragraphs: the first token that is no dateline
[[nodiscard]] std::vector<std::uint32_t> behind_datelines(const Document& doc, std::span<const TokenRange> paragraphs);

/// \return per token: it stands in a dateline
[[nodiscard]] std::vector<bool> dateline_words(const Document& doc);

}  // namespace sitcen::reading
