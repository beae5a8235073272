#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>

#include "ingest/ingest.h"

namespace sitcen::ingest {

struct FileBytes {
  ByteSource bytes;
  std::optional<std::uint64_t> size;  ///< of a regular file
};

/// Opens a regular file or a pipe; it is closed with the last copy of the source.
/// \return file_not_found, is_a_folder, is_a_device, file_unreadable
[[nodiscard]] Result<FileBytes> bytes_of_file(const std::filesystem::path& file);

}  // namespace sitcen::ingest
