#include "reading/events/arguments.h"

#include <algorithm>

#include "reading/actors/syntax.h"
#include "reading/events/kinds.h"
#include "reading/phrases.h"
#include "reading/statements/dependents.h"
#include "reading/statements/subject.h"
#include "reading/tables/folded.h"

namespace sitcen::reading {
namespace {

constexpr int kMostSteps = 6;

/// Prepositions in small letters that live as long as the program: those that frames may name.
constexpr std::array<std::string_view, 35> kPrepositions = {
    "about",   "after",   "against", "ahead",  "among",   "around",  "as",      "at",   "before",
    "behind",  "between", "by",      "during", "for",     "from",    "in",      "into", "near",
    "of",      "off",     "on",      "out",    "outside", "over",    "through", "to",   "toward",
    "towards", "under",   "upon",    "with",   "within",  "without", "across",  "along"};

std::string_view preposition(const EventScene& s, std::uint32_t token) {
  const Folded folded(s.scene.doc.str(s.token(token)));
  const auto* const at = std::ranges::find(kPrepositions, folded.view());
  return at == kPrepositions.end() ? std::string_view() : *at;
}

std::uint32_t meant(const EventScene& s, std::uint32_t token) {
  return speaking_head(s.scene.doc, s.scene.tree, token);
}

void add_phrase(const EventScene& s, Arguments& out, std::uint32_t prep) {
  const Tree& tree = s.scene.tree;
  const std::string_view word = preposition(s, prep);
  for (const std::uint32_t c : tree.children(prep)) {
    const Dep dep = tree.dep(c);
    if (dep == Dep::pobj && !word.empty()) out.add(Slot::preposition, meant(s, c), word);
    if (dep == Dep::pcomp && !word.empty() && c > prep) out.add(Slot::preposition, c, word);
    if (dep != Dep::prep || preposition(s, c).empty()) continue;  // "out of", "across from"
    for (const std::uint32_t n : tree.children(c))
      if (tree.dep(n) == Dep::pobj) out.add(Slot::preposition, meant(s, n), preposition(s, c));
  }
}

void add_phrases(const EventScene& s, Arguments& out, std::uint32_t head) {
  for (const std::uint32_t c : s.scene.tree.children(head)) {
    const Dep dep = s.scene.tree.dep(c);
    if (dep == Dep::prep || (dep == Dep::dative && s.token(c).pos == Pos::adp)) add_phrase(s, out, c);
    if (dep == Dep::prt) add_phrases(s, out, c);
  }
}

/// Whom a passive verb is done to: its own subject, or the one it shares with the verb it is coordinated with.
std::uint32_t undergoer(const EventScene& s, std::uint32_t verb, const Dependents& own) {
  const Tree& tree = s.scene.tree;
  if (own.passive_subject != kNoToken) return own.passive_subject;
  for (int steps = 0; steps < kMostSteps; ++steps) {
    if (tree.dep(verb) == Dep::acl) return tree.head(verb);
    if (tree.dep(verb) != Dep::conj && tree.dep(verb) != Dep::xcomp && tree.dep(verb) != Dep::advcl) break;
    verb = tree.head(verb);
    if (!is_verb(s.scene, verb)) return kNoToken;
    for (const Dep dep : {Dep::nsubjpass, Dep::nsubj})
      if (const std::uint32_t c = tree.child(verb, dep); c != kNoToken) return c;
  }
  return kNoToken;
}

/// "were arrested and beaten": a participle that shares its helping verb is passive too.
bool shares_passive(const EventScene& s, std::uint32_t verb) {
  const Tree& tree = s.scene.tree;
  if (tree.dep(verb) != Dep::conj || s.scene.doc.tag(s.token(verb)) != "VBN") return false;
  if (tree.child(verb, Dep::aux) != kNoToken || tree.child(verb, Dep::nsubj) != kNoToken) return false;
  const std::uint32_t above = tree.head(verb);
  return is_verb(s.scene, above) && dependents(s.scene, above).passive;
}

/// The object that a verb lacks: that of the verb it is coordinated with, or what its relative clause hangs on.
std::uint32_t shared_object(const EventScene& s, std::uint32_t verb) {
  const Tree& tree = s.scene.tree;
  if (tree.dep(verb) == Dep::relcl && tree.child(verb, Dep::nsubj) != kNoToken &&
      meant(s, tree.child(verb, Dep::nsubj)) != tree.head(verb))
    return tree.head(verb);
  const std::uint32_t next = tree.child(verb, Dep::conj);
  if (next == kNoToken || next > verb + 3 || !is_verb(s.scene, next)) return kNoToken;
  if (const std::uint32_t own = tree.child(verb, Dep::prep); own != kNoToken && own < next) return kNoToken;
  return tree.child(next, Dep::nsubj) == kNoToken ? tree.child(next, Dep::dobj) : kNoToken;
}

/// "up to 16 advisers", "over 30 people": a number's approximator, which the parser takes for a preposition.
std::uint32_t numbered_object(const EventScene& s, std::uint32_t verb) {
  for (const std::uint32_t c : s.scene.tree.children(verb)) {
    if (c < verb || c > verb + 2 || s.scene.tree.dep(c) != Dep::prep) continue;
    const std::uint32_t noun = s.scene.tree.child(c, Dep::pobj);
    if (noun != kNoToken && s.scene.tree.child(noun, Dep::nummod) != kNoToken) return noun;
  }
  return kNoToken;
}

/// Whose act an infinitive or a gerund is where the subject of the sentence is not: "is determined to impose",
/// "thanked X for accepting".
std::uint32_t controller(const EventScene& s, std::uint32_t verb) {
  const Tree& tree = s.scene.tree;
  const std::uint32_t above = tree.head(verb);
  if (tree.dep(verb) == Dep::xcomp && s.token(above).pos == Pos::adj) return tree.child(tree.head(above), Dep::nsubj);
  if (tree.dep(verb) != Dep::pcomp || !is_word(s.scene.doc, above, "for")) return kNoToken;
  const std::uint32_t thanks = tree.head(above);
  for (const std::uint32_t c : tree.children(thanks))
    if (tree.dep(c) == Dep::prep && c < above && is_word(s.scene.doc, c, "to")) return tree.child(c, Dep::pobj);
  if (!is_verb(s.scene, thanks)) return kNoToken;
  if (const std::uint32_t whom = tree.child(thanks, Dep::dobj); whom != kNoToken) return whom;
  return tree.child(thanks, Dep::nsubjpass);
}

/// Whose act an infinitive behind a noun is: "Chad's plan to attack", "an attempt by rebels to flee", "made an attempt
/// to flee"; of a noun that names somebody himself ("the troops to be sent") the noun.
std::uint32_t owner_of_infinitive(const EventScene& s, std::uint32_t noun) {
  const Tree& tree = s.scene.tree;
  if ((kinds_of(s, noun) & static_cast<std::uint8_t>(ArgumentKind::person)) != 0) return noun;
  if (const std::uint32_t owner = tree.child(noun, Dep::poss); owner != kNoToken) return owner;
  for (const std::uint32_t c : tree.children(noun))
    if (tree.dep(c) == Dep::prep && (is_word(s.scene.doc, c, "by") || is_word(s.scene.doc, c, "of")))
      return object_of_preposition(s.scene, c);
  const std::uint32_t verb = tree.head(noun);
  if (tree.dep(noun) != Dep::dobj || !is_verb(s.scene, verb)) return kNoToken;
  return subject_of(s.scene, verb).head;
}

/// "days of talks", "a wave of arrests": what stands in the place of the noun in its clause.
std::uint32_t spell_of(const EventScene& s, std::uint32_t noun) {
  const Tree& tree = s.scene.tree;
  const std::uint32_t of = tree.head(noun);
  if (tree.dep(noun) != Dep::pobj || tree.is_root(of) || !is_word(s.scene.doc, of, "of")) return noun;
  return s.is(tree.head(of), EventWord::spell) ? tree.head(of) : noun;
}

/// The verb a noun is the object of, straight or over a preposition; kNoToken where it is none.
std::uint32_t verb_over(const EventScene& s, std::uint32_t noun, bool& under_preposition) {
  const Tree& tree = s.scene.tree;
  noun = spell_of(s, noun);
  for (int steps = 0; steps < kMostSteps && tree.dep(noun) == Dep::conj; ++steps) noun = tree.head(noun);
  const std::uint32_t above = tree.head(noun);
  under_preposition = tree.dep(noun) == Dep::pobj;
  if (!under_preposition) return is_verb(s.scene, above) ? above : kNoToken;
  if (tree.is_root(above)) return kNoToken;
  std::uint32_t verb = tree.head(above);
  if (tree.dep(verb) == Dep::dobj && s.is(verb, EventWord::share)) verb = tree.head(verb);  // "took part in"
  return is_verb(s.scene, verb) ? verb : kNoToken;
}

/// What the verb above a noun lends it.
void add_from_verb(const EventScene& s, Arguments& out, std::uint32_t noun) {
  const Tree& tree = s.scene.tree;
  // "talks held in Rome", "the attack carried out by X", "the talks that X held"
  std::uint32_t verb = kNoToken;
  bool in_phrase = false;
  for (const std::uint32_t c : tree.children(noun)) {
    const Dep dep = tree.dep(c);
    if ((dep == Dep::acl || dep == Dep::relcl) && is_verb(s.scene, c) && s.is(c, EventWord::light)) verb = c;
  }
  if (verb == kNoToken) {
    verb = verb_over(s, noun, in_phrase);
    if (verb == kNoToken) return;
    const Dep dep = tree.dep(noun);
    if (dep == Dep::nsubj && s.is(verb, EventWord::occur)) {
      out.happens = true;
      add_phrases(s, out, verb);
      return;
    }
    if (!s.is(verb, in_phrase ? EventWord::partake : EventWord::light)) return;
    if (!in_phrase && dep == Dep::nsubj) return;
  }
  const Dependents own = dependents(s.scene, verb);
  // "attended a conference on riots": it is the conference that they attended.
  const bool attends = in_phrase && own.object != kNoToken && !s.is(own.object, EventWord::share) &&
                       (kinds_of(s, own.object) & static_cast<std::uint8_t>(ArgumentKind::actor)) == 0;
  if (attends) return;
  out.light = verb;
  out.happens = true;
  // "two brigades were involved in the drill": those who are drawn in take part.
  const std::uint32_t subject = in_phrase && own.passive ? undergoer(s, verb, own) : subject_of(s.scene, verb).head;
  if (subject != noun && subject != kNoToken) out.add(Slot::subject, meant(s, subject));
  // "engaged the patrol in a firefight": with it
  if (in_phrase && !own.passive && own.object != kNoToken && own.object != noun)
    out.add(Slot::preposition, meant(s, own.object), "with");
  add_phrases(s, out, verb);
}

}  // namespace

std::uint32_t Arguments::first(Slot slot, std::string_view word) const {
  for (const Argument& a : all())
    if (a.slot == slot && a.word == word) return a.token;
  return kNoToken;
}

Arguments arguments_of_verb(const EventScene& s, std::uint32_t verb) {
  const Tree& tree = s.scene.tree;
  Arguments out;
  out.predicate = verb;
  const Dependents d = dependents(s.scene, verb);
  out.passive = d.passive || shares_passive(s, verb);
  out.infinitive = d.infinitive;
  out.clause = d.clause;
  // "was pressed by Chad to go": behind an agent the parser takes what is asked for a purpose.
  if (out.infinitive == kNoToken && d.passive)
    if (const std::uint32_t c = tree.child(verb, Dep::advcl); c != kNoToken && c > verb)
      if (infinitive_mark(s.scene, c) != kNoToken && !comma_before(s.scene, tree.range(c).first)) out.infinitive = c;
  if (out.passive) {
    const std::uint32_t by = d.agent == kNoToken ? kNoToken : object_of_preposition(s.scene, d.agent);
    out.add(Slot::subject, by == kNoToken ? by : meant(s, by));
    const std::uint32_t object = undergoer(s, verb, d);
    out.add(Slot::object, object == kNoToken ? object : meant(s, object));
  } else {
    const std::uint32_t other = controller(s, verb);
    const bool of_noun = tree.dep(verb) == Dep::acl && infinitive_mark(s.scene, verb) != kNoToken &&
                         tree.child(verb, Dep::nsubj) == kNoToken;
    const std::uint32_t subject = other != kNoToken ? other
                                  : of_noun         ? owner_of_infinitive(s, tree.head(verb))
                                                    : subject_of(s.scene, verb).head;
    out.add(Slot::subject, subject == kNoToken ? subject : meant(s, subject));
    std::uint32_t object = d.object != kNoToken ? d.object : shared_object(s, verb);
    if (object == kNoToken) object = numbered_object(s, verb);
    out.add(Slot::object, object == kNoToken ? object : meant(s, object));
  }
  if (d.dative != kNoToken && s.token(d.dative).pos != Pos::adp) out.add(Slot::dative, d.dative);
  add_phrases(s, out, verb);
  if (const std::uint32_t object = tree.child(verb, Dep::dobj); object != kNoToken) add_phrases(s, out, object);
  if (out.passive && d.passive_subject != kNoToken) add_phrases(s, out, d.passive_subject);
  return out;
}

Arguments arguments_of_noun(const EventScene& s, std::uint32_t noun) {
  const Tree& tree = s.scene.tree;
  Arguments out;
  out.predicate = noun;
  for (const std::uint32_t c : tree.children(noun)) {
    const Dep dep = tree.dep(c);
    if (dep == Dep::poss) out.add(Slot::owner, meant(s, c));
    if (dep == Dep::compound || dep == Dep::amod || dep == Dep::nmod) {
      out.add(Slot::modifier, c);
      if (const std::uint32_t other = tree.child(c, Dep::conj); other != kNoToken) out.add(Slot::modifier, other);
    }
    if (dep == Dep::acl && c > noun && !s.is(c, EventWord::light)) {
      if (const std::uint32_t agent = tree.child(c, Dep::agent); agent != kNoToken) add_phrase(s, out, agent);
    }
    if (dep == Dep::acl && s.scene.doc.tag(s.token(c)) == "VB") out.infinitive = c;
  }
  add_phrases(s, out, noun);
  add_from_verb(s, out, noun);
  return out;
}

}  // namespace sitcen::reading
