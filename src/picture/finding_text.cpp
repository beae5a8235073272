#include "picture/finding_text.h"

#include <array>
#include <charconv>
#include <cstdio>

namespace sitcen::picture {
namespace {

/// \return the time that an anchor names ("t3"), none where it is the report's date
const TimeRef* time_named(std::string_view anchor, const Findings& all) {
  std::size_t number = 0;
  const bool of_text = anchor.starts_with('t') &&
                       std::from_chars(anchor.data() + 1, anchor.data() + anchor.size(), number).ec == std::errc{};
  return of_text && number > 0 && number <= all.times.size() ? &all.times[number - 1] : nullptr;
}

}  // namespace

std::string value_text(const TimeRef& time) {
  std::string out = time.value;
  for (const std::string& reading : time.readings) out += (out.empty() ? "" : " or ") + reading;
  if (!out.empty() && !time.mod.empty()) out += ' ' + std::string(time.mod);
  return out;
}

std::string anchor_text(const TimeRef& time, const Findings& all, std::string_view text) {
  if (time.anchor.empty()) return "";
  const TimeRef* const from = time_named(time.anchor, all);
  if (from == nullptr) return "from the report's date";
  return "from “" + std::string(text.substr(from->span.begin, from->span.size())) + "”";
}

std::string place_text(const Place& place) {
  std::string out;
  if (place.precision) out = name(*place.precision);
  if (place.gazetteer.empty()) out = "not in the gazetteer";
  if (!place.country.empty()) out += (out.empty() ? "in " : " in ") + place.country;
  if (place.role == PlaceRole::actor) out += ", meant as an actor";
  return out;
}

std::string point_text(const Place& place) {
  if (!place.point || !place.precision || *place.precision > PlacePrecision::admin) return "";
  const int digits = *place.precision == PlacePrecision::point ? 4 : *place.precision == PlacePrecision::admin ? 1 : 2;
  std::array<char, 64> out{};
  const int size =
      std::snprintf(out.data(), out.size(), "%.*f, %.*f", digits, place.point->lat, digits, place.point->lon);
  return {out.data(), static_cast<std::size_t>(size)};
}

std::string type_text(const Event& event) {
  std::string out(name(event.type));
  for (const std::string_view mode : event.mode) out += (mode == event.mode.front() ? "/" : ",") + std::string(mode);
  return out;
}

std::string_view name_of(const Party& party, const Findings& all, std::string_view text) {
  return party.actor ? std::string_view(all.actors[*party.actor].name)
                     : text.substr(party.span.begin, party.span.size());
}

std::string code_text(const Party& party) {
  std::string out = party.code;
  for (const std::string& sector : party.sector) out += (out.empty() ? "" : " ") + sector;
  return out;
}

std::string parties_text(const std::vector<Party>& parties, const Findings& all, std::string_view text) {
  std::string out;
  for (const Party& party : parties) {
    if (!out.empty()) out += ", ";
    out += name_of(party, all, text);
    if (const std::string codes = code_text(party); !codes.empty()) out += " (" + codes + ")";
  }
  return out;
}

}  // namespace sitcen::picture
