#include "soundness.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

namespace sitcen::reading {
namespace {

/// Rules that say why a statement has words in more than one paragraph.
constexpr std::array<std::string_view, 4> kOverParagraphs = {
    "quotation over paragraphs", "quotation in the paragraph below its cue", "quotation of the same speaker",
    "quotation signed with a name"};

bool is_border(std::string_view text, std::uint32_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
}

bool is_sound(std::string_view text, Span s) {
  return s.begin < s.end && s.end <= text.size() && is_border(text, s.begin) && is_border(text, s.end);
}

std::string wrong_actor(const Document& doc, const Actor& a) {
  if (a.name.empty() || a.mentions.empty()) return "an actor without name or mention";
  std::uint32_t end = 0;
  for (const Mention& m : a.mentions) {
    if (!is_sound(doc.text, m.span) || m.span.begin < end) return "the span of a mention of " + a.name;
    if (m.reason.empty()) return "no reason for a mention of " + a.name;
    if (m.provenance.score <= 0 || m.provenance.score > 1) return "the score of a mention of " + a.name;
    end = m.span.end;
  }
  const bool sound = std::ranges::all_of(a.roles, [&](const Role& r) { return is_sound(doc.text, r.span); });
  return sound ? "" : "the span of a role of " + a.name;
}

/// All spans of a statement but those of its addressee, occasion and modality, which stand beside these.
std::vector<Span> spans_of(const Statement& s) {
  std::vector<Span> out = s.content;
  out.insert(out.end(), s.cue.begin(), s.cue.end());
  if (s.speaker) out.push_back(s.speaker->span);
  return out;
}

bool leaves_its_paragraph(const Document& doc, const std::vector<Span>& spans) {
  Span all = spans.front();
  for (const Span s : spans) all = {std::min(all.begin, s.begin), std::max(all.end, s.end)};
  return doc.str(all).find('\n') != std::string_view::npos;
}

std::string wrong_statement(const Document& doc, const Findings& f, std::size_t index) {
  const Statement& s = f.statements[index];
  if (s.content.empty()) return "nothing is said";
  std::vector<Span> spans = spans_of(s);
  const bool unsaid = std::ranges::find(kOverParagraphs, s.provenance.rule) == kOverParagraphs.end();
  if (unsaid && leaves_its_paragraph(doc, spans)) return "leaves its paragraph";
  for (const auto& more : {s.addressee, s.occasion, s.modality_span})
    if (more) spans.push_back(*more);
  if (!std::ranges::all_of(spans, [&](Span x) { return is_sound(doc.text, x); })) return "a span";
  for (std::size_t p = 0; p < s.content.size(); ++p) {
    if (doc.str(s.content[p]).find('\n') != std::string_view::npos) return "a piece holds a line end";
    if (p > 0 && s.content[p - 1].end > s.content[p].begin) return "pieces out of order";
  }
  if (index > 0 && f.statements[index - 1].content.front().begin > s.content.front().begin) return "out of order";
  if (s.parent && *s.parent >= index) return "its parent stands behind it";
  if (!s.speaker) return "";
  if (s.speaker->actor && *s.speaker->actor >= f.actors.size()) return "its speaker is no actor";
  const bool known = std::ranges::all_of(s.speaker->candidates, [&](std::uint32_t a) { return a < f.actors.size(); });
  return known ? "" : "a candidate is no actor";
}

std::string wrong_event(const Document& doc, const Findings& f, std::size_t index) {
  const Event& e = f.events[index];
  if (!is_sound(doc.text, e.span)) return "a span";
  if (index > 0 && f.events[index - 1].span > e.span) return "out of order";
  if (e.statement && *e.statement >= f.statements.size()) return "it points at no statement";
  if (e.time && *e.time >= f.times.size()) return "it points at no time";
  if (!std::ranges::all_of(e.figures, [&](std::uint32_t i) { return i < f.figures.size(); })) return "no such figure";
  for (const std::vector<Party>* all : {&e.actors, &e.recipients})
    for (const Party& p : *all) {
      if (!is_sound(doc.text, p.span)) return "the span of a party";
      if (p.actor && *p.actor >= f.actors.size()) return "a party is no actor";
    }
  return e.provenance.rule.empty() || e.provenance.score <= 0 ? "no rule or score" : "";
}

}  // namespace

std::string what_is_wrong(const Document& doc, const Findings& findings) {
  std::uint32_t end = 0;
  for (const TimeRef& t : findings.times) {
    if (!is_sound(doc.text, t.span) || t.span.begin < end) return "the span of a time";
    if (doc.str(t.span).find('\n') != std::string_view::npos) return "a time holds a line end";
    if (t.provenance.rule.empty()) return "a time without a rule";
    end = t.span.end;
  }
  for (const Actor& a : findings.actors)
    if (std::string wrong = wrong_actor(doc, a); !wrong.empty()) return wrong;
  for (std::size_t i = 0; i < findings.statements.size(); ++i)
    if (const std::string wrong = wrong_statement(doc, findings, i); !wrong.empty())
      return "statement " + std::to_string(i) + " by \"" + std::string(findings.statements[i].provenance.rule) +
             "\": " + wrong;
  for (std::size_t i = 0; i < findings.events.size(); ++i)
    if (const std::string wrong = wrong_event(doc, findings, i); !wrong.empty())
      return "event " + std::to_string(i) + ": " + wrong;
  return "";
}

}  // namespace sitcen::reading
