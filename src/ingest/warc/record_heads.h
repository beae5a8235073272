#pragma once

#include <optional>
#include <string_view>

#include "ingest/warc/records.h"

namespace sitcen::ingest {

/// \param head from "WARC/" to the empty line
[[nodiscard]] ParsedHead read_warc_head(std::string_view head);

/// \param line of ARC 1 or 2, without its end: address (which may hold spaces), IP address, date, media type, ...,
/// length
/// \return none where it is no such line
[[nodiscard]] std::optional<ParsedHead> read_arc_head(std::string_view line);

/// \return where the first head starts that cannot be anything else
[[nodiscard]] std::optional<std::size_t> find_warc_head(std::string_view bytes);
[[nodiscard]] std::optional<std::size_t> find_arc_head(std::string_view bytes);

}  // namespace sitcen::ingest
