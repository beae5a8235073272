#include "picture/query_json.h"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <array>
#include <charconv>

namespace sitcen::picture {
namespace {

/// Writes the keys and values of one object, in order.
class Object {
 public:
  explicit Object(const QueryContext& context) : context_(context) {
    json_.StartObject();
    field("schema", "sitcen.query/1");
    key("as_of");
    context.as_of ? value(base::rfc3339(*context.as_of)) : null();
  }

  void key(std::string_view name) { json_.Key(name.data(), static_cast<rapidjson::SizeType>(name.size())); }
  void null() { json_.Null(); }
  void value(std::string_view text) {
    // An empty view may have no data, and a writer wants some.
    json_.String(text.empty() ? "" : text.data(), static_cast<rapidjson::SizeType>(text.size()));
  }
  void value(const std::string& text) { value(std::string_view(text)); }
  void value(const char* text) { value(std::string_view(text)); }
  void value(std::uint64_t number) { json_.Uint64(number); }
  void value(std::uint32_t number) { json_.Uint(number); }
  /// The shortest text that reads back as the same number.
  template <std::floating_point T>
  void value(T number) {
    std::array<char, 40> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), number).ptr;
    json_.RawValue(text.data(), static_cast<std::size_t>(end - text.data()), rapidjson::kNumberType);
  }
  void value(Span span) {
    json_.StartArray();
    json_.Uint(span.begin);
    json_.Uint(span.end);
    json_.EndArray();
  }
  void value(const Timestamp& time) {
    open();
    field("value", time.value);
    field("precision", name(time.precision));
    field("basis", name(time.basis));
    close();
  }
  template <class T>
  void value(const std::optional<T>& some) {
    some ? value(*some) : null();
  }
  template <class T>
  void value(const std::vector<T>& all) {
    json_.StartArray();
    for (const T& one : all) value(one);
    json_.EndArray();
  }
  template <class T>
  void field(std::string_view name, const T& content) {
    key(name);
    value(content);
  }
  void no(std::string_view name) {
    key(name);
    null();
  }
  void open() { json_.StartObject(); }
  void close() { json_.EndObject(); }
  void open_list() { json_.StartArray(); }
  void close_list() { json_.EndArray(); }
  void offsets() {
    static constexpr std::array<std::string_view, 3> kNames = {"codepoint", "byte", "utf16"};
    field("offsets", kNames[static_cast<std::size_t>(context_.offsets)]);
  }

  [[nodiscard]] std::string finish() {
    json_.EndObject();
    return {buffer_.GetString(), buffer_.GetSize()};
  }

 private:
  const QueryContext& context_;
  rapidjson::StringBuffer buffer_;
  rapidjson::Writer<rapidjson::StringBuffer> json_{buffer_};
};

std::vector<Span> converted(const std::vector<Span>& spans, const OffsetMap& offsets) {
  std::vector<Span> out;
  for (const Span span : spans) out.push_back(offsets.from_bytes(span));
  return out;
}

std::string_view words(const store::Said& said, Span span) {
  return std::string_view(*said.evidence.text).substr(span.begin, span.size());
}

void write_evidence(Object& json, const store::Said& said, Span span, const OffsetMap& offsets) {
  json.open();
  json.field("report", said.evidence.report);
  json.field("version", said.evidence.version);
  json.field("origin", said.evidence.origin);
  json.field("source", said.evidence.source);
  json.field("span", offsets.from_bytes(span));
  json.field("sentence", said.evidence.sentence);
  json.field("text", words(said, span));
  json.close();
}

}  // namespace

std::string to_json(const store::ReportRow& row, const QueryContext& context) {
  Object json(context);
  json.field("id", row.id);
  json.field("key", row.key);
  json.field("version", row.version);
  json.field("versions", row.versions);
  json.field("origin", row.origin);
  json.field("source", row.source);
  json.field("url", row.url);
  json.field("title", row.title);
  json.field("published", row.published);
  json.field("fetched", row.fetched);
  json.field("known_at", base::rfc3339(row.known_at));
  json.field("language", row.language);
  json.field("status", "read");
  json.no("reason");
  json.no("copy_of");
  json.no("story");
  json.field("actors", row.actors);
  json.field("statements", row.statements);
  return json.finish();
}

std::string to_json(const store::RejectedRow& row, const QueryContext& context) {
  Object json(context);
  for (const auto* name : {"id", "key", "version", "versions"}) json.no(name);
  json.field("origin", row.rejection.origin);
  json.field("line", row.rejection.line);
  for (const auto* name : {"source", "url", "title", "published", "fetched"}) json.no(name);
  json.field("known_at", base::rfc3339(row.known_at));
  json.no("language");
  json.field("status", "rejected");
  json.field("error", row.rejection.code);
  json.field("reason", row.rejection.reason);
  json.no("copy_of");
  json.no("story");
  return json.finish();
}

std::string to_json(const store::SearchHit& hit, const QueryContext& context) {
  const OffsetMap offsets(*hit.text, context.offsets);
  Object json(context);
  json.offsets();
  json.field("report", hit.report.id);
  json.field("key", hit.report.key);
  json.field("version", hit.report.version);
  json.field("origin", hit.report.origin);
  json.field("source", hit.report.source);
  json.field("title", hit.report.title);
  json.field("published", hit.report.published);
  json.field("score", hit.score);
  json.field("snippet", hit.snippet);
  json.key("snippet_span");
  hit.spans.empty() ? json.null() : json.value(offsets.from_bytes(hit.snippet_span));
  json.field("spans", converted(hit.spans, offsets));
  return json.finish();
}

std::string to_json(const store::Said& said, const QueryContext& context) {
  const OffsetMap offsets(*said.evidence.text, context.offsets);
  Object json(context);
  json.offsets();
  json.field("id", said.id);
  json.key("speaker");
  if (said.speaker) {
    json.open();
    json.no("actor");
    json.field("name", said.speaker->name);
    json.key("kind");
    said.speaker->kind ? json.value(name(*said.speaker->kind)) : json.null();
    json.field("as_given", said.speaker->as_given);
    json.field("span", offsets.from_bytes(said.speaker->span));
    json.field("candidates", said.speaker->candidates);
    json.close();
  } else {
    json.null();
  }
  json.key("addressee");
  said.addressee ? json.value(words(said, *said.addressee)) : json.null();
  json.key("occasion");
  said.occasion ? json.value(words(said, *said.occasion)) : json.null();
  json.field("kind", name(said.kind));
  json.field("modality", name(said.modality));
  json.field("text", said_words(said));
  json.field("cue", converted(said.cue, offsets));
  json.field("time", said.published);
  json.no("story");
  json.field("rule", said.rule);
  json.field("score", said.score);
  json.key("evidence");
  json.open_list();
  for (const Span piece : said.content) write_evidence(json, said, piece, offsets);
  json.close_list();
  return json.finish();
}

std::string said_words(const store::Said& said) {
  std::string out;
  for (const Span piece : said.content) {
    if (!out.empty()) out += " ... ";
    out += words(said, piece);
  }
  return out;
}

}  // namespace sitcen::picture
