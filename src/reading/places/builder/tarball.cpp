#include "reading/places/builder/tarball.h"

#include <libdeflate.h>

#include <algorithm>
#include <charconv>
#include <cstring>
#include <memory>
#include <optional>

namespace sitcen::reading {
namespace {

constexpr std::size_t kBlock = 512;
constexpr std::size_t kSmallestGzip = 18;
constexpr std::size_t kMostRatio = 1032;  ///< deflate packs no better

struct Free {
  void operator()(libdeflate_decompressor* d) const { libdeflate_free_decompressor(d); }
};

/// A number of a tar header: octal digits between spaces and NULs.
std::optional<std::uint64_t> octal(std::string_view field) {
  while (!field.empty() && (field.front() == ' ' || field.front() == '0')) field.remove_prefix(1);
  field = field.substr(0, std::min(field.find(' '), field.find('\0')));
  if (field.empty()) return 0;
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(field.data(), field.data() + field.size(), value, 8);
  if (error != std::errc() || end != field.data() + field.size()) return std::nullopt;
  return value;
}

std::string_view cut_at_nul(std::string_view field) { return field.substr(0, field.find('\0')); }

std::string path_of(std::string_view header) {
  std::string path(cut_at_nul(header.substr(0, 100)));
  if (header.substr(257, 5) != "ustar") return path;
  const std::string_view prefix = cut_at_nul(header.substr(345, 155));
  return prefix.empty() ? path : std::string(prefix) + '/' + path;
}

Result<std::string> unpacked(std::string_view bytes, std::string_view name, const TarballLimits& limits) {
  if (bytes.size() < kSmallestGzip) return fail(ErrorCode::import_damaged, {name, "it is neither a wheel nor a .tgz"});
  std::uint32_t size = 0;
  std::memcpy(&size, bytes.data() + bytes.size() - 4, 4);
  if (size / kMostRatio > bytes.size()) return fail(ErrorCode::import_damaged, {name, "it is cut"});
  if (size > limits.total_bytes) return fail(ErrorCode::import_damaged, {name, "it unpacks to too much"});
  const std::unique_ptr<libdeflate_decompressor, Free> inflater(libdeflate_alloc_decompressor());
  if (!inflater) return fail(ErrorCode::internal, {"no memory for libdeflate"});
  std::string out(size, '\0');
  const auto result =
      libdeflate_gzip_decompress(inflater.get(), bytes.data(), bytes.size(), out.data(), out.size(), nullptr);
  if (result != LIBDEFLATE_SUCCESS) return fail(ErrorCode::import_damaged, {name, "it cannot be unpacked"});
  return out;
}

}  // namespace

Result<std::map<std::string, std::string>> read_tarball(std::string_view bytes,
                                                        std::span<const std::string_view> wanted, std::string_view name,
                                                        TarballLimits limits) {
  const auto tar = unpacked(bytes, name, limits);
  if (!tar) return fail(tar.error());
  std::map<std::string, std::string> files;
  std::string_view rest = *tar;
  while (rest.size() >= kBlock && rest[0] != '\0') {
    const std::string_view header = rest.substr(0, kBlock);
    rest.remove_prefix(kBlock);
    const auto size = octal(header.substr(124, 12));
    if (!size || *size > rest.size()) return fail(ErrorCode::import_damaged, {name, "it is cut"});
    const std::string_view content = rest.substr(0, static_cast<std::size_t>(*size));
    const bool is_file = header[156] == '0' || header[156] == '\0';
    if (std::string path = path_of(header); is_file && std::ranges::find(wanted, path) != wanted.end())
      files[std::move(path)] = content;
    const std::uint64_t padded = (*size + kBlock - 1) / kBlock * kBlock;
    rest.remove_prefix(static_cast<std::size_t>(std::min<std::uint64_t>(padded, rest.size())));
  }
  return files;
}

}  // namespace sitcen::reading
