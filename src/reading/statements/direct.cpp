#include "reading/statements/direct.h"

#include <algorithm>
#include <utility>

#include "reading/statements/complement.h"
#include "reading/statements/occasion.h"

namespace sitcen::reading {
namespace {

/// A statement that leaves its paragraph says so by its rule.
constexpr std::string_view kOverParagraphs = "quotation over paragraphs";
constexpr std::string_view kBelow = "quotation in the paragraph below its cue";

std::string_view rule_of(Tie tie) {
  switch (tie) {
    case Tie::before:
      return "quotation behind its cue";
    case Tie::after:
      return "quotation before its cue";
    case Tie::introduced:
      return "quotation behind a colon or comma";
    case Tie::signed_:
      return "quotation signed with a name";
    default:
      return "quotation of the same speaker";
  }
}

float score_of(Tie tie) {
  if (tie == Tie::before || tie == Tie::after) return 0.95F;
  return tie == Tie::introduced || tie == Tie::signed_ ? 0.85F : 0.7F;
}

/// Who says a quotation: the cue's subject, or the nearest noun phrase where the parser looked for it in the quotation.
Subject speaking(const Scene& scene, const Cue& cue) {
  const Subject s = subject_of(scene, cue);
  if (s.head != kNoToken && scene.quotation_of[s.head] == scene.quotation_of[cue.token]) return s;
  if (scene.doc.tag(scene.token(cue.token)) == "VBG") return subject_in_front(scene, cue.token);
  return noun_beside(scene, cue.token);
}

/// The statement of the sentence in front of a quotation: the outermost whose cue stands in it, outside quotations.
std::uint32_t statement_in_front(const Scene& scene, std::span<const Draft> drafts,
                                 std::span<const std::uint32_t> draft_of_token, TokenRange sentence) {
  std::uint32_t best = kNone;
  for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
    const std::uint32_t d = draft_of_token[i];
    if (d == kNone || scene.quoted(i)) continue;
    if (best == kNone || drafts[d].content.back().last >= drafts[best].content.back().last) best = d;
  }
  return best;
}

/// The sentence that ends in front of a token of its paragraph.
TokenRange sentence_in_front(const Scene& scene, TokenRange paragraph, std::uint32_t token) {
  if (token == paragraph.first) return {token, token};
  constexpr std::uint32_t kLongest = 200;  ///< tokens
  const Sentence& s = scene.doc.sentences[scene.token(token - 1).sentence];
  return {std::max({s.first, paragraph.first, token - std::min(token, kLongest)}), token};
}

void join(const Scene& scene, const Quotation& quotation, Draft& earlier) {
  if (paragraph_of(scene, earlier.content.back().first) != quotation.paragraph) earlier.rule = kOverParagraphs;
  earlier.content.push_back(quotation.inner);
}

Draft continued(const Draft& earlier, const Quotation& quotation) {
  Draft d;
  d.content = {quotation.inner};
  d.speaker = earlier.speaker;
  d.rule = rule_of(Tie::continued);
  d.score = score_of(Tie::continued);
  return d;
}

}  // namespace

Draft quoted(const Scene& scene, std::span<const Cue> cues, const Link& link, TokenRange inner) {
  Draft d;
  d.content = {inner};
  d.rule = rule_of(link.tie);
  d.score = score_of(link.tie);
  if (link.cue != kNone) {
    const Cue& cue = cues[link.cue];
    d.cue = cue_words(cue);
    d.speaker = speaking(scene, cue);
    d.addressee = addressee_of(scene, cue);
    d.occasion = occasion_of(scene, cue.token);
    const CueEntry* entry = entry_with(cue, Frame::quote);
    d.verb = cue.token;
    d.entry = entry != nullptr ? entry : &cue.entries.front();
  } else if (link.verb != kNoToken) {
    d.cue = {{link.verb, link.verb + 1}};
    d.speaker = subject_of(scene, link.verb);
  } else {
    d.cue = {{link.name.first - 1, link.name.first}};
    d.speaker = {link.name.last - 1, link.name};
    if (link.tie == Tie::signed_) d.kind = StatementKind::direct;  // its dash may stick to the mark
  }
  const bool in_front = d.cue.front().first < inner.first;
  if (in_front && paragraph_of(scene, d.cue.front().first) != paragraph_of(scene, inner.first)) d.rule = kBelow;
  return d;
}

Draft spoken(const Scene& scene, const Turn& turn) {
  Draft d;
  d.cue = {{turn.colon, turn.colon + 1}};
  d.content = {fitted(scene, turn.words, turn.colon)};
  d.speaker = turn.speaker;
  if (!turn.headline) d.kind = StatementKind::direct;
  d.rule = turn.headline ? "headline" : "transcript";
  d.score = 0.8F;
  return d;
}

void continue_speech(const Scene& scene, std::span<const Cue> cues, std::span<const Link> links,
                     std::vector<std::uint32_t>& draft_of, std::vector<Draft>& drafts) {
  std::vector<std::uint32_t> draft_of_token(scene.doc.tokens.size(), kNone);
  for (std::uint32_t d = 0; d < drafts.size(); ++d)
    for (const TokenRange r : drafts[d].cue)
      if (draft_of_token[r.first] == kNone) draft_of_token[r.first] = d;
  for (std::uint32_t q = 0; q < links.size(); ++q) {
    const Link& link = links[q];
    if (link.tie != Tie::extends && link.tie != Tie::joined && link.tie != Tie::continued) continue;
    const Quotation& quotation = scene.quotations[q];
    std::uint32_t earlier = link.previous == kNone ? kNone : draft_of[link.previous];
    bool joins = link.tie == Tie::joined;
    if (link.tie == Tie::extends) {
      const TokenRange front = sentence_in_front(scene, scene.paragraphs[quotation.paragraph], quotation.outer.first);
      const std::uint32_t d = statement_in_front(scene, drafts, draft_of_token, front);
      joins = d != kNone;
      if (joins) earlier = d;
    }
    const bool has_own = link.verb != kNoToken || link.cue != kNone;
    if (earlier == kNone && !has_own) continue;
    if (earlier != kNone && joins && drafts[earlier].content.back().last <= quotation.inner.first) {
      join(scene, quotation, drafts[earlier]);
      draft_of[q] = earlier;
      continue;
    }
    draft_of[q] = static_cast<std::uint32_t>(drafts.size());
    if (earlier == kNone) {
      const Tie tie = link.cue == kNone ? Tie::introduced : Tie::before;
      drafts.push_back(quoted(scene, cues, {.tie = tie, .cue = link.cue, .verb = link.verb}, quotation.inner));
    } else {
      drafts.push_back(continued(drafts[earlier], quotation));
    }
  }
}

}  // namespace sitcen::reading
