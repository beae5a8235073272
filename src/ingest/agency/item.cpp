#include "ingest/agency/item.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "ingest/ascii.h"
#include "ingest/composer.h"
#include "ingest/given_time.h"
#include "ingest/identity.h"
#include "ingest/part.h"
#include "ingest/text.h"

namespace sitcen::ingest {
namespace {

void clean(std::string& text) {
  if (base::find_invalid_utf8(text)) text = readable_utf8(text);
}

std::optional<std::string> given(std::string text) {
  return is_blank(text) ? std::nullopt : std::optional(std::move(text));
}

std::optional<PublicationStatus> status_of(std::string_view name) {
  const std::string lower = lower_ascii(name);
  if (lower == "usable") return PublicationStatus::usable;
  if (lower == "withheld" || lower == "embargoed") return PublicationStatus::withheld;
  if (lower == "canceled" || lower == "cancelled") return PublicationStatus::cancelled;
  return std::nullopt;
}

/// When it was published and when it was changed. What a first version says of its making is when it came out; a later
/// version's is when it was changed.
void take_times(const NewsItem& item, Report& report) {
  const auto read = [](const std::string& time) { return read_given_time(time, TimeBasis::meta); };
  const auto version = read(item.version_created);
  report.published = read(item.created);
  if (!report.published) report.published = read(item.first);
  if (!report.published && item.is_first_version) {
    report.published = version;
    return;
  }
  report.updated = version ? version : read(item.modified);
  if (report.updated && report.published && report.updated->value == report.published->value) report.updated.reset();
}

}  // namespace

Result<Report> report_of(NewsItem item, const InputHint& hint) {
  // Attributes are taken as they stand; a reference such as &#xD800; in one makes what is no character.
  for (std::string* field :
       {&item.id, &item.source, &item.url, &item.title, &item.byline, &item.dateline, &item.credit, &item.language}) {
    clean(*field);
  }
  for (auto* list : {&item.notices, &item.paragraphs, &item.captions}) std::ranges::for_each(*list, clean);
  Report report;
  report.origin = hint.origin;
  const bool has_text = std::ranges::any_of(item.paragraphs, [](const std::string& text) { return !is_blank(text); });
  if (!has_text && is_blank(item.title)) return fail(ErrorCode::empty_report);
  take_times(item, report);
  report.status = status_of(item.status);
  std::string notice;
  for (const std::string& line : item.notices) {
    if (is_blank(line)) continue;
    if (!notice.empty()) notice += '\n';
    notice += line;
  }
  report.notice = given(std::move(notice));

  Composer composer(report);
  composer.add(SectionKind::headline, item.title);
  composer.add(SectionKind::dateline, item.dateline);
  SectionKind kind = SectionKind::lead;
  for (const std::string& paragraph : item.paragraphs) {
    if (is_blank(paragraph) || (kind == SectionKind::lead && paragraph == item.title)) continue;
    composer.add(kind, paragraph);
    kind = SectionKind::body;
  }
  for (const std::string& caption : item.captions) composer.add(SectionKind::caption, caption);
  composer.add(SectionKind::credit, item.credit);

  report.title = given(std::move(item.title));
  report.byline = given(std::move(item.byline));
  report.dateline = given(std::move(item.dateline));
  report.source = given(std::move(item.source));
  report.language = given(std::move(item.language));
  if (auto url = given(std::move(item.url))) report.url = canonical_url(*url);
  identify(report, is_blank(item.id) ? std::string_view() : std::string_view(item.id));
  return report;
}

}  // namespace sitcen::ingest
