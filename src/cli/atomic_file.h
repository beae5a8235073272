#pragma once

#include <filesystem>
#include <string_view>

#include "sitcen/result.h"

namespace sitcen::cli {

/// Writes a whole file or nothing: into a new file beside it, to the disk, then over the old one.
/// \return file_unwritable with the reason; then neither the old file nor anything else has changed
[[nodiscard]] Result<void> write_atomically(const std::filesystem::path& path, std::string_view bytes);

}  // namespace sitcen::cli
