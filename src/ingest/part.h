#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ingest/format.h"

namespace sitcen::ingest {

/// The hint for a part of a container: origin "container!name", one deeper, its kind and encoding open again unless the
/// caller of the whole gave the encoding.
/// \param name foreign bytes: what is no UTF-8 and control characters become U+FFFD
[[nodiscard]] InputHint part_of(const InputHint& whole, std::string_view name);

/// Gives a part the media type that stands beside it, with its charset where that is one that is known.
void tell_media_type(InputHint& part, std::string_view media_type);

/// \return whether a media type is of what pages are made of beside their text: pictures, sound, films, fonts, style,
///         scripts
[[nodiscard]] bool is_no_text(std::string_view media_type);

/// Gives a report an address, if it says none of its own, and the time it was fetched; an address of its own that is
/// another one stays, the one given is kept beside it.
void tell_fetched(Report& report, std::string_view url, const std::optional<Timestamp>& fetched);

/// \return UTF-8: the bytes, with U+FFFD for what is none and for control characters but line ends (CRLF as LF) and
///         tabs
[[nodiscard]] std::string readable_utf8(std::string_view bytes);

}  // namespace sitcen::ingest
