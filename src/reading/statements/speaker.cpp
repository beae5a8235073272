#include "reading/statements/speaker.h"

#include <algorithm>

#include "reading/actors/names.h"
#include "reading/phrases.h"

namespace sitcen::reading {
namespace {

constexpr std::uint32_t kFarthestName = 300;  ///< tokens that are looked back over for a pronoun's person

/// The actor whose name the noun phrase of a head is, or holds behind a title: "minister of defence Ana Kos".
std::uint32_t by_name(const Scene& scene, std::uint32_t head, TokenRange phrase) {
  if (scene.actor_of[head] != kNone) return scene.actor_of[head];
  for (std::uint32_t i = std::max(head, phrase.first); i < phrase.last; ++i)
    if (scene.actor_of[i] != kNone && role_in_front(scene.doc, scene.knowledge, i) == head) return scene.actor_of[i];
  return kNone;
}

std::uint32_t by_apposition(const Scene& scene, std::uint32_t head) {
  for (const std::uint32_t c : scene.tree.children(head))
    if (scene.tree.dep(c) == Dep::appos && scene.actor_of[c] != kNone) return scene.actor_of[c];
  return kNone;
}

/// "who", "which": what the relative clause hangs on.
std::uint32_t antecedent(const Scene& scene, std::uint32_t pronoun) {
  const std::string_view tag = scene.doc.tag(scene.token(pronoun));
  if (tag != "WP" && tag != "WDT") return kNoToken;
  const std::uint32_t verb = scene.tree.head(pronoun);
  return scene.tree.dep(verb) == Dep::relcl ? scene.tree.head(verb) : kNoToken;
}

std::uint32_t named(const Scene& scene, std::uint32_t head, TokenRange phrase) {
  const std::uint32_t actor = by_name(scene, head, phrase);
  return actor != kNone ? actor : by_apposition(scene, head);
}

/// Persons named outside quotations in [first, last), each once, in order of their last naming.
std::vector<std::uint32_t> persons_in(const Scene& scene, std::uint32_t first, std::uint32_t last) {
  std::vector<std::uint32_t> out;
  for (std::uint32_t i = last; i > first && last - i < kFarthestName && out.size() < 8; --i) {
    const std::uint32_t a = scene.actor_of[i - 1];
    if (a == kNone || scene.quoted(i - 1) || scene.actors[a].kind != ActorKind::person) continue;
    if (std::ranges::find(out, a) == out.end()) out.push_back(a);
  }
  return out;
}

/// Who "he" or "she" may be: persons named before it in its paragraph, else in the one above.
std::vector<std::uint32_t> referents(const Scene& scene, std::uint32_t pronoun) {
  const auto at = std::ranges::upper_bound(scene.paragraphs, pronoun, {}, &TokenRange::first);
  if (at == scene.paragraphs.begin()) return {};
  const auto own = at - 1;
  std::vector<std::uint32_t> out = persons_in(scene, own->first, pronoun);
  if (out.empty() && own != scene.paragraphs.begin()) out = persons_in(scene, (own - 1)->first, (own - 1)->last);
  return out;
}

}  // namespace

Speaker speaker_of(const Scene& scene, const Subject& subject) {
  Speaker out;
  out.span = span_of(scene.doc, subject.range);
  std::uint32_t head = subject.head;
  TokenRange phrase = subject.range;
  if (const std::uint32_t noun = antecedent(scene, head); noun != kNoToken) {
    head = noun;
    phrase = noun_phrase(scene.doc, scene.tree, noun);
  }
  std::vector<std::uint32_t> actors;
  if (const std::uint32_t a = named(scene, head, phrase); a != kNone) actors.push_back(a);
  // "Ana Kos and Ilan Sorek said": both, so neither alone.
  for (std::uint32_t c = scene.tree.child(head, Dep::conj); c != kNoToken && phrase.has(c) && actors.size() < 8;
       c = scene.tree.child(c, Dep::conj))
    if (const std::uint32_t a = named(scene, c, phrase); a != kNone) actors.push_back(a);
  if (actors.empty() && scene.plays(head, WordRole::third_person)) actors = referents(scene, head);
  std::ranges::sort(actors);
  actors.erase(std::unique(actors.begin(), actors.end()), actors.end());
  if (actors.size() == 1 && scene.tree.child(head, Dep::conj) == kNoToken)
    out.actor = actors.front();
  else if (actors.size() > 1)
    out.candidates = std::move(actors);
  return out;
}

}  // namespace sitcen::reading
