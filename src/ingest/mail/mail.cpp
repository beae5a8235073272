#include "ingest/mail/mail.h"

#include <algorithm>
#include <array>
#include <utility>

#include "ingest/ascii.h"
#include "ingest/composer.h"
#include "ingest/given_time.h"
#include "ingest/header_fields.h"
#include "ingest/html/fragment.h"
#include "ingest/identity.h"
#include "ingest/mail/mime.h"
#include "ingest/mail/transfer.h"
#include "ingest/mail/unwrap.h"
#include "ingest/part.h"
#include "ingest/text.h"

namespace sitcen::ingest {
namespace {

constexpr std::array<std::string_view, 4> kNoReports = {"text/calendar", "text/vcard", "text/x-vcard",
                                                        "application/ms-tnef"};

struct Address {
  std::string name, mailbox;
};

/// "Name <mailbox>", "mailbox (Name)" or a mailbox alone; of several addresses the first.
Address read_address(std::string_view value) {
  const std::string line = header_text(value);
  const std::string_view text = line;
  Address out;
  if (const std::size_t open = text.rfind('<'); open != std::string_view::npos) {
    out.mailbox = trimmed(text.substr(open + 1, std::min(text.find('>', open), text.size()) - open - 1));
    out.name = trimmed(text.substr(0, open));
  } else {
    const std::size_t bracket = std::min(text.find('('), text.size());
    out.mailbox = trimmed(text.substr(0, bracket));
    if (bracket < text.size()) out.name = trimmed(text.substr(bracket + 1, text.find(')', bracket) - bracket - 1));
  }
  if (out.name.size() > 1 && out.name.front() == '"' && out.name.back() == '"') {
    out.name = out.name.substr(1, out.name.size() - 2);
  }
  return out;
}

/// A date without the zone's name in brackets, which its offset has said already.
std::optional<Timestamp> read_date(std::string_view value) {
  return read_given_time(value.substr(0, value.find('(')), TimeBasis::header);
}

void take_sender(const HeaderBlock& header, Report& report) {
  const auto from = header.find("from");
  if (!from) return;
  const Address address = read_address(*from);
  if (const std::size_t at = address.mailbox.rfind('@'); at != std::string::npos && at + 1 < address.mailbox.size()) {
    report.source = lower_ascii(address.mailbox.substr(at + 1));
  }
  const std::string& shown = address.name.empty() ? address.mailbox : address.name;
  if (!shown.empty()) report.byline = shown;
}

Result<Report> report_of(const HeaderBlock& header, const MailBody& body, const InputHint& hint) {
  Report report;
  report.origin = hint.origin;
  if (std::string subject = header_text(header.find("subject").value_or("")); !subject.empty()) {
    report.title = std::move(subject);
  }
  take_sender(header, report);
  if (const auto date = header.find("date")) report.published = read_date(*date);
  if (const std::string language = header_text(header.find("content-language").value_or(""));
      !language.empty() && language.find_first_of(" ,;") == std::string::npos) {
    report.language = language;
  }
  Composer composer(report);
  const MediaType type = read_media_type(unfolded(header.find("content-type").value_or("")));
  const std::string flowed = lower_ascii(type.parameter("format").value_or(""));
  if (!body.text.empty()) {
    const std::string text = unwrapped(body.text, flowed == "flowed");
    if (!is_blank(text)) {
      composer.add(SectionKind::headline, report.title.value_or(""));
      composer.add(SectionKind::body, trimmed(text));
    }
  } else if (!body.html.empty()) {
    auto paragraphs = read_fragment(body.html);
    if (!paragraphs) return fail(paragraphs.error());
    if (!paragraphs->empty()) composer.add(SectionKind::headline, report.title.value_or(""));
    for (const std::string& paragraph : *paragraphs) composer.add(SectionKind::body, paragraph);
  }
  if (is_blank(report.text)) return fail(ErrorCode::empty_report);
  std::string id = header_text(header.find("message-id").value_or(""));
  if (id.size() > 2 && id.front() == '<' && id.back() == '>') id = id.substr(1, id.size() - 2);
  identify(report, id);
  return report;
}

/// The report of a mail, then those of its attachments.
class MailReports {
 public:
  MailReports(std::vector<Reading> first, std::vector<MailPart> files, InputHint hint)
      : first_(reports_of(std::move(first))), files_(std::move(files)), hint_(std::move(hint)) {}

  std::optional<Reading> next() {
    auto reading = next_of_any();
    if (!reading && !any_) reading = rejected(hint_, fail(ErrorCode::empty_report).value());
    any_ = true;
    return reading;
  }

 private:
  std::optional<Reading> next_of_any() {
    if (auto reading = first_()) return reading;
    for (;;) {
      if (inside_) {
        if (auto reading = inside_()) return reading;
        inside_ = {};
      }
      if (at_ == files_.size()) return std::nullopt;
      if (auto rejection = open(files_[at_++])) return rejection;
    }
  }

  std::optional<Reading> open(MailPart& file) {
    const std::string& type = file.type.type;
    const bool no_text = is_no_text(type);
    if ((no_text && file.related) || type.ends_with("-signature") || file.content.empty()) return std::nullopt;
    InputHint part = part_of(hint_, file.name.empty() ? type : file.name);
    if (no_text || std::ranges::find(kNoReports, type) != kNoReports.end()) {
      return rejected(part, fail(ErrorCode::no_report, {"a file of type " + readable_utf8(type)}).value());
    }
    // What a program calls any attachment says less than its name.
    std::string told = type;
    if (const auto charset = file.type.parameter("charset")) told += "; charset=" + *charset;
    tell_media_type(part, told);
    const std::uint64_t size = file.content.size();
    inside_ = open_reports(bytes_of(std::move(file.content)), std::move(part), size);
    return std::nullopt;
  }

  Reports first_;
  std::vector<MailPart> files_;
  InputHint hint_;
  std::size_t at_ = 0;
  Reports inside_;
  bool any_ = false;  ///< whether something came of it
};

}  // namespace

bool is_mail(std::string_view head, std::size_t least) {
  constexpr std::array<std::string_view, 8> kNames = {"from",       "to",       "subject",      "date",
                                                      "message-id", "received", "mime-version", "return-path"};
  const HeaderBlock block = read_header_fields(head);
  const std::size_t known = static_cast<std::size_t>(
      std::ranges::count_if(kNames, [&](std::string_view name) { return block.find(name).has_value(); }));
  const std::string_view first = head.substr(0, head.find('\n'));
  return known >= least && first.find(':') != std::string_view::npos &&
         first.find(':') < std::min<std::size_t>(first.find(' '), 40);
}

Reports read_mail(std::string_view bytes, const InputHint& hint) {
  const HeaderBlock header = read_header_fields(bytes);
  MailBody body = read_mail_body(header, bytes.substr(header.size));
  std::vector<Reading> first;
  auto report = report_of(header, body, hint);
  if (report) {
    if (hint.options.keep_raw) report->raw = std::make_shared<const std::string>(bytes);
    first.emplace_back(std::move(*report));
  } else if (body.files.empty() || report.error().code != ErrorCode::empty_report) {
    first.emplace_back(rejected(hint, report.error()));  // a mail that only carries files needs no text
  }
  if (body.damaged) first.emplace_back(rejected(hint, fail(ErrorCode::archive_damaged, {"parts without end"}).value()));
  const auto reports = std::make_shared<MailReports>(std::move(first), std::move(body.files), hint);
  return [reports] { return reports->next(); };
}

}  // namespace sitcen::ingest
