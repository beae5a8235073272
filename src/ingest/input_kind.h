#pragma once

#include <string_view>

#include "ingest/ingest.h"

namespace sitcen::ingest {

/// \param origin a path, an address or the name of a part
/// \return automatic where the suffix says nothing
[[nodiscard]] InputKind kind_of_suffix(std::string_view origin);

/// \param media_type with or without parameters
/// \return automatic where it says nothing, as "application/octet-stream"
[[nodiscard]] InputKind kind_of_media_type(std::string_view media_type);

/// \param bytes the first of an input; text in them may be UTF-8 or UTF-16
[[nodiscard]] InputKind kind_of_content(std::string_view bytes);

inline constexpr std::size_t kSniffedBytes = 4096;  ///< that kind_of_content is to be given, where there are as many

}  // namespace sitcen::ingest
