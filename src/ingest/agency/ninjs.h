#pragma once

#include "ingest/format.h"

namespace sitcen::ingest {

/// The items of a ninjs document (1.0 to 3.x, told by their fields, whatever version they name): one, or an array.
/// Rejections: bad_json, no_report for pictures, films and packages without text, empty_report
[[nodiscard]] std::vector<Reading> read_ninjs(std::string_view bytes, const InputHint& hint);

/// \return whether a JSON object whose beginning this is looks like a ninjs item
[[nodiscard]] bool is_ninjs(std::string_view head);

}  // namespace sitcen::ingest
