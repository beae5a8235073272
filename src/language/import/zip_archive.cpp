#include "language/import/zip_archive.h"

#include <libdeflate.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <optional>

namespace sitcen::language {
namespace {

constexpr std::uint32_t kLocalHeader = 0x04034b50;
constexpr std::uint32_t kCentralHeader = 0x02014b50;
constexpr std::uint32_t kEndOfDirectory = 0x06054b50;
constexpr std::size_t kLocalHeaderSize = 30;
constexpr std::size_t kCentralHeaderSize = 46;
constexpr std::size_t kEndOfDirectorySize = 22;
constexpr std::size_t kLongestComment = 0xFFFF;
constexpr std::uint16_t kStored = 0;
constexpr std::uint16_t kDeflated = 8;

/// Little-endian numbers at offsets that the caller has checked.
template <class T>
T number(std::string_view bytes, std::size_t at) {
  T value;
  std::memcpy(&value, bytes.data() + at, sizeof value);
  return value;
}
std::uint16_t u16(std::string_view bytes, std::size_t at) { return number<std::uint16_t>(bytes, at); }
std::uint32_t u32(std::string_view bytes, std::size_t at) { return number<std::uint32_t>(bytes, at); }

/// The end record stands at the file's end, before a comment of at most 65,535 bytes.
std::optional<std::size_t> find_end_of_directory(std::string_view bytes) {
  if (bytes.size() < kEndOfDirectorySize) return std::nullopt;
  const std::size_t last = bytes.size() - kEndOfDirectorySize;
  const std::size_t first = last > kLongestComment ? last - kLongestComment : 0;
  for (std::size_t at = last + 1; at-- > first;) {
    if (u32(bytes, at) == kEndOfDirectory && at + kEndOfDirectorySize + u16(bytes, at + 20) == bytes.size()) return at;
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

struct Decompressor {
  void operator()(libdeflate_decompressor* d) const noexcept { libdeflate_free_decompressor(d); }
};

}  // namespace

tl::unexpected<Error> ZipArchive::damaged(std::string_view why) const {
  return fail(ErrorCode::import_damaged, {name_, why});
}

Result<ZipArchive> ZipArchive::open(std::string bytes, std::string name, ZipLimits limits) {
  ZipArchive archive(std::move(bytes), std::move(name));
  if (auto ok = archive.parse(limits); !ok) return fail(std::move(ok.error()));
  return archive;
}

Result<void> ZipArchive::parse(const ZipLimits& limits) {
  const std::string_view all = bytes_;
  const auto end = find_end_of_directory(all);
  if (!end) return damaged("it is not a ZIP archive, or its end is missing");
  const std::size_t count = u16(all, *end + 10);
  const std::uint64_t size = u32(all, *end + 12);
  const std::uint64_t begin = u32(all, *end + 16);
  if (u16(all, *end + 4) != 0 || u16(all, *end + 6) != 0 || u16(all, *end + 8) != count)
    return damaged("it is spread over several disks");
  if (count == 0xFFFF || size == 0xFFFFFFFF || begin == 0xFFFFFFFF) return damaged("ZIP64 is not supported");
  if (begin + size > *end) return damaged("its directory is cut");
  if (count > limits.entries) return damaged("it holds " + std::to_string(count) + " files, too many for a pipeline");

  struct Extent {
    std::uint64_t begin, end;
  };
  std::vector<Extent> extents;
  std::uint64_t total = 0;
  std::size_t at = begin;
  const std::size_t directory_end = begin + size;
  for (std::size_t i = 0; i < count; ++i) {
    if (directory_end - at < kCentralHeaderSize || u32(all, at) != kCentralHeader)
      return damaged("its directory is damaged at byte " + std::to_string(at));
    const std::uint16_t flags = u16(all, at + 8);
    Entry entry;
    entry.method = u16(all, at + 10);
    entry.crc = u32(all, at + 16);
    entry.packed = u32(all, at + 20);
    entry.size = u32(all, at + 24);
    const std::size_t name_size = u16(all, at + 28);
    const std::size_t skip = std::size_t{u16(all, at + 30)} + u16(all, at + 32);
    const std::uint64_t local = u32(all, at + 42);
    if (directory_end - at - kCentralHeaderSize < name_size + skip)
      return damaged("its directory is damaged at byte " + std::to_string(at));
    const std::string_view path = all.substr(at + kCentralHeaderSize, name_size);
    at += kCentralHeaderSize + name_size + skip;

    if (path.ends_with('/') && entry.size == 0) continue;  // a folder
    entry.path = path;
    if (!is_plain_path(path))
      return damaged("the path of file " + std::to_string(i + 1) + " is not a plain relative path");
    const auto refuse = [&](std::string_view why) { return damaged(entry.path + ": " + std::string(why)); };
    if ((flags & 1) != 0) return refuse("encrypted");
    if (entry.method != kStored && entry.method != kDeflated)
      return refuse("packed with method " + std::to_string(entry.method) + "; only stored and deflated are read");
    if (entry.packed == 0xFFFFFFFF || entry.size == 0xFFFFFFFF || local == 0xFFFFFFFF)
      return refuse("ZIP64 is not supported");
    if (entry.size > limits.entry_bytes) return refuse("too large for a part of a pipeline");
    total += entry.size;
    if (total > limits.total_bytes) return damaged("its files are too large for a pipeline");
    if (entry.size > (std::uint64_t{1} << 20) && entry.size / limits.ratio > entry.packed)
      return refuse("unpacks to more than " + std::to_string(limits.ratio) + " times its size");
    if (entry.method == kStored && entry.size != entry.packed) return refuse("its two sizes differ");

    if (local + kLocalHeaderSize > begin || u32(all, local) != kLocalHeader)
      return refuse("no header where it should start");
    const std::uint64_t names = std::uint64_t{u16(all, local + 26)} + u16(all, local + 28);
    entry.data = local + kLocalHeaderSize + names;
    if (entry.data + entry.packed > begin) return refuse("cut");
    if (all.substr(local + kLocalHeaderSize, u16(all, local + 26)) != path) return refuse("its two names differ");
    extents.push_back({local, entry.data + entry.packed});
    entries_.push_back(std::move(entry));
  }

  // Files that share bytes are how a small archive pretends to be a huge one.
  std::ranges::sort(extents, {}, &Extent::begin);
  for (std::size_t i = 1; i < extents.size(); ++i)
    if (extents[i].begin < extents[i - 1].end) return damaged("two of its files overlap");
  std::ranges::sort(entries_, {}, &Entry::path);
  for (std::size_t i = 1; i < entries_.size(); ++i)
    if (entries_[i].path == entries_[i - 1].path) return damaged(entries_[i].path + ": stands there twice");
  return {};
}

const ZipArchive::Entry* ZipArchive::find(std::string_view path) const noexcept {
  const auto at = std::ranges::lower_bound(entries_, path, {}, [](const Entry& e) { return std::string_view(e.path); });
  return at != entries_.end() && at->path == path ? &*at : nullptr;
}

Result<std::string> ZipArchive::read(const Entry& entry) const {
  const std::string_view packed = std::string_view(bytes_).substr(entry.data, entry.packed);
  std::string out;
  if (entry.method == kStored) {
    out = packed;
  } else {
    const std::unique_ptr<libdeflate_decompressor, Decompressor> decompressor(libdeflate_alloc_decompressor());
    if (!decompressor) return fail(ErrorCode::internal, {"out of memory"});
    out.resize(entry.size);
    const auto result = libdeflate_deflate_decompress(decompressor.get(), packed.data(), packed.size(), out.data(),
                                                      out.size(), nullptr);
    if (result != LIBDEFLATE_SUCCESS) return damaged(entry.path + ": its packed data are damaged");
  }
  if (libdeflate_crc32(0, out.data(), out.size()) != entry.crc) return damaged(entry.path + ": checksum is wrong");
  return out;
}

}  // namespace sitcen::language
