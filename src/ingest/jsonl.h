#pragma once

#include <string_view>

#include "ingest/format.h"

namespace sitcen::ingest {

/// The lines of JSON Lines, each a report {"id", "text", "title", "published", "source", "url", "language"}, all but
/// "text" optional, null the same as absent, other keys passed over. A "published" that is no time stays unknown.
/// Rejections: bad_json, not_utf8, bad_encoding, report_too_long, empty_report, unknown_encoding
[[nodiscard]] Reports read_json_lines(ByteSource bytes, InputHint hint);

/// \return why JSON cannot be parsed, in words for people
[[nodiscard]] std::string_view json_reason(int error);

}  // namespace sitcen::ingest
