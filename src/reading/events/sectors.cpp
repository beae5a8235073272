#include "reading/events/sectors.h"

#include <algorithm>
#include <optional>

#include "reading/phrases.h"
#include "reading/statements/dependents.h"

namespace sitcen::reading {
namespace {

constexpr std::size_t kMostMentions = 4;

void add_sector(std::vector<std::string>& sectors, std::string_view sector) {
  if (sector.empty() || std::ranges::find(sectors, sector) != sectors.end()) return;
  sectors.emplace_back(sector);
}

bool modifies(Dep dep) { return dep == Dep::compound || dep == Dep::amod || dep == Dep::nmod || dep == Dep::poss; }

/// The word that says somebody leads or speaks for others: the head, or what stands in front of a name.
std::uint32_t office_of(const EventScene& s, std::uint32_t head) {
  if (s.is(head, EventWord::chief)) return head;
  for (const std::uint32_t c : s.scene.tree.children(head))
    if (s.scene.tree.dep(c) == Dep::compound && s.is(c, EventWord::chief)) return c;
  return kNoToken;
}

/// The sector of whom an office serves, "" for a body that no table knows; none where it may be the state itself.
std::optional<std::string_view> sector_served(const EventScene& s, std::uint32_t whom) {
  if (whom == kNoToken || !s.country[whom].empty() || !s.place_country[whom].empty()) return std::nullopt;
  if (const std::string_view sector = s.words.sector(s.lemma(whom)); !sector.empty()) return sector;
  if (const std::uint32_t a = s.cast.meant_at[whom]; a != kNone) {
    if (!s.cast.actors[a].sector.empty()) return s.cast.actors[a].sector.front();
    if (s.cast.actors[a].kind != ActorKind::organisation && s.cast.actors[a].kind != ActorKind::group)
      return std::nullopt;
  }
  const NounKind kind = s.scene.knowledge.nouns.noun(s.lemma(whom)).kind;
  return kind == NounKind::organisation || kind == NounKind::group ? std::optional<std::string_view>("") : std::nullopt;
}

/// "team leader", "the party's leader", "the leader of the rebels"
std::optional<std::string_view> sector_served_by(const EventScene& s, std::uint32_t head, std::uint32_t office) {
  const auto fits = [&](std::uint32_t c) { return c != office && modifies(s.scene.tree.dep(c)); };
  for (const std::uint32_t c : s.scene.tree.children(office)) {
    const bool of = s.scene.tree.dep(c) == Dep::prep && is_word(s.scene.doc, c, "of");
    if (of || fits(c))
      if (const auto sector = sector_served(s, of ? object_of_preposition(s.scene, c) : c)) return sector;
  }
  if (office == head) return std::nullopt;
  for (const std::uint32_t c : s.scene.tree.children(head))
    if (c < office && fits(c))
      if (const auto sector = sector_served(s, c)) return sector;
  return std::nullopt;
}

}  // namespace

std::vector<std::string> sectors_of_words(const EventScene& s, std::uint32_t head) {
  std::vector<std::string> out;
  add_sector(out, s.words.sector(s.lemma(head)));
  if (!out.empty()) return out;
  for (const std::uint32_t c : s.scene.tree.children(head)) {
    const Dep dep = s.scene.tree.dep(c);
    if (dep == Dep::compound || dep == Dep::amod) add_sector(out, s.words.sector(s.lemma(c)));
  }
  if (out.empty())
    if (const auto sector = s.scene.knowledge.titles.sector(s.lemma(head))) add_sector(out, *sector);
  return out;
}

std::vector<std::string> sectors_of_mentions(const EventScene& s, std::uint32_t actor) {
  std::size_t looked = 0;
  for (const Mention& m : s.cast.actors[actor].mentions) {
    if (++looked > kMostMentions) break;
    for (std::uint32_t i = m.first; i < m.last; ++i)
      if (s.cast.meant_at[i] == actor && s.is_noun(i))
        if (auto sectors = sectors_of_words(s, i); !sectors.empty()) return sectors;
  }
  return {};
}

void mend_sector(const EventScene& s, std::uint32_t head, std::vector<std::string>& sectors) {
  if (sectors.size() != 1 || sectors.front() != "GOV") return;
  const std::uint32_t office = office_of(s, head);
  const auto served = office == kNoToken ? std::nullopt : sector_served_by(s, head, office);
  if (!served) return;
  sectors.clear();
  add_sector(sectors, *served);
}

bool is_code(std::string_view sector) {
  return sector == "IGO" || sector == "NGO" || sector == "MNC" || sector == "IMG";
}

std::string_view code_without_country(ActorKind kind, std::span<const std::string> sectors) {
  for (const std::string& sector : sectors) {
    if (is_code(sector)) return sector;
    if (kind != ActorKind::organisation) continue;
    if (sector == "REB") return "IMG";
    if (sector == "SOC") return "NGO";
  }
  return {};
}

bool bears_arms(std::string_view sector) {
  return sector == "MIL" || sector == "REB" || sector == "UAF" || sector == "CRM";
}

}  // namespace sitcen::reading
