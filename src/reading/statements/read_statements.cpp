#include <algorithm>
#include <optional>
#include <string_view>
#include <tuple>
#include <utility>

#include "reading/phrases.h"
#include "reading/statements/complement.h"
#include "reading/statements/link.h"
#include "reading/statements/modality.h"
#include "reading/statements/scene.h"
#include "reading/statements/speaker.h"
#include "reading/statements/statements.h"
#include "reading/statements/subject.h"
#include "reading/statements/turns.h"

namespace sitcen::reading {
namespace {

/// A statement before it is written down in spans.
struct Draft {
  std::vector<TokenRange> cue;      ///< in text order
  std::vector<TokenRange> content;  ///< in text order
  Subject speaker;
  TokenRange addressee;
  ReadModality modality;
  std::optional<StatementKind> kind;  ///< where quotation marks do not tell it
  std::string_view rule;
  float score = 0;
};

std::vector<TokenRange> cue_words(const Cue& cue, std::uint32_t preposition = kNoToken) {
  std::vector<TokenRange> out = {{cue.token, cue.token + 1}};
  for (const std::uint32_t more : {cue.particle, preposition}) {
    if (more == kNoToken || out.back().has(more)) continue;
    if (more == out.back().last)
      out.back().last = more + 1;
    else
      out.push_back({more, more + 1});
  }
  std::ranges::sort(out, {}, &TokenRange::first);
  return out;
}

/// Keeps a piece inside the quotation of its cue, and whole quotations inside the piece.
TokenRange fitted(const Scene& scene, TokenRange piece, std::uint32_t cue) {
  const std::uint32_t own = scene.quotation_of[cue];
  if (own != kNone) {
    const TokenRange inner = scene.quotations[own].inner;
    return {std::max(piece.first, inner.first), std::min(piece.last, inner.last)};
  }
  if (piece.empty()) return piece;
  if (const std::uint32_t q = scene.quotation_of[piece.first]; q != kNone)
    piece.first = scene.quotations[q].outer.first;
  if (const std::uint32_t q = scene.quotation_of[piece.last - 1]; q != kNone)
    piece.last = scene.quotations[q].outer.last;
  return piece;
}

/// Without the marks, where the piece is one quotation and nothing else.
TokenRange unquoted(const Scene& scene, TokenRange piece) {
  if (piece.empty()) return piece;
  const std::uint32_t q = scene.quotation_of[piece.first];
  if (q != kNone && scene.quotations[q].outer == piece) return scene.quotations[q].inner;
  return piece;
}

/// A clause or phrase that a cue governs. Strict scope: clauses of speech verbs only.
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
  if (cue.pos == CuePos::adjective && is_word(scene.doc, d.speaker.head, "it")) return std::nullopt;
  d.addressee = c.addressee;
  d.modality = modality_of(scene, cue.token, c.entry, c.head);
  d.rule = cue.pos == CuePos::noun        ? "noun"
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

/// "according to X": the sentence around it.
std::optional<Draft> according_to(const Scene& scene, std::uint32_t word) {
  if (!scene.knowledge.words.plays(scene.doc.str(scene.token(word)), WordRole::source)) return std::nullopt;
  const std::uint32_t to = word + 1;
  if (to >= scene.doc.tokens.size() || !is_word(scene.doc, to, "to")) return std::nullopt;
  std::uint32_t noun = kNoToken;
  for (const std::uint32_t c : scene.tree.children(to))
    if (scene.tree.dep(c) == Dep::pobj) noun = c;
  if (noun == kNoToken) return std::nullopt;
  const Sentence& sentence = scene.doc.sentences[scene.token(word).sentence];
  TokenRange all = {sentence.first, sentence.last};
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

/// A transcript's turn, or what a headline lets somebody say.
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

std::string_view rule_of(Tie tie) {
  switch (tie) {
    case Tie::before:
      return "quotation behind its cue";
    case Tie::after:
      return "quotation before its cue";
    case Tie::introduced:
      return "quotation behind a colon or comma";
    default:
      return "quotation of the same speaker";
  }
}

float score_of(Tie tie) {
  if (tie == Tie::before || tie == Tie::after) return 0.95F;
  return tie == Tie::introduced ? 0.85F : 0.7F;
}

/// Who says a quotation: the cue's subject, or the nearest noun phrase where the parser looked for it in the quotation.
Subject speaking(const Scene& scene, const Cue& cue) {
  const Subject s = subject_of(scene, cue);
  if (s.head != kNoToken && scene.quotation_of[s.head] == scene.quotation_of[cue.token]) return s;
  return noun_beside(scene, cue.token);
}

/// The statement of a quotation that has a cue or a verb of its own.
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
    const CueEntry* entry = entry_with(cue, Frame::quote);
    d.modality = modality_of(scene, cue.token, entry != nullptr ? entry : &cue.entries.front(), kNoToken);
  } else if (link.verb != kNoToken) {
    d.cue = {{link.verb, link.verb + 1}};
    d.speaker = subject_of(scene, link.verb);
  } else {
    d.cue = {{link.name.first - 1, link.name.first}};
    d.speaker = {link.name.last - 1, link.name};
  }
  return d;
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

/// Gives each quotation that goes on in an earlier statement to it, and one that continues a speech its speaker.
void continue_speech(const Scene& scene, std::span<const Cue> cues, std::span<const Link> links,
                     std::vector<std::uint32_t>& draft_of, std::vector<Draft>& drafts) {
  std::vector<std::uint32_t> draft_of_token(scene.doc.tokens.size(), kNone);
  for (std::uint32_t d = 0; d < drafts.size(); ++d)
    for (const TokenRange r : drafts[d].cue)
      if (draft_of_token[r.first] == kNone) draft_of_token[r.first] = d;
  for (std::uint32_t q = 0; q < links.size(); ++q) {
    const Link& link = links[q];
    const Quotation& quotation = scene.quotations[q];
    std::uint32_t earlier = link.previous == kNone ? kNone : draft_of[link.previous];
    bool joins = link.tie == Tie::joined;
    if (link.tie == Tie::extends) {
      const TokenRange front = sentence_in_front(scene, scene.paragraphs[quotation.paragraph], quotation.outer.first);
      const std::uint32_t d = statement_in_front(scene, drafts, draft_of_token, front);
      joins = d != kNone;
      if (joins) earlier = d;
    } else if (link.tie != Tie::joined && link.tie != Tie::continued) {
      continue;
    }
    if (earlier == kNone) {
      if (link.verb == kNoToken && link.cue == kNone) continue;
      const Tie tie = link.cue == kNone ? Tie::introduced : Tie::before;
      draft_of[q] = static_cast<std::uint32_t>(drafts.size());
      drafts.push_back(quoted(scene, cues, {.tie = tie, .cue = link.cue, .verb = link.verb}, quotation.inner));
      continue;
    }
    if (joins && drafts[earlier].content.back().last <= quotation.inner.first) {
      drafts[earlier].content.push_back(quotation.inner);
      draft_of[q] = earlier;
      continue;
    }
    Draft d;
    d.content = {quotation.inner};
    d.speaker = drafts[earlier].speaker;
    d.rule = rule_of(Tie::continued);
    d.score = score_of(Tie::continued);
    draft_of[q] = static_cast<std::uint32_t>(drafts.size());
    drafts.push_back(std::move(d));
  }
}

/// A statement made inside a quotation is indirect: marks inside the marks are not told apart.
StatementKind kind_of(const Scene& scene, const Draft& d) {
  if (!d.cue.empty() && scene.quoted(d.cue.front().first)) return StatementKind::indirect;
  std::uint32_t words = 0, quoted = 0;
  for (const TokenRange piece : d.content) {
    words += scene.words[piece.last] - scene.words[piece.first];
    quoted += scene.quoted_words[piece.last] - scene.quoted_words[piece.first];
  }
  return quoted == 0 ? StatementKind::indirect : quoted < words ? StatementKind::mixed : StatementKind::direct;
}

Statement written(const Scene& scene, const Draft& d) {
  Statement out;
  const std::uint32_t anchor = d.cue.empty() ? d.content.front().first : d.cue.front().first;
  out.kind = d.kind.value_or(kind_of(scene, d));
  if (d.speaker.head != kNoToken) out.speaker = speaker_of(scene, d.speaker);
  if (!d.addressee.empty()) out.addressee = span_of(scene.doc, d.addressee);
  for (const TokenRange r : d.cue) out.cue.push_back(span_of(scene.doc, r));
  for (const TokenRange r : d.content)
    if (const TokenRange t = unquoted(scene, r); !t.empty()) out.content.push_back(span_of(scene.doc, t));
  out.modality = d.modality.value;
  out.modality_span = d.modality.span;
  out.provenance = {scene.token(anchor).sentence, d.rule, d.score};
  return out;
}

/// Cuts the clause of `said that X, "Y"` off in front of the quotation.
/// \return false where the quotation is all that the cue reports
bool keeps_clause(const Scene& scene, Draft& d, TokenRange quotation) {
  TokenRange& clause = d.content.front();
  if (d.content.size() > 1 || clause.first >= quotation.first || d.cue.front().first > clause.first) return false;
  clause = trimmed(scene.doc, {clause.first, std::min(clause.last, quotation.first)});
  return is_word(scene.doc, clause.first, "that");
}

/// Parents: the statement whose content holds another one's cue and content, the smallest such.
void nest(std::vector<Statement>& all) {
  std::vector<std::uint32_t> open;  // statements around the current one, outermost first
  for (std::uint32_t i = 0; i < all.size(); ++i) {
    Span s = all[i].content.front();
    s.end = all[i].content.back().end;
    if (!all[i].cue.empty()) {
      s.begin = std::min(s.begin, all[i].cue.front().begin);
      s.end = std::max(s.end, all[i].cue.back().end);
    }
    const auto holds = [&](std::uint32_t k) {
      const std::vector<Span>& pieces = all[k].content;
      const auto behind = std::ranges::upper_bound(pieces, s.begin, {}, &Span::begin);
      return behind != pieces.begin() && std::prev(behind)->covers(s);
    };
    while (!open.empty() && all[open.back()].content.back().end <= all[i].content.front().begin) open.pop_back();
    for (std::size_t k = open.size(), steps = 0; k > 0 && steps < 8; --k, ++steps)
      if (holds(open[k - 1])) {
        all[i].parent = open[k - 1];
        break;
      }
    open.push_back(i);
  }
}

}  // namespace

std::vector<Statement> read_statements(const Document& doc, const Tree& tree, std::span<const Actor> actors,
                                       const Knowledge& knowledge, StatementScope scope) {
  const Scene scene = make_scene(doc, tree, knowledge, actors);
  const std::vector<Cue> cues = find_cues(scene);
  const std::vector<Link> links = link_quotations(scene, cues);

  std::vector<Draft> drafts;
  std::vector<std::uint32_t> draft_of(links.size(), kNone);
  std::vector<std::uint32_t> quotation_of_cue(cues.size(), kNone);
  for (std::uint32_t q = 0; q < links.size(); ++q) {
    const bool has_own = links[q].cue != kNone || links[q].verb != kNoToken || links[q].tie == Tie::signed_;
    if (links[q].tie == Tie::extends || !has_own) continue;
    if (links[q].cue != kNone) quotation_of_cue[links[q].cue] = q;
    draft_of[q] = static_cast<std::uint32_t>(drafts.size());
    drafts.push_back(quoted(scene, cues, links[q], scene.quotations[q].inner));
  }
  const auto is_speech_of_its_own = [&](const Draft& d) {
    // All of it stands in quotations that already are statements.
    for (const TokenRange piece : d.content) {
      const std::uint32_t q = scene.quotation_of[piece.first];
      if (q == kNone || links[q].tie == Tie::none || !scene.quotations[q].outer.covers(piece)) return false;
    }
    return true;
  };
  for (std::uint32_t k = 0; k < cues.size(); ++k) {
    std::optional<Draft> d = governed(scene, cues[k], scope);
    if (!d) continue;
    if (!scene.quoted(cues[k].token) && is_speech_of_its_own(*d)) continue;
    // A cue that has its quotation governs nothing more, save the clause in `said that ..., "..."`.
    if (quotation_of_cue[k] != kNone && !keeps_clause(scene, *d, scene.quotations[quotation_of_cue[k]].outer)) continue;
    drafts.push_back(*std::move(d));
  }
  for (std::uint32_t i = 0; i < doc.tokens.size(); ++i)
    if (std::optional<Draft> d = according_to(scene, i)) drafts.push_back(*std::move(d));
  for (const Turn& turn : read_turns(scene)) drafts.push_back(spoken(scene, turn));
  continue_speech(scene, cues, links, draft_of, drafts);

  std::vector<Statement> out;
  out.reserve(drafts.size());
  for (const Draft& d : drafts) {
    out.push_back(written(scene, d));
    if (out.back().content.empty()) out.pop_back();
  }
  const auto key = [](const Statement& s) {
    return std::tuple(s.content.front().begin, ~s.content.back().end, s.cue.empty() ? 0U : s.cue.front().begin,
                      s.content.size(), s.provenance.rule);
  };
  std::ranges::sort(out, [&](const Statement& a, const Statement& b) { return key(a) < key(b); });
  nest(out);
  return out;
}

}  // namespace sitcen::reading
