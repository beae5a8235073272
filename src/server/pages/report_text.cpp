#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "server/marks.h"
#include "server/pages/report_parts.h"

namespace sitcen::server::pages {
namespace {

std::string_view class_of(MarkRole role) {
  switch (role) {
    case MarkRole::content:
      return "said";
    case MarkRole::speaker:
      return "who";
    case MarkRole::cue:
      return "cue";
    case MarkRole::modality:
      return "how";
    case MarkRole::addressee:
    case MarkRole::occasion:
      return "about";
    case MarkRole::mention:
      return "name";
  }
  return "";
}

/// A section of the text with one kind: what the sections leave out is body.
std::vector<Section> all_sections(const Report& report) {
  std::vector<Section> out;
  std::uint32_t at = 0;
  for (const Section& s : report.sections) {
    if (at < s.span.begin) out.push_back({SectionKind::body, {at, s.span.begin}});
    out.push_back(s);
    at = s.span.end;
  }
  const auto size = static_cast<std::uint32_t>(report.text.size());
  if (at < size) out.push_back({SectionKind::body, {at, size}});
  return out;
}

/// Writes paragraphs with marks. Each anchor is set once, at the first words it is for.
class TextWriter {
 public:
  TextWriter(Html& h, const store::StoredReport& stored)
      : h_(h), text_(stored.report.text), marks_(marks_of(stored.findings)) {
    statement_seen_.resize(stored.findings.statements.size());
    for (const Statement& s : stored.findings.statements)
      content_begin_.push_back(s.content.empty() ? 0 : s.content.front().begin);
    for (const Actor& a : stored.findings.actors) mention_seen_.emplace_back(a.mentions.size());
  }

  void paragraph(Span span, std::string_view kind) {
    h_.element("p", {{"class", kind}, {"dir", "auto"}}, [&] {
      for (const Segment& segment : cut(span, marks_)) write(segment);
    });
    h_.newline();
  }

 private:
  void write(const Segment& segment) {
    for (const std::uint32_t m : segment.marks) write_number(marks_[m], segment.span.begin);
    const std::string_view words = text_.substr(segment.span.begin, segment.span.size());
    if (segment.marks.empty()) return h_.text(words);

    std::string classes = "m";
    std::string id;
    for (const std::uint32_t i : segment.marks) {
      const Mark& m = marks_[i];
      const bool mention = m.role == MarkRole::mention;
      classes += fmt::format(" {} {}{}", class_of(m.role), mention ? 'a' : 's', m.datum + 1);
      if (!mention || mention_seen_[m.datum][m.part]) continue;
      mention_seen_[m.datum][m.part] = true;
      id = fmt::format("w-a{}-{}", m.datum + 1, m.part + 1);
    }
    // The innermost mark is the link. A reader with a keyboard gets one stop for each datum: the number of a
    // statement, the first mention of an actor.
    const Mark& inner = marks_[segment.marks.back()];
    const bool mention = inner.role == MarkRole::mention;
    const std::string href = fmt::format("#{}{}", mention ? 'a' : 's', inner.datum + 1);
    const bool stop = mention && inner.part == 0 && !id.empty();
    h_.element("a",
               {{"class", classes},
                {"id", id.empty() ? std::nullopt : std::optional<std::string_view>(id)},
                {"href", href},
                {"tabindex", stop ? std::nullopt : std::optional<std::string_view>("-1")}},
               words);
  }

  /// The number of a statement, where its content begins.
  void write_number(const Mark& m, std::uint32_t at) {
    if (m.role != MarkRole::content || statement_seen_[m.datum] || at < content_begin_[m.datum]) return;
    statement_seen_[m.datum] = true;
    const std::string number = std::to_string(m.datum + 1);
    h_.element("a",
               {{"class", "n"},
                {"id", "w-s" + number},
                {"href", "#s" + number},
                {"data-n", number},
                {"aria-label", "Statement " + number}},
               "");
  }

  Html& h_;
  std::string_view text_;
  std::vector<Mark> marks_;
  std::vector<bool> statement_seen_;
  std::vector<std::uint32_t> content_begin_;
  std::vector<std::vector<bool>> mention_seen_;
};

}  // namespace

void write_text(Html& h, const store::StoredReport& stored) {
  TextWriter writer(h, stored);
  for (const Section& section : all_sections(stored.report))
    for (const Span paragraph : paragraphs(stored.report.text, section.span))
      writer.paragraph(paragraph, name(section.kind));
}

}  // namespace sitcen::server::pages
