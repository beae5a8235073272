#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "ingest/html/page.h"

namespace sitcen::ingest {

/// What a block of a page is to the article.
enum class Part : std::uint8_t { none, headline, body, caption, credit };

/// Chooses the article among a page's blocks by where its paragraphs stand thickest. README.md says how.
/// \param title what the page's metadata call the article; empty: nothing
/// \return a part for each block, in text order; at most one headline
[[nodiscard]] std::vector<Part> choose_article(const Page& page, std::string_view title);

}  // namespace sitcen::ingest
