#pragma once

#include "ingest/format.h"

namespace sitcen::ingest {

/// The reports of an XML document of the agencies or the authorities: NewsML-G2 (a news item, or a message with
/// several), NITF, CAP. Which, its root says. Rejections: no_report for packages, events, concepts, pictures, films and
/// other roots, with what they are;
///             bad_xml, not_utf8, empty_report
[[nodiscard]] std::vector<Reading> read_news_xml(std::string_view bytes, const InputHint& hint);

}  // namespace sitcen::ingest
