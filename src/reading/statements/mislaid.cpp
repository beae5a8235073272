#include "reading/statements/mislaid.h"

#include <algorithm>
#include <string_view>

#include "reading/phrases.h"

namespace sitcen::reading {
namespace {

constexpr std::uint32_t kFarthest = 14;  ///< tokens between a cue and the clause it governs

/// "assured voters he was fit": a relative clause of the hearer that has a subject and no relative pronoun.
std::uint32_t on_object(const Scene& scene, const Cue& cue, std::uint32_t object) {
  if (object == kNoToken || object < cue.token || entry_with(cue, Frame::obj) == nullptr) return kNoToken;
  for (const std::uint32_t c : scene.tree.children(object)) {
    if (c < object || scene.tree.dep(c) != Dep::relcl) continue;
    const std::uint32_t subject = scene.tree.child(c, Dep::nsubj);
    if (subject == kNoToken || scene.tree.range(c).first != scene.tree.range(subject).first) continue;
    const std::string_view tag = scene.doc.tag(scene.token(subject));
    if (tag != "WDT" && tag != "WP") return c;
  }
  return kNoToken;
}

/// "reported to the council that all was well": no relative clause, "that" only opens it.
std::uint32_t on_hearer(const Scene& scene, const Cue& cue) {
  if (entry_with(cue, Frame::that) == nullptr) return kNoToken;
  for (const std::uint32_t c : scene.tree.children(cue.token)) {
    if (c < cue.token || !scene.plays(c, WordRole::hearer)) continue;
    const std::uint32_t noun = object_of_preposition(scene, c);
    if (noun == kNoToken) continue;
    for (const std::uint32_t r : scene.tree.children(noun)) {
      const std::uint32_t subject = scene.tree.dep(r) == Dep::relcl ? scene.tree.child(r, Dep::nsubj) : kNoToken;
      const std::uint32_t first = scene.tree.range(r).first;
      if (subject != kNoToken && subject != first && scene.plays(first, WordRole::complementiser)) return r;
    }
  }
  return kNoToken;
}

/// "asked them if they knew": taken for a condition.
std::uint32_t as_condition(const Scene& scene, const Cue& cue) {
  const CueEntry* wh = entry_with(cue, Frame::wh);
  if (wh == nullptr || wh->cls != CueClass::ask) return kNoToken;
  for (const std::uint32_t c : scene.tree.children(cue.token)) {
    if (c < cue.token || scene.tree.dep(c) != Dep::advcl) continue;
    const std::uint32_t mark = scene.tree.child(c, Dep::mark);
    if (mark != kNoToken && scene.plays(mark, WordRole::condition) && !comma_before(scene, mark)) return c;
  }
  return kNoToken;
}

bool is_finite(const Scene& scene, std::uint32_t i) {
  const std::string_view tag = scene.doc.tag(scene.token(i));
  return tag == "VBD" || tag == "VBZ" || tag == "VBP" || tag == "MD";
}

/// The complementiser behind a cue with nothing but phrases between them.
std::uint32_t complementiser_behind(const Scene& scene, std::uint32_t cue, std::uint32_t end) {
  for (std::uint32_t i = cue + 1; i < std::min(end, cue + kFarthest); ++i) {
    const Pos pos = scene.token(i).pos;
    if (is_verb(scene, i) || pos == Pos::cconj || scene.quoted(i) != scene.quoted(cue)) return kNoToken;
    if (!scene.plays(i, WordRole::complementiser) || scene.doc.tag(scene.token(i)) != "IN") continue;
    // "in a statement that was read out"
    const bool opens = i + 1 < end && !is_verb(scene, i + 1) && scene.token(i + 1).pos != Pos::punct;
    return opens ? i : kNoToken;
  }
  return kNoToken;
}

/// Past the sentence that goes on where a cue's sentence breaks off behind a noun phrase; 0 if it does not.
std::uint32_t end_of_broken(const Scene& scene, std::uint32_t cue) {
  const std::uint32_t sentence = scene.token(cue).sentence;
  const std::uint32_t end = scene.doc.sentences[sentence].last;
  if (sentence + 1 >= scene.doc.sentences.size() || end <= cue + 1 || end > cue + kFarthest) return 0;
  for (std::uint32_t i = cue + 1; i < end; ++i) {
    const Pos pos = scene.token(i).pos;
    if (is_verb(scene, i) || pos == Pos::punct || pos == Pos::space || pos == Pos::sconj) return 0;
  }
  const Sentence& next = scene.doc.sentences[sentence + 1];
  if (paragraph_of(scene, next.first) != paragraph_of(scene, cue)) return 0;
  const bool goes_on = is_verb(scene, next.first) && is_finite(scene, next.first);
  return goes_on ? next.last : 0;
}

}  // namespace

std::uint32_t mislaid_clause(const Scene& scene, const Cue& cue, const Dependents& d) {
  if (const std::uint32_t c = on_object(scene, cue, d.object); c != kNoToken) return c;
  if (const std::uint32_t c = d.object == kNoToken ? on_hearer(scene, cue) : kNoToken; c != kNoToken) return c;
  return as_condition(scene, cue);
}

TokenRange clause_in_order(const Scene& scene, std::uint32_t cue) {
  const std::uint32_t end = scene.doc.sentences[scene.token(cue).sentence].last;
  const std::uint32_t that = complementiser_behind(scene, cue, end);
  if (that != kNoToken) return trimmed(scene.doc, {that, end});
  const std::uint32_t broken = end_of_broken(scene, cue);
  return broken == 0 ? TokenRange{} : trimmed(scene.doc, {cue + 1, broken});
}

}  // namespace sitcen::reading
