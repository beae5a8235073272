#include "reading/places/builder/build_gazetteer.h"

#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <map>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

#include "base/utf8.h"
#include "knowledge.h"
#include "reading/places/builder/draft.h"
#include "reading/places/builder/sources.h"
#include "reading/places/name_key.h"
#include "reading/tables/table.h"

namespace sitcen::reading {
namespace {

std::int32_t degrees(double value) { return static_cast<std::int32_t>(std::lround(value * 1e5)); }

double number(std::string_view text) {
  double value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

/// The middle of towns, each as heavy as it has people.
struct Centre {
  double weight = 0, lat = 0, lon = 0;
  std::uint64_t population = 0;

  void add(const GazetteerRow& town) {
    const double w = 100.0 + town.population;
    weight += w;
    lat += w * town.lat;
    lon += w * town.lon;
    population += town.population;
  }
  void set(GazetteerRow& row, bool point) const {
    row.population = static_cast<std::uint32_t>(std::min<std::uint64_t>(population, 0xFFFF'FFFFU));
    if (!point || weight == 0) return;
    row.lat = static_cast<std::int32_t>(std::lround(lat / weight));
    row.lon = static_cast<std::int32_t>(std::lround(lon / weight));
  }
};

/// \return true for a name an English text may use: Latin letters, the first a capital; no code, no number
bool is_usable(std::string_view name) {
  if (name.size() < 3 || name.size() > 40) return false;
  bool small = false;
  for (std::size_t at = 0; at < name.size();) {
    const auto [c, size] = base::decode(name, at);
    const bool latin = c < 0x250 || (c >= 0x1E00 && c < 0x1F00) || c == 0x2019 || c == 0x2018;
    if (!latin || (c >= '0' && c <= '9')) return false;
    if (at == 0 && c < 0x80 && (c < 'A' || c > 'Z')) return false;
    small = small || (c >= 'a' && c <= 'z');
    at += size;
  }
  return small;
}

/// What the kind of a unit adds to its name, behind and in front.
constexpr std::array<std::string_view, 14> kBehind = {
    " County",      " Parish",     " Borough", " Census Area", " District", " Province",   " Oblast",
    " Governorate", " Prefecture", " Region",  " State",       " Raion",    " Department", " Municipality"};
constexpr std::array<std::string_view, 4> kInFront = {"Provincia de ", "Province of ", "Departement de ", "Region of "};

std::string_view stem(std::string_view name) {
  for (const std::string_view tail : kBehind)
    if (name.ends_with(tail) && name.size() > tail.size() + 2) return name.substr(0, name.size() - tail.size());
  for (const std::string_view front : kInFront)
    if (name.starts_with(front)) return name.substr(front.size());
  return name;
}

class Builder {
 public:
  void add_countries(const std::vector<CountrySource>& sources) {
    std::map<std::string_view, std::pair<double, double>> points;
    for_each_row(knowledge::table("country_points.tsv"), 3,
                 [&](auto cells) { points[cells[0]] = {number(cells[1]), number(cells[2])}; });
    for (const CountrySource& source : sources) {
      GazetteerDraft::Place place;
      place.name = source.name;
      place.row.geonames = source.geonames;
      place.row.population = source.population;
      place.row.kind = static_cast<std::uint8_t>(PlaceKind::country);
      const auto at = points.find(source.iso3);
      if (at != points.end()) {
        place.row.lat = degrees(at->second.first);
        place.row.lon = degrees(at->second.second);
      }
      const std::uint32_t made = draft_.add(std::move(place));
      const std::uint16_t country = draft_.add_country(source.iso2, source.iso3, made);
      draft_.places()[made].row.country = country;
      draft_.call(made, source.name, NameUse::main);
      capitals_.emplace_back(country, name_key(source.capital));
      if (at == points.end()) no_point_.insert(made);
    }
    for_each_row(knowledge::table("en/countries.tsv"), 5, [&](auto cells) {
      const std::uint16_t country = draft_.country_iso3(cells[0]);
      if (country == kNoUnit) return;
      const std::uint32_t place = draft_.country_place(country);
      draft_.places()[place].name = cells[1];
      draft_.call(place, cells[1], NameUse::main);
      for_each_item(cells[2], ',', [&](std::string_view name) {
        if (name != "-") draft_.call(place, name, NameUse::main);
      });
    });
  }

  void add_admin1(const std::vector<UnitSource>& units, const std::vector<NamedCode>& names,
                  const std::vector<NamedCode>& states) {
    for (const UnitSource& unit : units) {
      const std::uint16_t country = draft_.country(unit.code.substr(0, unit.code.find('.')));
      const bool first_level = unit.level == 1 && unit.geonames != 0 && country != kNoUnit && unit.code.size() > 3 &&
                               draft_.admin1(unit.code) == kNoUnit;
      if (!first_level) {
        if (unit.level == 2 && unit.geonames != 0) others_.push_back(&unit);
        continue;
      }
      const std::uint32_t place = draft_.add({row_of(unit, PlaceKind::admin1, country), unit.names.front(), {}});
      set_admin1(place, unit.code);
      call_unit(place, unit.names);
    }
    for (const NamedCode& unit : names) {
      std::uint16_t admin1 = draft_.admin1(unit.code);
      if (admin1 == kNoUnit) {
        const std::uint16_t country = draft_.country(unit.code.substr(0, unit.code.find('.')));
        if (country == kNoUnit) continue;
        GazetteerRow row;
        row.country = country;
        row.kind = static_cast<std::uint8_t>(PlaceKind::admin1);
        const std::uint32_t place = draft_.add({row, unit.name, "geonames-code:" + unit.code});
        set_admin1(place, unit.code);
        admin1 = draft_.admin1(unit.code);
        no_point_.insert(place);
      }
      call_unit(draft_.admin1_place(admin1), {unit.name});
    }
    for (const NamedCode& state : states)
      if (const std::uint16_t admin1 = draft_.admin1(state.code); admin1 != kNoUnit) {
        draft_.places()[draft_.admin1_place(admin1)].row.geonames = state.geonames;
        draft_.call(draft_.admin1_place(admin1), state.name, NameUse::main);
      }
  }

  void add_towns(const std::vector<TownSource>& towns) {
    for (const TownSource& town : towns) {
      GazetteerRow row;
      row.geonames = town.geonames;
      row.lat = degrees(town.lat);
      row.lon = degrees(town.lon);
      row.population = town.population;
      row.country = draft_.country(town.country);
      row.admin1 = draft_.admin1(town.country + "." + town.admin1);
      row.kind = static_cast<std::uint8_t>(PlaceKind::settlement);
      const std::uint32_t place = draft_.add({row, town.name, {}});
      by_geonames_[town.geonames] = place;
      draft_.call(place, town.name, NameUse::main);
      for (const std::string& name : town.other_names)
        if (is_usable(name)) draft_.call(place, name, NameUse::alternate);
      if (row.admin1 != kNoUnit) admin1_centres_[draft_.admin1_place(row.admin1)].add(row);
      if (row.country != kNoUnit) country_centres_[draft_.country_place(row.country)].add(row);
      at_point_[{town.country, std::lround(town.lat * 1e4), std::lround(town.lon * 1e4)}] = place;
      if (row.country != kNoUnit) towns_of_[row.country].push_back(place);
    }
    for (const auto& [place, centre] : admin1_centres_) centre.set(draft_.places()[place].row, has_no_point(place));
    for (const auto& [place, centre] : country_centres_) {
      Centre only_point = centre;
      only_point.population = draft_.places()[place].row.population;
      only_point.set(draft_.places()[place].row, has_no_point(place));
    }
    mark_capitals();
  }

  void add_admin2(const std::vector<NamedCode>& names, const std::vector<TownUnit>& towns) {
    std::map<std::string, Centre> centres;
    for (const TownUnit& town : towns) {
      if (town.admin2.empty()) continue;
      const auto at = at_point_.find({town.country, std::lround(town.lat * 1e4), std::lround(town.lon * 1e4)});
      GazetteerRow row;
      row.lat = degrees(town.lat);
      row.lon = degrees(town.lon);
      if (at != at_point_.end()) row = draft_.places()[at->second].row;
      centres[town.country + "." + town.admin1 + "." + town.admin2].add(row);
    }
    for (const NamedCode& unit : names) {
      const auto centre = centres.find(unit.code);
      if (centre == centres.end()) continue;  // no town, no point
      GazetteerRow row;
      row.country = draft_.country(unit.code.substr(0, unit.code.find('.')));
      row.admin1 = draft_.admin1(unit.code.substr(0, unit.code.find('.', unit.code.find('.') + 1)));
      row.kind = static_cast<std::uint8_t>(PlaceKind::admin2);
      centre->second.set(row, true);
      if (row.country == kNoUnit) continue;
      const std::uint32_t place = draft_.add({row, unit.name, "geonames-code:" + unit.code});
      draft_.call(place, unit.name, NameUse::main);
      if (stem(unit.name) != unit.name) draft_.call(place, stem(unit.name), NameUse::stem);
    }
    for (const UnitSource* unit : others_) {
      const std::uint16_t country = draft_.country(unit->country);
      if (country == kNoUnit) continue;
      GazetteerRow row = row_of(*unit, PlaceKind::admin2, country);
      const std::uint32_t near = nearest_town(row);
      if (near != ~std::uint32_t{0}) {
        row.admin1 = draft_.places()[near].row.admin1;
        row.population = draft_.places()[near].row.population;
      }
      call_unit(draft_.add({row, unit->names.front(), {}}), unit->names);
    }
  }

  void add_own() {
    constexpr std::array<std::pair<std::string_view, PlaceKind>, 8> kKinds = {{{"water", PlaceKind::water},
                                                                               {"range", PlaceKind::range},
                                                                               {"region", PlaceKind::region},
                                                                               {"island", PlaceKind::island},
                                                                               {"point", PlaceKind::point},
                                                                               {"seat", PlaceKind::seat},
                                                                               {"settlement", PlaceKind::settlement},
                                                                               {"admin", PlaceKind::admin1}}};
    // Great enough that a town of the same name needs a reason.
    constexpr std::uint32_t kWeight = 3'000'000;
    for_each_row(knowledge::table("en/places.tsv"), 7, [&](auto cells) {
      GazetteerRow row;
      row.lat = degrees(number(cells[3]));
      row.lon = degrees(number(cells[4]));
      row.country = draft_.country_iso3(cells[5]);
      row.population = kWeight;
      if (cells[6] != "-") row.geonames = static_cast<std::uint32_t>(number(cells[6]));
      const auto kind = std::ranges::find(kKinds, cells[2], &std::pair<std::string_view, PlaceKind>::first);
      if (kind == kKinds.end()) return;
      row.kind = static_cast<std::uint8_t>(kind->second);
      const std::uint32_t place = own_place(row, cells[0]);
      draft_.call(place, cells[0], NameUse::main);
      for_each_item(cells[1], ',', [&](std::string_view name) {
        if (name != "-") draft_.call(place, name, NameUse::main);
      });
    });
  }

  [[nodiscard]] GazetteerDraft& draft() { return draft_; }

 private:
  [[nodiscard]] static GazetteerRow row_of(const UnitSource& unit, PlaceKind kind, std::uint16_t country) {
    GazetteerRow row;
    row.geonames = unit.geonames;
    row.lat = degrees(unit.lat);
    row.lon = degrees(unit.lon);
    row.country = country;
    row.kind = static_cast<std::uint8_t>(kind);
    return row;
  }

  void set_admin1(std::uint32_t place, const std::string& code) {
    const std::uint16_t admin1 = draft_.add_admin1(code, place);
    draft_.places()[place].row.admin1 = admin1;
  }

  void call_unit(std::uint32_t place, const std::vector<std::string>& names) {
    for (const std::string& name : names) {
      if (!is_usable(name)) continue;
      draft_.call(place, name, NameUse::main);
      if (stem(name) != name) draft_.call(place, stem(name), NameUse::main);
    }
  }

  [[nodiscard]] bool has_no_point(std::uint32_t place) const { return no_point_.contains(place); }

  void mark_capitals() {
    for (const auto& [country, key] : capitals_) {
      std::uint32_t best = ~std::uint32_t{0};
      for (const std::uint32_t town : towns_of_[country]) {
        if (name_key(draft_.places()[town].name) != key) continue;
        if (best == ~std::uint32_t{0} || draft_.places()[town].row.population > draft_.places()[best].row.population)
          best = town;
      }
      if (best != ~std::uint32_t{0}) draft_.places()[best].row.capital = 1;
    }
  }

  [[nodiscard]] std::uint32_t nearest_town(const GazetteerRow& unit) {
    std::uint32_t best = ~std::uint32_t{0};
    double least = 0;
    const double squeeze = std::cos(unit.lat * 1e-5 * 3.14159265 / 180);
    for (const std::uint32_t town : towns_of_[unit.country]) {
      const GazetteerRow& row = draft_.places()[town].row;
      const double north = row.lat - unit.lat, east = (row.lon - unit.lon) * squeeze;
      const double distance = north * north + east * east;
      if (best != ~std::uint32_t{0} && distance >= least) continue;
      best = town;
      least = distance;
    }
    return best;
  }

  /// \return the place an own row speaks of: one that is there already, else a new one
  std::uint32_t own_place(const GazetteerRow& row, std::string_view name) {
    if (const auto at = by_geonames_.find(row.geonames); row.geonames != 0 && at != by_geonames_.end())
      return at->second;
    if (row.kind == static_cast<std::uint8_t>(PlaceKind::admin1)) {
      for (std::uint32_t i = 0; i < draft_.places().size(); ++i) {
        GazetteerDraft::Place& place = draft_.places()[i];
        if (place.row.kind != row.kind || place.row.country != row.country || place.name != name) continue;
        place.row.geonames = row.geonames;
        place.row.lat = row.lat;
        place.row.lon = row.lon;
        return i;
      }
    }
    std::string reference = "sitcen:" + name_key(name);
    std::ranges::replace(reference, ' ', '-');
    return draft_.add({row, std::string(name), std::move(reference)});
  }

  using Point = std::tuple<std::string, long, long>;

  GazetteerDraft draft_;
  std::vector<const UnitSource*> others_;
  std::vector<std::pair<std::uint16_t, std::string>> capitals_;
  std::set<std::uint32_t> no_point_;  ///< places that have none until their towns give one
  std::map<std::uint32_t, Centre> admin1_centres_, country_centres_;
  std::map<std::uint32_t, std::uint32_t> by_geonames_;
  std::map<std::uint16_t, std::vector<std::uint32_t>> towns_of_;
  std::map<Point, std::uint32_t> at_point_;
};

/// \return what a report says it was read with
Result<std::string> version_of(const GazetteerPackages& packages) {
  constexpr std::size_t kDigits = 12;
  std::string all;
  for (const std::string* part : {&packages.towns, &packages.countries, &packages.states, &packages.units,
                                  &packages.admin1_names, &packages.admin2_names, &packages.town_units}) {
    all += std::to_string(part->size()) + ' ';
    all += *part;
  }
  all += knowledge::version();
  std::array<unsigned char, 32> digest{};
  unsigned size = 0;
  if (EVP_Digest(all.data(), all.size(), digest.data(), &size, EVP_sha256(), nullptr) != 1)
    return fail(ErrorCode::internal, {"SHA-256 is not to be had"});
  constexpr std::string_view kHex = "0123456789abcdef";
  std::string out = "gazetteer-";
  for (std::size_t i = 0; i < kDigits / 2; ++i) {
    out += kHex[digest[i] >> 4U];
    out += kHex[digest[i] & 15U];
  }
  return out;
}

}  // namespace

Result<std::string> build_gazetteer(const GazetteerPackages& packages) {
  const auto countries = read_countries(packages.countries);
  if (!countries) return fail(countries.error());
  const auto units = read_units(packages.units);
  if (!units) return fail(units.error());
  const auto admin1 = read_unit_names(packages.admin1_names);
  if (!admin1) return fail(admin1.error());
  const auto admin2 = read_unit_names(packages.admin2_names);
  if (!admin2) return fail(admin2.error());
  const auto states = read_states(packages.states);
  if (!states) return fail(states.error());
  const auto towns = read_towns(packages.towns);
  if (!towns) return fail(towns.error());
  const auto town_units = read_town_units(packages.town_units);
  if (!town_units) return fail(town_units.error());
  const auto version = version_of(packages);
  if (!version) return fail(version.error());

  Builder builder;
  builder.add_countries(*countries);
  builder.add_admin1(*units, *admin1, *states);
  builder.add_towns(*towns);
  builder.add_admin2(*admin2, *town_units);
  builder.add_own();
  return builder.draft().finish(packages.sources, *version);
}

}  // namespace sitcen::reading
