#pragma once

#include "ingest/agency/item.h"
#include "ingest/xml.h"

namespace sitcen::ingest {

/// Adds what an NITF article says to an item; what the item has already stays.
void take_nitf(pugi::xml_node nitf, NewsItem& item);

[[nodiscard]] Result<Report> read_nitf_report(pugi::xml_node nitf, const InputHint& hint);

/// Gives a field a value if it has none.
void take(std::string& field, std::string value);

}  // namespace sitcen::ingest
