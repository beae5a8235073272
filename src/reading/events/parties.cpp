#include "reading/events/parties.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "reading/events/kinds.h"
#include "reading/events/sectors.h"
#include "reading/phrases.h"
#include "reading/statements/dependents.h"
#include "reading/statements/speaker.h"

namespace sitcen::reading {
namespace {

constexpr std::size_t kMostParties = 12;

bool has(std::uint8_t kinds, ArgumentKind kind) { return (kinds & static_cast<std::uint8_t>(kind)) != 0; }

std::string_view country_of_word(const EventScene& s, std::uint32_t token) { return s.country[token]; }

/// The country that a phrase names beside its head: "Turkish police", "police in Ankara", "the army of Chad"; of a body
/// of no country in front of it the body's own code: "UN troops".
std::string_view country_in(const EventScene& s, std::uint32_t head, TokenRange words) {
  for (std::uint32_t i = words.first; i < words.last; ++i) {
    if (const std::string_view code = country_of_word(s, i); !code.empty()) return code;
    const std::uint32_t a = s.cast.meant_at[i];
    if (i == head || a == kNone) continue;
    if (!s.actor_country[a].empty()) return s.actor_country[a];
    const Actor& actor = s.cast.actors[a];
    if (i < head && actor.kind == ActorKind::organisation)
      if (const auto code = code_without_country(actor.kind, actor.sector); !code.empty()) return code;
  }
  return {};
}

/// "ethnic Albanians": a people, not whose they are.
bool is_origin(const EventScene& s, TokenRange words) {
  for (std::uint32_t i = words.first; i < words.last; ++i)
    if (is_word(s.scene.doc, i, "ethnic")) return true;
  return false;
}

/// Where a verb's or a noun's own words say that it happens: "clashed at the mill in Velin".
std::string_view country_where(const EventScene& s, const Arguments& args) {
  for (const Argument& a : args.all()) {
    if (a.slot != Slot::preposition || (a.word != "in" && a.word != "at" && a.word != "near" && a.word != "outside"))
      continue;
    const TokenRange words = noun_phrase(s.scene.doc, s.scene.tree, a.token);
    // From the back: "outside the Greek embassy in Oslo" is in Oslo.
    for (std::uint32_t i = words.last; i > words.first; --i)
      for (const std::string_view code : {s.country[i - 1], s.place_country[i - 1]})
        if (!code.empty()) return code;
  }
  return {};
}

/// "Lagos police", "Kano's governor", "officials in Kano": the country of the place that stands closest.
std::string_view country_of_place(const EventScene& s, std::uint32_t head) {
  if (!s.place_country[head].empty()) return s.place_country[head];
  for (const std::uint32_t c : s.scene.tree.children(head)) {
    const Dep dep = s.scene.tree.dep(c);
    const bool leads = dep == Dep::prep && c > head;
    const std::uint32_t place = leads ? object_of_preposition(s.scene, c) : c;
    if (!leads && dep != Dep::compound && dep != Dep::poss && dep != Dep::nmod && dep != Dep::amod) continue;
    if (place != kNoToken && !s.place_country[place].empty()) return s.place_country[place];
  }
  return {};
}

/// "The Ruritanian police": of some country that no table knows, whatever others the sentence names.
bool is_of_unknown_country(const EventScene& s, TokenRange phrase) {
  for (std::uint32_t i = phrase.first; i < phrase.last; ++i) {
    const EntityType type = s.scene.doc.entity_type(s.token(i));
    // "the ministers of both countries"
    if (s.scene.knowledge.nouns.noun(s.lemma(i)).kind == NounKind::country) return true;
    if (s.is(i, EventWord::creed) || !s.country[i].empty() || !s.place_country[i].empty()) continue;
    if (type == EntityType::norp || type == EntityType::gpe) return true;
  }
  return false;
}

/// Where those are at home of whom the text only says what they are ("police", "students").
struct Home {
  const Arguments* args = nullptr;  ///< of the event
  Abroad abroad = Abroad::no;

  /// The only country that the sentence names; else that of the place, but who bears arms is often a guest there.
  [[nodiscard]] std::string_view country(const EventScene& s, std::span<const std::string> sectors) const {
    if (abroad == Abroad::yes) return {};
    if (const std::string_view only = s.only_country[s.token(args->predicate).sentence]; !only.empty()) return only;
    return std::ranges::any_of(sectors, bears_arms) ? std::string_view() : country_where(s, *args);
  }
};

Party party_of(const EventScene& s, std::uint32_t head, const Home& home) {
  Party out;
  TokenRange phrase = noun_phrase(s.scene.doc, s.scene.tree, head);
  for (const std::uint32_t c : s.scene.tree.children(head))
    if (c > head && (s.scene.tree.dep(c) == Dep::cc || s.scene.tree.dep(c) == Dep::conj))
      phrase.last = std::min(phrase.last, c);
  phrase = trimmed(s.scene.doc, phrase);
  if (!phrase.has(head)) phrase = {head, head + 1};
  out.span = span_of(s.scene.doc, phrase);
  if (const std::uint32_t a = actor_meant(s.scene.doc, s.scene.tree, s.scene.knowledge, s.cast, head, phrase);
      a != kNone) {
    out.actor = a;
    out.code = s.actor_country[a];
    out.sector = s.cast.actors[a].sector;
  }
  if (is_origin(s, {phrase.first, head})) {
    out.code = country_in(s, head, {head + 1, std::max(head + 1, phrase.last)});
    if (out.code.empty() && home.abroad == Abroad::no) out.code = country_where(s, *home.args);
    return out;
  }
  if (out.code.empty()) out.code = country_in(s, head, {phrase.first, head + 1});
  if (out.sector.empty()) out.sector = sectors_of_words(s, head);
  if (out.sector.empty() && out.actor) out.sector = sectors_of_mentions(s, *out.actor);
  mend_sector(s, head, out.sector);
  if (out.code.empty())
    out.code = code_without_country(out.actor ? s.cast.actors[*out.actor].kind : ActorKind::group, out.sector);
  if (out.code.empty()) out.code = country_in(s, head, {head + 1, std::max(head + 1, phrase.last)});
  if (out.code.empty()) out.code = country_of_place(s, head);
  // "Police in Tarn", "the president": whose they are, where the sentence knows one country only. Guests are not.
  if (out.code.empty() && !out.sector.empty() && !is_code(out.sector.front()) && !is_of_unknown_country(s, phrase))
    out.code = home.country(s, out.sector);
  return out;
}

/// Somebody whom a thing names: "a Norwegian peace plan", "the retreat of Estonian troops".
std::optional<Party> party_within(const EventScene& s, std::uint32_t thing, const Home& home) {
  const TokenRange phrase = noun_phrase(s.scene.doc, s.scene.tree, thing);
  for (std::uint32_t i = phrase.first; i < phrase.last; ++i) {
    const std::uint32_t a = s.cast.meant_at[i];
    const bool country = !country_of_word(s, i).empty();
    if (i == thing || (!country && a == kNone)) continue;
    const std::uint32_t head = s.scene.tree.head(i);
    const bool modifies = phrase.has(head) && head != thing && has(kinds_of(s, head), ArgumentKind::actor);
    Party out = party_of(s, modifies ? head : i, home);
    if (!out.code.empty()) return out;
  }
  return std::nullopt;
}

/// "the two leaders", "they": each of the actors that a plural means together.
/// \return false where it means no two
bool add_each_meant(const EventScene& s, std::uint32_t head, const Home& home, std::vector<Party>& out) {
  const std::string_view tag = s.scene.doc.tag(s.token(head));
  const bool plural = tag == "NNS" || tag == "NNPS" || is_word(s.scene.doc, head, "they") ||
                      is_word(s.scene.doc, head, "we") || is_word(s.scene.doc, head, "both");
  const auto open = s.cast.open_at.find(head);
  if (!plural || s.cast.meant_at[head] != kNone || open == s.cast.open_at.end()) return false;
  const Party words = party_of(s, head, home);
  for (const std::uint32_t a : open->second) {
    if (out.size() >= kMostParties) break;
    Party party = words;
    party.actor = a;
    party.code = s.actor_country[a];
    party.sector = s.cast.actors[a].sector;
    out.push_back(std::move(party));
  }
  return true;
}

/// A party like the last one, of another country.
void add_fellow(const EventScene& s, std::uint32_t other, std::vector<Party>& out) {
  const std::string_view code = country_of_word(s, other);
  if (code.empty() || code == out.back().code || out.size() >= kMostParties) return;
  Party fellow;
  fellow.span = s.token(other).span;
  fellow.code = code;
  fellow.sector = out.back().sector;
  out.push_back(std::move(fellow));
}

/// "French and Egyptian warships", "the presidents of Chad and Mali": one phrase, two countries.
void add_fellow_countries(const EventScene& s, std::uint32_t head, std::vector<Party>& out) {
  const Tree& tree = s.scene.tree;
  for (const std::uint32_t c : tree.children(head)) {
    const Dep dep = tree.dep(c);
    if (dep == Dep::amod || dep == Dep::compound || dep == Dep::nmod) {
      if (const std::uint32_t other = tree.child(c, Dep::conj); other != kNoToken && other < head)
        add_fellow(s, other, out);
    }
    if (dep != Dep::prep || c < head || !is_plural(s, head)) continue;
    const std::uint32_t first = object_of_preposition(s.scene, c);
    if (first == kNoToken || country_of_word(s, first).empty()) continue;
    std::uint32_t other = tree.child(first, Dep::conj);
    if (other != kNoToken && !country_of_word(s, other).empty() && out.back().code != country_of_word(s, first)) {
      out.back().actor.reset();
      out.back().code = country_of_word(s, first);
    }
    for (; other != kNoToken && out.size() < kMostParties; other = tree.child(other, Dep::conj))
      add_fellow(s, other, out);
  }
}

/// A head with what is coordinated with it.
void add_all(const EventScene& s, std::uint32_t head, Slot slot, const Home& home, std::vector<Party>& out) {
  if (slot == Slot::modifier && !names_party(s, head)) return;
  for (std::size_t n = 0; n < kMostParties && head != kNoToken; ++n) {
    const std::uint32_t word = counted_word(s, head);
    const std::uint8_t kinds = kinds_of(s, word);
    if (add_each_meant(s, word, home, out)) {
      head = s.scene.tree.child(head, Dep::conj);
      continue;
    }
    const bool known = has(kinds, ArgumentKind::actor) || !country_of_word(s, word).empty();
    if (known && out.size() < kMostParties) {
      Party party = party_of(s, word, home);
      out.push_back(std::move(party));
      add_fellow_countries(s, word, out);
    } else if ((slot != Slot::subject || s.is(word, EventWord::vehicle) || s.is(word, EventWord::weapon)) &&
               s.is_noun(word) && out.size() < kMostParties) {
      if (auto party = party_within(s, word, home)) out.push_back(*std::move(party));
    }
    head = s.scene.tree.child(head, Dep::conj);
  }
}

}  // namespace

std::vector<Party> speaker_of(const EventScene& s, const Statement& statement) {
  if (!statement.speaker) return {};
  const TokenRange words = tokens_of(s.scene.doc, statement.speaker->span);
  for (std::uint32_t i = words.first; i < words.last; ++i)
    if (s.scene.tree.is_root(i) || !words.has(s.scene.tree.head(i))) {
      Arguments nothing;
      nothing.predicate = i;
      Party out = party_of(s, i, {&nothing, Abroad::no});
      out.span = statement.speaker->span;
      if (statement.speaker->actor) {
        out.actor = statement.speaker->actor;
        out.code = s.actor_country[*out.actor];
        out.sector = s.cast.actors[*out.actor].sector;
      }
      return {std::move(out)};
    }
  return {};
}

std::vector<Party> parties_of_complement(const EventScene& s, const Arguments& args) {
  std::vector<Party> out;
  const Tree& tree = s.scene.tree;
  const Home home = {&args, Abroad::no};
  const bool own_act = speaks_of_itself(s, args);
  if (args.clause != kNoToken && !own_act)
    for (const Dep dep : {Dep::nsubj, Dep::nsubjpass})
      if (const std::uint32_t c = tree.child(args.clause, dep); c != kNoToken && out.empty())
        add_all(s, c, Slot::object, home, out);
  const std::uint32_t act = args.infinitive == kNoToken && own_act ? args.clause : args.infinitive;
  if (!out.empty() || act == kNoToken) return out;
  const Arguments own = arguments_of_verb(s, act);
  // Somebody who stands there himself comes before whom a thing names: "break off ties with Chad and Mali".
  for (const Slot slot : {Slot::subject, Slot::object})
    for (const Argument& a : own.all())
      if (a.slot != Slot::subject && out.empty()) add_all(s, a.token, slot, home, out);
  return out;
}

std::vector<Party> parties(const EventScene& s, const Arguments& args, const Sources& sources, Abroad abroad) {
  std::vector<Party> out;
  const Home home = {&args, abroad};
  for (const Source& source : sources.list()) {
    for (const Argument& a : args.all())
      if (a.slot == source.slot && a.word == source.word) {
        add_all(s, a.token, a.slot, home, out);
        if (!sources.all && !out.empty()) break;
      }
    if (!sources.all && !out.empty()) break;
  }
  const auto key = [](const Party& p) { return std::pair(p.span, p.actor); };
  std::ranges::sort(out, {}, key);
  const auto same = std::ranges::unique(out, {}, key);
  out.erase(same.begin(), same.end());
  return out;
}

}  // namespace sitcen::reading
