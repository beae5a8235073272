#pragma once

#include <string>
#include <string_view>

#include "sitcen/report.h"

namespace sitcen::ingest {

/// \return SHA-256 as 64 lower-case hex digits
[[nodiscard]] std::string sha256_hex(std::string_view bytes);

/// One spelling for the addresses of one page: scheme and host in lower case, the scheme's own port, the fragment and
/// tracking parameters (tracking_parameters.inc) dropped, an empty path written "/". The rest, order included, stays.
/// \return `url` unchanged if it has no scheme and host
[[nodiscard]] std::string canonical_url(std::string_view url);

/// Fills key, version and, where none was given, id. README.md gives the bytes that are hashed.
/// \param report url already canonical
/// \param id     as given; empty: none
void identify(Report& report, std::string_view id);

}  // namespace sitcen::ingest
