#include "ingest/document/docx.h"

#include <algorithm>
#include <array>

#include "ingest/composer.h"
#include "ingest/given_time.h"
#include "ingest/identity.h"
#include "ingest/packed/zip_file.h"
#include "ingest/text.h"
#include "ingest/xml.h"

namespace sitcen::ingest {
namespace {

constexpr std::string_view kText = "word/document.xml";
constexpr std::string_view kProperties = "docProps/core.xml";
constexpr std::size_t kMarkupRatio = 16;  ///< of the XML to the text that a report may hold

XmlRole role_in_word(std::string_view name) {
  // moveFrom: where a moved passage stood; instrText: the code of a field; del: what a reviewer took out.
  constexpr std::array<std::string_view, 8> kSkipped = {"del",   "moveFrom", "instrText",        "delText",
                                                        "sdtPr", "pPr",      "AlternateContent", "drawing"};
  if (name == "p") return XmlRole::block;
  if (name == "br" || name == "cr") return XmlRole::line_break;
  if (name == "tab") return XmlRole::cell;
  return std::ranges::find(kSkipped, name) != kSkipped.end() ? XmlRole::skipped : XmlRole::inline_text;
}

/// \return the parsed file; none where the archive has no such one
Result<Xml> part(const std::shared_ptr<const Spool>& archive, const std::vector<base::ZipEntry>& entries,
                 std::string_view path, const InputHint& hint) {
  const auto entry = std::ranges::find(entries, path, &base::ZipEntry::path);
  if (entry == entries.end()) return Xml();
  if (!entry->fault.empty()) return fail(ErrorCode::archive_damaged, {entry->fault});
  auto bytes =
      read_all(bytes_of_zip_file(archive, *entry, hint.expansion), kMarkupRatio * hint.options.max_report_bytes);
  if (!bytes) return fail(bytes.error());
  return parse_xml(*bytes, {});
}

void take_properties(const pugi::xml_document& document, Report& report) {
  const pugi::xml_node core = child(document, "coreProperties");
  if (std::string title = words_of(child(core, "title")); !title.empty()) report.title = std::move(title);
  if (std::string author = words_of(child(core, "creator")); !author.empty()) report.byline = std::move(author);
  if (std::string language = words_of(child(core, "language")); !language.empty())
    report.language = std::move(language);
  report.published = read_given_time(words_of(child(core, "created")), TimeBasis::meta);
  report.updated = read_given_time(words_of(child(core, "modified")), TimeBasis::meta);
}

Result<Report> read(const std::shared_ptr<const Spool>& archive, const std::vector<base::ZipEntry>& entries,
                    const InputHint& hint) {
  auto text = part(archive, entries, kText, hint);
  if (!text) return fail(text.error());
  if (!*text) return fail(ErrorCode::no_report, {"an Office document that is no text"});
  Report report;
  report.origin = hint.origin;
  // What it says of itself may be missing or damaged; the text is there all the same.
  if (const auto properties = part(archive, entries, kProperties, hint); properties && *properties) {
    take_properties(**properties, report);
  }
  Composer composer(report);
  for (const std::string& paragraph : paragraphs_of(**text, role_in_word)) composer.add(SectionKind::body, paragraph);
  if (is_blank(report.text)) return fail(ErrorCode::empty_report);
  if (report.text.size() > hint.options.max_report_bytes) {
    return fail(ErrorCode::report_too_long,
                {std::to_string(report.text.size()), std::to_string(hint.options.max_report_bytes)});
  }
  identify(report, {});
  return report;
}

}  // namespace

Reports read_docx(const std::shared_ptr<const Spool>& archive, const std::vector<base::ZipEntry>& entries,
                  const InputHint& hint) {
  auto report = read(archive, entries, hint);
  if (!report) return reports_of({rejected(hint, report.error())});
  if (hint.options.keep_raw) report->raw = std::make_shared<const std::string>(archive->bytes());
  return reports_of({std::move(*report)});
}

}  // namespace sitcen::ingest
