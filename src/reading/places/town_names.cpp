#include "reading/places/town_names.h"

#include <tsl/robin_map.h>

#include <algorithm>
#include <string_view>

#include "reading/phrases.h"
#include "reading/places/name_key.h"

namespace sitcen::reading {
namespace {

constexpr std::uint32_t kTownOfNote = 100'000;
constexpr std::uint32_t kCity = 500'000;  ///< behind a preposition that as often leads to persons

std::uint32_t most_people(const Gazetteer& gazetteer, std::string_view text) {
  const NameLinks links = gazetteer.find(name_key(text));
  std::uint32_t most = 0;
  for (std::size_t l = 0; l < links.size(); ++l)
    if (const GazetteerRow* row = gazetteer.row(links[l].row); row != nullptr && links[l].use == NameUse::main)
      most = std::max(most, row->population);
  return most;
}

}  // namespace

std::vector<bool> towns_taken_for_persons(const Document& doc, const Tree& tree, const Knowledge& knowledge) {
  if (!knowledge.gazetteer) return {};
  tsl::robin_map<std::string_view, bool> may_be_town;  ///< by name, for as long as all its mentions allow it
  const auto person = [](const Entity& e) { return e.type == EntityType::person; };
  const auto led_to = [&](std::uint32_t token) {
    if (tree.dep(token) != Dep::pobj) return false;
    const std::string_view word = doc.str(doc.tokens[tree.head(token)]);
    const bool either = knowledge.place_words.is(word, PlaceWord::either);
    if (!either && !knowledge.place_words.is(word, PlaceWord::near)) return false;
    return most_people(*knowledge.gazetteer, doc.str(doc.tokens[token])) >= (either ? kCity : kTownOfNote);
  };
  for (const Entity& e : doc.entities) {
    if (!person(e)) continue;
    const bool alone = e.last - e.first == 1;
    for (std::uint32_t i = e.first; i < e.last; ++i) {
      bool& may = may_be_town.try_emplace(doc.str(doc.tokens[i]), true).first.value();
      may = may && alone && led_to(i);
    }
  }
  std::vector<bool> out;
  for (std::size_t e = 0; e < doc.entities.size(); ++e) {
    if (!person(doc.entities[e]) || !may_be_town[doc.str(doc.tokens[doc.entities[e].first])]) continue;
    out.resize(doc.entities.size(), false);
    out[e] = true;
  }
  return out;
}

}  // namespace sitcen::reading
