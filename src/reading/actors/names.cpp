#include "reading/actors/names.h"

#include <optional>

#include "reading/phrases.h"

namespace sitcen::reading {
namespace {

bool is_article(const Document& doc, std::uint32_t i) {
  return doc.tokens[i].pos == Pos::det || is_word(doc, i, "the") || is_word(doc, i, "a") || is_word(doc, i, "an");
}

bool is_edge(const Document& doc, std::uint32_t i) {
  const Token& t = doc.tokens[i];
  return t.is_space || t.pos == Pos::punct || doc.tag(t) == "POS" || doc.str(t) == "'s" || doc.str(t) == "\u2019s";
}

/// The tokens of an entity up to its first line end, without articles, marks and a possessive 's at its ends.
TokenRange cut_free(const Document& doc, const Entity& e) {
  TokenRange r = {e.first, e.last};
  while (!r.empty() && is_edge(doc, r.first)) ++r.first;
  for (std::uint32_t i = r.first; i < r.last; ++i)
    if (doc.tokens[i].is_space) r.last = i;
  while (!r.empty() && is_edge(doc, r.last - 1)) --r.last;
  while (!r.empty() && is_article(doc, r.first)) ++r.first;
  return r;
}

bool has_letter(std::string_view s) {
  for (const char c : s)
    if ((c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (static_cast<unsigned char>(c) >= 0x80)) return true;
  return false;
}

/// "President Putin" -> "Putin", "Mr. Kos" -> "Kos"; a name is never cut to nothing.
TokenRange without_title(const Document& doc, const Titles& titles, TokenRange r) {
  while (r.size() > 1) {
    const std::string_view word = doc.str(doc.tokens[r.first]);
    const bool is_title = titles.role(word) == NameRole::honorific || titles.sector(word).has_value() ||
                          titles.role(word) == NameRole::former;
    if (!is_title) break;
    ++r.first;
  }
  return r;
}

/// A capital acts where it is the subject of a verb of speech, thought or stance: its government is meant.
bool acts(const Document& doc, const Tree& tree, const Knowledge& knowledge, TokenRange name) {
  const std::uint32_t last = name.last - 1;
  if (tree.dep(last) != Dep::nsubj) return false;
  const Token& verb = doc.tokens[tree.head(last)];
  return verb.pos == Pos::verb && !knowledge.cues.find(doc.lemma(verb), CuePos::verb).empty();
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

std::optional<Name> name_of(const Document& doc, const Tree& tree, const Knowledge& knowledge, const Entity& e) {
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
  TokenRange r = cut_free(doc, e);
  if (r.empty() || !has_letter(text_of(doc, r))) return std::nullopt;
  if (const Country* country = knowledge.countries.named(text_of(doc, r)))
    return Name{r, ActorKind::country, country, nullptr};
  if (const Organisation* known = knowledge.organisations.named(text_of(doc, r)))
    return Name{r, ActorKind::organisation, nullptr, known};
  switch (e.type) {
    case EntityType::person:
      r = without_title(doc, knowledge.titles, r);
      return Name{r, ActorKind::person, nullptr, nullptr};
    case EntityType::org:
      return Name{r, ActorKind::organisation, nullptr, nullptr};
    case EntityType::norp:
      return people(doc, tree, knowledge, r);
    default:
      return place(doc, tree, knowledge, r);
  }
}

}  // namespace

std::string_view text_of(const Document& doc, TokenRange tokens) { return doc.str(span_of(doc, tokens)); }

std::vector<Name> find_names(const Document& doc, const Tree& tree, const Knowledge& knowledge) {
  std::vector<Name> out;
  out.reserve(doc.entities.size());
  for (const Entity& e : doc.entities)
    if (const auto name = name_of(doc, tree, knowledge, e)) out.push_back(*name);
  return out;
}

}  // namespace sitcen::reading
