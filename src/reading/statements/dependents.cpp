#include "reading/statements/dependents.h"

#include <algorithm>
#include <utility>

namespace sitcen::reading {
namespace {

/// "Asked about the deal, she ...": a participle without a helping verb tells what is done to its subject.
bool is_bare_participle(const Scene& scene, std::uint32_t verb) {
  const Dep dep = scene.tree.dep(verb);
  if (dep != Dep::advcl && dep != Dep::acl) return false;
  const std::string_view tag = scene.doc.tag(scene.token(verb));
  // The tagger takes "Asked about it, he ..." for a finite verb now and then.
  if (tag != "VBN" && (tag != "VBD" || dep != Dep::advcl || verb > scene.tree.head(verb))) return false;
  return scene.tree.child(verb, Dep::aux) == kNoToken && scene.tree.child(verb, Dep::nsubj) == kNoToken;
}

/// A verb of speech that governs a clause.
bool reports(const Scene& scene, std::uint32_t verb) {
  const auto rows = scene.knowledge.cues.find(scene.lemma(verb), CuePos::verb);
  return std::ranges::any_of(rows, [](const CueEntry& e) { return is_speech(e.cls) && has(e.frames, Frame::that); });
}

/// "was asked", where the parser takes the helping verb for that of a tense.
bool is_passive_aux(const Scene& scene, std::uint32_t aux, std::uint32_t verb) {
  const std::string_view tag = scene.doc.tag(scene.token(verb));
  return (tag == "VBN" || tag == "VBD") && scene.means(aux, WordRole::copula);
}

/// "He's said that ...", "She's spoken out against it": has, not is, where the verb's passive could not go on like
/// that.
bool is_perfect(const Scene& scene, std::uint32_t verb, std::uint32_t helper, const Dependents& d) {
  const std::string_view word = scene.doc.str(scene.token(helper));
  if ((word != "'s" && word != "\u2019s") || d.agent != kNoToken || d.passive_subject == kNoToken) return false;
  if (scene.token(d.passive_subject).pos != Pos::pron) return false;
  const auto rows = scene.knowledge.cues.find(scene.lemma(verb), CuePos::verb);
  if (rows.empty()) return false;
  const auto any = [&](Frame frames) {
    return std::ranges::any_of(rows, [&](const CueEntry& e) { return has(e.frames, frames); });
  };
  if (any(Frame::obj)) return d.object != kNoToken;
  const bool clause = d.clause != kNoToken && infinitive_mark(scene, d.clause) == kNoToken;
  return clause || !any(Frame::np | Frame::small);
}

}  // namespace

Dependents dependents(const Scene& scene, std::uint32_t word) {
  Dependents d;
  std::uint32_t helper = kNoToken;
  for (const std::uint32_t c : scene.tree.children(word)) {
    switch (scene.tree.dep(c)) {
      case Dep::nsubj:
      case Dep::csubj:
        // Of two subjects the nearer one in front is the verb's own; the other is a slip of the parser.
        if (d.subject == kNoToken || c < word) d.subject = c;
        break;
      case Dep::nsubjpass:
      case Dep::csubjpass:
        d.passive_subject = c;
        break;
      case Dep::auxpass:
        d.passive = true;
        helper = c;
        break;
      case Dep::aux:
        d.passive = d.passive || is_passive_aux(scene, c, word);
        break;
      case Dep::agent:
        d.agent = c;
        break;
      case Dep::ccomp:
        // Behind the verb beats in front of it: "X, who ..., said that".
        if (d.clause == kNoToken || d.clause < word) d.clause = c;
        break;
      case Dep::xcomp:
        d.infinitive = c;
        break;
      case Dep::dobj:
        if (d.object == kNoToken) d.object = c;
        break;
      case Dep::dative:
        d.dative = c;
        break;
      case Dep::oprd:
      case Dep::acomp:
      case Dep::attr:
        d.predicate = c;
        break;
      default:
        break;
    }
  }
  if (helper != kNoToken && is_perfect(scene, word, helper, d)) {
    d.subject = std::exchange(d.passive_subject, kNoToken);
    d.passive = false;
  }
  d.passive = d.passive || d.passive_subject != kNoToken || is_bare_participle(scene, word);
  return d;
}

bool is_verb(const Scene& scene, std::uint32_t token) {
  return scene.token(token).pos == Pos::verb || scene.token(token).pos == Pos::aux;
}

std::uint32_t infinitive_mark(const Scene& scene, std::uint32_t verb) {
  for (const std::uint32_t c : scene.tree.children(verb)) {
    if (c > verb) break;
    if (scene.tree.dep(c) == Dep::aux && scene.doc.tag(scene.token(c)) == "TO") return c;
  }
  return kNoToken;
}

std::uint32_t reporting_cue(const Scene& scene, std::uint32_t participle) {
  if (scene.tree.dep(participle) != Dep::advcl || scene.doc.tag(scene.token(participle)) != "VBG") return kNoToken;
  const std::uint32_t clause = scene.tree.head(participle);
  if (clause > participle || scene.tree.dep(clause) != Dep::ccomp) return kNoToken;
  const std::uint32_t first = scene.tree.range(participle).first;
  if (!comma_before(scene, first) || scene.tree.child(participle, Dep::nsubj) != kNoToken) return kNoToken;
  const std::uint32_t cue = scene.tree.head(clause);
  return cue < clause && reports(scene, cue) && reports(scene, participle) ? cue : kNoToken;
}

std::uint32_t fellow_cue(const Scene& scene, std::uint32_t verb) {
  if (scene.tree.dep(verb) != Dep::conj || !reports(scene, verb)) return kNoToken;
  const std::uint32_t clause = scene.tree.head(verb);
  if (clause > verb || scene.tree.dep(clause) != Dep::ccomp || reports(scene, clause)) return kNoToken;
  const std::uint32_t cue = scene.tree.head(clause);
  const bool same_tense = scene.doc.tag(scene.token(cue)) == scene.doc.tag(scene.token(verb));
  return cue < clause && same_tense && reports(scene, cue) ? cue : kNoToken;
}

bool comma_before(const Scene& scene, std::uint32_t token) {
  return token > 0 && scene.doc.str(scene.token(token - 1)) == ",";
}

std::uint32_t object_of_preposition(const Scene& scene, std::uint32_t preposition) {
  for (const std::uint32_t c : scene.tree.children(preposition))
    if (scene.tree.dep(c) == Dep::pobj || scene.tree.dep(c) == Dep::pcomp) return c;
  return kNoToken;
}

}  // namespace sitcen::reading
