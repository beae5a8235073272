#include "reading/statements/indirect.h"

#include <algorithm>
#include <utility>

#include "reading/phrases.h"
#include "reading/statements/complement.h"
#include "reading/statements/dependents.h"
#include "reading/statements/occasion.h"

namespace sitcen::reading {

std::optional<Draft> governed(const Scene& scene, const Cue& cue, StatementScope scope) {
  Complement c = complement_of(scene, cue);
  if (c.entry == nullptr || c.content.empty()) return std::nullopt;
  const bool clause =
      has(c.frame, Frame::that | Frame::wh) || (c.frame == Frame::inf && is_speech(c.entry->cls) && !c.passive);
  if (scope == StatementScope::strict && (!clause || !is_speech(c.entry->cls) || cue.pos != CuePos::verb))
    return std::nullopt;
  Draft d;
  d.cue = cue_words(cue, c.preposition);
  d.content = std::move(c.content);
  d.speaker = subject_of(scene, cue);
  if (c.passive && cue.pos == CuePos::verb && d.speaker.head == kNoToken && scope == StatementScope::strict)
    return std::nullopt;
  if (d.speaker.head == kNoToken && !c.passive) return std::nullopt;
  // "It is clear that": nobody is said to think so.
  if (cue.pos == CuePos::adjective && scene.plays(d.speaker.head, WordRole::expletive)) return std::nullopt;
  d.addressee = c.addressee;
  if (cue.pos == CuePos::verb) d.occasion = occasion_of(scene, cue.token);
  d.modality = modality_of(scene, cue.token, c.entry, c.head);
  d.rule = !c.rule.empty()                ? c.rule
           : cue.pos == CuePos::noun      ? "noun"
           : cue.pos == CuePos::adjective ? "adjective"
           : c.passive                    ? "passive"
           : c.frame == Frame::that       ? "clause"
           : c.frame == Frame::inf        ? "infinitive"
           : c.frame == Frame::np         ? "object"
                                          : "phrase";
  d.score = clause ? 0.9F : 0.6F;
  for (TokenRange& piece : d.content) piece = fitted(scene, piece, cue.token);
  std::erase_if(d.content, [](TokenRange r) { return r.empty(); });
  if (d.content.empty()) return std::nullopt;
  return d;
}

std::optional<Draft> according_to(const Scene& scene, std::uint32_t word) {
  if (!scene.plays(word, WordRole::source)) return std::nullopt;
  const std::uint32_t to = word + 1;
  if (to >= scene.doc.tokens.size() || scene.token(to).pos != Pos::adp) return std::nullopt;
  const std::uint32_t noun = object_of_preposition(scene, to);
  if (noun == kNoToken) return std::nullopt;
  const Sentence& sentence = scene.doc.sentences[scene.token(word).sentence];
  const TokenRange all = {sentence.first, sentence.last};
  const TokenRange phrase = {word, std::max(scene.tree.range(noun).last, noun + 1)};
  Draft d;
  d.cue = {{word, to + 1}};
  d.speaker = {noun, noun_phrase(scene.doc, scene.tree, noun)};
  if (!d.speaker.range.has(noun)) return std::nullopt;
  const TokenRange before = trimmed(scene.doc, {all.first, phrase.first});
  const TokenRange after = trimmed(scene.doc, {phrase.last, all.last});
  const std::uint32_t head = scene.tree.head(word);
  if (before.empty()) {
    d.content = {after};
  } else if (after.empty() || head < word) {
    d.content = {before};
  } else {
    d.content = {before, after};
  }
  for (TokenRange& piece : d.content) piece = fitted(scene, piece, word);
  std::erase_if(d.content, [](TokenRange r) { return r.empty(); });
  if (d.content.empty()) return std::nullopt;
  d.modality = modality_of(scene, kNoToken, nullptr, head);
  d.rule = "according to";
  d.score = 0.9F;
  return d;
}

bool keeps_clause(const Scene& scene, Draft& d, TokenRange quotation) {
  TokenRange& clause = d.content.front();
  if (d.content.size() > 1 || clause.first >= quotation.first || d.cue.front().first > clause.first) return false;
  clause = trimmed(scene.doc, {clause.first, std::min(clause.last, quotation.first)});
  return scene.plays(clause.first, WordRole::complementiser);
}

}  // namespace sitcen::reading
