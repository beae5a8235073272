#include "reading/events/path.h"

#include <algorithm>
#include <optional>

#include "reading/phrases.h"
#include "reading/statements/clause_modality.h"
#include "reading/statements/dependents.h"

namespace sitcen::reading {
namespace {

bool has_word(const EventScene& s, std::uint32_t head, EventWord word) {
  return std::ranges::any_of(s.scene.tree.children(head), [&](std::uint32_t c) { return s.is(c, word); });
}

bool is_nobody(const EventScene& s, std::uint32_t noun) {
  if (s.is(noun, EventWord::negative)) return true;
  return std::ranges::any_of(s.scene.tree.children(noun), [&](std::uint32_t c) {
    const Dep dep = s.scene.tree.dep(c);
    return (dep == Dep::det || dep == Dep::advmod || dep == Dep::neg || dep == Dep::preconj) &&
           s.is(c, EventWord::negative);
  });
}

bool is_present(const EventScene& s, std::uint32_t verb) {
  const auto present = [&](std::uint32_t i) {
    const std::string_view tag = s.scene.doc.tag(s.token(i));
    return tag == "VBZ" || tag == "VBP";
  };
  bool helped = false, now = false;
  for (const std::uint32_t c : s.scene.tree.children(verb)) {
    const Dep dep = s.scene.tree.dep(c);
    if (dep != Dep::aux && dep != Dep::auxpass) continue;
    // "has been attacked" tells of the past.
    if (s.lemma(c) == "have") return false;
    helped = true;
    now = now || present(c);
  }
  return helped ? now : present(verb);
}

bool is_finite(const EventScene& s, std::uint32_t verb) {
  const auto finite = [&](std::uint32_t i) {
    const std::string_view tag = s.scene.doc.tag(s.token(i));
    return tag == "VBD" || tag == "VBZ" || tag == "VBP" || tag == "MD";
  };
  if (finite(verb)) return true;
  return std::ranges::any_of(s.scene.tree.children(verb), [&](std::uint32_t c) {
    const Dep dep = s.scene.tree.dep(c);
    return (dep == Dep::aux || dep == Dep::auxpass) && finite(c);
  });
}

std::optional<Modality> of_word(const EventScene& s, std::uint32_t word) {
  const WordClasses& c = s.words.classes(s.lemma(word));
  if (c.none()) return std::nullopt;
  if (s.words.is(c, EventWord::unreal)) return Modality::hypothetical;
  if (s.words.is(c, EventWord::planned)) return Modality::planned;
  if (s.words.is(c, EventWord::uncertain)) return Modality::uncertain;
  if (s.words.is(c, EventWord::denied)) return Modality::denied;
  return std::nullopt;
}

/// "in case of"
bool is_condition_noun(const EventScene& s, std::uint32_t noun) {
  return s.is_noun(noun) && s.is(noun, EventWord::condition);
}

bool reports(const EventScene& s, std::uint32_t verb) {
  const auto rows = s.scene.knowledge.cues.find(s.lemma(verb), CuePos::verb);
  return is_verb(s.scene, verb) && std::ranges::any_of(rows, [](const CueEntry& e) { return is_speech(e.cls); });
}

/// What a verb or a noun says of what it governs.
std::optional<Modality> of_governor(const EventScene& s, std::uint32_t word, bool clause, bool finite = false) {
  // "told him that they had left": what is told in a clause of its own stands for itself; "told him to leave" does not.
  if (!finite || !reports(s, word))
    if (const auto m = of_word(s, word)) return *m;
  if (!clause) return std::nullopt;
  const CuePos pos = is_verb(s.scene, word)          ? CuePos::verb
                     : s.token(word).pos == Pos::adj ? CuePos::adjective
                                                     : CuePos::noun;
  for (const CueEntry& e : s.scene.knowledge.cues.find(s.lemma(word), pos))
    if (e.particle.empty()) return e.modality == Modality::asserted ? std::nullopt : std::optional(e.modality);
  return std::nullopt;
}

bool is_definite(const EventScene& s, std::uint32_t noun) {
  return std::ranges::any_of(s.scene.tree.children(noun), [&](std::uint32_t c) {
    const Dep dep = s.scene.tree.dep(c);
    if (dep == Dep::poss) return true;
    return dep == Dep::det && !is_word(s.scene.doc, c, "a") && !is_word(s.scene.doc, c, "an") &&
           !s.is(c, EventWord::generic) && !s.is(c, EventWord::negative);
  });
}

/// "who attacks" of "anyone who attacks"
bool is_generic(const EventScene& s, std::uint32_t noun) {
  return s.is(noun, EventWord::generic) || has_word(s, noun, EventWord::generic);
}

/// One step from a word to its head: what the head says of it.
struct Step {
  const EventScene& s;
  std::uint32_t from, to;
  bool nominal;  ///< the event itself is a noun, and nothing but phrases lies between
  Dep dep;

  [[nodiscard]] std::optional<Modality> verb_above() const {
    const bool carries = s.is(to, EventWord::light) || s.is(to, EventWord::occur) || s.is(to, EventWord::partake);
    if (nominal) {
      if (dep == Dep::pobj || dep == Dep::prep) {
        if (!carries) return std::nullopt;
        return is_negated(s, to) ? Modality::denied : asserted_or(own_modality(s, to));
      }
      // "sanctions are possible"
      if (dep == Dep::nsubj)
        for (const Dep d : {Dep::acomp, Dep::attr})
          if (const std::uint32_t c = s.scene.tree.child(to, d); c != kNoToken)
            if (const auto m = of_word(s, c)) return m;
      if (carries || s.lemma(to) == "be") {
        if (is_negated(s, to)) return Modality::denied;
        return asserted_or(own_modality(s, to));
      }
      return is_definite(s, from) ? std::nullopt : unreal_only(own_modality(s, to));
    }
    if (dep == Dep::ccomp || dep == Dep::advcl) return std::nullopt;
    if (is_negated(s, to)) return Modality::denied;
    return asserted_or(own_modality(s, to));
  }
  static std::optional<Modality> asserted_or(Modality m) {
    return m == Modality::asserted ? std::nullopt : std::optional(m);
  }
  static std::optional<Modality> unreal_only(Modality m) {
    return m == Modality::hypothetical || m == Modality::uncertain || m == Modality::predicted ? std::optional(m)
                                                                                               : std::nullopt;
  }
};

/// "to attack": not said to have happened, unless what is above says so ("began to attack").
std::optional<Modality> of_infinitive(const EventScene& s, std::uint32_t verb, std::uint32_t above) {
  if (infinitive_mark(s.scene, verb) == kNoToken) return std::nullopt;
  if (s.is(above, EventWord::implicative)) return std::nullopt;
  return of_governor(s, above, true).value_or(Modality::hypothetical);
}

}  // namespace

Modality own_modality(const EventScene& s, std::uint32_t verb) {
  const Modality m = clause_modality(s.scene, verb, s.scene.tree.range(verb)).value;
  if (m != Modality::asserted) return m;
  for (const std::uint32_t c : s.scene.tree.children(verb))
    if (s.scene.tree.dep(c) == Dep::aux && s.is(c, EventWord::unreal)) return Modality::hypothetical;
  return m;
}

bool is_negated(const EventScene& s, std::uint32_t verb) {
  for (const std::uint32_t c : s.scene.tree.children(verb)) {
    const Dep dep = s.scene.tree.dep(c);
    if (dep == Dep::neg || dep == Dep::preconj) return true;
    if (dep == Dep::advmod && s.is(c, EventWord::negative)) return true;
    const bool argument = dep == Dep::nsubj || dep == Dep::nsubjpass || dep == Dep::dobj || dep == Dep::attr;
    if (argument && is_nobody(s, c)) return true;
  }
  return false;
}

bool is_condition(const EventScene& s, std::uint32_t verb) {
  const Tree& tree = s.scene.tree;
  std::uint32_t helper = kNoToken, subject = kNoToken;
  for (const std::uint32_t c : tree.children(verb)) {
    const Dep dep = tree.dep(c);
    if (c < verb && (dep == Dep::mark || dep == Dep::advmod || dep == Dep::prep)) {
      if (s.is(c, EventWord::condition)) return true;
      // "in case of an attack the bridge is blown up"
      if (const std::uint32_t noun = dep == Dep::prep ? object_of_preposition(s.scene, c) : kNoToken;
          noun != kNoToken && s.is(noun, EventWord::condition))
        return true;
      if (s.is(c, EventWord::habitual) && is_present(s, verb)) return true;
    }
    if ((dep == Dep::aux || dep == Dep::auxpass) && helper == kNoToken) helper = c;
    if ((dep == Dep::nsubj || dep == Dep::nsubjpass) && subject == kNoToken) subject = c;
  }
  if (helper == kNoToken || subject == kNoToken || helper > subject) return false;
  const std::string_view text = s.scene.doc.str(s.token(helper));
  return text == "Had" || text == "Should" || text == "Were" || text == "had" || text == "should" || text == "were";
}

bool is_refused(const EventScene& s, std::uint32_t verb) {
  return std::ranges::any_of(s.scene.tree.children(verb), [&](std::uint32_t c) {
    return s.scene.tree.dep(c) == Dep::aux &&
           s.scene.knowledge.words.modality(s.scene.doc.str(s.token(c))) == Modality::predicted;
  });
}

Modality modality_from_above(const EventScene& s, std::uint32_t predicate) {
  const Tree& tree = s.scene.tree;
  bool nominal = !is_verb(s.scene, predicate);
  bool open = true;  // false: a clause of its own tense stands between, so what is above says nothing of the event
  if (nominal) {
    if (is_nobody(s, predicate)) return Modality::denied;
    for (const std::uint32_t c : tree.children(predicate))
      if (const Dep dep = tree.dep(c); dep == Dep::amod || dep == Dep::compound || dep == Dep::nmod)
        if (const auto m = of_word(s, c)) return *m;
  }
  std::uint32_t at = predicate;
  for (int steps = 0; steps < kMostPathSteps && !tree.is_root(at); ++steps) {
    const std::uint32_t above = tree.head(at);
    const Dep dep = tree.dep(at);
    const bool verb = is_verb(s.scene, at);
    if (verb && is_condition(s, at)) return Modality::hypothetical;
    if (dep == Dep::prep && is_condition_noun(s, above)) return Modality::hypothetical;
    if (dep == Dep::relcl) {
      if (is_generic(s, above) && (steps == 0 || open)) return Modality::hypothetical;
      open = false;
    } else if (dep == Dep::advcl && verb && is_finite(s, at)) {
      open = false;
    } else if (open && dep == Dep::conj) {
      // "could attack and kill": what helps the first verb helps the second.
      if (verb && is_verb(s.scene, above) && tree.child(at, Dep::nsubj) == kNoToken &&
          tree.child(at, Dep::aux) == kNoToken && tree.child(at, Dep::nsubjpass) == kNoToken)
        if (const Modality m = own_modality(s, above); m != Modality::asserted) return m;
    } else if (open && dep != Dep::appos && dep != Dep::punct) {
      if (verb)
        if (const auto m = of_infinitive(s, at, above)) return *m;
      const bool clause = dep == Dep::ccomp || dep == Dep::xcomp || dep == Dep::pcomp || dep == Dep::acl;
      const bool bare_clause = dep == Dep::acl && s.scene.doc.tag(s.token(at)) == "VBN" && !is_finite(s, at);
      const bool subject = dep == Dep::nsubj || dep == Dep::nsubjpass;
      const bool phrase_of_verb = dep == Dep::prep && is_verb(s.scene, above) && s.is(at, EventWord::habitual);
      if (!bare_clause && !phrase_of_verb &&
          !(subject && is_verb(s.scene, above) && !s.is(above, EventWord::occur) && dep == Dep::nsubj))
        if (const auto m = of_governor(s, above, clause, dep == Dep::ccomp && is_finite(s, at))) return *m;
      if (is_verb(s.scene, above)) {
        if (const auto m = Step{s, at, above, nominal, dep}.verb_above()) return *m;
        nominal = false;
        // What stands in a phrase of an infinitive may have happened all the same; what it happens "in" is a part of
        // it.
        const bool beside =
            (dep == Dep::prep && !is_word(s.scene.doc, at, "in")) || dep == Dep::nsubj || dep == Dep::dobj;
        if (beside && infinitive_mark(s.scene, above) != kNoToken)
          open = s.is(above, EventWord::light) || s.is(above, EventWord::occur);
      }
    }
    at = above;
  }
  if (is_verb(s.scene, at) && is_condition(s, at)) return Modality::hypothetical;
  return Modality::asserted;
}

}  // namespace sitcen::reading
