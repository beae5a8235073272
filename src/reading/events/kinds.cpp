#include "reading/events/kinds.h"

#include <algorithm>

#include "reading/phrases.h"
#include "reading/statements/dependents.h"

namespace sitcen::reading {
namespace {

constexpr std::uint32_t kFarthestParticle = 6;  ///< tokens behind the verb

constexpr std::uint8_t bits(std::initializer_list<ArgumentKind> kinds) {
  auto out = static_cast<std::uint8_t>(ArgumentKind::any);
  for (const ArgumentKind k : kinds) out |= static_cast<std::uint8_t>(k);
  return out;
}

constexpr std::uint8_t kThing = bits({});
constexpr std::uint8_t kPerson = bits({ArgumentKind::actor, ArgumentKind::person, ArgumentKind::target});
constexpr std::uint8_t kBody = bits({ArgumentKind::actor, ArgumentKind::target});
constexpr std::uint8_t kState =
    bits({ArgumentKind::actor, ArgumentKind::state, ArgumentKind::place, ArgumentKind::target});
constexpr std::uint8_t kPlace = bits({ArgumentKind::place, ArgumentKind::target});
constexpr std::uint8_t kObject = bits({ArgumentKind::target});

bool is_measure(EntityType type) {
  switch (type) {
    case EntityType::date:
    case EntityType::time:
    case EntityType::money:
    case EntityType::percent:
    case EntityType::quantity:
      return true;
    default:
      return false;
  }
}

std::uint8_t of_entity(EntityType type) {
  switch (type) {
    case EntityType::person:
    case EntityType::norp:
      return kPerson;
    case EntityType::gpe:
      return kState;
    case EntityType::org:
      return kBody;
    case EntityType::loc:
    case EntityType::fac:
      return kPlace;
    default:
      return 0;
  }
}

std::uint8_t of_noun(const EventScene& s, std::uint32_t token) {
  const std::string_view lemma = s.lemma(token);
  switch (s.scene.knowledge.nouns.noun(lemma).kind) {
    case NounKind::person:
    case NounKind::kin:
    case NounKind::counterpart:
    case NounKind::people:
    case NounKind::weak_person:
    case NounKind::group:
      return kPerson;
    case NounKind::organisation:
    case NounKind::weak:
      return kBody;
    case NounKind::country:
      return kState;
    case NounKind::none:
      break;
  }
  const WordClasses& c = s.words.classes(lemma);
  if (s.words.is(c, EventWord::human) || s.words.is(c, EventWord::armed) || !s.words.sector(lemma).empty())
    return kPerson;
  if (s.words.is(c, EventWord::facility)) return kPlace;
  if (s.words.is(c, EventWord::vehicle)) return kObject;
  if (s.scene.knowledge.titles.sector(lemma)) return kPerson;
  return 0;
}

std::uint8_t of_pronoun(const EventScene& s, std::uint32_t token) {
  const auto pronoun = s.scene.knowledge.nouns.pronoun(s.scene.doc.str(s.token(token)));
  if (!pronoun) return s.is(token, EventWord::human) ? kPerson : kThing;
  if (pronoun->gender == Gender::neuter) {
    const std::uint32_t a = s.cast.meant_at[token];
    if (a == kNone) return kThing;
    return s.cast.actors[a].kind == ActorKind::country ? kState : kBody;
  }
  return kPerson;
}

bool meets(const EventScene& s, const Need& need, std::uint32_t token) {
  if (need.sorts == 0 && need.classes.none()) return true;
  const std::uint32_t word = counted_word(s, token);
  if ((s.words.classes(s.lemma(word)) & need.classes).any()) return true;
  if (need.classes.any())
    for (const std::uint32_t c : s.scene.tree.children(word)) {
      const Dep dep = s.scene.tree.dep(c);
      // "a cease-fire deal", "roadside bombs and rockets"
      if ((dep == Dep::conj || dep == Dep::compound) && (s.words.classes(s.lemma(c)) & need.classes).any()) return true;
    }
  return need.sorts != 0 && (kinds_of(s, word) & need.sorts) != 0;
}

bool has_particle(const EventScene& s, std::uint32_t verb, std::string_view word) {
  return std::ranges::any_of(s.scene.tree.children(verb), [&](std::uint32_t c) {
    return c > verb && c <= verb + kFarthestParticle && is_word(s.scene.doc, c, word);
  });
}

/// Somebody whom a speaker can ask to do something: neither a thing nor nobody, and not "we" or "you".
bool may_be_asked(const EventScene& s, std::uint32_t subject) {
  const auto pronoun = s.scene.knowledge.nouns.pronoun(s.scene.doc.str(s.token(subject)));
  if (pronoun && pronoun->person != 3) return false;
  const auto negative = [&](std::uint32_t c) { return s.is(c, EventWord::negative); };
  if (negative(subject) || std::ranges::any_of(s.scene.tree.children(subject), negative)) return false;
  return (kinds_of(s, counted_word(s, subject)) & static_cast<std::uint8_t>(ArgumentKind::actor)) != 0;
}

/// "must go", "should go", "has to go"; the bare "go" of "insisted that he go"
bool has_duty(const EventScene& s, std::uint32_t verb) {
  const Tree& tree = s.scene.tree;
  // Of somebody else: not "we should hope", "hedges should be trimmed", "nobody will have to wait".
  for (const Dep dep : {Dep::nsubj, Dep::nsubjpass})
    if (const std::uint32_t subject = tree.child(verb, dep); subject != kNoToken && !may_be_asked(s, subject))
      return false;
  const std::uint32_t above = tree.head(verb);
  if (tree.dep(verb) == Dep::xcomp && s.scene.knowledge.words.plays(s.lemma(above), WordRole::duty)) return true;
  bool helped = false;
  for (const std::uint32_t c : tree.children(verb)) {
    const Dep dep = tree.dep(c);
    if (dep == Dep::xcomp && s.scene.knowledge.words.plays(s.lemma(verb), WordRole::duty) &&
        !is_word(s.scene.doc, verb, "get"))
      return true;  // "has got to", not "gets to"
    if (dep != Dep::aux && dep != Dep::auxpass) continue;
    helped = helped || s.scene.doc.tag(s.token(c)) != "VB";
    if (s.scene.knowledge.words.modality(s.scene.doc.str(s.token(c))) == Modality::urged) return true;
  }
  return !helped && s.scene.doc.tag(s.token(verb)) == "VB" && tree.child(verb, Dep::nsubj) != kNoToken;
}

/// "to attack the town", "to attack"; not "to attack the problem"
bool does_to(const EventScene& s, std::uint32_t verb, std::uint8_t sorts) {
  const std::uint32_t object = s.scene.tree.child(verb, Dep::dobj);
  return object == kNoToken || (kinds_of(s, counted_word(s, object)) & sorts) != 0;
}

/// A clause that speaks of something by its verb or by what that verb links: "would retaliate", "there will be
/// reprisals".
bool tells(const EventScene& s, std::uint32_t verb, const WordClasses& classes) {
  const auto any = [&](std::uint32_t i) { return (s.words.classes(s.lemma(i)) & classes).any(); };
  return any(verb) || std::ranges::any_of(s.scene.tree.children(verb), [&](std::uint32_t c) {
           const Dep dep = s.scene.tree.dep(c);
           return (dep == Dep::dobj || dep == Dep::attr || dep == Dep::nsubj) && any(c);
         });
}

bool meets_need(const EventScene& s, const Need& need, const Arguments& args) {
  switch (need.kind) {
    case Need::Kind::particle:
      return has_particle(s, args.predicate, need.word);
    case Need::Kind::infinitive:
      return args.infinitive != kNoToken &&
             (need.classes.none() || (s.words.classes(s.lemma(args.infinitive)) & need.classes).any()) &&
             (need.sorts == 0 || does_to(s, args.infinitive, need.sorts));
    case Need::Kind::clause:
      return args.clause != kNoToken && (need.classes.none() || tells(s, args.clause, need.classes));
    case Need::Kind::own:
      return speaks_of_itself(s, args);
    case Need::Kind::disaster:
      return s.tells_disaster;
    case Need::Kind::duty:
      return args.clause != kNoToken && has_duty(s, args.clause);
    case Need::Kind::no_object:
      return args.first(Slot::object) == kNoToken;
    case Need::Kind::passive:
      return args.passive;
    case Need::Kind::plural: {
      const std::uint32_t subject = args.first(Slot::subject);
      return subject != kNoToken && is_plural(s, subject);
    }
    case Need::Kind::argument:
      break;
  }
  bool any = false;
  for (const Argument& a : args.all()) {
    if (a.slot != need.slot || a.word != need.word) continue;
    if (meets(s, need, a.token)) return true;
    any = true;
  }
  return need.if_any && !any;
}

}  // namespace

bool is_plural(const EventScene& s, std::uint32_t token) {
  const std::string_view tag = s.scene.doc.tag(s.token(token));
  return tag == "NNS" || tag == "NNPS" || is_word(s.scene.doc, token, "they") ||
         s.scene.tree.child(token, Dep::conj) != kNoToken;
}

bool names_party(const EventScene& s, std::uint32_t modifier) {
  const Knowledge& k = s.scene.knowledge;
  const std::string_view text = s.scene.doc.str(s.token(modifier));
  const EntityType entity = s.scene.doc.entity_type(s.token(modifier));
  return k.countries.nationality(text) != nullptr || k.countries.named(text) != nullptr || entity == EntityType::norp ||
         entity == EntityType::org || entity == EntityType::gpe ||
         (s.token(modifier).pos != Pos::adj && !s.words.sector(s.lemma(modifier)).empty());
}

std::uint32_t counted_word(const EventScene& s, std::uint32_t token) {
  const bool counts = s.token(token).pos == Pos::num || s.is(token, EventWord::count);
  if (!counts) return token;
  for (const std::uint32_t c : s.scene.tree.children(token))
    if (c > token && s.scene.tree.dep(c) == Dep::prep && is_word(s.scene.doc, c, "of"))
      if (const std::uint32_t of = object_of_preposition(s.scene, c); of != kNoToken) return of;
  return token;
}

std::uint8_t kinds_of(const EventScene& s, std::uint32_t token) {
  const Token& t = s.token(token);
  if (t.pos == Pos::pron || t.pos == Pos::det) return of_pronoun(s, token);
  if (t.pos == Pos::num || s.is(token, EventWord::count)) return kPerson;  // "three died", "dozens were hurt"
  if (s.apart[token]) return kThing;
  const EntityType named = s.scene.doc.entity_type(t);
  if (is_measure(named)) return kThing;  // "opened fire on Monday", "received $5 million"
  if (const std::uint8_t noun = of_noun(s, token); noun != 0) return noun;
  if (s.scene.knowledge.countries.nationality(s.scene.doc.str(t)) != nullptr) return kPerson;
  if (t.pos == Pos::propn || t.iob != Iob::outside)
    if (const std::uint8_t entity = of_entity(named); entity != 0) return entity;
  if (s.cast.meant_at[token] != kNone) return kBody;
  return t.pos == Pos::propn ? kBody : kThing;
}

bool speaks_of_itself(const EventScene& s, const Arguments& args) {
  if (args.clause == kNoToken) return false;
  const Tree& tree = s.scene.tree;
  std::uint32_t subject = tree.child(args.clause, Dep::nsubj);
  if (subject == kNoToken) subject = tree.child(args.clause, Dep::nsubjpass);
  if (subject == kNoToken) return false;
  if (const std::uint32_t owner = tree.child(subject, Dep::poss); owner != kNoToken && s.token(owner).pos == Pos::pron)
    return true;
  const std::uint32_t speaker = args.first(Slot::subject), a = s.cast.meant_at[subject];
  if (a != kNone) return speaker != kNoToken && s.cast.meant_at[speaker] == a;
  return s.token(subject).pos == Pos::pron && kinds_of(s, subject) != kThing;
}

bool holds(const EventScene& scene, const EventFrame& frame, const Arguments& arguments) {
  return std::ranges::all_of(frame.needs,
                             [&](const Need& need) { return meets_need(scene, need, arguments) != need.forbidden; });
}

}  // namespace sitcen::reading
