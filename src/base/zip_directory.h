#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

namespace sitcen::base {

/// A file of a ZIP archive, as its central directory has it.
struct ZipEntry {
  std::string path;        ///< relative, '/' between folders
  std::uint64_t data = 0;  ///< offset of the packed bytes
  std::uint64_t packed = 0, size = 0;
  std::uint32_t crc = 0;
  std::uint16_t method = 0;  ///< 0 stored, 8 deflated
  std::string fault;         ///< why it cannot be read; empty: it can
};

inline constexpr std::uint16_t kZipStored = 0;
inline constexpr std::uint16_t kZipDeflated = 8;

/// Reads the central directory of a ZIP archive, ZIP64 included; nothing is unpacked. Files with a `fault`: encrypted,
/// packed by another method, of a path that leaves the archive, cut, sharing bytes with another, named twice.
/// \param archive     all of its bytes
/// \param most_entries an archive with more is refused
/// \return files without the folders, sorted by path; the reason where the archive as a whole cannot be read
[[nodiscard]] tl::expected<std::vector<ZipEntry>, std::string> read_zip_directory(std::string_view archive,
                                                                                  std::size_t most_entries);

}  // namespace sitcen::base
