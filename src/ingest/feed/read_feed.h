#pragma once

#include <string_view>

#include "ingest/format.h"

namespace sitcen::ingest {

/// A feed as reports, one for each item: its title as headline, then its content, else its summary, a paragraph a line;
/// byline, address, times and language as the item has them, the feed's title as source. An item without a title and
/// without a text is a rejection (empty_report) that names it; a feed that is none, or has no items, is one as well.
/// RSS, RDF, Atom, CDF and sitemaps.
[[nodiscard]] Reports read_xml_feed(std::string_view bytes, const InputHint& hint);
/// The same for JSON Feed.
[[nodiscard]] Reports read_json_feed(std::string_view bytes, const InputHint& hint);

}  // namespace sitcen::ingest
