#include "picture/query_json.h"

#include "picture/query_parts.h"

namespace sitcen::picture {
namespace {

std::vector<Span> converted(const std::vector<Span>& spans, const OffsetMap& offsets) {
  std::vector<Span> out;
  for (const Span span : spans) out.push_back(offsets.from_bytes(span));
  return out;
}

std::string_view words(const store::Said& said, Span span) {
  return std::string_view(*said.evidence.text).substr(span.begin, span.size());
}

void write_speaker(base::JsonWriter& json, const store::Said::Speaker& speaker, const Compared& compared,
                   const OffsetMap& offsets) {
  const Actor* actor = speaker.ref ? compared.actors.of(*speaker.ref) : nullptr;
  json.begin_object();
  json.key("actor");
  actor != nullptr ? json.value(actor->id) : json.null();
  json.key("name");
  actor != nullptr ? json.value(actor->name) : json.value(speaker.name);
  json.entry("name_in_report", speaker.name);
  json.key("kind");
  speaker.kind ? json.value(name(*speaker.kind)) : json.null();
  json.key("role");
  if (speaker.role) {
    json.begin_object();
    json.entry("title", speaker.role->title);
    json.entry_or_null("of", speaker.role->of);
    json.entry("span", offsets.from_bytes(speaker.role->span));
    json.end_object();
  } else {
    json.null();
  }
  json.entry("as_given", speaker.as_given);
  json.entry("span", offsets.from_bytes(speaker.span));
  json.entry("candidates", speaker.candidates);
  json.end_object();
}

}  // namespace

void begin_row(base::JsonWriter& json, const QueryContext& context) {
  json.begin_object();
  json.entry("schema", "sitcen.query/1");
  json.key("as_of");
  context.as_of ? json.value(base::rfc3339(*context.as_of)) : json.null();
}

std::string finish_row(base::JsonWriter& json) {
  json.end_object();
  return std::string(json.text());
}

void write_evidence(base::JsonWriter& json, const store::Evidence& evidence, Span span, const OffsetMap& offsets) {
  json.begin_object();
  json.entry("report", evidence.report);
  json.entry("version", evidence.version);
  json.entry("origin", evidence.origin);
  json.entry("source", evidence.source);
  json.entry("span", offsets.from_bytes(span));
  json.entry("sentence", evidence.sentence);
  json.entry("text", std::string_view(*evidence.text).substr(span.begin, span.size()));
  json.end_object();
}

std::optional<store::ReportStatus> report_status(std::string_view wanted) noexcept {
  for (const auto status : {store::ReportStatus::read, store::ReportStatus::withdrawn})
    if (wanted == name(status)) return status;
  return std::nullopt;
}

std::string to_json(const store::ReportRow& row, const QueryContext& context) {
  base::JsonWriter json;
  begin_row(json, context);
  json.entry("id", row.id);
  json.entry("key", row.key);
  json.entry("version", row.version);
  json.entry("versions", row.versions);
  json.entry("origin", row.origin);
  json.entry("source", row.source);
  json.entry("url", row.url);
  json.entry("title", row.title);
  json.entry("published", row.published);
  json.entry("published_in_future", store::in_the_future(row.published, row.known_at));
  json.entry("updated", row.updated);
  json.entry("fetched", row.fetched);
  json.entry("known_at", base::rfc3339(row.known_at));
  json.entry("language", row.language);
  json.entry("status", name(row.withdrawn ? store::ReportStatus::withdrawn : store::ReportStatus::read));
  json.entry("reason", row.withdrawn);
  json.entry("publication_status",
             row.publication_status ? std::optional(name(*row.publication_status)) : std::nullopt);
  json.entry("notice", row.notice);
  json.entry("copy_of", row.copy_of);
  json.entry_null("story");
  json.entry("actors", row.actors);
  json.entry("statements", row.statements);
  return finish_row(json);
}

std::string to_json(const store::RejectedRow& row, const QueryContext& context) {
  base::JsonWriter json;
  begin_row(json, context);
  for (const auto* name : {"id", "key", "version", "versions"}) json.entry_null(name);
  json.entry("origin", row.rejection.origin);
  json.entry("line", row.rejection.line);
  for (const auto* name : {"source", "url", "title", "published", "published_in_future", "updated", "fetched"})
    json.entry_null(name);
  json.entry("known_at", base::rfc3339(row.known_at));
  json.entry_null("language");
  json.entry("status", "rejected");
  json.entry("error", row.rejection.code);
  json.entry("reason", row.rejection.reason);
  for (const auto* name : {"publication_status", "notice"}) json.entry_null(name);
  json.entry_null("copy_of");
  json.entry_null("story");
  return finish_row(json);
}

std::string to_json(const store::SearchHit& hit, const QueryContext& context) {
  const OffsetMap offsets(*hit.text, context.offsets);
  base::JsonWriter json;
  begin_row(json, context);
  json.entry("offsets", name(context.offsets));
  json.entry("report", hit.report.id);
  json.entry("key", hit.report.key);
  json.entry("version", hit.report.version);
  json.entry("origin", hit.report.origin);
  json.entry("source", hit.report.source);
  json.entry("title", hit.report.title);
  json.entry("published", hit.report.published);
  json.entry("score", hit.score);
  json.entry("snippet", hit.snippet);
  json.key("snippet_span");
  hit.spans.empty() ? json.null() : json.value(offsets.from_bytes(hit.snippet_span));
  json.entry("spans", converted(hit.spans, offsets));
  return finish_row(json);
}

std::string to_json(const store::Said& said, const Compared& compared, const QueryContext& context) {
  const OffsetMap offsets(*said.evidence.text, context.offsets);
  base::JsonWriter json;
  begin_row(json, context);
  json.entry("offsets", name(context.offsets));
  json.entry("id", said.id);
  json.key("speaker");
  said.speaker ? write_speaker(json, *said.speaker, compared, offsets) : json.null();
  json.key("addressee");
  said.addressee ? json.value(words(said, *said.addressee)) : json.null();
  json.key("occasion");
  said.occasion ? json.value(words(said, *said.occasion)) : json.null();
  json.entry("kind", name(said.kind));
  json.entry("modality", name(said.modality));
  json.entry("text", said_words(said));
  json.entry("cue", converted(said.cue, offsets));
  json.entry("time", said.published);
  json.entry_null("story");
  json.entry("rule", said.rule);
  json.entry("score", said.score);
  json.key("evidence");
  json.begin_array();
  for (const Span piece : said.content) write_evidence(json, said.evidence, piece, offsets);
  json.end_array();
  return finish_row(json);
}

std::string to_json(const WhoRow& row, const Compared& compared, const QueryContext& context) {
  const Actor& actor = compared.actors.all[row.actor];
  base::JsonWriter json;
  begin_row(json, context);
  json.entry("offsets", name(context.offsets));
  json.entry("actor", actor.id);
  json.entry("name", actor.name);
  json.entry("kind", name(actor.kind));
  json.entry_or_null("country", actor.country);
  json.entry("names", row.names);
  json.key("roles");
  json.begin_array();
  for (const WhoRole& role : row.roles) {
    json.begin_object();
    json.entry("title", role.title);
    json.entry_or_null("of", role.of);
    json.entry("from", role.from);
    json.entry("until", role.until);
    json.entry("reports", role.reports);
    json.key("evidence");
    json.begin_array();
    for (const store::Evidence& evidence : role.evidence)
      write_evidence(json, evidence, evidence.span, OffsetMap(*evidence.text, context.offsets));
    json.end_array();
    json.end_object();
  }
  json.end_array();
  json.entry("statements", row.statements);
  json.entry("reports", row.reports);
  json.entry("first", row.first);
  json.entry("last", row.last);
  json.key("same");
  json.begin_array();
  for (const Member& member : actor.members) {
    const store::VersionActors& version = compared.versions[member.version];
    json.begin_object();
    json.entry("actor", actor_id(version.version, member.ref.number));
    json.entry("report", version.report);
    json.entry("name", version.actors[member.ref.number].name);
    json.entry("reason", member.reason);
    json.end_object();
  }
  json.end_array();
  json.key("may_be");
  json.begin_array();
  for (const std::uint32_t other : actor.may_be) {
    json.begin_object();
    json.entry("actor", compared.actors.all[other].id);
    json.entry("name", compared.actors.all[other].name);
    json.end_object();
  }
  json.end_array();
  return finish_row(json);
}

std::string to_json(const FigureRow& row, const QueryContext& context) {
  base::JsonWriter json;
  begin_row(json, context);
  json.entry("offsets", name(context.offsets));
  json.entry("id", row.id);
  json.entry_or_null("thing", row.thing);
  json.entry_or_null("act", row.act);
  json.entry_null("story");
  json.entry("kind", name(row.kind));
  json.entry_or_null("unit", row.unit);
  json.key("points");
  json.begin_array();
  for (const FigurePoint& point : row.points) {
    json.begin_object();
    json.entry("time", point.time);
    json.entry("value", point.figure.value);
    json.entry("low", point.figure.low);
    json.entry("high", point.figure.high);
    json.entry_or_null("approx", point.figure.approx);
    json.entry("source", point.evidence.source);
    json.entry("modality", name(point.modality));
    json.key("statement");
    point.statement ? json.value(point.evidence.version.substr(0, 12) + ".s" + std::to_string(*point.statement + 1))
                    : json.null();
    json.key("evidence");
    json.begin_array();
    write_evidence(json, point.evidence, point.evidence.span, OffsetMap(*point.evidence.text, context.offsets));
    json.end_array();
    json.end_object();
  }
  json.end_array();
  return finish_row(json);
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
