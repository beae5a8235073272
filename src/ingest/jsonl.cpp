#include "ingest/jsonl.h"

#include <simdjson.h>

#include <utility>

#include "ingest/decoder.h"
#include "ingest/given_time.h"
#include "ingest/identity.h"
#include "ingest/line_reader.h"
#include "ingest/text.h"

namespace sitcen::ingest {
namespace {

std::string_view reason(simdjson::error_code error) {
  switch (error) {
    case simdjson::EMPTY:
      return "the line is empty";
    case simdjson::UNCLOSED_STRING:
      return "a string is not closed (is the line cut?)";
    case simdjson::STRING_ERROR:
      return "a string has an escape that is not allowed (a lone surrogate?)";
    case simdjson::UNESCAPED_CHARS:
      return "a string has a control character that is not escaped";
    case simdjson::NUMBER_ERROR:
      return "a number is not well formed";
    case simdjson::DEPTH_ERROR:
      return "it is nested too deep";
    case simdjson::TAPE_ERROR:
      return "a bracket, comma, colon or value is missing or one too many (is the line cut?)";
    case simdjson::T_ATOM_ERROR:
    case simdjson::F_ATOM_ERROR:
    case simdjson::N_ATOM_ERROR:
      return "a word is none of true, false and null";
    default:
      return simdjson::error_message(error);
  }
}

class Fields {
 public:
  Fields(simdjson::dom::object object, std::size_t line) : object_(object), line_(line) {}

  /// \return the string under a key, none if it is absent or null; bad_json if it is anything else
  [[nodiscard]] Result<std::optional<std::string>> text(std::string_view key) const {
    simdjson::dom::element value;
    if (object_.at_key(key).get(value) != simdjson::SUCCESS || value.is_null()) return std::optional<std::string>();
    std::string_view text;
    if (value.get_string().get(text) != simdjson::SUCCESS) return bad("\"" + std::string(key) + "\" is not a string");
    return std::optional(std::string(text));
  }

  /// The same for an id, which may be a whole number too.
  [[nodiscard]] Result<std::optional<std::string>> id() const {
    std::int64_t number = 0;
    if (object_.at_key("id").get_int64().get(number) == simdjson::SUCCESS) return std::optional(std::to_string(number));
    return text("id");
  }

  [[nodiscard]] tl::unexpected<Error> bad(std::string_view why) const {
    return fail(ErrorCode::bad_json, {std::to_string(line_), why});
  }

 private:
  simdjson::dom::object object_;
  std::size_t line_;
};

/// \param line   UTF-8, with simdjson's padding behind it
/// \param number of the line, for the error
Result<Report> read_json_report(std::string_view line, std::size_t number, std::string_view origin,
                                simdjson::dom::parser& parser) {
  simdjson::dom::element root;
  if (const auto error = parser.parse(line.data(), line.size(), false).get(root); error != simdjson::SUCCESS) {
    return fail(ErrorCode::bad_json, {std::to_string(number), reason(error)});
  }
  simdjson::dom::object object;
  if (root.get_object().get(object) != simdjson::SUCCESS) {
    return fail(ErrorCode::bad_json, {std::to_string(number), "not an object {\"text\": ...}"});
  }
  const Fields fields(object, number);
  Report report;
  auto text = fields.text("text");
  if (!text) return fail(text.error());
  std::optional<std::string>& words = *text;
  if (!words) return fields.bad("it has no \"text\"");
  report.text = std::move(*words);
  if (is_blank(report.text)) return fail(ErrorCode::empty_report);

  std::optional<std::string> published;
  const std::pair<std::string_view, std::optional<std::string>*> wanted[] = {{"title", &report.title},
                                                                             {"published", &published},
                                                                             {"source", &report.source},
                                                                             {"url", &report.url},
                                                                             {"language", &report.language}};
  for (const auto& [key, target] : wanted) {
    auto value = fields.text(key);
    if (!value) return fail(value.error());
    *target = std::move(*value);
  }
  auto id = fields.id();
  if (!id) return fail(id.error());
  if (published) report.published = read_given_time(*published, TimeBasis::given);
  if (report.url) report.url = canonical_url(*report.url);
  report.origin = origin;
  identify(report, id->value_or(""));
  return report;
}

class JsonLines {
 public:
  JsonLines(Decoder decoder, InputHint hint)
      : hint_(std::move(hint)),
        decoder_(std::move(decoder)),
        lines_(decoder_, hint_.options.max_report_bytes, simdjson::SIMDJSON_PADDING) {}

  std::optional<Reading> next() {
    while (!ended_) {
      auto line = lines_.next();
      if (!line) {
        ended_ = true;
        return rejected(hint_, line.error(), lines_.number() + 1);
      }
      const std::optional<Line>& one = *line;
      if (!one) {
        ended_ = true;
        if (any_) return std::nullopt;
        return rejected(hint_, fail(ErrorCode::empty_report).value());
      }
      if (auto reading = read(*one)) return reading;
    }
    return std::nullopt;
  }

 private:
  std::optional<Reading> read(const Line& line) {
    const bool blank = line.size == line.text.size() && is_blank(line.text);
    any_ = any_ || !blank;
    if (const std::size_t limit = hint_.options.max_report_bytes; line.size > limit) {
      auto error = fail(ErrorCode::report_too_long, {std::to_string(line.size), std::to_string(limit)}).value();
      return rejected(hint_, std::move(error), line.number);
    }
    if (auto fault = decoder_.fault(line.text, line.begin)) return rejected(hint_, std::move(*fault), line.number);
    if (blank) return std::nullopt;
    auto report = read_json_report(line.text, line.number, hint_.origin, parser_);
    if (!report) return rejected(hint_, report.error(), line.number);
    if (hint_.options.keep_raw) report->raw = std::make_shared<const std::string>(line.text);
    return std::move(*report);
  }

  InputHint hint_;
  Decoder decoder_;
  LineReader lines_;  ///< reads from decoder_: neither moves
  simdjson::dom::parser parser_;
  bool ended_ = false;
  bool any_ = false;  ///< whether a line was not blank
};

}  // namespace

std::string_view json_reason(int error) { return reason(static_cast<simdjson::error_code>(error)); }

Reports read_json_lines(ByteSource bytes, InputHint hint) {
  auto decoder = Decoder::create(std::move(bytes), hint.options.encoding);
  if (!decoder) return reports_of({rejected(hint, decoder.error())});
  const auto lines = std::make_shared<JsonLines>(std::move(*decoder), std::move(hint));
  return [lines] { return lines->next(); };
}

}  // namespace sitcen::ingest
