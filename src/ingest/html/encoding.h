#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "sitcen/result.h"

namespace sitcen::ingest {

/// The page in UTF-8, its encoding found as browsers do: byte order mark, then what the transport said, then the page's
/// own <meta>; else UTF-8 where the bytes are valid UTF-8, else windows-1252. Bytes that do not decode become U+FFFD.
/// \param transport a label of the Encoding Standard, e.g. "windows-1251"
/// \param decoded   where the text is kept if it had to be decoded
/// \return the page itself, or `decoded`; unknown_encoding where `transport` is no such label
[[nodiscard]] Result<std::string_view> page_to_utf8(std::string_view page, const std::optional<std::string>& transport,
                                                    std::string& decoded);

}  // namespace sitcen::ingest
