#include "reading/statements/indirect.h"

#include <algorithm>
#include <utility>

#include "reading/phrases.h"
#include "reading/statements/complement.h"
#include "reading/statements/dependents.h"
#include "reading/statements/occasion.h"

namespace sitcen::reading {

namespace {

/// A clause or an infinitive that a verb of speech governs, or the clause of a noun that such a verb utters: "expressed
/// the hope that".
bool is_act_of_speech(const Scene& scene, const Cue& cue, const Complement& c, bool clause) {
  if (!clause) return false;
  if (cue.pos == CuePos::verb) return is_speech(c.entry->cls);
  if (cue.pos != CuePos::noun || c.frame != Frame::that || scene.tree.dep(cue.token) != Dep::dobj) return false;
  const std::string_view verb = scene.lemma(scene.tree.head(cue.token));
  if (is_speech(c.entry->cls)) return scene.knowledge.words.plays(verb, WordRole::light);
  return std::ranges::any_of(scene.knowledge.cues.find(verb, CuePos::verb),
                             [](const CueEntry& e) { return is_speech(e.cls) && has(e.frames, Frame::that); });
}

/// Somebody is named whose statement it is, or the words do without.
bool has_whose(const Scene& scene, const Cue& cue, const Complement& c, const Subject& speaker, StatementScope scope) {
  if (speaker.head == kNoToken) {
    const bool passive_verb = c.passive && cue.pos == CuePos::verb;
    if (passive_verb && scope == StatementScope::strict) return false;
    return c.passive || c.impersonal;
  }
  // "It is clear that": nobody is said to think so.
  return cue.pos != CuePos::adjective || !scene.plays(speaker.head, WordRole::expletive);
}

std::string_view rule_of(const Cue& cue, const Complement& c) {
  if (!c.rule.empty()) return c.rule;
  if (cue.pos == CuePos::noun) return "noun";
  if (cue.pos == CuePos::adjective) return "adjective";
  if (c.passive) return "passive";
  switch (c.frame) {
    case Frame::that:
      return "clause";
    case Frame::inf:
      return "infinitive";
    case Frame::np:
      return "object";
    default:
      return "phrase";
  }
}

/// The sentence around a phrase that names its source.
/// \param head  what the phrase hangs on
std::optional<Draft> around(const Scene& scene, TokenRange phrase, std::uint32_t word, std::uint32_t head) {
  const Sentence& sentence = scene.doc.sentences[scene.token(word).sentence];
  const TokenRange before = trimmed(scene.doc, {sentence.first, phrase.first});
  const TokenRange after = trimmed(scene.doc, {phrase.last, sentence.last});
  Draft d;
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
  d.score = 0.9F;
  return d;
}

/// "selon la police": in Universal Dependencies the preposition hangs on its noun.
std::optional<Draft> by_preposition(const Scene& scene, std::uint32_t word) {
  const std::uint32_t noun = scene.tree.head(word);
  if (noun < word) return std::nullopt;
  TokenRange speaker = noun_phrase(scene.doc, scene.tree, noun);
  speaker.first = std::max(speaker.first, word + 1);
  if (!speaker.has(noun)) return std::nullopt;
  const TokenRange phrase = {word, std::max(speaker.last, noun + 1)};
  std::optional<Draft> d = around(scene, phrase, word, scene.tree.head(noun));
  if (!d) return d;
  d->cue = {{word, word + 1}};
  d->speaker = {noun, speaker};
  d->rule = "according to";
  return d;
}

}  // namespace

std::optional<Draft> governed(const Scene& scene, const Cue& cue, StatementScope scope) {
  Complement c = complement_of(scene, cue);
  if (c.entry == nullptr || c.content.empty()) return std::nullopt;
  const bool clause =
      has(c.frame, Frame::that | Frame::wh) || (c.frame == Frame::inf && is_speech(c.entry->cls) && !c.passive);
  if (scope == StatementScope::strict && !is_act_of_speech(scene, cue, c, clause)) return std::nullopt;
  Draft d;
  d.cue = cue_words(cue, c.preposition);
  d.content = std::move(c.content);
  if (!c.impersonal) d.speaker = subject_of(scene, cue);
  if (!has_whose(scene, cue, c, d.speaker, scope)) return std::nullopt;
  d.addressee = c.addressee;
  if (cue.pos == CuePos::verb) d.occasion = occasion_of(scene, cue.token);
  d.rule = rule_of(cue, c);
  d.score = clause ? 0.9F : 0.6F;
  for (TokenRange& piece : d.content) piece = fitted(scene, piece, cue.token);
  std::erase_if(d.content, [](TokenRange r) { return r.empty(); });
  if (d.content.empty()) return std::nullopt;
  d.verb = cue.token;
  d.entry = c.entry;
  return d;
}

std::optional<Draft> according_to(const Scene& scene, std::uint32_t word) {
  if (!scene.plays(word, WordRole::source)) return std::nullopt;
  if (scene.tree.dep(word) == Dep::case_) return by_preposition(scene, word);
  const std::uint32_t to = word + 1;
  if (to >= scene.doc.tokens.size() || scene.token(to).pos != Pos::adp) return std::nullopt;
  const std::uint32_t noun = object_of_preposition(scene, to);
  if (noun == kNoToken) return std::nullopt;
  const TokenRange speaker = noun_phrase(scene.doc, scene.tree, noun);
  if (!speaker.has(noun)) return std::nullopt;
  std::optional<Draft> d =
      around(scene, {word, std::max(scene.tree.range(noun).last, noun + 1)}, word, scene.tree.head(word));
  if (!d) return d;
  d->cue = {{word, to + 1}};
  d->speaker = {noun, speaker};
  d->rule = "according to";
  return d;
}

std::optional<Draft> in_the_view_of(const Scene& scene, std::uint32_t word) {
  const Dep dep = scene.tree.dep(word);
  if (dep != Dep::prep || !scene.plays(word, WordRole::outlook) || !is_verb(scene, scene.tree.head(word)))
    return std::nullopt;
  const std::uint32_t noun = object_of_preposition(scene, word);
  if (noun == kNoToken || !scene.means(noun, WordRole::opinion)) return std::nullopt;
  const TokenRange phrase = scene.tree.range(word);
  const bool set_off = word == scene.doc.sentences[scene.token(word).sentence].first || comma_before(scene, word);
  if (phrase.first != word || !set_off) return std::nullopt;
  const Subject owner = owner_of(scene, noun);
  if (owner.head == kNoToken || !phrase.covers(owner.range)) return std::nullopt;
  std::optional<Draft> d = around(scene, phrase, word, scene.tree.head(word));
  if (!d) return d;
  d->cue = owner.head < noun ? std::vector<TokenRange>{{word, word + 1}, {noun, noun + 1}}
                             : std::vector<TokenRange>{{word, noun + 1}};
  d->speaker = owner;
  d->rule = "in the view of";
  return d;
}

bool keeps_clause(const Scene& scene, Draft& d, TokenRange quotation) {
  TokenRange& clause = d.content.front();
  if (d.content.size() > 1 || clause.first >= quotation.first || d.cue.front().first > clause.first) return false;
  clause = trimmed(scene.doc, {clause.first, std::min(clause.last, quotation.first)});
  return scene.plays(clause.first, WordRole::complementiser);
}

}  // namespace sitcen::reading
