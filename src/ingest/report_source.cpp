#include <algorithm>
#include <utility>

#include "ingest/agency/news_xml.h"
#include "ingest/agency/ninjs.h"
#include "ingest/byte_source.h"
#include "ingest/decoder.h"
#include "ingest/document/csv.h"
#include "ingest/document/pdf.h"
#include "ingest/feed/read_feed.h"
#include "ingest/format.h"
#include "ingest/html/read_page.h"
#include "ingest/ingest.h"
#include "ingest/input_kind.h"
#include "ingest/jsonl.h"
#include "ingest/language_id.h"
#include "ingest/mail/mail.h"
#include "ingest/packed/packed.h"
#include "ingest/packed/tar.h"
#include "ingest/packed/zip.h"
#include "ingest/peek.h"
#include "ingest/text.h"
#include "ingest/warc/warc.h"

namespace sitcen::ingest {
namespace {

Result<InputKind> told_or_seen_kind(ByteSource& bytes, const InputHint& hint) {
  InputKind kind = hint.options.input;
  if (kind == InputKind::automatic) kind = kind_of_suffix(hint.origin);
  if (kind == InputKind::automatic && hint.options.media_type) kind = kind_of_media_type(*hint.options.media_type);
  if (kind != InputKind::automatic) return kind;
  auto head = peek(bytes);
  if (!head) return fail(head.error());
  return kind_of_content(*head);
}

/// A format whose reader is given all bytes of an input.
using ReadWhole = Reports (*)(std::string_view bytes, const InputHint& hint);

/// Gives each report the bytes that all of them were read from.
Reports with_raw(Reports reports, std::string bytes) {
  return [reports = std::move(reports), raw = std::make_shared<const std::string>(std::move(bytes))] {
    auto reading = reports();
    if (reading && *reading && !(*reading)->raw) (*reading)->raw = raw;
    return reading;
  };
}

Reports read_whole(const ByteSource& bytes, const InputHint& hint, std::optional<std::uint64_t> size, ReadWhole read) {
  const std::size_t limit = hint.options.max_report_bytes;
  if (size && *size > limit) {
    auto error = fail(ErrorCode::report_too_long, {std::to_string(*size), std::to_string(limit)}).value();
    return reports_of({rejected(hint, std::move(error))});
  }
  auto whole = read_all(bytes, limit, size);
  if (!whole) return reports_of({rejected(hint, whole.error())});
  Reports reports = read(*whole, hint);
  return hint.options.keep_raw ? with_raw(std::move(reports), std::move(*whole)) : reports;
}

/// A mail may hold files beside its text: a container, but one that is read whole.
Reports read_mail_whole(const ByteSource& bytes, const InputHint& hint) {
  auto whole = read_all(bytes, hint.options.max_report_bytes);
  if (!whole) return reports_of({rejected(hint, whole.error())});
  return read_mail(*whole, hint);
}

/// Counts what is read of the outermost input, which all that is unpacked from it is measured by.
void count_packed(ByteSource& bytes, InputHint& hint) {
  hint.expansion = std::make_shared<Expansion>();
  bytes = [counted = std::move(bytes), expansion = hint.expansion](std::span<char> buffer) {
    auto got = counted(buffer);
    if (got) expansion->packed += *got;
    return got;
  };
}

/// One report, or the reason why there is none.
template <Result<Report> (*read)(std::string_view bytes, const InputHint& hint)>
Reports one(std::string_view bytes, const InputHint& hint) {
  auto report = read(bytes, hint);
  if (!report) return reports_of({rejected(hint, report.error())});
  return reports_of({std::move(*report)});
}

/// As many as there are in it.
template <std::vector<Reading> (*read)(std::string_view bytes, const InputHint& hint)>
Reports all(std::string_view bytes, const InputHint& hint) {
  return reports_of(read(bytes, hint));
}

}  // namespace

Result<std::string> peek(ByteSource& bytes) {
  std::string head(kSniffedBytes, '\0');
  std::size_t size = 0;
  while (size < head.size()) {
    auto got = bytes(std::span(head).subspan(size));
    if (!got) return fail(got.error());
    if (*got == 0) break;
    size += *got;
  }
  head.resize(size);
  bytes = [first = bytes_of(head), rest = std::move(bytes)](std::span<char> buffer) {
    auto got = first(buffer);
    return got && *got == 0 ? rest(buffer) : got;
  };
  return head;
}

tl::unexpected<Rejection> rejected(const InputHint& hint, Error reason, std::size_t line) {
  return tl::unexpected<Rejection>(Rejection{hint.origin, line, std::move(reason)});
}

Reports reports_of(std::vector<Reading> readings) {
  return [readings = std::move(readings), at = std::size_t{0}]() mutable -> std::optional<Reading> {
    if (at == readings.size()) return std::nullopt;
    return std::move(readings[at++]);
  };
}

Reports open_reports(ByteSource bytes, InputHint hint, std::optional<std::uint64_t> size) {
  if (hint.depth > kDeepestPart) {
    auto error = fail(ErrorCode::nested_too_deep, {std::to_string(hint.depth), std::to_string(kDeepestPart)}).value();
    return reports_of({rejected(hint, std::move(error))});
  }
  const auto kind = told_or_seen_kind(bytes, hint);
  if (!kind) return reports_of({rejected(hint, kind.error())});
  if (!hint.expansion) count_packed(bytes, hint);
  switch (*kind) {
    case InputKind::jsonl:
      return read_json_lines(std::move(bytes), std::move(hint));
    case InputKind::warc:
      return read_warc(std::move(bytes), std::move(hint));
    case InputKind::zip:
      return read_zip(bytes, std::move(hint));
    case InputKind::tar:
      return read_tar(std::move(bytes), std::move(hint));
    case InputKind::csv:
      return read_csv(std::move(bytes), std::move(hint));
    case InputKind::mbox:
      return read_mbox(std::move(bytes), std::move(hint));
    case InputKind::mail:
      return read_mail_whole(bytes, hint);
    case InputKind::news_xml:
      return read_whole(bytes, hint, size, all<read_news_xml>);
    case InputKind::ninjs:
      return read_whole(bytes, hint, size, all<read_ninjs>);
    case InputKind::pdf:
      return read_whole(bytes, hint, size, one<read_pdf>);
    case InputKind::packed:
      return read_packed(std::move(bytes), std::move(hint));
    case InputKind::html:
      return read_whole(bytes, hint, size, one<read_page>);
    case InputKind::rss:
    case InputKind::atom:
    case InputKind::sitemap:
      return read_whole(bytes, hint, size, read_xml_feed);
    case InputKind::jsonfeed:
      return read_whole(bytes, hint, size, read_json_feed);
    case InputKind::automatic:
    case InputKind::text:
      return read_whole(bytes, hint, size, one<read_text>);
  }
  return reports_of({});
}

Result<void> check(const IngestOptions& options) {
  if (options.encoding && !is_known_encoding(*options.encoding)) {
    return fail(ErrorCode::unknown_encoding, {*options.encoding});
  }
  return {};
}

std::string describe(const Rejection& rejection) {
  const std::string& reason = rejection.error.message;
  if (reason.starts_with(rejection.origin + ':')) return reason;
  if (rejection.line == 0 || reason.starts_with("line ")) return rejection.origin + ": " + reason;
  return rejection.origin + ": line " + std::to_string(rejection.line) + ": " + reason;
}

struct ReportSource::State {
  InputHint hint;
  ByteSource bytes;
  std::optional<std::uint64_t> size;  ///< of a regular file
  Reports reports;                    ///< none before the first is asked for
};

ReportSource::ReportSource(std::unique_ptr<State> state) : state_(std::move(state)) {}
ReportSource::ReportSource(ReportSource&&) noexcept = default;
ReportSource& ReportSource::operator=(ReportSource&&) noexcept = default;
ReportSource::~ReportSource() = default;

ReportSource ReportSource::open(const std::filesystem::path& file, IngestOptions options) {
  auto opened = bytes_of_file(file);
  ReportSource source = from({}, file.string(), std::move(options));
  if (!opened) {
    source.state_->reports = reports_of({rejected(source.state_->hint, opened.error())});
    return source;
  }
  source.state_->bytes = std::move(opened->bytes);
  source.state_->size = opened->size;
  return source;
}

ReportSource ReportSource::from(ByteSource bytes, std::string origin, IngestOptions options) {
  auto state = std::make_unique<State>();
  state->hint.origin = std::move(origin);
  state->hint.options = std::move(options);
  state->bytes = std::move(bytes);
  return ReportSource(std::move(state));
}

std::optional<Reading> ReportSource::next() {
  State& state = *state_;
  if (!state.reports) state.reports = open_reports(std::move(state.bytes), state.hint, state.size);
  auto reading = state.reports();
  const auto& languages = state.hint.options.languages;
  if (languages && reading && *reading) identify_language(**reading, *languages);
  return reading;
}

}  // namespace sitcen::ingest
