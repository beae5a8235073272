#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>

#include "reading/phrases.h"
#include "reading/statements/datelines.h"
#include "reading/statements/direct.h"
#include "reading/statements/indirect.h"
#include "reading/statements/link.h"
#include "reading/statements/modality.h"
#include "reading/statements/scene.h"
#include "reading/statements/statements.h"
#include "reading/statements/turns.h"

namespace sitcen::reading {
namespace {

/// Without the marks, where the piece is one quotation and nothing else.
TokenRange unquoted(const Scene& scene, TokenRange piece) {
  if (piece.empty()) return piece;
  const std::uint32_t q = scene.quotation_of[piece.first];
  if (q != kNone && scene.quotations[q].outer == piece) return scene.quotations[q].inner;
  return piece;
}

TokenRange without_dateline(const Scene& scene, std::span<const std::uint32_t> begins, TokenRange piece) {
  if (piece.empty()) return piece;
  const std::uint32_t begin = begins[paragraph_of(scene, piece.first)];
  if (piece.first < begin) piece.first = std::min(begin, piece.last);
  return piece;
}

/// "TARN -- President Kos said": where the parser takes the dateline for the subject, the speaker is its apposition.
Subject without_dateline(const Scene& scene, std::span<const std::uint32_t> begins, Subject speaker) {
  if (speaker.head == kNoToken) return speaker;
  speaker.range = without_dateline(scene, begins, speaker.range);
  if (speaker.range.has(speaker.head)) return speaker;
  for (const std::uint32_t c : scene.tree.children(speaker.head)) {
    if (scene.tree.dep(c) != Dep::appos) continue;
    const TokenRange range = without_dateline(scene, begins, noun_phrase(scene.doc, scene.tree, c));
    if (range.has(c)) return {c, range};
  }
  return {};
}

/// `She said it was "late," adding, "We left."`: the participle has no subject but the one of the report in front.
bool goes_on_speaking(const Scene& scene, std::span<const Cue> cues, const Link& link, const Quotation& before) {
  if (link.cue == kNone || scene.doc.tag(scene.token(cues[link.cue].token)) != "VBG") return false;
  const std::uint32_t verb = cues[link.cue].token;
  if (verb < before.outer.last || paragraph_of(scene, verb) != before.paragraph) return false;
  for (std::uint32_t i = before.outer.last; i < verb; ++i)
    if (scene.token(i).pos != Pos::punct && scene.token(i).pos != Pos::adv && !scene.token(i).is_space) return false;
  return true;
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
  if (d.speaker.head != kNoToken) out.speaker = Speaker{span_of(scene.doc, d.speaker.range), {}, {}};
  if (!d.addressee.empty()) out.addressee = span_of(scene.doc, d.addressee);
  if (!d.occasion.empty()) out.occasion = span_of(scene.doc, d.occasion);
  for (const TokenRange r : d.cue) out.cue.push_back(span_of(scene.doc, r));
  for (const TokenRange r : d.content)
    if (const TokenRange t = unquoted(scene, r); !t.empty()) out.content.push_back(span_of(scene.doc, t));
  const ReadModality modality = modality_of(scene, d.verb, d.entry, d.content);
  out.modality = modality.value;
  out.modality_span = modality.span;
  out.provenance = {scene.token(anchor).sentence, d.rule, d.score};
  return out;
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

/// All of it stands in quotations that already are statements.
bool is_speech_of_its_own(const Scene& scene, std::span<const Link> links, const Draft& d) {
  return std::ranges::all_of(d.content, [&](TokenRange piece) {
    const std::uint32_t q = scene.quotation_of[piece.first];
    return q != kNone && links[q].tie != Tie::none && scene.quotations[q].outer.covers(piece);
  });
}

struct Drafts {
  std::vector<Draft> all;
  std::vector<std::uint32_t> of_quotation;      ///< per quotation: its draft, kNone
  std::vector<std::uint32_t> quotation_of_cue;  ///< per cue: the quotation it has, kNone
};

/// Quotations with a cue, a verb or a name of their own.
void draft_quotations(const Scene& scene, std::span<const Cue> cues, std::span<const Link> links, Drafts& out) {
  for (std::uint32_t q = 0; q < links.size(); ++q) {
    const bool has_own = links[q].cue != kNone || links[q].verb != kNoToken || !links[q].name.empty();
    if (links[q].tie == Tie::extends || !has_own) continue;
    if (links[q].cue != kNone) out.quotation_of_cue[links[q].cue] = q;
    out.of_quotation[q] = static_cast<std::uint32_t>(out.all.size());
    Draft d = quoted(scene, cues, links[q], scene.quotations[q].inner);
    const std::uint32_t before = q > 0 ? out.of_quotation[q - 1] : kNone;
    if (d.speaker.head == kNoToken && before != kNone &&
        goes_on_speaking(scene, cues, links[q], scene.quotations[q - 1]))
      d.speaker = out.all[before].speaker;
    out.all.push_back(std::move(d));
  }
}

/// Clauses and phrases that a cue governs.
void draft_governed(const Scene& scene, std::span<const Cue> cues, std::span<const Link> links, StatementScope scope,
                    Drafts& out) {
  for (std::uint32_t k = 0; k < cues.size(); ++k) {
    std::optional<Draft> d = governed(scene, cues[k], scope);
    if (!d) continue;
    if (!scene.quoted(cues[k].token) && is_speech_of_its_own(scene, links, *d)) continue;
    // A cue that has its quotation governs nothing more, save the clause in `said that ..., "..."`.
    const std::uint32_t q = out.quotation_of_cue[k];
    if (q != kNone && !keeps_clause(scene, *d, scene.quotations[q].outer)) continue;
    out.all.push_back(*std::move(d));
  }
}

}  // namespace

std::vector<Statement> read_statements(const Document& doc, const Tree& tree, std::span<const Actor> actors,
                                       const Knowledge& knowledge, StatementScope scope) {
  const Scene scene = make_scene(doc, tree, knowledge, actors);
  const std::vector<Cue> cues = find_cues(scene);
  const std::vector<Turn> turns = read_turns(scene);
  const std::vector<Link> links = link_quotations(scene, cues, turns);

  Drafts drafts = {.all = {},
                   .of_quotation = std::vector<std::uint32_t>(links.size(), kNone),
                   .quotation_of_cue = std::vector<std::uint32_t>(cues.size(), kNone)};
  draft_quotations(scene, cues, links, drafts);
  draft_governed(scene, cues, links, scope, drafts);
  for (std::uint32_t i = 0; i < doc.tokens.size(); ++i)
    for (const auto read : {according_to, in_the_view_of})
      if (std::optional<Draft> d = read(scene, i)) drafts.all.push_back(*std::move(d));
  for (const Turn& turn : turns) drafts.all.push_back(spoken(scene, turn));
  continue_speech(scene, cues, links, drafts.of_quotation, drafts.all);

  const std::vector<std::uint32_t> begins = behind_datelines(doc, scene.paragraphs);
  std::vector<Statement> out;
  out.reserve(drafts.all.size());
  for (Draft& d : drafts.all) {
    for (TokenRange& piece : d.content) piece = without_dateline(scene, begins, piece);
    d.speaker = without_dateline(scene, begins, d.speaker);
    std::erase_if(d.content, [](TokenRange r) { return r.empty(); });
    if (d.content.empty()) continue;
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
