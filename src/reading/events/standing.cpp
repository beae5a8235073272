#include "reading/events/standing.h"

#include <algorithm>

#include "reading/events/path.h"
#include "reading/phrases.h"
#include "reading/statements/dependents.h"

namespace sitcen::reading {
namespace {

/// What may happen in an exercise itself.
bool is_held_in_drills(EventType type) {
  switch (type) {
    case EventType::assault:
    case EventType::coerce:
    case EventType::retreat:
    case EventType::aid:
    case EventType::protest:
    case EventType::sanction:
    case EventType::threaten:
      return false;
    default:
      return true;
  }
}

bool is_violent(EventType type) {
  return type == EventType::assault || type == EventType::coerce || type == EventType::protest;
}

/// Police, gunmen, rioters: where they act, the field is only the place.
bool has_security(const EventScene& s, const Arguments& args) {
  return std::ranges::any_of(args.all(), [&](const Argument& a) {
    if (s.is(a.token, EventWord::security)) return true;
    return std::ranges::any_of(s.scene.tree.children(a.token),
                               [&](std::uint32_t c) { return s.is(c, EventWord::security); });
  });
}

/// A word of that class on the way up, as what governs the event, as the subject of that, or in a phrase of it.
bool stands_under(const EventScene& s, std::uint32_t predicate, EventWord word) {
  const Tree& tree = s.scene.tree;
  std::uint32_t at = predicate;
  for (int steps = 0; steps < kMostPathSteps; ++steps) {
    for (const std::uint32_t c : tree.children(at)) {
      const Dep dep = tree.dep(c);
      const bool subject = (dep == Dep::nsubj || dep == Dep::nsubjpass) && at != predicate;
      if (subject && s.is(c, word)) return true;
      if (subject)
        for (const std::uint32_t n : tree.children(c))
          if (s.is(n, word)) return true;
      if (dep != Dep::prep) continue;
      const std::uint32_t noun = object_of_preposition(s.scene, c);
      if (noun != kNoToken && s.is(noun, word)) return true;
    }
    if (tree.is_root(at)) return false;
    at = tree.head(at);
    if (s.is(at, word)) return true;
  }
  return false;
}

/// "in the third season", "in act two"; not "in a series of arrests"
bool is_in_part(const EventScene& s, std::uint32_t at) {
  return std::ranges::any_of(s.scene.tree.children(at), [&](std::uint32_t c) {
    if (s.scene.tree.dep(c) != Dep::prep || !is_word(s.scene.doc, c, "in")) return false;
    const std::uint32_t noun = object_of_preposition(s.scene, c);
    if (noun == kNoToken || !s.is(noun, EventWord::fiction_part)) return false;
    return std::ranges::none_of(s.scene.tree.children(noun),
                                [&](std::uint32_t n) { return is_word(s.scene.doc, n, "of"); });
  });
}

bool is_told_by_part(const EventScene& s, std::uint32_t verb) {
  const std::uint32_t subject = s.scene.tree.child(verb, Dep::nsubj),
                      passive = s.scene.tree.child(verb, Dep::nsubjpass);
  return (subject != kNoToken && s.is(subject, EventWord::fiction_part)) ||
         (passive != kNoToken && s.is(passive, EventWord::fiction_part));
}

bool is_story(const EventScene& s, const Arguments& args) {
  const auto fictional = [&](std::uint32_t i) { return s.is(i, EventWord::fiction); };
  const Tree& tree = s.scene.tree;
  // A book that is banned is an event; a hero that kills is none.
  if (const std::uint32_t subject = args.first(Slot::subject); subject != kNoToken) {
    if (fictional(subject) || std::ranges::any_of(tree.children(subject), fictional) ||
        (s.is(subject, EventWord::fiction_part) && !args.passive))
      return true;
  }
  if (std::ranges::any_of(tree.children(args.predicate),
                          [&](std::uint32_t c) { return tree.dep(c) == Dep::compound && fictional(c); }))
    return true;
  if (stands_under(s, args.predicate, EventWord::fiction)) return true;
  std::uint32_t at = args.predicate;
  for (int steps = 0; steps < kMostPathSteps; ++steps) {
    if (is_in_part(s, at) || (at != args.predicate && is_told_by_part(s, at))) return true;
    if (tree.is_root(at)) return false;
    at = tree.head(at);
    if (s.is(at, EventWord::fiction_act)) return true;
  }
  return false;
}

bool is_dated(const EventScene& s, std::uint32_t predicate) {
  const Tree& tree = s.scene.tree;
  std::uint32_t at = predicate;
  for (int steps = 0; steps < kMostPathSteps; ++steps) {
    if (s.dated[at]) return true;
    const Dep dep = tree.dep(at);
    const bool on = dep == Dep::conj || dep == Dep::xcomp || dep == Dep::dobj || dep == Dep::nsubj ||
                    dep == Dep::nsubjpass || dep == Dep::prep || dep == Dep::pobj || dep == Dep::relcl ||
                    dep == Dep::acl || dep == Dep::attr || dep == Dep::advcl;
    if (!on || tree.is_root(at)) return false;
    at = tree.head(at);
  }
  return false;
}

bool is_field(std::uint8_t marks) { return marks >= 2; }

/// "Six people were killed in floods": where nobody is said to have done it, a disaster or an accident did.
bool is_by_disaster(const EventScene& s, const Arguments& args) {
  const Fields& f = s.fields[s.token(args.predicate).sentence];
  if (f.violence > 0 || (!is_field(f.disaster) && !s.tells_disaster)) return false;
  const std::uint32_t subject = args.first(Slot::subject);
  if (subject == kNoToken) return true;
  return s.is(subject, EventWord::disaster) || s.is(subject, EventWord::disaster_weak);
}

}  // namespace

std::optional<Modality> standing_of(const EventScene& s, const Arguments& args, EventType type) {
  const Fields& f = s.fields[s.token(args.predicate).sentence];
  if (is_field(f.fiction) && is_story(s, args)) return std::nullopt;
  if (type == EventType::assault && is_by_disaster(s, args)) return std::nullopt;
  if (is_field(f.drill) && !is_held_in_drills(type)) return std::nullopt;
  if ((is_field(f.sport) || is_field(f.market)) && !has_security(s, args)) return std::nullopt;

  const bool verb = is_verb(s.scene, args.predicate);
  Modality m = Modality::asserted;
  if (verb) {
    if (is_negated(s, args.predicate)) return Modality::denied;
    for (const Argument& a : args.all())
      if (s.is(a.token, EventWord::generic) && a.slot != Slot::preposition) return Modality::hypothetical;
    if (is_condition(s, args.predicate)) return Modality::hypothetical;
    m = own_modality(s, args.predicate);
    if (m != Modality::asserted) return m;
  }
  m = modality_from_above(s, args.predicate);
  if (m != Modality::asserted) return m;
  if (is_dated(s, args.predicate)) return Modality::past;
  if (is_field(f.era) || (is_field(f.memorial) && stands_under(s, args.predicate, EventWord::memorial)))
    return Modality::past;
  if (is_violent(type) && is_field(f.court) && stands_under(s, args.predicate, EventWord::court)) return Modality::past;
  return Modality::asserted;
}

}  // namespace sitcen::reading
