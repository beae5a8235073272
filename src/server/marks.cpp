#include "server/marks.h"

#include <algorithm>
#include <tuple>

namespace sitcen::server {
namespace {

bool outer_first(const Mark& a, const Mark& b) {
  const auto order = [](const Mark& m) { return std::tuple(m.span.begin, ~m.span.end, m.role, m.datum, m.part); };
  return order(a) < order(b);
}

constexpr bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

/// \return the span without white space at its ends
Span trimmed(std::string_view text, Span s) {
  while (!s.empty() && is_blank(text[s.begin])) ++s.begin;
  while (!s.empty() && is_blank(text[s.end - 1])) --s.end;
  return s;
}

/// \return the lines of a part of a text, without their ends
std::vector<Span> lines(std::string_view text, Span within) {
  std::vector<Span> out;
  std::uint32_t begin = within.begin;
  for (std::uint32_t i = within.begin; i < within.end; ++i) {
    if (text[i] != '\n') continue;
    out.push_back({begin, i});
    begin = i + 1;
  }
  out.push_back({begin, within.end});
  return out;
}

}  // namespace

std::vector<Mark> marks_of(const Findings& findings) {
  std::vector<Mark> marks;
  for (std::uint32_t i = 0; i < findings.statements.size(); ++i) {
    const Statement& s = findings.statements[i];
    const auto add = [&](Span span, MarkRole role, std::uint32_t part = 0) { marks.push_back({span, role, i, part}); };
    for (std::uint32_t p = 0; p < s.content.size(); ++p) add(s.content[p], MarkRole::content, p);
    for (std::uint32_t p = 0; p < s.cue.size(); ++p) add(s.cue[p], MarkRole::cue, p);
    if (s.speaker) add(s.speaker->span, MarkRole::speaker);
    if (s.modality_span) add(*s.modality_span, MarkRole::modality);
    if (s.addressee) add(*s.addressee, MarkRole::addressee);
    if (s.occasion) add(*s.occasion, MarkRole::occasion);
  }
  for (std::uint32_t i = 0; i < findings.actors.size(); ++i)
    for (std::uint32_t p = 0; p < findings.actors[i].mentions.size(); ++p)
      marks.push_back({findings.actors[i].mentions[p].span, MarkRole::mention, i, p});
  const auto whole = [&](const auto& all, MarkRole role) {
    for (std::uint32_t i = 0; i < all.size(); ++i) marks.push_back({all[i].span, role, i});
  };
  whole(findings.events, MarkRole::event);
  whole(findings.figures, MarkRole::figure);
  whole(findings.times, MarkRole::time);
  whole(findings.places, MarkRole::place);
  std::ranges::sort(marks, outer_first);
  return marks;
}

std::vector<Segment> cut(Span within, std::span<const Mark> marks) {
  std::vector<Segment> out;
  std::vector<std::uint32_t> open;  // marks that cover `at`, outermost first
  std::size_t next = 0;
  std::uint32_t at = within.begin;
  while (at < within.end) {
    std::erase_if(open, [&](std::uint32_t m) { return marks[m].span.end <= at; });
    for (; next < marks.size() && marks[next].span.begin <= at; ++next)
      if (marks[next].span.end > at) open.push_back(static_cast<std::uint32_t>(next));
    std::ranges::sort(open, [&](std::uint32_t a, std::uint32_t b) {
      const std::uint32_t longer = marks[a].span.size(), shorter = marks[b].span.size();
      return longer != shorter ? longer > shorter : a < b;
    });
    std::uint32_t end = within.end;
    if (next < marks.size()) end = std::min(end, marks[next].span.begin);
    for (const std::uint32_t m : open) end = std::min(end, marks[m].span.end);
    out.push_back({{at, end}, open});
    at = end;
  }
  return out;
}

std::vector<Span> paragraphs(std::string_view text, Span within) {
  const Span whole = trimmed(text, within);
  std::vector<Span> all = lines(text, whole);
  const bool blank_lines = std::ranges::any_of(all, [&](Span line) { return trimmed(text, line).empty(); });
  std::vector<Span> out;
  bool join = false;  // to the paragraph before
  for (const Span line : all) {
    const Span words = trimmed(text, line);
    if (words.empty()) {
      join = false;
      continue;
    }
    if (join)
      out.back().end = words.end;
    else
      out.push_back({line.begin, words.end});
    join = blank_lines;
  }
  return out;
}

}  // namespace sitcen::server
