#pragma once

#include <string_view>

#include "ingest/ingest.h"

namespace simdjson::dom {
class parser;
}

namespace sitcen::ingest {

/// One line of JSON Lines as a report: {"id", "text", "title", "published", "source", "url", "language"}, all but
/// "text" optional, null the same as absent, other keys passed over. A "published" that is no time stays unknown.
/// \param line   UTF-8, with simdjson's padding behind it
/// \param number of the line, for the error
/// \return bad_json, empty_report
[[nodiscard]] Result<Report> read_json_report(std::string_view line, std::size_t number, std::string_view origin,
                                              simdjson::dom::parser& parser);

}  // namespace sitcen::ingest
