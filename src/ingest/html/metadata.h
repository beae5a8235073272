#pragma once

#include <optional>
#include <string>

#include "ingest/html/page.h"
#include "sitcen/report.h"

namespace sitcen::ingest {

/// What the head of a page says of its article; nothing is taken from the text.
struct Metadata {
  std::optional<std::string> title, byline, source, url, language;
  std::optional<Timestamp> published, updated;
};

/// From JSON-LD of an article, <meta> (Open Graph, Dublin Core and the usual names), <link rel=canonical>, <html lang>.
[[nodiscard]] Metadata read_metadata(const Page& page);

/// \return the text with each run of white space as one space, none around it
[[nodiscard]] std::string collapsed(std::string_view text);

}  // namespace sitcen::ingest
