#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "picture/finding_text.h"
#include "server/marks.h"
#include "server/pages/report_parts.h"
#include "server/pages/words.h"

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
      return "side";
    case MarkRole::mention:
      return "name";
    case MarkRole::event:
      return "act";
    case MarkRole::figure:
    case MarkRole::time:
    case MarkRole::place:
      return "fact";
  }
  return "";
}

/// The first letter of a datum's anchor.
char letter_of(MarkRole role) {
  switch (role) {
    case MarkRole::mention:
      return 'a';
    case MarkRole::event:
      return 'e';
    case MarkRole::figure:
      return 'f';
    case MarkRole::time:
      return 't';
    case MarkRole::place:
      return 'p';
    default:
      return 's';
  }
}

/// Whether a datum of this role is a single stretch of the text.
bool is_whole(MarkRole role) { return role >= MarkRole::event && role != MarkRole::mention; }

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

}  // namespace

TextWriter::TextWriter(Html& h, const store::StoredReport& stored)
    : h_(h), stored_(stored), text_(stored.report.text), marks_(marks_of(stored.findings)) {
  numbered_.resize(stored.findings.statements.size());
  for (const Actor& a : stored.findings.actors) anchored_.emplace_back(a.mentions.size());
  for (const Section& section : all_sections(stored.report))
    for (const Span span : server::paragraphs(text_, section.span)) paragraphs_.push_back({span, section.kind});
}

void TextWriter::heading(std::string_view title) {
  // A date line or a section's name may stand above the title.
  const std::size_t first_few = std::min<std::size_t>(paragraphs_.size(), 3);
  for (std::size_t i = 0; i < first_few && !heading_; ++i)
    if (text_.substr(paragraphs_[i].span.begin, paragraphs_[i].span.size()) == title) heading_ = i;
  const std::optional<std::string_view> untitled =
      stored_.report.title ? std::nullopt : std::optional<std::string_view>("untitled");
  h_.element("h1", {{"class", untitled}, {"lang", language_tag(stored_.report.language)}, {"dir", "auto"}}, [&] {
    if (!heading_) return h_.text(title);
    marked(paragraphs_[*heading_].span);
  });
}

void TextWriter::body() {
  for (std::size_t i = 0; i < paragraphs_.size(); ++i) {
    if (i == heading_) continue;
    h_.element("p", {{"class", name(paragraphs_[i].kind)}, {"dir", "auto"}}, [&] { marked(paragraphs_[i].span); });
    h_.newline();
  }
}

void TextWriter::marked(Span span) {
  for (const Segment& segment : cut(span, marks_)) write(segment);
}

void TextWriter::write(const Segment& segment) {
  for (const std::uint32_t m : segment.marks) write_number(marks_[m], segment.span.begin);
  const std::string_view words = text_.substr(segment.span.begin, segment.span.size());
  if (segment.marks.empty()) return h_.text(words);

  std::string classes = "m";
  std::string id;
  const auto anchor = [&](std::string name) {
    if (!id.empty()) h_.element("span", {{"id", id}}, "");  // another datum begins here too
    id = std::move(name);
  };
  for (const std::uint32_t i : segment.marks) {
    const Mark& m = marks_[i];
    const bool mention = m.role == MarkRole::mention;
    classes += fmt::format(" {} {}{}", class_of(m.role), letter_of(m.role), m.datum + 1);
    if (mention && mention_of(m).form != MentionForm::name) classes += " meant";
    if (is_whole(m.role) && segment.span.begin == m.span.begin)
      anchor(fmt::format("w-{}{}", letter_of(m.role), m.datum + 1));
    if (!mention || anchored_[m.datum][m.part]) continue;
    anchored_[m.datum][m.part] = true;
    anchor(fmt::format("w-a{}-{}", m.datum + 1, m.part + 1));
  }
  if (words.find_first_not_of(" \t\r\n") == std::string_view::npos)
    return h_.element("span", {{"class", classes}}, words);
  // The innermost mark is the link. A reader with a keyboard gets one stop for each datum: the number of a statement,
  // the first mention of an actor, the beginning of what is one stretch.
  const Mark& inner = marks_[segment.marks.back()];
  const std::string href = fmt::format("#{}{}", letter_of(inner.role), inner.datum + 1);
  const bool first = inner.role == MarkRole::mention ? inner.part == 0 && !id.empty()
                                                     : is_whole(inner.role) && segment.span.begin == inner.span.begin;
  const std::string meaning = meaning_of(inner);
  h_.element("a",
             {{"class", classes},
              {"id", id.empty() ? std::nullopt : std::optional<std::string_view>(id)},
              {"href", href},
              {"title", meaning.empty() ? std::nullopt : std::optional<std::string_view>(meaning)},
              {"tabindex", first ? std::nullopt : std::optional<std::string_view>("-1")}},
             words);
}

/// What words say on the spot: whom a word that is no name means and why; the value of a time, the place of a name.
std::string TextWriter::meaning_of(const Mark& mark) const {
  const Findings& all = stored_.findings;
  switch (mark.role) {
    case MarkRole::mention:
      if (mention_of(mark).form == MentionForm::name) return {};
      return all.actors[mark.datum].name + ": " + form_text(mention_of(mark));
    case MarkRole::event:
      return picture::type_text(all.events[mark.datum]);
    case MarkRole::time:
      return picture::value_text(all.times[mark.datum]);
    case MarkRole::place: {
      const sitcen::Place& place = all.places[mark.datum];
      return place.name + ": " + picture::place_text(place);
    }
    default:
      return {};
  }
}

const Mention& TextWriter::mention_of(const Mark& mark) const {
  return stored_.findings.actors[mark.datum].mentions[mark.part];
}

/// The number of a statement stands where its content begins.
void TextWriter::write_number(const Mark& mark, std::uint32_t at) {
  if (mark.role != MarkRole::content || mark.part != 0 || numbered_[mark.datum] || at < mark.span.begin) return;
  numbered_[mark.datum] = true;
  const std::string number = std::to_string(mark.datum + 1);
  h_.element("a",
             {{"class", "n"},
              {"id", "w-s" + number},
              {"href", "#s" + number},
              {"data-n", number},
              {"aria-label", "Statement " + number}},
             "");
}

}  // namespace sitcen::server::pages
