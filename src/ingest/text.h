#pragma once

#include <string>
#include <string_view>

#include "ingest/format.h"

namespace sitcen::ingest {

/// A plain text as a report: the text is the input's to the character, without a byte order mark; nothing else is
/// known.
/// \return not_utf8, bad_encoding, unknown_encoding, report_too_long, empty_report
[[nodiscard]] Result<Report> read_text(std::string_view bytes, const InputHint& hint);

/// \return whether a text has nothing but white space
[[nodiscard]] bool is_blank(std::string_view text);

/// \param size how many there are, where it is known: then they are not moved while they come
/// \return all bytes; report_too_long where there are more than `limit`, without reading on
[[nodiscard]] Result<std::string> read_all(const ByteSource& bytes, std::size_t limit,
                                           std::optional<std::uint64_t> size = {});

}  // namespace sitcen::ingest
