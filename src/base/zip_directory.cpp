#include "base/zip_directory.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace sitcen::base {
namespace {

constexpr std::uint32_t kLocalHeader = 0x04034b50;
constexpr std::uint32_t kCentralHeader = 0x02014b50;
constexpr std::uint32_t kEnd = 0x06054b50;
constexpr std::uint32_t kEnd64 = 0x06064b50;
constexpr std::uint32_t kEnd64Locator = 0x07064b50;
constexpr std::size_t kLocalHeaderSize = 30;
constexpr std::size_t kCentralHeaderSize = 46;
constexpr std::size_t kEndSize = 22;
constexpr std::size_t kEnd64Size = 56;
constexpr std::size_t kEnd64LocatorSize = 20;
constexpr std::size_t kLongestComment = 0xFFFF;
constexpr std::uint32_t kIn64 = 0xFFFFFFFF;  ///< a number that stands in the ZIP64 field
constexpr std::uint16_t kField64 = 1;
constexpr std::uint16_t kEncrypted = 1;

/// Little-endian numbers at offsets that the caller has checked.
std::uint64_t number(std::string_view bytes, std::uint64_t at, std::size_t size) {
  std::uint64_t value = 0;
  for (std::size_t i = size; i-- > 0;) {
    value = value << 8 | static_cast<unsigned char>(bytes[static_cast<std::size_t>(at) + i]);
  }
  return value;
}
std::uint16_t u16(std::string_view bytes, std::uint64_t at) { return static_cast<std::uint16_t>(number(bytes, at, 2)); }
std::uint32_t u32(std::string_view bytes, std::uint64_t at) { return static_cast<std::uint32_t>(number(bytes, at, 4)); }
std::uint64_t u64(std::string_view bytes, std::uint64_t at) { return number(bytes, at, 8); }

/// The end record stands at the file's end, before a comment of at most 65,535 bytes.
std::optional<std::size_t> find_end(std::string_view bytes) {
  if (bytes.size() < kEndSize) return std::nullopt;
  const std::size_t last = bytes.size() - kEndSize;
  const std::size_t first = last > kLongestComment ? last - kLongestComment : 0;
  for (std::size_t at = last + 1; at-- > first;) {
    if (bytes[at] != 'P' || u32(bytes, at) != kEnd) continue;
    if (at + kEndSize + u16(bytes, at + 20) == bytes.size()) return at;
  }
  return std::nullopt;
}

/// Relative, without "." and "..", so that no name means a place outside the archive or two names one file.
bool is_plain_path(std::string_view path) {
  if (path.empty() || path.find('\\') != path.npos || path.find('\0') != path.npos) return false;
  for (std::size_t at = 0; at <= path.size();) {
    const std::size_t end = std::min(path.find('/', at), path.size());
    const std::string_view part = path.substr(at, end - at);
    if (part.empty() || part == "." || part == "..") return false;
    at = end + 1;
  }
  return true;
}

struct Directory {
  std::uint64_t begin = 0, size = 0, count = 0;
};

tl::expected<Directory, std::string> find_directory(std::string_view all) {
  const auto end = find_end(all);
  if (!end) return tl::unexpected<std::string>("it is not a ZIP archive, or its end is missing");
  Directory out{u32(all, *end + 16), u32(all, *end + 12), u16(all, *end + 10)};
  if (u16(all, *end + 4) != 0 || u16(all, *end + 6) != 0 || u16(all, *end + 8) != out.count) {
    return tl::unexpected<std::string>("it is spread over several disks");
  }
  std::uint64_t behind = *end;
  if (*end >= kEnd64LocatorSize && u32(all, *end - kEnd64LocatorSize) == kEnd64Locator) {
    const std::uint64_t at = u64(all, *end - kEnd64LocatorSize + 8);
    if (at > *end || *end - at < kEnd64Size || u32(all, at) != kEnd64)
      return tl::unexpected<std::string>("its end is damaged");
    out = {u64(all, at + 48), u64(all, at + 40), u64(all, at + 32)};
    behind = at;
  }
  if (out.begin > behind || out.size > behind - out.begin) return tl::unexpected<std::string>("its directory is cut");
  return out;
}

/// Takes the numbers that did not fit from the ZIP64 field, in their fixed order.
void take_field64(std::string_view extra, ZipEntry& entry, std::uint64_t& local) {
  while (extra.size() >= 4) {
    const std::uint16_t id = u16(extra, 0);
    const std::size_t size = std::min<std::size_t>(u16(extra, 2), extra.size() - 4);
    if (id == kField64) {
      std::string_view field = extra.substr(4, size);
      for (std::uint64_t* value : {&entry.size, &entry.packed, &local}) {
        if (*value != kIn64 || field.size() < 8) continue;
        *value = u64(field, 0);
        field.remove_prefix(8);
      }
      return;
    }
    extra.remove_prefix(4 + size);
  }
}

/// Finds the packed bytes of a file.
/// \return why they cannot be read; empty: they can
std::string locate(std::string_view all, std::uint64_t directory, std::uint64_t local, ZipEntry& entry) {
  if (local > directory || directory - local < kLocalHeaderSize || u32(all, local) != kLocalHeader) {
    return "no header where it should start";
  }
  const std::uint64_t names = std::uint64_t{u16(all, local + 26)} + u16(all, local + 28);
  entry.data = local + kLocalHeaderSize + names;
  if (entry.data > directory || entry.packed > directory - entry.data) return "cut";
  const std::string_view name = all.substr(static_cast<std::size_t>(local) + kLocalHeaderSize, u16(all, local + 26));
  if (name != entry.path) return "its two names differ";
  return {};
}

}  // namespace

tl::expected<std::vector<ZipEntry>, std::string> read_zip_directory(std::string_view archive,
                                                                    std::size_t most_entries) {
  const auto directory = find_directory(archive);
  if (!directory) return tl::unexpected(directory.error());
  if (directory->count > most_entries) {
    return tl::unexpected<std::string>("it holds " + std::to_string(directory->count) + " files, more than are read");
  }
  struct Extent {
    std::uint64_t begin, end;
    std::size_t entry;
  };
  std::vector<ZipEntry> entries;
  std::vector<Extent> extents;
  std::uint64_t at = directory->begin;
  const std::uint64_t end = directory->begin + directory->size;
  for (std::uint64_t i = 0; i < directory->count; ++i) {
    const auto damaged = [&] { return tl::unexpected("its directory is damaged at byte " + std::to_string(at)); };
    if (end - at < kCentralHeaderSize || u32(archive, at) != kCentralHeader) return damaged();
    const std::size_t name_size = u16(archive, at + 28);
    const std::size_t extra_size = u16(archive, at + 30);
    const std::size_t comment_size = u16(archive, at + 32);
    if (end - at - kCentralHeaderSize < name_size + extra_size + comment_size) return damaged();
    ZipEntry entry;
    entry.method = u16(archive, at + 10);
    entry.crc = u32(archive, at + 16);
    entry.packed = u32(archive, at + 20);
    entry.size = u32(archive, at + 24);
    std::uint64_t local = u32(archive, at + 42);
    const std::size_t name_at = static_cast<std::size_t>(at) + kCentralHeaderSize;
    entry.path = archive.substr(name_at, name_size);
    take_field64(archive.substr(name_at + name_size, extra_size), entry, local);
    const bool encrypted = (u16(archive, at + 8) & kEncrypted) != 0;
    at += kCentralHeaderSize + name_size + extra_size + comment_size;

    if (entry.path.ends_with('/') && entry.size == 0) continue;  // a folder
    if (!is_plain_path(entry.path)) {
      entry.fault = "its path is not a plain relative one";
    } else if (encrypted) {
      entry.fault = "encrypted";
    } else if (entry.method != kZipStored && entry.method != kZipDeflated) {
      entry.fault = "packed with method " + std::to_string(entry.method) + "; only stored and deflated are read";
    } else if (entry.method == kZipStored && entry.size != entry.packed) {
      entry.fault = "its two sizes differ";
    } else {
      entry.fault = locate(archive, directory->begin, local, entry);
    }
    if (entry.fault.empty()) extents.push_back({local, entry.data + entry.packed, entries.size()});
    entries.push_back(std::move(entry));
  }

  // Files that share bytes are how a small archive pretends to be a huge one.
  std::ranges::sort(extents, {}, [](const Extent& extent) { return std::pair(extent.begin, extent.entry); });
  std::uint64_t covered = 0;
  for (const Extent& extent : extents) {
    if (extent.begin < covered) entries[extent.entry].fault = "it overlaps another file";
    covered = std::max(covered, extent.end);
  }
  std::ranges::stable_sort(entries, {}, &ZipEntry::path);
  for (std::size_t i = 1; i < entries.size(); ++i) {
    if (entries[i].path == entries[i - 1].path && entries[i].fault.empty()) entries[i].fault = "it stands there twice";
  }
  return entries;
}

}  // namespace sitcen::base
