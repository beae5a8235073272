#pragma once

#include <string>
#include <utility>

#include "reading/places/builder/draft.h"

namespace sitcen::test {

/// \return the bytes of a gazetteer with two countries, a state, two towns of one name and a sea; all invented
inline std::string small_gazetteer() {
  using namespace reading;
  GazetteerDraft draft;
  const auto add = [&](PlaceKind kind, const char* name, double lat, double lon, std::uint32_t people) {
    GazetteerDraft::Place place;
    place.name = name;
    place.reference = "sitcen:" + std::string(name);
    place.row.lat = static_cast<std::int32_t>(lat * 1e5);
    place.row.lon = static_cast<std::int32_t>(lon * 1e5);
    place.row.population = people;
    place.row.kind = static_cast<std::uint8_t>(kind);
    const std::uint32_t made = draft.add(std::move(place));
    draft.call(made, name, NameUse::main);
    return made;
  };
  const std::uint32_t talvinia = add(PlaceKind::country, "Talvinia", 40, 20, 5'000'000);
  const std::uint32_t orland = add(PlaceKind::country, "Orland", 50, -60, 9'000'000);
  draft.places()[talvinia].row.country = draft.add_country("TV", "TLV", talvinia);
  draft.places()[orland].row.country = draft.add_country("OR", "ORL", orland);
  const std::uint32_t state = add(PlaceKind::admin1, "Westmark", 51, -61, 800'000);
  draft.places()[state].row.country = 1;
  draft.places()[state].row.admin1 = draft.add_admin1("OR.WM", state);
  const std::uint32_t brennau = add(PlaceKind::settlement, "Brennau", 40.5, 20.5, 60'000);
  draft.places()[brennau].row.country = 0;
  draft.places()[brennau].row.geonames = 77;
  const std::uint32_t other = add(PlaceKind::settlement, "Brennau", 51.2, -61.1, 900);
  draft.places()[other].row.country = 1;
  draft.places()[other].row.admin1 = 0;
  draft.call(other, "New Brennau", NameUse::alternate);
  add(PlaceKind::water, "Sea of Orla", 42, 25, 3'000'000);
  return draft.finish("made by hand", "gazetteer-small");
}

}  // namespace sitcen::test
