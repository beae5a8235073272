#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/zip_directory.h"
#include "sitcen/result.h"

namespace sitcen::language {

/// What an archive may ask for before it is refused; far above any pipeline, far below what hurts a machine.
struct ZipLimits {
  std::size_t entries = 10'000;
  std::uint64_t entry_bytes = std::uint64_t{1} << 30;  ///< one file, unpacked
  std::uint64_t total_bytes = std::uint64_t{2} << 30;  ///< all files, unpacked
  std::uint64_t ratio = 200;                           ///< unpacked / packed, for files above one MiB
};

/// A ZIP archive in memory, refused as a whole where one of its files cannot be read.
class ZipArchive {
 public:
  using Entry = base::ZipEntry;

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
