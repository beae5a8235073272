#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sitcen/result.h"

namespace sitcen::language {

/// What an archive may ask for before it is refused; far above any pipeline, far below what hurts a machine.
struct ZipLimits {
  std::size_t entries = 10'000;
  std::uint64_t entry_bytes = std::uint64_t{1} << 30;  ///< one file, unpacked
  std::uint64_t total_bytes = std::uint64_t{2} << 30;  ///< all files, unpacked
  std::uint64_t ratio = 200;                           ///< unpacked / packed, for files above one MiB
};

/// A ZIP archive in memory: stored and deflated files, found through the central directory.
/// Refused: ZIP64, several disks, encryption, other methods, overlapping or doubled files, paths that leave the
/// archive.
class ZipArchive {
 public:
  struct Entry {
    std::string path;        ///< relative, '/' between folders
    std::uint64_t data = 0;  ///< offset of the packed bytes
    std::uint64_t packed = 0, size = 0;
    std::uint32_t crc = 0;
    std::uint16_t method = 0;  ///< 0 stored, 8 deflated
  };

  /// \param name  what errors call the archive
  /// \return import_damaged with the reason
  [[nodiscard]] static Result<ZipArchive> open(std::string bytes, std::string name, ZipLimits limits = {});

  /// \return all files, sorted by path
  [[nodiscard]] std::span<const Entry> entries() const noexcept { return entries_; }
  /// \return none if there is no such file
  [[nodiscard]] const Entry* find(std::string_view path) const noexcept;
  /// Unpacks one file and checks its CRC.
  [[nodiscard]] Result<std::string> read(const Entry& entry) const;
  [[nodiscard]] std::string_view bytes() const noexcept { return bytes_; }

 private:
  ZipArchive(std::string bytes, std::string name) : bytes_(std::move(bytes)), name_(std::move(name)) {}
  [[nodiscard]] Result<void> parse(const ZipLimits& limits);
  [[nodiscard]] tl::unexpected<Error> damaged(std::string_view why) const;

  std::string bytes_;
  std::string name_;
  std::vector<Entry> entries_;
};

}  // namespace sitcen::language
