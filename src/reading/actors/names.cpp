#include "reading/actors/names.h"

#include <tsl/robin_set.h>

#include <algorithm>
#include <optional>

#include "reading/phrases.h"
#include "reading/places/town_names.h"
#include "reading/statements/datelines.h"

namespace sitcen::reading {
namespace {

bool is_article(const Document& doc, const Titles& titles, std::uint32_t i) {
  return doc.tokens[i].pos == Pos::det || titles.role(doc.str(doc.tokens[i])) == NameRole::article;
}

bool is_edge(const Document& doc, std::uint32_t i) {
  const Token& t = doc.tokens[i];
  return t.is_space || t.pos == Pos::punct || doc.tag(t) == "POS" || doc.str(t) == "'s" || doc.str(t) == "\u2019s";
}

/// The tokens of an entity up to its first line end, without articles, marks and a possessive 's at its ends.
TokenRange cut_free(const Document& doc, const Titles& titles, const sitcen::Entity& e) {
  TokenRange r = {e.first, e.last};
  while (!r.empty() && (is_edge(doc, r.first) || doc.tokens[r.first].pos == Pos::sconj)) ++r.first;
  for (std::uint32_t i = r.first; i < r.last; ++i)
    if (doc.tokens[i].is_space) r.last = i;
  while (!r.empty() && is_edge(doc, r.last - 1)) --r.last;
  while (!r.empty() && is_article(doc, titles, r.first)) ++r.first;
  return r;
}

bool has_letter(std::string_view s) {
  for (const char c : s)
    if ((c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (static_cast<unsigned char>(c) >= 0x80)) return true;
  return false;
}

/// A word that begins with a capital, or with a letter that has none.
bool is_capitalised(const Document& doc, std::uint32_t i) {
  const char c = doc.str(doc.tokens[i]).front();
  return !(c >= 'a' && c <= 'z');
}

/// "President Sorek" -> "Sorek", "Mr. Kos" -> "Kos"; a name is never cut to nothing.
TokenRange without_title(const Document& doc, const Titles& titles, TokenRange r) {
  while (r.size() > 1) {
    const std::string_view word = doc.str(doc.tokens[r.first]);
    const bool is_title = titles.role(word) == NameRole::honorific || titles.sector(word).has_value() ||
                          titles.role(word) == NameRole::former ||
                          (doc.tokens[r.first].pos == Pos::noun && !is_capitalised(doc, r.first));  // "baker Ana Kos"
    if (!is_title) break;
    ++r.first;
  }
  return r;
}

/// "Ana Kos of Acme Gaming" -> "Ana Kos"
TokenRange without_home(const Document& doc, const Titles& titles, TokenRange r) {
  for (std::uint32_t i = r.first + 2; i < r.last; ++i)
    if (doc.tokens[i].pos == Pos::adp && titles.role(doc.str(doc.tokens[i])) == NameRole::of) return {r.first, i};
  return r;
}

/// A capital acts where it is the subject of a verb of speech, thought or stance: its government is meant.
bool acts(const Document& doc, const Tree& tree, const Knowledge& knowledge, TokenRange name) {
  const std::uint32_t last = name.last - 1;
  if (tree.dep(last) != Dep::nsubj) return false;
  const Token& verb = doc.tokens[tree.head(last)];
  return verb.pos == Pos::verb && !knowledge.cues.find(knowledge.slips.lemma(doc, verb), CuePos::verb).empty();
}

bool is_plural_noun(const Document& doc, std::uint32_t i) {
  const std::string_view tag = doc.tag(doc.tokens[i]);
  return tag == "NNPS" || tag == "NNS";
}

std::optional<Name> place(const Document& doc, const Tree& tree, const Knowledge& knowledge, TokenRange r) {
  const Country* capital = knowledge.countries.capital(text_of(doc, r));
  if (capital == nullptr || !acts(doc, tree, knowledge, r)) return std::nullopt;
  return Name{r, ActorKind::country, capital, nullptr};
}

/// A people or a party's people: "Belarusians", "Democrats"; an adjective names nobody.
std::optional<Name> people(const Document& doc, const Tree& tree, const Knowledge& knowledge, TokenRange r) {
  const std::uint32_t last = r.last - 1;
  const Dep dep = tree.dep(last);
  if (dep == Dep::amod || dep == Dep::compound || dep == Dep::nmod) return std::nullopt;
  if (!is_plural_noun(doc, last)) return std::nullopt;
  return Name{r, ActorKind::group, knowledge.countries.nationality(text_of(doc, r)), nullptr};
}

/// "Head of State", "Defence Minister": a word of an office, though the model took it for a name.
bool is_part_of_office(const Document& doc, const Knowledge& knowledge, TokenRange r) {
  if (r.last < doc.tokens.size() && knowledge.titles.role(text_of(doc, r)) == NameRole::portfolio &&
      knowledge.titles.sector(doc.str(doc.tokens[r.last])))
    return true;
  if (r.first < 2 || knowledge.titles.role(doc.str(doc.tokens[r.first - 1])) != NameRole::of) return false;
  return knowledge.titles.sector(text_of(doc, {r.first - 2, r.last})).has_value();
}

std::optional<Name> name_of(const Document& doc, const Tree& tree, const Knowledge& knowledge,
                            const sitcen::Entity& e) {
  switch (e.type) {
    case EntityType::person:
    case EntityType::org:
    case EntityType::gpe:
    case EntityType::norp:
    case EntityType::loc:
    case EntityType::fac:
      break;
    default:
      return std::nullopt;
  }
  TokenRange r = cut_free(doc, knowledge.titles, e);
  if (r.empty() || !has_letter(text_of(doc, r)) || is_part_of_office(doc, knowledge, r)) return std::nullopt;
  if (const Country* country = knowledge.countries.named(text_of(doc, r)))
    return Name{r, ActorKind::country, country, nullptr};
  if (const Organisation* known = knowledge.organisations.named(text_of(doc, r)))
    return Name{r, ActorKind::organisation, nullptr, known};
  // "Moldovan President": an adjective that the model took for a name.
  if (knowledge.countries.nationality(text_of(doc, r)) != nullptr) return people(doc, tree, knowledge, r);
  switch (e.type) {
    case EntityType::person:
      r = without_home(doc, knowledge.titles, without_title(doc, knowledge.titles, r));
      if (r.size() == 1 && knowledge.titles.role(text_of(doc, r)) == NameRole::honorific) return std::nullopt;
      if (!is_capitalised(doc, r.last - 1)) return std::nullopt;
      return Name{r, ActorKind::person, nullptr, nullptr};
    case EntityType::org:
      if (knowledge.titles.role(doc.str(doc.tokens[r.last - 1])) == NameRole::unit)
        return Name{r, ActorKind::unit, nullptr, nullptr};
      return Name{r, ActorKind::organisation, nullptr, nullptr};
    case EntityType::norp:
      return people(doc, tree, knowledge, r);
    default:
      return place(doc, tree, knowledge, r);
  }
}

bool is_free_name(const Document& doc, std::uint32_t i) {
  const Token& t = doc.tokens[i];
  return t.pos == Pos::propn && t.iob == Iob::outside && has_letter(doc.str(t)) && !doc.str(t).ends_with('.');
}

/// A proper name right behind an office: "Minister of Defence Ana Kos". The model misses some of these.
std::optional<Name> titled(const Document& doc, const Tree& tree, const Knowledge& knowledge, std::uint32_t last) {
  TokenRange r = {last, last + 1};
  while (r.first > 0 && is_free_name(doc, r.first - 1) && tree.dep(r.first - 1) == Dep::compound &&
         tree.head(r.first - 1) == last && !knowledge.titles.sector(doc.str(doc.tokens[r.first - 1])))
    --r.first;
  if (r.size() < 2 || knowledge.titles.sector(doc.str(doc.tokens[last])) ||
      role_in_front(doc, knowledge, r.first) == kNoToken)
    return std::nullopt;
  return Name{r, ActorKind::person, nullptr, nullptr};
}

bool has_title_behind(const Document& doc, const Tree& tree, const Knowledge& knowledge, std::uint32_t name) {
  return std::ranges::any_of(tree.children(name), [&](std::uint32_t c) {
    return tree.dep(c) == Dep::appos && c > name && knowledge.titles.sector(doc.str(doc.tokens[c])).has_value();
  });
}

/// Two or three proper names in a row that speak, or that a title stands behind: "Timur Akhmetov, chief of staff,".
std::optional<Name> acting(const Document& doc, const Tree& tree, const Knowledge& knowledge, std::uint32_t last) {
  TokenRange r = {last, last + 1};
  while (r.first > 0 && last - r.first < 2 && is_free_name(doc, r.first - 1) && is_capitalised(doc, r.first - 1) &&
         doc.tokens[r.first - 1].sentence == doc.tokens[last].sentence && tree.head(r.first - 1) == last &&
         !knowledge.titles.sector(doc.str(doc.tokens[r.first - 1])))
    --r.first;
  if (r.size() < 2 || !is_capitalised(doc, last) ||
      knowledge.titles.role(doc.str(doc.tokens[last])) == NameRole::designator ||
      knowledge.titles.sector(doc.str(doc.tokens[last])))
    return std::nullopt;
  bool told = has_title_behind(doc, tree, knowledge, last);
  if (!told && tree.dep(last) == Dep::nsubj) {
    const Token& verb = doc.tokens[tree.head(last)];
    told = verb.pos == Pos::verb && !knowledge.cues.find(knowledge.slips.lemma(doc, verb), CuePos::verb).empty();
  }
  if (!told) return std::nullopt;
  return Name{r, ActorKind::person, nullptr, nullptr};
}

using Surnames = tsl::robin_set<std::string_view>;

/// Surnames of the persons that are named in full.
Surnames surnames(const Document& doc, std::span<const Name> names) {
  Surnames out;
  for (const Name& n : names)
    if (n.kind == ActorKind::person && n.tokens.size() > 1) out.insert(doc.str(doc.tokens[n.tokens.last - 1]));
  return out;
}

/// Persons that the model took for something else: named as such elsewhere, or with an office behind the name.
void mend(const Document& doc, const Tree& tree, const Knowledge& knowledge, std::vector<Name>& names) {
  Surnames full;
  for (const Name& n : names)
    if (n.kind == ActorKind::person && n.tokens.size() > 1) full.insert(text_of(doc, n.tokens));
  const auto is_person = [&](TokenRange r) {
    if (r.size() < 2 || r.size() > 4) return false;
    if (full.contains(text_of(doc, r))) return true;
    for (std::uint32_t i = r.first; i < r.last; ++i)
      if (doc.tokens[i].pos != Pos::propn || !is_capitalised(doc, i)) return false;
    return has_title_behind(doc, tree, knowledge, r.last - 1);
  };
  std::vector<bool> named(doc.tokens.size(), false);
  for (Name& n : names) {
    named[n.tokens.first] = true;
    const bool listed = n.country != nullptr || n.organisation != nullptr;
    if (n.kind != ActorKind::person && !listed && is_person(n.tokens)) n.kind = ActorKind::person;
  }
  for (const sitcen::Entity& e : doc.entities) {
    const TokenRange r = cut_free(doc, knowledge.titles, e);
    if (r.empty() || named[r.first] || !is_person(r)) continue;
    if (knowledge.countries.named(text_of(doc, r)) != nullptr ||
        knowledge.countries.capital(text_of(doc, r)) != nullptr)
      continue;
    names.push_back({r, ActorKind::person, nullptr, nullptr});
  }
}

/// Names that the model did not mark: behind an office, or the surname of somebody named in full elsewhere.
void add_unmarked(const Document& doc, const Tree& tree, const Knowledge& knowledge, std::vector<Name>& names) {
  const std::size_t marked = names.size();
  for (std::uint32_t i = 0; i < doc.tokens.size(); ++i) {
    if (!is_free_name(doc, i) || (i + 1 < doc.tokens.size() && is_free_name(doc, i + 1) && tree.head(i) > i)) continue;
    if (auto name = titled(doc, tree, knowledge, i))
      names.push_back(*name);
    else if (auto person = acting(doc, tree, knowledge, i))
      names.push_back(*person);
  }
  mend(doc, tree, knowledge, names);
  const Surnames known = surnames(doc, names);
  if (known.empty()) return;
  for (Name& n : names)  // "Kos" for an organisation, in a report about Ana Kos
    if (n.kind == ActorKind::organisation && n.organisation == nullptr && n.tokens.size() == 1 &&
        known.contains(text_of(doc, n.tokens)))
      n.kind = ActorKind::person;
  std::vector<bool> in_name(doc.tokens.size(), false);
  for (std::size_t n = marked; n < names.size(); ++n)
    std::fill(in_name.begin() + names[n].tokens.first, in_name.begin() + names[n].tokens.last, true);
  for (std::uint32_t i = 0; i < doc.tokens.size(); ++i) {
    if (!is_free_name(doc, i) || in_name[i] || !known.contains(doc.str(doc.tokens[i]))) continue;
    const bool alone =
        tree.dep(i) != Dep::compound && (i == 0 || doc.tokens[i - 1].pos != Pos::propn || tree.head(i - 1) != i);
    if (alone) names.push_back({{i, i + 1}, ActorKind::person, nullptr, nullptr});
  }
  std::ranges::sort(names, {}, [](const Name& n) { return n.tokens.first; });
}

}  // namespace

bool is_elect(const Document& doc, const Titles& titles, std::uint32_t i) {
  return i > 1 && titles.role(doc.str(doc.tokens[i])) == NameRole::former && doc.str(doc.tokens[i - 1]) == "-" &&
         titles.sector(doc.str(doc.tokens[i - 2])).has_value();
}

std::uint32_t role_in_front(const Document& doc, const Knowledge& knowledge, std::uint32_t name) {
  const auto is_title = [&](std::uint32_t i) {
    const Pos pos = doc.tokens[i].pos;
    return (pos == Pos::noun || pos == Pos::propn) && knowledge.titles.sector(doc.str(doc.tokens[i])).has_value();
  };
  constexpr std::uint32_t kLongestOffice = 6;  ///< tokens behind "of": "of Foreign Affairs and Trade"
  const std::uint32_t sentence = name == 0 ? 0 : doc.sentences[doc.tokens[name].sentence].first;
  if (name <= sentence) return kNoToken;
  if (is_title(name - 1)) return name - 1;
  if (is_elect(doc, knowledge.titles, name - 1) && name - 1 >= sentence + 2 && is_title(name - 3)) return name - 3;
  for (std::uint32_t i = name - 1; i > sentence && name - i <= kLongestOffice; --i) {
    const Token& t = doc.tokens[i];
    const NameRole role = knowledge.titles.role(doc.str(t));
    if (role == NameRole::of) {
      if (i + 1 < name && is_title(i - 1)) return i - 1;
      continue;
    }
    const bool in_office = t.pos == Pos::noun || t.pos == Pos::propn || t.pos == Pos::adj || t.pos == Pos::cconj ||
                           role == NameRole::article;
    if (!in_office) break;
  }
  return kNoToken;
}

std::string_view text_of(const Document& doc, TokenRange tokens) { return doc.str(span_of(doc, tokens)); }

std::vector<Name> find_names(const Document& doc, const Tree& tree, const Knowledge& knowledge) {
  std::vector<Name> out;
  out.reserve(doc.entities.size());
  const std::vector<bool> towns = towns_taken_for_persons(doc, tree, knowledge);
  const std::vector<bool> apart = dateline_words(doc);  // "MINSK (Reuters) -": nobody acts there
  for (std::size_t e = 0; e < doc.entities.size(); ++e) {
    if ((!towns.empty() && towns[e]) || apart[doc.entities[e].first]) continue;
    if (const auto name = name_of(doc, tree, knowledge, doc.entities[e])) out.push_back(*name);
  }
  add_unmarked(doc, tree, knowledge, out);
  return out;
}

}  // namespace sitcen::reading
