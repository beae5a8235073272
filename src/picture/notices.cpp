#include "picture/notices.h"

#include <algorithm>
#include <span>
#include <string_view>

#include "knowledge.h"
#include "picture/ascii.h"
#include "reading/tables/table.h"

namespace sitcen::picture {
namespace {

struct Wording {
  std::string_view words;
  NoticeKind kind = NoticeKind::correction;
  bool begins_line = false;
};

const std::vector<Wording>& wordings() {
  static const std::vector<Wording> kWordings = [] {
    std::vector<Wording> out;
    reading::for_each_row(knowledge::table("en/notices.tsv"), 3, [&](std::span<const std::string_view> row) {
      out.push_back(
          {row[0], row[1] == "withdrawal" ? NoticeKind::withdrawal : NoticeKind::correction, row[2] == "line"});
    });
    return out;
  }();
  return kWordings;
}

/// \param line  without white space around it
std::optional<NoticeKind> kind_of(std::string_view line, bool at_the_top) {
  constexpr std::size_t kLongest = 400;  // bytes: a notice is a line of its own, not a story about one
  const std::string folded = lower_ascii(line.substr(0, kLongest));
  for (const Wording& wording : wordings()) {
    if (wording.kind == NoticeKind::withdrawal && !at_the_top) continue;
    const auto at = folded.find(wording.words);
    if (at == std::string::npos) continue;
    if (wording.begins_line ? at == 0 : line.size() <= kLongest) return wording.kind;
  }
  return std::nullopt;
}

}  // namespace

std::vector<Notice> notices_of(const Report& report) {
  std::vector<Notice> out;
  const bool cancelled = report.status == PublicationStatus::cancelled;
  const NoticeKind given = cancelled ? NoticeKind::withdrawal : NoticeKind::correction;
  if (report.notice) out.push_back({given, {}, *report.notice});
  if (cancelled && !report.notice) out.push_back({given, {}, "cancelled by its publisher"});
  if (report.title)
    if (const auto kind = kind_of(*report.title, true)) out.push_back({*kind, {}, *report.title});
  constexpr std::size_t kTop = 2;
  const std::string_view text = report.text;
  std::size_t lines = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const auto first = std::min(text.find_first_not_of(" \t\r", begin), end);
    if (first < end) {
      const auto line = text.substr(first, end - first);
      if (const auto kind = kind_of(line, ++lines <= kTop))
        out.push_back({*kind, {static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(end)}, std::string(line)});
    }
    begin = end + 1;
  }
  return out;
}

std::optional<std::string> withdrawal_of(const Report& report) {
  for (const Notice& notice : notices_of(report))
    if (notice.kind == NoticeKind::withdrawal) return notice.words;
  return std::nullopt;
}

}  // namespace sitcen::picture
