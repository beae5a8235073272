#include <algorithm>
#include <utility>

#include "ingest/mail/mail.h"
#include "ingest/packed/window.h"
#include "ingest/part.h"

namespace sitcen::ingest {
namespace {

constexpr std::size_t kAhead = 1024;  ///< bytes that show whether a line "From " starts a mail
constexpr std::size_t kRead = 64 * 1024;

/// Whether "From ..." here is the line between two mails: a header field stands in the next one.
bool is_separator(std::string_view bytes) {
  if (!bytes.starts_with("From ")) return false;
  const std::size_t newline = bytes.find('\n');
  if (newline == std::string_view::npos) return false;
  const std::string_view next = bytes.substr(newline + 1);
  const std::size_t end = next.find_first_of(": \t\r\n");
  return end != std::string_view::npos && end > 0 && (next[end] == ':' || next.starts_with(">From "));
}

/// \return where the next separator stands, behind an empty line; searched from `begin`
std::size_t find_separator(std::string_view bytes, std::size_t begin) {
  for (std::size_t at = bytes.find("\nFrom ", begin); at != std::string_view::npos;
       at = bytes.find("\nFrom ", at + 1)) {
    const std::string_view before = bytes.substr(0, at);
    const bool behind_empty_line = before.ends_with('\n') || before.ends_with("\n\r");
    if (behind_empty_line && is_separator(bytes.substr(at + 1))) return at + 1;
  }
  return std::string_view::npos;
}

/// A mail without its separator line and without the '>' that hides its own lines "From ".
std::string mail_in(std::string_view bytes) {
  if (is_separator(bytes)) bytes.remove_prefix(bytes.find('\n') + 1);
  std::string out;
  out.reserve(bytes.size());
  while (!bytes.empty()) {
    const std::size_t next = std::min(bytes.find('\n'), bytes.size() - 1) + 1;
    std::string_view line = bytes.substr(0, next);
    const std::size_t marks = std::min(line.find_first_not_of('>'), line.size());
    if (marks > 0 && line.substr(marks).starts_with("From ")) line.remove_prefix(1);
    out += line;
    bytes.remove_prefix(next);
  }
  return out;
}

class MboxReports {
 public:
  MboxReports(ByteSource bytes, InputHint hint) : hint_(std::move(hint)), window_(std::move(bytes), false) {}

  std::optional<Reading> next() {
    for (;;) {
      if (inside_) {
        if (auto reading = inside_()) return reading;
        inside_ = {};
      }
      if (window_.peek(1).empty()) {
        if (auto cause = window_.resume()) return rejected(hint_, std::move(*cause));
        if (std::exchange(number_, number_ + 1) > 0) return std::nullopt;
        return rejected(hint_, fail(ErrorCode::empty_report).value());
      }
      if (auto rejection = open_mail()) return rejection;
    }
  }

 private:
  std::optional<Reading> open_mail() {
    InputHint part = part_of(hint_, std::to_string(++number_));
    part.options.input = InputKind::mail;
    const std::size_t limit = hint_.options.max_report_bytes;
    std::size_t searched = 0;
    for (;;) {
      const std::string_view seen = window_.peek(searched + kRead);
      const bool ended = seen.size() < searched + kRead;
      std::size_t end = find_separator(seen, searched);
      if (end == std::string_view::npos && ended) end = seen.size();
      if (end != std::string_view::npos && end <= limit) {
        inside_ = read_mail(mail_in(seen.substr(0, end)), part);
        window_.drop(end);
        return std::nullopt;
      }
      searched = seen.size() - std::min(seen.size(), kAhead);
      if (end == std::string_view::npos && searched <= limit) continue;
      return pass_over(part, limit);
    }
  }

  /// A mail beyond the limit, without keeping it.
  Reading pass_over(const InputHint& part, std::size_t limit) {
    std::uint64_t size = 0;
    for (;;) {
      const std::string_view seen = window_.peek(kRead);
      const bool ended = seen.size() < kRead;
      std::size_t end = find_separator(seen, size == 0 ? 1 : 0);
      const bool found = end != std::string_view::npos;
      if (!found) end = ended ? seen.size() : seen.size() - kAhead;
      size += end;
      window_.drop(end);
      if (!found && !ended) continue;
      auto error = fail(ErrorCode::report_too_long, {std::to_string(size), std::to_string(limit)}).value();
      return rejected(part, std::move(error));
    }
  }

  InputHint hint_;
  Window window_;
  std::size_t number_ = 0;
  Reports inside_;
};

}  // namespace

Reports read_mbox(ByteSource bytes, InputHint hint) {
  const auto mails = std::make_shared<MboxReports>(std::move(bytes), std::move(hint));
  return [mails] { return mails->next(); };
}

}  // namespace sitcen::ingest
