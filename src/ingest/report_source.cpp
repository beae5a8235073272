#include <simdjson.h>

#include <algorithm>
#include <array>
#include <utility>

#include "ingest/ascii.h"
#include "ingest/byte_source.h"
#include "ingest/decoder.h"
#include "ingest/html/read_page.h"
#include "ingest/ingest.h"
#include "ingest/jsonl.h"
#include "ingest/line_reader.h"
#include "ingest/text.h"

namespace sitcen::ingest {
namespace {

constexpr std::size_t kSniffed = 4096;

InputKind kind_of_suffix(const std::string& origin) {
  constexpr std::pair<std::string_view, InputKind> kSuffixes[] = {
      {".txt", InputKind::text},    {".text", InputKind::text},   {".md", InputKind::text},
      {".html", InputKind::html},   {".htm", InputKind::html},    {".xhtml", InputKind::html},
      {".jsonl", InputKind::jsonl}, {".ndjson", InputKind::jsonl}};
  const std::string suffix = lower_ascii(std::filesystem::path(origin).extension().string());
  for (const auto& [known, kind] : kSuffixes) {
    if (suffix == known) return kind;
  }
  return InputKind::automatic;
}

/// The kind by the first bytes, which may be UTF-8 or UTF-16.
InputKind kind_of_content(std::string head) {
  if (head.starts_with("\xEF\xBB\xBF")) head.erase(0, 3);
  if (head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF")) head.erase(0, 2);
  std::erase(head, '\0');
  head = lower_ascii(head);
  const std::size_t begin = std::min(head.find_first_not_of(" \t\r\n"), head.size());
  const std::string_view text = std::string_view(head).substr(begin);
  if (text.starts_with('{')) {
    const std::size_t next = text.find_first_not_of(" \t\r\n", 1);
    return next != std::string_view::npos && text[next] == '"' ? InputKind::jsonl : InputKind::text;
  }
  const bool is_page = text.starts_with("<!doctype html") || text.starts_with("<html") ||
                       (text.starts_with('<') && text.find("<html") != std::string_view::npos);
  return is_page ? InputKind::html : InputKind::text;
}

/// The first bytes of an input, and the input with them put back.
Result<std::string> peek(ByteSource& bytes) {
  std::string head(kSniffed, '\0');
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

}  // namespace

Result<InputKind> input_kind(std::string_view name) {
  if (name == "text") return InputKind::text;
  if (name == "html") return InputKind::html;
  if (name == "jsonl") return InputKind::jsonl;
  return fail(ErrorCode::unknown_input, {name});
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
  ByteSource bytes;
  std::optional<std::uint64_t> size;  ///< of a regular file
  std::string origin;
  IngestOptions options;
  std::optional<Error> error;  ///< why the input could not be opened
  bool started = false;
  bool ended = false;
  bool any = false;  ///< whether a line was not blank

  // JSON Lines only; they hold pointers to each other, State does not move.
  std::optional<Decoder> decoder;
  std::optional<LineReader> lines;
  simdjson::dom::parser parser;

  [[nodiscard]] tl::unexpected<Rejection> reject(Error reason, std::size_t line = 0) const {
    return tl::unexpected<Rejection>(Rejection{origin, line, std::move(reason)});
  }

  std::optional<Reading> end(Error reason, std::size_t line = 0) {
    ended = true;
    return reject(std::move(reason), line);
  }

  Result<void> start() {
    if (error) return fail(*error);
    if (options.input == InputKind::automatic) options.input = kind_of_suffix(origin);
    if (options.input == InputKind::automatic) {
      auto head = peek(bytes);
      if (!head) return fail(head.error());
      options.input = kind_of_content(std::move(*head));
    }
    if (options.input != InputKind::jsonl) return {};
    auto made = Decoder::create(std::move(bytes), options.encoding);
    if (!made) return fail(made.error());
    decoder.emplace(std::move(*made));
    lines.emplace(*decoder, options.max_report_bytes, simdjson::SIMDJSON_PADDING);
    return {};
  }

  Result<Report> read_whole() {
    const std::size_t limit = options.max_report_bytes;
    if (size && *size > limit) {
      return fail(ErrorCode::report_too_long, {std::to_string(*size), std::to_string(limit)});
    }
    if (options.input == InputKind::text) return read_text(std::move(bytes), origin, options);
    auto page = read_all(bytes, limit);
    if (!page) return fail(page.error());
    return read_page(*page, origin, options.encoding);
  }

  std::optional<Reading> next_line() {
    for (;;) {
      auto line = lines->next();
      if (!line) return end(line.error(), lines->number() + 1);
      if (!*line) {
        ended = true;
        if (any) return std::nullopt;
        return reject(fail(ErrorCode::empty_report).value());
      }
      const auto& [number, begin, bytes_in_line, text] = **line;
      const bool blank = bytes_in_line == text.size() && is_blank(text);
      any = any || !blank;
      if (bytes_in_line > options.max_report_bytes) {
        const auto limit = std::to_string(options.max_report_bytes);
        return reject(fail(ErrorCode::report_too_long, {std::to_string(bytes_in_line), limit}).value(), number);
      }
      if (auto fault = decoder->fault(text, begin)) return reject(std::move(*fault), number);
      if (blank) continue;
      auto report = read_json_report(text, number, origin, parser);
      if (!report) return reject(report.error(), number);
      return std::move(*report);
    }
  }
};

ReportSource::ReportSource(std::unique_ptr<State> state) : state_(std::move(state)) {}
ReportSource::ReportSource(ReportSource&&) noexcept = default;
ReportSource& ReportSource::operator=(ReportSource&&) noexcept = default;
ReportSource::~ReportSource() = default;

ReportSource ReportSource::open(const std::filesystem::path& file, IngestOptions options) {
  auto opened = bytes_of_file(file);
  if (!opened) {
    ReportSource source = from({}, file.string(), std::move(options));
    source.state_->error = opened.error();
    return source;
  }
  ReportSource source = from(std::move(opened->bytes), file.string(), std::move(options));
  source.state_->size = opened->size;
  return source;
}

ReportSource ReportSource::from(ByteSource bytes, std::string origin, IngestOptions options) {
  auto state = std::make_unique<State>();
  state->bytes = std::move(bytes);
  state->origin = std::move(origin);
  state->options = std::move(options);
  return ReportSource(std::move(state));
}

std::optional<Reading> ReportSource::next() {
  State& state = *state_;
  if (state.ended) return std::nullopt;
  if (!std::exchange(state.started, true)) {
    if (auto started = state.start(); !started) return state.end(started.error());
  }
  if (state.options.input == InputKind::jsonl) return state.next_line();
  state.ended = true;
  auto report = state.read_whole();
  if (!report) return state.reject(report.error());
  return std::move(*report);
}

}  // namespace sitcen::ingest
