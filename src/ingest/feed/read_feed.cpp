#include "ingest/feed/read_feed.h"

#include <algorithm>
#include <utility>

#include "ingest/composer.h"
#include "ingest/feed/feed.h"
#include "ingest/identity.h"
#include "ingest/text.h"

namespace sitcen::ingest {
namespace {

/// The first line is the lead, the others the body; a first line that says the title again is left out.
void add_text(Composer& composer, std::string_view text, std::string_view title) {
  SectionKind kind = SectionKind::lead;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (kind == SectionKind::lead && line == title) continue;
    composer.add(kind, line);
    kind = SectionKind::body;
  }
}

/// The id as given where it is an address, as it should be: then no other feed has it. A number or a word is of this
/// feed alone, and stands behind the feed's own id or address.
std::string id_of(const FeedItem& item, const FeedHead& head, const InputHint& hint) {
  std::string id = item.id.value_or("");
  if (id.empty() || id.find(':') != std::string::npos) return id;
  for (const auto* feed : {&head.id, &hint.options.url, &head.url, &head.title}) {
    if (*feed) return **feed + '#' + id;
  }
  return id;
}

Reading reading_of(FeedItem&& item, const FeedHead& head, const InputHint& hint, std::size_t number) {
  Report report;
  report.origin = hint.origin;
  Composer composer(report);
  const std::string title = item.title.value_or("");
  composer.add(SectionKind::headline, title);
  add_text(composer, item.content.empty() ? item.summary : item.content, title);
  if (is_blank(report.text)) {
    InputHint at = hint;
    at.origin += "!" + item.id.value_or(item.url.value_or(std::to_string(number)));
    return rejected(at, fail(ErrorCode::empty_report).value());
  }
  const std::string id = id_of(item, head, hint);
  report.title = std::move(item.title);
  report.byline = item.byline ? item.byline : head.byline;
  report.source = item.source ? item.source : head.title;
  report.language = item.language ? item.language : head.language;
  report.published = std::move(item.published);
  report.updated = std::move(item.updated);
  report.other_values = std::move(item.other_values);
  if (head.title && report.source != head.title) {
    report.other_values.push_back({MetadataField::source, *head.title, TimeBasis::feed});
  }
  std::ranges::stable_sort(report.other_values, {}, &OtherValue::field);
  if (item.url) report.url = canonical_url(*item.url);
  identify(report, id);
  return report;
}

Reports reports_of_feed(Result<Feed> feed, const InputHint& hint) {
  if (!feed) return reports_of({rejected(hint, feed.error())});
  return [feed = std::move(*feed), hint, number = std::size_t{0}]() mutable -> std::optional<Reading> {
    if (auto item = feed.next()) return reading_of(std::move(*item), feed.head, hint, ++number);
    if (number++ == 0) return rejected(hint, fail(ErrorCode::bad_feed, {"it has no items"}).value());
    return std::nullopt;
  };
}

}  // namespace

Reports read_xml_feed(std::string_view bytes, const InputHint& hint) {
  return reports_of_feed(parse_xml_feed(bytes, hint.options), hint);
}

Reports read_json_feed(std::string_view bytes, const InputHint& hint) {
  return reports_of_feed(parse_json_feed(bytes, hint.options), hint);
}

}  // namespace sitcen::ingest
