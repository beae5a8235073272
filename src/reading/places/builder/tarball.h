#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>

#include "sitcen/result.h"

namespace sitcen::reading {

/// What a tarball may ask for before it is refused.
struct TarballLimits {
  std::uint64_t total_bytes = std::uint64_t{1} << 30U;  ///< all of it, unpacked
};

/// Reads files out of a .tgz, passing over all other files.
/// \param wanted  paths inside it; \param name what errors call it
/// \return path -> content of those that are there; import_damaged where it cannot be unpacked
[[nodiscard]] Result<std::map<std::string, std::string>> read_tarball(std::string_view bytes,
                                                                      std::span<const std::string_view> wanted,
                                                                      std::string_view name, TarballLimits limits = {});

}  // namespace sitcen::reading
