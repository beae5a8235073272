#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/html/page.h"
#include "sitcen/report.h"

namespace sitcen::ingest {

/// What a page says of its article.
struct Metadata {
  std::optional<std::string> title, byline, source, url, language;
  std::optional<Timestamp> published, updated;
  std::vector<OtherValue> others;  ///< what weaker places say, where it is something else
};

/// From JSON-LD of an article, <meta> (Open Graph, Dublin Core and the usual names), <link rel=canonical>, <html lang>,
/// and schema.org's properties in the text; in this order.
[[nodiscard]] Metadata read_metadata(const Page& page);

/// Takes the headline in the text for the title; what metadata call the article otherwise is kept beside it.
void prefer_title(Metadata& metadata, std::string headline);

/// Takes a time of publication that the page shows or its address has: the report's where there is none yet, else an
/// account beside it where it is another day.
void add_published(Metadata& metadata, std::optional<Timestamp> time);

/// \return "en", "pt-BR"; "en_GB" as "en-GB"; none for anything that is no language tag
[[nodiscard]] std::optional<std::string> language_tag(std::string_view text);

/// \return the text with each run of white space as one space, none around it
[[nodiscard]] std::string collapsed(std::string_view text);

}  // namespace sitcen::ingest
