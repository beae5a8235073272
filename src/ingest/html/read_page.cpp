#include "ingest/html/read_page.h"

#include <algorithm>
#include <vector>

#include "ingest/ascii.h"
#include "ingest/composer.h"
#include "ingest/given_time.h"
#include "ingest/html/article.h"
#include "ingest/html/encoding.h"
#include "ingest/html/metadata.h"
#include "ingest/html/page.h"
#include "ingest/html/visible_date.h"
#include "ingest/identity.h"

namespace sitcen::ingest {
namespace {

std::optional<std::size_t> first(const std::vector<Part>& parts, Part part) {
  const auto at = std::ranges::find(parts, part);
  if (at == parts.end()) return std::nullopt;
  return static_cast<std::size_t>(at - parts.begin());
}

/// A byline with its date is short; what is longer tells of other days.
constexpr std::uint32_t kDateline = 160;
constexpr std::size_t kBlocksBefore = 3;  ///< a date stands above a headline rather than below

/// The time that an article shows: marked as one between its headline and its text, else in the words there or right
/// above the headline.
std::optional<Timestamp> shown_time(const Page& page, std::size_t headline, std::size_t lead,
                                    std::string_view language) {
  for (const auto& [block, time] : page.times) {
    if (block < headline || block > lead) continue;
    if (auto read = read_given_time(time, TimeBasis::meta)) return read;
  }
  const auto date_in = [&](std::size_t i) -> std::optional<Timestamp> {
    const Block& block = page.blocks[i];
    if (block.size > kDateline) return std::nullopt;
    return read_visible_date(page.str(block), language);
  };
  for (std::size_t i = headline + 1; i < lead; ++i) {
    if (auto date = date_in(i)) return date;
  }
  for (std::size_t i = headline; i > 0 && i + kBlocksBefore > headline;) {
    if (auto date = date_in(--i)) return date;
  }
  return std::nullopt;
}

/// Who wrote an article, from words marked as such: without "By", and without what follows a name: a date, a section.
std::string name_in(std::string_view words) {
  constexpr std::string_view kBefore[] = {
#include "ingest/html/byline_words.inc"
  };
  constexpr std::size_t kLongestName = 100;
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool no_break = words.substr(i).starts_with("\xC2\xA0");
    text += no_break ? ' ' : words[i];
    if (no_break) ++i;
  }
  text = collapsed(text);
  const std::string low = lower_ascii(text);
  std::size_t begin = 0;
  for (const std::string_view before : kBefore) {
    if (!low.starts_with(before)) continue;
    const std::size_t end = low.find_first_not_of(": ", before.size());
    if (end != std::string::npos && end > before.size()) begin = std::max(begin, end);
  }
  text = collapsed(std::string_view(text).substr(begin, text.find_first_of("0123456789|()<>@", begin) - begin));
  while (text.ends_with(',') || text.ends_with('-') || text.ends_with(' ') || text.ends_with(':')) text.pop_back();
  const bool has_name = std::ranges::any_of(text, [](char c) { return c != lower_ascii(c) || (c & 0x80) != 0; });
  return has_name && text.size() <= kLongestName ? text : std::string();
}

std::optional<std::string> shown_byline(const Page& page, std::size_t headline, std::size_t lead) {
  for (const auto* found : {&page.authors, &page.bylines}) {
    for (const auto& [block, words] : *found) {
      if (block + kBlocksBefore < headline || block > lead) continue;
      if (std::string name = name_in(words); !name.empty()) return name;
    }
  }
  return std::nullopt;
}

}  // namespace

Result<Report> read_page(std::string_view page_bytes, const InputHint& hint) {
  std::string decoded;
  const auto html = page_to_utf8(page_bytes, hint.options.encoding, decoded);
  if (!html) return fail(html.error());
  auto parsed = parse_page(*html);
  if (!parsed) return fail(parsed.error());
  const Page& page = *parsed;
  Metadata metadata = read_metadata(page);
  const std::vector<Part> parts = choose_article(page, metadata.title.value_or(""));
  const auto lead = first(parts, Part::body);
  const auto headline = first(parts, Part::headline);
  if (!lead) return fail(ErrorCode::empty_report);
  const std::string language = metadata.language.value_or("");
  if (headline && *headline < *lead) add_published(metadata, shown_time(page, *headline, *lead, language));
  if (!metadata.url && hint.options.url) metadata.url = hint.options.url;
  if (metadata.url) add_published(metadata, read_address_date(*metadata.url));

  Report report;
  report.origin = hint.origin;
  if (headline) prefer_title(metadata, collapsed(page.str(page.blocks[*headline])));
  report.title = std::move(metadata.title);
  if (std::string title = collapsed(page.title); !report.title && !title.empty()) report.title = std::move(title);
  Composer composer(report);
  composer.add(SectionKind::headline, report.title.value_or(""));
  for (std::size_t i = *lead; i < parts.size(); ++i) {
    if (parts[i] != Part::body) continue;
    composer.add(i == *lead ? SectionKind::lead : SectionKind::body, page.str(page.blocks[i]));
  }
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (parts[i] == Part::caption) composer.add(SectionKind::caption, page.str(page.blocks[i]));
    if (parts[i] == Part::credit) composer.add(SectionKind::credit, page.str(page.blocks[i]));
  }
  report.byline = std::move(metadata.byline);
  if (!report.byline && headline && *headline < *lead) report.byline = shown_byline(page, *headline, *lead);
  report.source = std::move(metadata.source);
  report.language = std::move(metadata.language);
  report.published = std::move(metadata.published);
  report.updated = std::move(metadata.updated);
  report.other_values = std::move(metadata.others);
  std::ranges::stable_sort(report.other_values, {}, &OtherValue::field);
  if (metadata.url) report.url = canonical_url(*metadata.url);
  identify(report, {});
  return report;
}

}  // namespace sitcen::ingest
