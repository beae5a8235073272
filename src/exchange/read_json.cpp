#include "exchange/read_json.h"

#include "base/json_writer.h"

namespace sitcen::exchange {
namespace {

/// One line of sitcen.read/1, written key by key in the order of docs/output.md.
class Line {
 public:
  Line(const Report& report, const Document& doc, const Findings& findings, const ReadFormat& format)
      : report_(report), doc_(doc), findings_(findings), format_(format), offsets_(report.text, format.offsets) {}

  [[nodiscard]] std::string write() {
    json_.begin_object();
    json_.entry("schema", kReadSchema);
    json_.entry("offsets", name(format_.offsets));
    write_engine();
    write_report();
    list("sentences", doc_.sentences, [&](const Sentence& sentence) { span(sentence.span); });
    if (format_.tokens) list("tokens", doc_.tokens, [&](const Token& token) { write_token(token); });
    write_findings();
    json_.end_object();
    std::string out(json_.text());
    out += '\n';
    return out;
  }

 private:
  void write_engine() {
    json_.key("engine");
    json_.begin_object();
    json_.entry("version", format_.engine.version);
    json_.entry_or_null("model", format_.engine.model);
    json_.entry("knowledge", format_.engine.knowledge);
    json_.entry_or_null("gazetteer", format_.engine.gazetteer);
    json_.entry_or_null("reason", format_.engine.model.empty() ? no_model_for(report_) : std::string());
    json_.end_object();
  }

  void write_report() {
    json_.key("report");
    json_.begin_object();
    json_.entry("id", report_.id);
    json_.entry("hash", report_.version);
    json_.entry("source", report_.source);
    json_.entry("url", report_.url);
    json_.entry("title", report_.title);
    json_.entry("byline", report_.byline);
    json_.entry("language", report_.language);
    json_.entry("language_score", report_.language_score);
    json_.entry("published", report_.published);
    json_.entry("updated", report_.updated);
    json_.entry("fetched", report_.fetched);
    json_.entry("status", report_.status ? std::optional(name(*report_.status)) : std::nullopt);
    json_.entry("notice", report_.notice);
    write_other_values();
    write_raw();
    json_.entry("text", report_.text);
    write_sections();
    json_.end_object();
  }

  void write_other_values() {
    list("other_values", report_.other_values, [&](const OtherValue& other) {
      json_.begin_object();
      json_.entry("field", name(other.field));
      json_.entry("value", other.value);
      json_.entry("basis", name(other.basis));
      json_.end_object();
    });
  }

  void write_raw() {
    if (!format_.raw) return json_.entry_null("raw");
    json_.key("raw");
    json_.begin_object();
    json_.entry("sha256", format_.raw->sha256);
    json_.entry("size", format_.raw->size);
    json_.end_object();
  }

  void write_sections() {
    const Section whole{SectionKind::body, {0, static_cast<std::uint32_t>(report_.text.size())}};
    const std::vector<Section> sections = report_.sections.empty() ? std::vector{whole} : report_.sections;
    list("sections", sections, [&](const Section& section) {
      json_.begin_object();
      json_.entry("kind", name(section.kind));
      entry("span", section.span);
      json_.end_object();
    });
  }

  void write_token(const Token& token) {
    json_.begin_object();
    entry("span", token.span);
    json_.entry("lemma", doc_.lemma(token));
    json_.entry("pos", sitcen::name(token.pos));
    json_.entry("tag", doc_.tag(token));
    json_.entry("morph", doc_.morph(token));
    json_.entry("head", token.head);
    json_.entry("dep", doc_.dep_name(token));
    json_.entry("ent", entity(token));
    json_.entry("sent_start", token.sentence_start);
    json_.end_object();
  }

  [[nodiscard]] std::string entity(const Token& token) const {
    if (token.iob == Iob::outside) return "O";
    return (token.iob == Iob::begin ? "B-" : "I-") + std::string(doc_.entity_label(token));
  }

  void write_findings() {
    std::uint32_t number = 0;
    list("actors", findings_.actors, [&](const Actor& actor) { write_actor(actor, number++); });
    number = 0;
    list("statements", findings_.statements, [&](const Statement& said) { write_statement(said, number++); });
    number = 0;
    list("times", findings_.times, [&](const TimeRef& time) { write_time(time, number++); });
    number = 0;
    list("figures", findings_.figures, [&](const Figure& figure) { write_figure(figure, number++); });
    number = 0;
    list("places", findings_.places, [&](const Place& place) { write_place(place, number++); });
    number = 0;
    list("events", findings_.events, [&](const Event& event) { write_event(event, number++); });
  }

  void write_event(const Event& event, std::uint32_t number) {
    json_.begin_object();
    json_.entry("id", id('e', number));
    entry("span", event.span);
    json_.entry("type", sitcen::name(event.type));
    list("mode", event.mode, [&](std::string_view mode) { json_.value(mode); });
    list("context", event.context, [&](std::string_view context) { json_.value(context); });
    list("actors", event.actors, [&](const Party& party) { write_party(party); });
    list("recipients", event.recipients, [&](const Party& party) { write_party(party); });
    json_.entry("time", id('t', event.time));
    json_.entry("place", id('p', event.place));
    list("figures", event.figures, [&](std::uint32_t figure) { json_.value(id('f', figure)); });
    json_.entry("modality", sitcen::name(event.modality));
    json_.entry("statement", id('s', event.statement));
    provenance(event.provenance);
    json_.end_object();
  }

  void write_party(const Party& party) {
    json_.begin_object();
    entry("span", party.span);
    json_.entry("actor", id('a', party.actor));
    json_.entry_or_null("code", party.code);
    list("sector", party.sector, [&](const std::string& sector) { json_.value(sector); });
    json_.end_object();
  }

  void write_actor(const Actor& actor, std::uint32_t number) {
    json_.begin_object();
    json_.entry("id", id('a', number));
    json_.entry("kind", sitcen::name(actor.kind));
    json_.entry("name", actor.name);
    json_.entry_or_null("country", actor.country);
    list("sector", actor.sector, [&](const std::string& sector) { json_.value(sector); });
    list("roles", actor.roles, [&](const Role& role) {
      json_.begin_object();
      json_.entry("title", role.title);
      json_.entry_or_null("of", role.of);
      entry("span", role.span);
      json_.end_object();
    });
    list("mentions", actor.mentions, [&](const Mention& mention) {
      json_.begin_object();
      entry("span", mention.span);
      json_.entry("form", sitcen::name(mention.form));
      json_.entry_or_null("reason", mention.reason);
      provenance(mention.provenance);
      json_.end_object();
    });
    json_.end_object();
  }

  void write_statement(const Statement& said, std::uint32_t number) {
    json_.begin_object();
    json_.entry("id", id('s', number));
    json_.entry("kind", sitcen::name(said.kind));
    write_speaker(said.speaker);
    words("addressee", said.addressee);
    words("occasion", said.occasion);
    json_.entry("parent", id('s', said.parent));
    list("cue", said.cue, [&](Span cue) { span(cue); });
    list("content", said.content, [&](Span content) { span(content); });
    json_.entry("modality", sitcen::name(said.modality));
    json_.key("modality_span");
    if (said.modality_span) {
      span(*said.modality_span);
    } else {
      json_.null();
    }
    provenance(said.provenance);
    json_.end_object();
  }

  void write_time(const TimeRef& time, std::uint32_t number) {
    json_.begin_object();
    json_.entry("id", id('t', number));
    entry("span", time.span);
    json_.entry("type", sitcen::name(time.type));
    json_.entry_or_null("value", time.value);
    json_.entry_or_null("mod", time.mod);
    json_.entry_or_null("anchor", time.anchor);
    json_.entry_or_null("begin", time.begin);
    json_.entry_or_null("end", time.end);
    json_.entry("readings", time.readings);
    provenance(time.provenance);
    json_.end_object();
  }

  void write_figure(const Figure& figure, std::uint32_t number) {
    json_.begin_object();
    json_.entry("id", id('f', number));
    entry("span", figure.span);
    json_.entry("kind", sitcen::name(figure.kind));
    json_.entry("value", figure.value);
    json_.entry("low", figure.low);
    json_.entry("high", figure.high);
    json_.entry_or_null("unit", figure.unit);
    json_.entry("si", figure.si);
    json_.entry_or_null("si_unit", figure.si_unit);
    json_.entry_or_null("approx", figure.approx);
    entry("core_span", figure.core);
    named("of", figure.of, "thing", figure.thing);
    named("act", figure.act, "lemma", figure.act_lemma);
    provenance(figure.provenance);
    json_.end_object();
  }

  /// Words with what they are called, or null.
  void named(std::string_view key, const std::optional<Span>& span, std::string_view what, std::string_view name) {
    json_.key(key);
    if (!span) return json_.null();
    json_.begin_object();
    entry("span", *span);
    json_.entry(what, name);
    json_.end_object();
  }

  void write_speaker(const std::optional<Speaker>& speaker) {
    json_.key("speaker");
    if (!speaker) return json_.null();
    json_.begin_object();
    entry("span", speaker->span);
    json_.entry("actor", id('a', speaker->actor));
    list("candidates", speaker->candidates, [&](std::uint32_t actor) { json_.value(id('a', actor)); });
    json_.end_object();
  }

  void write_place(const Place& place, std::uint32_t number) {
    json_.begin_object();
    json_.entry("id", id('p', number));
    entry("span", place.span);
    json_.entry("name", place.name);
    json_.entry_or_null("gazetteer", place.gazetteer);
    json_.entry("lat", place.point ? std::optional(place.point->lat) : std::nullopt);
    json_.entry("lon", place.point ? std::optional(place.point->lon) : std::nullopt);
    json_.entry_or_null("country", place.country);
    json_.entry_or_null("precision", place.precision ? sitcen::name(*place.precision) : std::string_view());
    json_.entry("role", sitcen::name(place.role));
    list("reasons", place.reasons, [&](std::string_view reason) { json_.value(reason); });
    json_.key("runner_up");
    if (place.runner_up) {
      json_.begin_object();
      json_.entry("name", place.runner_up->name);
      json_.entry_or_null("gazetteer", place.runner_up->gazetteer);
      json_.entry_or_null("country", place.runner_up->country);
      json_.entry("score", place.runner_up->score);
      json_.end_object();
    } else {
      json_.null();
    }
    provenance(place.provenance);
    json_.end_object();
  }

  /// Words of the text that may later name an actor too.
  void words(std::string_view key, const std::optional<Span>& given) {
    json_.key(key);
    if (!given) return json_.null();
    json_.begin_object();
    entry("span", *given);
    json_.end_object();
  }

  void provenance(const Provenance& provenance) {
    json_.entry("sentence", provenance.sentence);
    json_.entry_or_null("rule", provenance.rule);
    json_.entry("score", provenance.score);
  }

  /// Ids count from 1 within the report.
  static std::string id(char kind, std::uint32_t index) { return kind + std::to_string(index + 1); }
  static std::optional<std::string> id(char kind, std::optional<std::uint32_t> index) {
    if (!index) return std::nullopt;
    return id(kind, *index);
  }

  void entry(std::string_view key, Span bytes) {
    json_.key(key);
    span(bytes);
  }
  void span(Span bytes) {
    const Span offsets = offsets_.from_bytes(bytes);
    json_.begin_array();
    json_.value(offsets.begin);
    json_.value(offsets.end);
    json_.end_array();
  }
  template <class List, class Write>
  void list(std::string_view key, const List& items, Write write) {
    json_.key(key);
    json_.begin_array();
    for (const auto& item : items) write(item);
    json_.end_array();
  }

  const Report& report_;
  const Document& doc_;
  const Findings& findings_;
  const ReadFormat& format_;
  OffsetMap offsets_;
  base::JsonWriter json_;
};

}  // namespace

std::string no_model_for(const Report& report) { return "no model for " + report.language.value_or("its language"); }

std::string read_json(const Report& report, const Document& doc, const Findings& findings, const ReadFormat& format) {
  return Line(report, doc, findings, format).write();
}

}  // namespace sitcen::exchange
