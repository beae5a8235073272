#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/format.h"

namespace sitcen::ingest {

/// What a feed says of itself.
struct FeedHead {
  std::optional<std::string> id, title, url, byline, language;
  std::optional<Timestamp> published, updated;
};

/// An item of a feed as the feed has it, HTML turned into text.
struct FeedItem {
  std::optional<std::string> id, title, url, byline, language;
  std::optional<std::string> source;  ///< where it was first, in a feed that passes on items of others
  std::optional<Timestamp> published, updated;
  std::string content, summary;  ///< a paragraph a line; empty: none
  std::vector<OtherValue> other_values;
};

struct Feed {
  FeedHead head;
  std::function<std::optional<FeedItem>()> next;  ///< the items in their order, one at a time; none at the end
};

/// RSS 0.9 to 2.0, RDF, Atom 0.3 and 1.0, CDF and sitemaps, ill-formed or not. Memory stays in proportion to the bytes.
/// \param hint `url`: what addresses are relative to where the feed says nothing else
/// \return bad_feed
[[nodiscard]] Result<Feed> parse_xml_feed(std::string_view bytes, const IngestOptions& options);

/// JSON Feed 1.0 and 1.1.
/// \return bad_feed
[[nodiscard]] Result<Feed> parse_json_feed(std::string_view bytes, const IngestOptions& options);

}  // namespace sitcen::ingest
