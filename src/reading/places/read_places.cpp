#include <algorithm>
#include <span>
#include <string>
#include <vector>

#include "reading/phrases.h"
#include "reading/places/name_key.h"
#include "reading/places/place_mentions.h"
#include "reading/places/place_rank.h"
#include "reading/places/places.h"

namespace sitcen::reading {
namespace {

constexpr std::uint32_t kVillage = 15'000;

PlaceKind row_kind(const GazetteerRow& row) {
  return static_cast<PlaceKind>(std::min<std::uint8_t>(row.kind, kPlaceKinds - 1));
}

PlacePrecision precision_of(const GazetteerRow& row) {
  switch (row_kind(row)) {
    case PlaceKind::country:
      return PlacePrecision::country;
    case PlaceKind::admin1:
    case PlaceKind::admin2:
      return PlacePrecision::admin;
    case PlaceKind::settlement:
      return PlacePrecision::settlement;
    case PlaceKind::point:
    case PlaceKind::seat:
      return PlacePrecision::point;
    case PlaceKind::region:
    case PlaceKind::water:
    case PlaceKind::range:
    case PlaceKind::island:
      break;
  }
  return PlacePrecision::region;
}

/// "Kyiv said", "Russia attacked": who acts there, not where.
bool acts(const Document& doc, const Tree& tree, const Knowledge& knowledge, const PlaceMention& mention,
          const GazetteerRow& row) {
  std::uint32_t head = mention.range.last - 1;
  while (mention.range.has(tree.head(head)) && !tree.is_root(head)) head = tree.head(head);
  if (tree.dep(head) != Dep::nsubj || tree.is_root(head)) return false;
  const Token& verb = doc.tokens[tree.head(head)];
  if (verb.pos != Pos::verb) return false;
  if (!knowledge.cues.find(knowledge.slips.lemma(doc, verb), CuePos::verb).empty()) return true;
  const bool state = row_kind(row) == PlaceKind::country || row.capital != 0 || row_kind(row) == PlaceKind::seat;
  return state && !knowledge.place_words.is(doc.lemma(verb), PlaceWord::stative);
}

/// The places that a source's name tells: "Brennau Gazette" is read there.
std::vector<std::uint32_t> home_of(const Report& report, const Gazetteer& gazetteer) {
  std::vector<std::uint32_t> rows;
  if (!report.source) return rows;
  std::string key = name_key(*report.source);
  while (!key.empty()) {
    for (std::string_view front = key; !front.empty();) {
      const NameLinks links = gazetteer.find(front);
      constexpr std::size_t kMost = 8;
      for (std::size_t l = 0; l < std::min(links.size(), kMost); ++l)
        if (links[l].use == NameUse::main) rows.push_back(links[l].row);
      if (!rows.empty()) return rows;
      const std::size_t space = front.rfind(' ');
      front = space == std::string_view::npos ? std::string_view() : front.substr(0, space);
    }
    const std::size_t space = key.find(' ');
    key = space == std::string::npos ? std::string() : key.substr(space + 1);
  }
  return rows;
}

/// The peoples that the text names and no list has, in small letters: "karvian".
std::vector<std::string> unlisted_peoples(const Document& doc, const Knowledge& knowledge) {
  std::vector<std::string> out;
  for (const Entity& e : doc.entities)
    if (e.type == EntityType::norp && e.last - e.first == 1)
      if (const std::string_view word = doc.str(doc.tokens[e.first]); knowledge.countries.nationality(word) == nullptr)
        out.push_back(name_key(word));
  return out;
}

/// "Karvia" beside "the Karvian navy" is a country that no list has, not the village of that name.
bool has_people(std::span<const std::string> peoples, const std::string& key) {
  constexpr std::size_t kLongestEnding = 4;
  return std::ranges::any_of(peoples, [&](const std::string& people) {
    return people.starts_with(key) && people.size() > key.size() && people.size() <= key.size() + kLongestEnding;
  });
}

Place::Point point_of(const GazetteerRow& row) { return {row.lat / 1e5, row.lon / 1e5}; }

}  // namespace

std::vector<Place> read_places(const Report& report, const Document& doc, const Tree& tree,
                               const Knowledge& knowledge) {
  std::vector<Place> out;
  if (!knowledge.gazetteer) return out;
  const Gazetteer& gazetteer = *knowledge.gazetteer;
  const std::vector<PlaceMention> mentions = find_place_mentions(doc, tree, knowledge);
  if (mentions.empty()) return out;
  const std::vector<PlaceChoice> choices = choose_places(doc, mentions, gazetteer, home_of(report, gazetteer));
  const std::vector<std::string> peoples = unlisted_peoples(doc, knowledge);
  out.reserve(mentions.size());
  for (std::size_t m = 0; m < mentions.size(); ++m) {
    const PlaceMention& mention = mentions[m];
    const PlaceChoice& choice = choices[m];
    Place place;
    place.span = span_of(doc, mention.range);
    place.role = mention.role;
    place.reasons = choice.reasons;
    place.name = doc.str(place.span);
    place.provenance = {doc.tokens[mention.range.first].sentence, mention.rule, choice.score};
    const GazetteerRow* row = choice.row ? gazetteer.row(*choice.row) : nullptr;
    if (row != nullptr && row_kind(*row) == PlaceKind::settlement && row->population < kVillage &&
        has_people(peoples, mention.key)) {
      row = nullptr;
      place.reasons = {"a people is called so that no list has"};
      place.provenance.score = 0;
    }
    if (row != nullptr) {
      place.point = point_of(*row);
      place.country = gazetteer.country_code(row->country);
      place.precision = precision_of(*row);
      if (!choice.by_container) {
        place.name = gazetteer.name(*row);
        place.gazetteer = gazetteer.reference(*row);
      }
      if (acts(doc, tree, knowledge, mention, *row)) place.role = PlaceRole::actor;
    }
    if (const GazetteerRow* second = choice.runner_up ? gazetteer.row(*choice.runner_up) : nullptr)
      place.runner_up = Place::RunnerUp{std::string(gazetteer.name(*second)), gazetteer.reference(*second),
                                        std::string(gazetteer.country_code(second->country)), choice.runner_up_score};
    out.push_back(std::move(place));
  }
  return out;
}

}  // namespace sitcen::reading
