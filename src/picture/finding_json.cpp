#include "picture/finding_text.h"
#include "picture/query_parts.h"

namespace sitcen::picture {
namespace {

/// One time, place or event as an object of sitcen.query/1.
class FindingJson {
 public:
  FindingJson(const FindingRow& row, const QueryContext& context)
      : row_(row), all_(row.findings()), text_(*row.evidence.text), offsets_(text_, context.offsets) {
    begin_row(json_, context);
    json_.entry("offsets", name(context.offsets));
    json_.entry("id", id(letter_of(row.kind), row.number));
  }

  [[nodiscard]] std::string time() {
    const TimeRef& time = row_.time();
    json_.entry("type", name(time.type));
    json_.entry_or_null("value", time.value);
    json_.entry_or_null("mod", time.mod);
    json_.key("anchor");
    if (time.anchor.starts_with('t')) {
      json_.value(row_.report->report.version.substr(0, 12) + '.' + time.anchor);
    } else {
      time.anchor.empty() ? json_.null() : json_.value(time.anchor);
    }
    json_.entry_or_null("begin", time.begin);
    json_.entry_or_null("end", time.end);
    json_.entry("readings", time.readings);
    return finish(time.provenance);
  }

  [[nodiscard]] std::string place() {
    const Place& place = row_.place();
    write(place);
    json_.entry("role", name(place.role));
    json_.entry("reasons", place.reasons);
    std::uint32_t mentions = 0;
    for (const Place& other : all_.places)
      mentions += other.name == place.name && other.gazetteer == place.gazetteer ? 1U : 0U;
    json_.entry("mentions", mentions);
    return finish(place.provenance);
  }

  [[nodiscard]] std::string event() {
    const Event& event = row_.event();
    json_.entry("type", name(event.type));
    json_.entry("mode", event.mode);
    json_.entry("context", event.context);
    parties("actors", event.actors);
    parties("recipients", event.recipients);
    write_time(event.time);
    write_place(event.place);
    json_.key("figures");
    json_.begin_array();
    for (const std::uint32_t number : event.figures) write_figure(number);
    json_.end_array();
    json_.entry("modality", name(event.modality));
    json_.key("statement");
    event.statement ? json_.value(id('s', *event.statement)) : json_.null();
    for (const char* not_known_yet : {"reports", "independent"}) json_.entry_null(not_known_yet);
    return finish(event.provenance);
  }

 private:
  [[nodiscard]] std::string id(char letter, std::uint32_t number) const {
    return finding_id(*row_.report, letter, number);
  }
  [[nodiscard]] std::string_view words(Span span) const { return text_.substr(span.begin, span.size()); }

  void parties(std::string_view key, const std::vector<Party>& all) {
    json_.key(key);
    json_.begin_array();
    for (const Party& party : all) {
      json_.begin_object();
      json_.key("actor");
      party.actor ? json_.value(id('a', *party.actor)) : json_.null();
      json_.entry("name", name_of(party, all_, text_));
      json_.entry_or_null("code", party.code);
      json_.entry("sector", party.sector);
      json_.entry("as_given", words(party.span));
      json_.entry("span", offsets_.from_bytes(party.span));
      json_.end_object();
    }
    json_.end_array();
  }

  void write_time(std::optional<std::uint32_t> number) {
    json_.key("time");
    if (!number) return json_.null();
    const TimeRef& time = all_.times[*number];
    json_.begin_object();
    json_.entry("id", id('t', *number));
    json_.entry_or_null("value", time.value);
    json_.entry("text", words(time.span));
    json_.end_object();
  }

  void write_place(std::optional<std::uint32_t> number) {
    json_.key("place");
    if (!number) return json_.null();
    json_.begin_object();
    json_.entry("id", id('p', *number));
    write(all_.places[*number]);
    json_.end_object();
  }

  void write(const Place& place) {
    json_.entry("name", place.name);
    json_.entry_or_null("gazetteer", place.gazetteer);
    json_.entry("lat", place.point ? std::optional(place.point->lat) : std::nullopt);
    json_.entry("lon", place.point ? std::optional(place.point->lon) : std::nullopt);
    json_.entry_or_null("precision", place.precision ? name(*place.precision) : std::string_view());
    json_.entry_or_null("country", place.country);
  }

  void write_figure(std::uint32_t number) {
    const Figure& figure = all_.figures[number];
    json_.begin_object();
    json_.entry("id", id('f', number));
    json_.entry("value", figure.value);
    json_.entry("low", figure.low);
    json_.entry("high", figure.high);
    json_.entry_or_null("unit", figure.unit);
    json_.entry_or_null("thing", figure.thing);
    json_.end_object();
  }

  [[nodiscard]] std::string finish(const Provenance& provenance) {
    json_.entry("published", row_.report->report.published);
    json_.entry("rule", provenance.rule);
    json_.entry("score", provenance.score);
    json_.key("evidence");
    json_.begin_array();
    write_evidence(json_, row_.evidence, row_.evidence.span, offsets_);
    json_.end_array();
    return finish_row(json_);
  }

  const FindingRow& row_;
  const Findings& all_;
  std::string_view text_;
  OffsetMap offsets_;
  base::JsonWriter json_;
};

}  // namespace

std::string to_json(const FindingRow& row, const QueryContext& context) {
  FindingJson json(row, context);
  switch (row.kind) {
    case store::FindingKind::figure:
      break;
    case store::FindingKind::time:
      return json.time();
    case store::FindingKind::place:
      return json.place();
    case store::FindingKind::event:
      return json.event();
  }
  return {};
}

}  // namespace sitcen::picture
