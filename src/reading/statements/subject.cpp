#include "reading/statements/subject.h"

#include <algorithm>

#include "reading/phrases.h"
#include "reading/statements/dependents.h"

namespace sitcen::reading {
namespace {

constexpr std::uint32_t kFarthestVerb = 60;  ///< tokens in front of a participle
constexpr int kMostSteps = 12;               ///< verbs to climb; deeper sharing is a slip of the parser

/// A person's name is not cut: "the editor Ana Kos", which the parser may take for two nouns.
TokenRange with_name(const Scene& scene, TokenRange range) {
  if (range.empty() || range.last >= scene.doc.tokens.size()) return range;
  const Pos pos = scene.token(range.last - 1).pos;
  const auto in_name = [&](std::uint32_t i) {
    return i < scene.doc.tokens.size() && scene.token(i).pos == Pos::propn &&
           scene.doc.entity_type(scene.token(i)) == EntityType::person && !scene.quoted(i);
  };
  std::uint32_t last = range.last;
  while (in_name(last) && (last == range.last || scene.token(last).iob == Iob::inside)) {
    // "the letter Ana Kos wrote": she is the subject of a clause of her own.
    const Dep dep = scene.tree.dep(last);
    if (dep == Dep::nsubj || dep == Dep::nsubjpass) return range;
    ++last;
  }
  return pos == Pos::propn || pos == Pos::noun ? TokenRange{range.first, last} : range;
}

/// The subject with that head; nobody where the parser took a mark for a noun.
Subject phrase(const Scene& scene, std::uint32_t head) {
  TokenRange range = noun_phrase(scene.doc, scene.tree, head);
  if (range.size() > 1 && scene.doc.tag(scene.token(range.last - 1)) == "POS") --range.last;
  return range.has(head) ? Subject{head, with_name(scene, range)} : Subject{};
}

/// "Ana Kos's" of "Ana Kos's claim": the ending is part of how the text names her.
Subject possessor(const Scene& scene, std::uint32_t head) {
  Subject out = phrase(scene, head);
  const std::uint32_t ending = out.range.last;
  if (out.head != kNoToken && ending < scene.doc.tokens.size() && scene.doc.tag(scene.token(ending)) == "POS")
    ++out.range.last;
  return out;
}

/// The verb that a noun is the object of ("made the claim", "came under criticism"), kNoToken if there is none.
std::uint32_t governing_verb(const Scene& scene, std::uint32_t noun) {
  const Dep dep = scene.tree.dep(noun);
  const std::uint32_t head = scene.tree.head(noun);
  if (dep == Dep::dobj) return is_verb(scene, head) ? head : kNoToken;
  if (dep != Dep::pobj || scene.tree.dep(head) != Dep::prep) return kNoToken;
  const std::uint32_t above = scene.tree.head(head);
  if (is_verb(scene, above)) return above;
  return scene.tree.dep(above) == Dep::dobj ? scene.tree.head(above) : kNoToken;
}

/// "X released a statement saying", "X spoke of a database, saying": the sentence's subject speaks, not the noun.
bool speaks_through(const Scene& scene, std::uint32_t noun, std::uint32_t participle) {
  return scene.means(noun, WordRole::vehicle) || comma_before(scene, scene.tree.range(participle).first);
}

/// The noun phrase that ends right in front of a verb and hangs on nothing: a newline cut the arc to its subject, when
/// the parser had tied both to the paragraph above.
Subject cut_off_in_front(const Scene& scene, std::uint32_t verb) {
  const std::uint32_t first = scene.doc.sentences[scene.token(verb).sentence].first;
  std::uint32_t i = verb;
  while (i > first && (scene.token(i - 1).pos == Pos::punct || scene.token(i - 1).pos == Pos::adv ||
                       scene.token(i - 1).pos == Pos::aux || scene.token(i - 1).is_space))
    --i;
  if (i == first) return {};
  std::uint32_t head = i - 1;
  for (int steps = 0; steps < kMostSteps && !scene.tree.is_root(head); ++steps) head = scene.tree.head(head);
  const Pos pos = scene.token(head).pos;
  const bool cut = scene.tree.is_root(head) && scene.token(head).head != head;
  if (!cut || head >= verb || scene.quoted(head) || (pos != Pos::propn && pos != Pos::noun && pos != Pos::pron))
    return {};
  return phrase(scene, head);
}

/// Words of a noun phrase without its prepositions.
bool is_nominal(const Scene& scene, std::uint32_t i) {
  if (scene.quoted(i)) return false;
  switch (scene.token(i).pos) {
    case Pos::propn:
    case Pos::noun:
    case Pos::det:
    case Pos::adj:
    case Pos::num:
      return true;
    case Pos::pron:
      return scene.plays(i, WordRole::speaker);
    case Pos::part:
      return scene.doc.tag(scene.token(i)) == "POS";
    case Pos::verb:
      return scene.tree.dep(i) == Dep::amod;
    default:
      return false;
  }
}

/// "Wednesday" of "the mayor said Wednesday".
bool is_time_noun(const Scene& scene, std::uint32_t i) {
  const EntityType type = scene.doc.entity_type(scene.token(i));
  return type == EntityType::date || type == EntityType::time;
}

bool can_head(const Scene& scene, std::uint32_t i) {
  const Pos pos = scene.token(i).pos;
  return pos == Pos::propn || pos == Pos::noun || pos == Pos::pron || scene.plays(i, WordRole::speaker);
}

Subject agent(const Scene& scene, const Dependents& d) {
  const std::uint32_t by = d.agent == kNoToken ? kNoToken : object_of_preposition(scene, d.agent);
  return by == kNoToken ? Subject{} : phrase(scene, by);
}

/// The verb whose subject another shares, kNoToken if it shares none.
std::uint32_t verb_above(const Scene& scene, std::uint32_t verb) {
  std::uint32_t above = scene.tree.head(verb);
  switch (scene.tree.dep(verb)) {
    case Dep::conj:
    case Dep::dep:
    case Dep::advcl: {
      if (!is_verb(scene, above)) return kNoToken;
      if (const std::uint32_t cue = fellow_cue(scene, verb); cue != kNoToken) return cue;
      const std::uint32_t cue = reporting_cue(scene, verb);
      return cue == kNoToken ? above : cue;
    }
    case Dep::xcomp:
      return above;
    case Dep::pcomp:
      above = scene.tree.head(above);
      return is_verb(scene, above) ? above : kNoToken;
    case Dep::acl:
      return speaks_through(scene, above, verb) ? governing_verb(scene, above) : kNoToken;
    default:
      return kNoToken;
  }
}

/// "told her to leave": the object of the verb above is the infinitive's subject.
bool makes_do(const Scene& scene, std::uint32_t infinitive, std::uint32_t above) {
  if (scene.tree.dep(infinitive) != Dep::xcomp || !is_verb(scene, above)) return false;
  if (infinitive_mark(scene, infinitive) == kNoToken) return false;
  return !scene.knowledge.cues.find(scene.lemma(above), CuePos::verb).empty() ||
         scene.means(above, WordRole::causative);
}

/// "letters saying that ...": the noun that a participle hangs on, up to the participle.
Subject owner_in_front(const Scene& scene, std::uint32_t participle) {
  const std::uint32_t noun = scene.tree.head(participle);
  Subject s = phrase(scene, noun);
  if (s.head != kNoToken) s.range.last = std::min(s.range.last, std::max(noun + 1, scene.tree.range(participle).first));
  return s;
}

}  // namespace

Subject noun_at(const Scene& scene, std::uint32_t first) {
  if (first >= scene.doc.tokens.size()) return {};
  const Sentence& sentence = scene.doc.sentences[scene.token(first).sentence];
  TokenRange r = {first, first};
  while (r.last < sentence.last && is_nominal(scene, r.last)) ++r.last;
  while (!r.empty() && !can_head(scene, r.last - 1)) --r.last;
  if (r.empty() || is_time_noun(scene, r.last - 1)) return {};
  const Subject parsed = phrase(scene, r.last - 1);  // "a person close to her"
  return parsed.range.first == first ? parsed : Subject{r.last - 1, r};
}

Subject noun_beside(const Scene& scene, std::uint32_t verb) {
  const Sentence& sentence = scene.doc.sentences[scene.token(verb).sentence];
  if (verb + 1 < sentence.last)
    if (const Subject behind = noun_at(scene, verb + 1); behind.head != kNoToken) return behind;
  TokenRange r = {verb, verb};
  while (r.last > sentence.first &&
         (scene.token(r.last - 1).pos == Pos::adv || scene.token(r.last - 1).pos == Pos::aux))
    --r.last;
  r.first = r.last;
  while (r.first > sentence.first && is_nominal(scene, r.first - 1)) --r.first;
  if (!r.empty() && can_head(scene, r.last - 1)) return {r.last - 1, r};
  return {};
}

Subject subject_of(const Scene& scene, std::uint32_t verb) {
  bool as_object = false;  // what somebody is told to do: the object of the verb above is its subject
  for (int steps = 0; steps < kMostSteps; ++steps) {
    const Dependents d = dependents(scene, verb);
    if (as_object && d.object != kNoToken && d.object > verb) return phrase(scene, d.object);
    if (d.passive)
      return steps > 0 && d.passive_subject != kNoToken ? phrase(scene, d.passive_subject) : agent(scene, d);
    if (d.subject != kNoToken) return phrase(scene, d.subject);
    if (scene.tree.is_root(verb)) return cut_off_in_front(scene, verb);
    const std::uint32_t above = verb_above(scene, verb);
    if (above == kNoToken) return scene.tree.dep(verb) == Dep::acl ? owner_in_front(scene, verb) : Subject{};
    as_object = makes_do(scene, verb, above);
    verb = above;
  }
  return {};
}

Subject subject_in_front(const Scene& scene, std::uint32_t participle) {
  const std::uint32_t first = scene.paragraphs[paragraph_of(scene, participle)].first;
  for (std::uint32_t i = participle, steps = 0; i > first && steps < kFarthestVerb; --i, ++steps) {
    const Dep dep = scene.tree.dep(i - 1);
    if (!is_verb(scene, i - 1) || scene.quoted(i - 1) || dep == Dep::relcl || dep == Dep::ccomp || dep == Dep::aux)
      continue;
    if (dependents(scene, i - 1).subject == kNoToken) continue;
    const Subject s = subject_of(scene, i - 1);
    return s.range.last <= participle ? s : Subject{};
  }
  return {};
}

Subject owner_of(const Scene& scene, std::uint32_t noun) {
  if (const std::uint32_t owner = scene.tree.child(noun, Dep::poss); owner != kNoToken) return possessor(scene, owner);
  for (const std::uint32_t c : scene.tree.children(noun)) {
    const bool of = c > noun && preposition_frame(scene.doc.str(scene.token(c))) == Frame::of;
    const std::uint32_t owner = of ? object_of_preposition(scene, c) : kNoToken;
    if (owner != kNoToken) return phrase(scene, owner);
  }
  return {};
}

Subject subject_of(const Scene& scene, const Cue& cue) {
  if (cue.pos == CuePos::verb) return subject_of(scene, cue.token);
  if (cue.pos == CuePos::adjective) {
    const Dependents own = dependents(scene, cue.token);
    for (const std::uint32_t s : {own.passive_subject, own.subject})
      if (s != kNoToken) return phrase(scene, s);
    const std::uint32_t head = scene.tree.head(cue.token);
    return head != cue.token && is_verb(scene, head) ? subject_of(scene, head) : Subject{};
  }
  const std::uint32_t verb = governing_verb(scene, cue.token);
  const std::uint32_t owner = scene.tree.child(cue.token, Dep::poss);
  if (owner != kNoToken) {
    // "Ana Kos repeated her claim": the one whose claim it is stands in front.
    const bool pronoun = scene.token(owner).pos == Pos::pron;
    if (const Subject s = pronoun && verb != kNoToken ? subject_of(scene, verb) : Subject{}; s.head != kNoToken)
      return s;
    return possessor(scene, owner);
  }
  for (const std::uint32_t c : scene.tree.children(cue.token)) {
    const std::uint32_t author =
        c > cue.token && scene.plays(c, WordRole::author) ? object_of_preposition(scene, c) : kNoToken;
    if (author != kNoToken) return phrase(scene, author);
  }
  if (verb == kNoToken) return {};
  return scene.means(verb, WordRole::light) ? subject_of(scene, verb) : Subject{};
}

}  // namespace sitcen::reading
