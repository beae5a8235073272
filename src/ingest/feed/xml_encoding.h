#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "sitcen/result.h"

namespace sitcen::ingest {

/// An XML document in UTF-8. A byte order mark decides its encoding; else what the transport said, then what the
/// document declares, then UTF-8: the first in which all bytes are right, else the first in which most are, the rest as
/// U+FFFD; else windows-1252.
/// \param transport a name of the Encoding Standard or of ICU
[[nodiscard]] std::string xml_to_utf8(std::string_view bytes, const std::optional<std::string>& transport);

/// \return the charset that a media type names, e.g. of "text/xml; charset=utf-8"
[[nodiscard]] std::optional<std::string> charset_of(std::string_view media_type);

}  // namespace sitcen::ingest
