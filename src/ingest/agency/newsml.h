#pragma once

#include "ingest/format.h"
#include "ingest/xml.h"

namespace sitcen::ingest {

/// A news item of NewsML-G2.
/// \return no_report where it is another item, or holds no text
[[nodiscard]] Result<Report> read_news_item(pugi::xml_node item, const InputHint& hint);

/// The items of a news message, each a part by its guid.
[[nodiscard]] std::vector<Reading> read_news_message(pugi::xml_node message, const InputHint& hint);

}  // namespace sitcen::ingest
