#include "base/fold.h"
#include "store/sqlite/rows.h"
#include "store/sqlite/sqlite_store.h"

namespace sitcen::store::sqlite {
namespace {

/// What a place is looked for by: its name and the report's words for it. Words in a row lie within one of the two.
std::string called(const sitcen::Place& place, std::string_view words) {
  std::string out = base::fold(place.name);
  const std::string as_given = base::fold(words);
  return as_given == out ? out : out + " | " + as_given;
}

}  // namespace

Result<void> SqliteStore::insert_place(const sitcen::Place& place, const At& at) {
  const Part whole{"span", place.span};
  if (auto done = insert_finding(at, FindingKind::place, place.provenance, {&whole, 1}); !done) return done;
  if (auto done = insert_labels(at, FindingKind::place, "reason", place.reasons); !done) return done;
  std::optional<double> lat, lon, other_score;
  if (place.point) {
    lat = place.point->lat;
    lon = place.point->lon;
  }
  const sitcen::Place::RunnerUp other = place.runner_up.value_or(sitcen::Place::RunnerUp{});
  if (place.runner_up) other_score = static_cast<double>(other.score);
  const auto precision = place.precision ? std::optional(name(*place.precision)) : std::nullopt;
  return put(
      "INSERT INTO place (version, number, name, called, gazetteer, lat, lon, country, precision, role, other_name, "
      "other_gazetteer, other_country, other_score) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      at.version, at.number, place.name, called(place, at.words(place.span)), some(place.gazetteer), lat, lon,
      some(place.country), precision, name(place.role), some(other.name), some(other.gazetteer), some(other.country),
      other_score);
}

Result<void> SqliteStore::read_places(std::int64_t version, Rows& rows) {
  auto& places = rows.findings.places;
  auto done = read_kind(
      version, FindingKind::place, rows, places,
      "SELECT number, name, gazetteer, lat, lon, country, precision, role, other_name, other_gazetteer, "
      "other_country, other_score FROM place WHERE version = ? ORDER BY number",
      [&](const Query& row) {
        sitcen::Place place;
        place.name = row.text(1);
        place.gazetteer = row.text(2);
        if (!row.null(3) && !row.null(4)) place.point = {row.real(3), row.real(4)};
        place.country = row.text(5);
        if (!row.null(6)) place.precision = named(row.text(6), PlacePrecision::region);
        place.role = named(row.text(7), PlaceRole::actor);
        if (!row.null(11))
          place.runner_up = {std::string(row.text(8)), std::string(row.text(9)), std::string(row.text(10)),
                             static_cast<float>(row.real(11))};
        return place;
      },
      [](sitcen::Place&, std::string_view, Span) {});
  if (!done) return done;
  return read_labels(version, FindingKind::place, [&](std::int64_t number, std::string_view, std::string_view label) {
    if (auto* place = rows.owner(places, number)) place->reasons.push_back(rows.kept(label));
  });
}

}  // namespace sitcen::store::sqlite
