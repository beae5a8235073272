#pragma once

#include <tsl/robin_map.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "reading/places/gazetteer.h"

namespace sitcen::reading {

/// A gazetteer while it is made: places with their names, countries and first-level units by code.
class GazetteerDraft {
 public:
  struct Place {
    GazetteerRow row;
    std::string name;
    std::string reference;  ///< where it has no GeoNames number
  };

  /// \return its number
  std::uint32_t add(Place place) {
    places_.push_back(std::move(place));
    return static_cast<std::uint32_t>(places_.size() - 1);
  }
  /// Gives a place a name; twice the same is once, and the better use stays.
  void call(std::uint32_t place, std::string_view name, NameUse use);
  /// A code under which a country or a first-level unit is asked for.
  void code(std::uint32_t place, std::string_view code) {
    names_.emplace_back("=" + std::string(code), link(place, NameUse::main));
  }

  std::uint16_t add_country(std::string_view iso2, std::string_view iso3, std::uint32_t place);
  std::uint16_t add_admin1(std::string_view code, std::uint32_t place);
  /// \return kNoUnit if there is none of that code ("UA", "US.KS")
  [[nodiscard]] std::uint16_t country(std::string_view iso2) const { return find(countries_by_code_, iso2); }
  [[nodiscard]] std::uint16_t admin1(std::string_view code) const { return find(admins_by_code_, code); }
  [[nodiscard]] std::uint16_t country_iso3(std::string_view iso3) const { return find(countries_by_iso3_, iso3); }

  [[nodiscard]] std::vector<Place>& places() noexcept { return places_; }
  [[nodiscard]] std::uint32_t country_place(std::uint16_t country) const { return countries_[country].row; }
  [[nodiscard]] std::uint32_t admin1_place(std::uint16_t admin1) const { return admins_[admin1]; }

  /// \return the file's bytes; the same draft gives the same bytes
  [[nodiscard]] std::string finish(std::string_view sources, std::string_view version);

 private:
  using Index = tsl::robin_map<std::string, std::uint16_t>;
  [[nodiscard]] static std::uint16_t find(const Index& index, std::string_view code) {
    const auto at = index.find(std::string(code));
    return at == index.end() ? kNoUnit : at->second;
  }
  [[nodiscard]] static std::uint32_t link(std::uint32_t place, NameUse use) {
    return place | static_cast<std::uint32_t>(use) << 30U;
  }

  std::vector<Place> places_;
  std::vector<std::pair<std::string, std::uint32_t>> names_;
  std::vector<Gazetteer::CountryEntry> countries_;
  std::vector<std::uint32_t> admins_;
  Index countries_by_code_, countries_by_iso3_, admins_by_code_;
};

}  // namespace sitcen::reading
