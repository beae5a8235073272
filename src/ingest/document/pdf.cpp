#include "ingest/document/pdf.h"

#include <algorithm>
#include <array>

#include "ingest/ascii.h"
#include "ingest/composer.h"
#include "ingest/document/tool.h"
#include "ingest/given_time.h"
#include "ingest/header_fields.h"
#include "ingest/identity.h"
#include "ingest/part.h"
#include "ingest/text.h"

namespace sitcen::ingest {
namespace {

constexpr Tool kTextTool = {"pdftotext", "poppler-utils"};
constexpr Tool kPictureTool = {"pdftoppm", "poppler-utils"};
constexpr Tool kOcrTool = {"tesseract", "tesseract-ocr"};
constexpr std::size_t kLargestPicture = std::size_t{64} << 20;
constexpr std::string_view kOcrNotice = "OCR: the text was read from pictures of the pages by tesseract";

std::string unescaped(std::string_view html) {
  constexpr std::array<std::pair<std::string_view, char>, 5> kEntities = {
      {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#39;", '\''}}};
  std::string out;
  out.reserve(html.size());
  while (!html.empty()) {
    const auto entity = std::ranges::find_if(kEntities, [&](const auto& row) { return html.starts_with(row.first); });
    const bool known = html.front() == '&' && entity != kEntities.end();
    out += known ? entity->second : html.front();
    html.remove_prefix(known ? entity->first.size() : 1);
  }
  return out;
}

std::string between(std::string_view text, std::string_view before, std::string_view after) {
  const std::size_t begin = text.find(before);
  if (begin == std::string_view::npos) return {};
  const std::size_t end = text.find(after, begin + before.size());
  if (end == std::string_view::npos) return {};
  return readable_utf8(unescaped(text.substr(begin + before.size(), end - begin - before.size())));
}

/// "D:20310312094500+01'00'", or what newer versions of the tool make of it.
std::optional<Timestamp> read_pdf_time(std::string_view text) {
  if (auto time = read_given_time(text, TimeBasis::meta)) return time;
  if (text.starts_with("D:")) text.remove_prefix(2);
  const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
  std::string out(text.substr(0, std::min<std::size_t>(digits, 8)));
  if (digits >= 12) out += 'T' + std::string(text.substr(8, digits - 8));
  std::string offset(text.substr(digits));
  std::erase(offset, '\'');
  return read_given_time(digits >= 12 ? out + offset : out, TimeBasis::meta);
}

/// What a program wrote in for want of a title is none.
bool is_title(std::string_view title) {
  const std::string lower = lower_ascii(trimmed(title));
  if (lower.empty() || lower.starts_with("microsoft word") || lower.starts_with("untitled")) return false;
  constexpr std::array<std::string_view, 6> kFiles = {".doc", ".docx", ".pdf", ".indd", ".rtf", ".odt"};
  return std::ranges::none_of(kFiles, [&](std::string_view suffix) { return lower.ends_with(suffix); });
}

Result<std::string> scanned_text(std::string_view bytes, std::size_t limit) {
  if (!is_installed(kOcrTool)) return fail(ErrorCode::tool_missing, {kOcrTool.name, kOcrTool.package});
  std::string out;
  for (std::size_t page = 1; page <= kMostScannedPages; ++page) {
    const std::string number = std::to_string(page);
    auto picture = run_tool(kPictureTool, {"-r", "200", "-gray", "-f", number, "-l", number, "/dev/stdin"}, bytes,
                            kLargestPicture);
    if (!picture && page > 1) break;  // the one behind the last
    if (!picture) return picture;
    if (picture->empty()) break;
    auto text = run_tool(kOcrTool, {"stdin", "stdout"}, *picture, limit);
    if (!text) return text;
    out += *text + '\f';
    if (out.size() > limit)
      return fail(ErrorCode::report_too_long, {std::to_string(out.size()), std::to_string(limit)});
  }
  return out;
}

/// Letters, not bytes.
std::size_t width_of(std::string_view line) {
  return static_cast<std::size_t>(
      std::ranges::count_if(line, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

void join_block(const std::vector<std::string_view>& lines, std::vector<std::string>& out) {
  std::size_t width = 0;
  for (const std::string_view line : lines) width = std::max(width, width_of(line));
  std::string paragraph;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string_view line = lines[i];
    paragraph += line;
    const bool is_last = i + 1 == lines.size();
    const bool next_is_small = !is_last && is_lower(lines[i + 1].front());
    const bool full = width_of(line) * 4 >= width * 3;
    if (!is_last && (full || next_is_small)) {
      const bool broken = next_is_small && paragraph.size() > 1 && paragraph.ends_with('-') &&
                          is_lower(paragraph[paragraph.size() - 2]);
      if (broken) {
        paragraph.pop_back();
      } else {
        paragraph += ' ';
      }
      continue;
    }
    out.push_back(std::move(paragraph));
    paragraph.clear();
  }
}

}  // namespace

std::vector<std::string> paragraphs_of_layout(std::string_view text) {
  std::vector<std::string> out;
  std::vector<std::string_view> block;
  const auto close = [&] {
    join_block(block, out);
    block.clear();
  };
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of("\n\f"), text.size());
    const std::string_view line = trimmed(text.substr(0, end));
    if (!line.empty()) block.push_back(line);
    if (line.empty() || (end < text.size() && text[end] == '\f')) close();
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  close();
  return out;
}

Result<Report> read_pdf(std::string_view bytes, const InputHint& hint) {
  const std::size_t limit = hint.options.max_report_bytes;
  auto html = run_tool(kTextTool, {"-enc", "UTF-8", "-eol", "unix", "-htmlmeta", "/dev/stdin", "-"}, bytes, limit);
  if (!html) return fail(html.error());
  Report report;
  report.origin = hint.origin;
  const std::string_view head = std::string_view(*html).substr(0, html->find("</head>"));
  if (std::string title = between(head, "<title>", "</title>"); is_title(title)) report.title = trimmed(title);
  if (const std::string author = between(head, "name=\"Author\" content=\"", "\""); !is_blank(author)) {
    report.byline = trimmed(author);
  }
  report.published = read_pdf_time(between(head, "name=\"CreationDate\" content=\"", "\""));
  report.updated = read_pdf_time(between(head, "name=\"ModDate\" content=\"", "\""));
  if (report.updated && report.published && report.updated->value == report.published->value) report.updated.reset();
  const std::size_t body = html->find("<pre>");
  const std::size_t end = html->rfind("</pre>");
  std::string text;
  if (body != std::string::npos && end != std::string::npos && end > body) {
    text = unescaped(std::string_view(*html).substr(body + 5, end - body - 5));
  }
  if (text.find_first_not_of(" \n\f\t") == std::string::npos) {
    auto scanned = scanned_text(bytes, limit);
    if (!scanned) return fail(scanned.error());
    text = std::move(*scanned);
    report.notice = kOcrNotice;
  }
  Composer composer(report);
  for (const std::string& paragraph : paragraphs_of_layout(text)) {
    composer.add(SectionKind::body, readable_utf8(paragraph));
  }
  if (is_blank(report.text)) return fail(ErrorCode::empty_report);
  identify(report, {});
  return report;
}

}  // namespace sitcen::ingest
