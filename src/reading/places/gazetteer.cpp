#include "reading/places/gazetteer.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <utility>

namespace sitcen::reading {
namespace {

/// A bucket of an honest file holds a dozen names.
constexpr std::uint32_t kLargestBucket = 256;

}  // namespace

std::uint64_t name_hash(std::string_view key) noexcept { return XXH3_64bits(key.data(), key.size()); }

Result<std::shared_ptr<const Gazetteer>> Gazetteer::open(const std::filesystem::path& path) {
  auto file = base::ArrayFile::open(path, kGazetteerFile);
  if (!file) return fail(std::move(file.error()));
  return load(std::move(*file));
}

Result<std::shared_ptr<const Gazetteer>> Gazetteer::from_bytes(std::string_view bytes, std::string name) {
  auto file = base::ArrayFile::from_bytes(bytes, std::move(name), kGazetteerFile);
  if (!file) return fail(std::move(file.error()));
  return load(std::move(*file));
}

Result<std::shared_ptr<const Gazetteer>> Gazetteer::load(std::shared_ptr<const base::ArrayFile> file) {
  auto out = std::make_shared<Gazetteer>();
  std::optional<Error> error;
  const auto take = [&](auto& to, auto array) {
    if (array)
      to = *array;
    else if (!error)
      error = std::move(array.error());
  };
  take(out->rows_, file->array<GazetteerRow>("rows"));
  take(out->buckets_, file->array<std::uint32_t>("buckets"));
  take(out->entries_, file->array<Entry>("entries"));
  take(out->countries_, file->array<CountryEntry>("countries"));
  take(out->admins_, file->array<std::uint32_t>("admins"));
  take(out->blob_, file->array<std::byte>("names"));
  take(out->texts_, file->text("texts"));
  take(out->sources_, file->text("sources"));
  take(out->version_, file->text("version"));
  if (error) return fail(std::move(*error));
  if (out->buckets_.size() != (std::size_t{1} << kBucketBits) + 1)
    return file->damaged("array buckets has another size");
  out->file_ = std::move(file);
  return out;
}

NameLinks Gazetteer::find(std::string_view key) const noexcept {
  const std::uint64_t hash = name_hash(key);
  const auto bucket = static_cast<std::size_t>(hash >> (64U - kBucketBits));
  const std::uint32_t begin = buckets_[bucket];
  const auto end = static_cast<std::uint32_t>(std::min<std::size_t>(buckets_[bucket + 1], entries_.size()));
  const std::uint32_t stop = begin < end ? begin + std::min(end - begin, kLargestBucket) : begin;
  for (std::uint32_t i = begin; i < stop; ++i) {
    const Entry& entry = entries_[i];
    if (entry.hash != static_cast<std::uint32_t>(hash) || entry.at >= blob_.size()) continue;
    // u8 size of the key, the key, u8 number of links, the links
    std::span<const std::byte> rest = blob_.subspan(entry.at);
    const auto size = std::to_integer<std::size_t>(rest[0]);
    if (size != key.size() || rest.size() < size + 2) continue;
    if (std::memcmp(rest.data() + 1, key.data(), size) != 0) continue;
    const auto links = std::to_integer<std::size_t>(rest[size + 1]);
    rest = rest.subspan(size + 2);
    if (rest.size() < links * 4) continue;
    return NameLinks(rest.first(links * 4));
  }
  return {};
}

std::optional<std::uint32_t> Gazetteer::unit(std::string_view code) const {
  const NameLinks links = find("=" + std::string(code));
  if (links.empty() || row(links[0].row) == nullptr) return std::nullopt;
  return links[0].row;
}

std::string_view Gazetteer::text(std::uint32_t at, unsigned n) const noexcept {
  for (;; --n) {
    if (at >= texts_.size()) return {};
    const auto size = static_cast<unsigned char>(texts_[at]);
    if (texts_.size() - at - 1 < size) return {};
    if (n == 0) return texts_.substr(at + 1, size);
    at += 1U + size;
  }
}

std::string Gazetteer::reference(const GazetteerRow& row) const {
  if (row.geonames != 0) return "geonames:" + std::to_string(row.geonames);
  return std::string(text(row.text, 1));
}

std::string_view Gazetteer::country_code(std::uint16_t country) const noexcept {
  if (country >= countries_.size()) return {};
  const char* code = countries_[country].code;
  return {code, static_cast<std::size_t>(std::find(code, code + 3, '\0') - code)};
}

std::uint32_t Gazetteer::country_row(std::uint16_t country) const noexcept {
  return country < countries_.size() ? countries_[country].row : ~std::uint32_t{0};
}

std::uint32_t Gazetteer::admin1_row(std::uint16_t admin1) const noexcept {
  return admin1 < admins_.size() ? admins_[admin1] : ~std::uint32_t{0};
}

}  // namespace sitcen::reading
