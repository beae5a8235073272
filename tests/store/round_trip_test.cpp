// Whatever the readers can say of a text comes out of the store as it went in: compared as `sitcen read` prints it.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <set>

#include "exchange/read_json.h"
#include "sample.h"

namespace sitcen::store {
namespace {

using sample::value;

const std::string kText =
    "Ko\xC5\xA1 met Li in \xE5\x8C\x97\xE4\xBA\xAC \xF0\x9F\x8C\x89 on Monday; 12 ships, \"all\" of them, left.";

/// Borders of code points.
std::vector<std::uint32_t> borders() {
  std::vector<std::uint32_t> out;
  for (std::uint32_t i = 0; i <= kText.size(); ++i)
    if (i == kText.size() || (static_cast<unsigned char>(kText[i]) & 0xC0) != 0x80) out.push_back(i);
  return out;
}

Span any_span() {
  static const auto kBorders = borders();
  const auto begin = *rc::gen::inRange<std::size_t>(0, kBorders.size() - 1);
  const auto end = *rc::gen::inRange<std::size_t>(begin + 1, kBorders.size());
  return {kBorders[begin], kBorders[end]};
}

template <class Enum>
Enum any(Enum last) {
  return static_cast<Enum>(*rc::gen::inRange(0, static_cast<int>(last) + 1));
}
double any_number() {
  return *rc::gen::suchThat<double>([](double x) { return std::isfinite(x); });
}
float any_score() { return static_cast<float>(*rc::gen::inRange(0, 101)) / 100.0F; }
std::string any_text() { return *rc::gen::element<std::string>("", "P3W", "\xE5\x8C\x97", "a 'quoted' text", "NOR"); }
std::string_view any_label() { return *rc::gen::element<std::string_view>("APPROX", "largest", "x-y_z"); }
bool coin() { return *rc::gen::arbitrary<bool>(); }
Provenance any_provenance() { return {0, any_label(), any_score()}; }

template <class Make>
auto list_of(Make make) {
  std::vector<decltype(make())> out;
  for (int left = *rc::gen::inRange(0, 4); left > 0; --left) out.push_back(make());
  return out;
}

/// An index into a list, if there is one and a coin says so.
std::optional<std::uint32_t> one_of(std::size_t size) {
  if (size == 0 || coin()) return std::nullopt;
  return static_cast<std::uint32_t>(*rc::gen::inRange<std::size_t>(0, size));
}

TimeRef any_time() {
  TimeRef out;
  out.span = any_span();
  out.type = any(TimeType::set);
  out.value = any_text();
  if (coin()) out.mod = any_label();
  out.anchor = any_text();
  out.begin = any_text();
  out.end = any_text();
  out.readings = list_of(any_text);
  out.provenance = any_provenance();
  return out;
}

Place any_place() {
  Place out;
  out.span = any_span();
  out.name = any_text();
  out.gazetteer = any_text();
  if (coin()) out.point = {any_number(), any_number()};
  out.country = any_text();
  if (coin()) out.precision = any(PlacePrecision::region);
  out.role = any(PlaceRole::actor);
  out.reasons = list_of(any_label);
  if (coin()) out.runner_up = {any_text(), any_text(), any_text(), any_score()};
  out.provenance = any_provenance();
  return out;
}

Figure any_figure() {
  Figure out;
  out.span = out.core = any_span();
  out.kind = any(FigureKind::range);
  if (coin()) out.value = any_number();
  if (coin()) out.low = any_number();
  out.unit = any_text();
  if (coin()) out.of = any_span();
  out.thing = out.of ? any_text() : "";
  out.provenance = any_provenance();
  return out;
}

Event any_event(const Findings& all) {
  const auto any_party = [&] {
    return Party{any_span(), one_of(all.actors.size()), any_text(),
                 list_of([] { return *rc::gen::element<std::string>("GOV", "MIL", "CVL"); })};
  };
  Event out;
  out.span = any_span();
  out.type = any(EventType::assault);
  out.mode = list_of(any_label);
  out.context = list_of(any_label);
  out.actors = list_of(any_party);
  out.recipients = list_of(any_party);
  out.time = one_of(all.times.size());
  out.place = one_of(all.places.size());
  out.statement = one_of(all.statements.size());
  for (std::uint32_t i = 0; i < all.figures.size(); ++i)
    if (coin()) out.figures.push_back(i);
  out.modality = any(Modality::thanked);
  out.provenance = any_provenance();
  return out;
}

Arrival any_arrival() {
  Arrival out = sample::note("any", kText);
  Findings& all = out.findings;
  all.actors = list_of([] {
    Actor actor;
    actor.name = any_text();
    actor.mentions = {{any_span(), 0, 0, MentionForm::name, any_label(), any_provenance()}};
    return actor;
  });
  all.statements = list_of([] {
    Statement said;
    said.content = {any_span()};
    said.provenance = any_provenance();
    return said;
  });
  all.times = list_of(any_time);
  all.figures = list_of(any_figure);
  all.places = list_of(any_place);
  all.events = list_of([&] { return any_event(all); });
  return out;
}

std::string printed(const Report& report, const std::vector<Span>& sentences, const Findings& findings) {
  Document document;
  document.text = report.text;
  for (const Span sentence : sentences) document.sentences.push_back({sentence, 0, 0});
  return exchange::read_json(report, document, findings, {});
}

RC_GTEST_PROP(RoundTrip, AllThatWasReadComesBackAndReadingAgainChangesNothing, ()) {
  const Arrival arrival = any_arrival();
  const sample::Folder folder;
  const auto store = sample::opened(folder / "s");
  RC_ASSERT(value(store->add(sample::batch({arrival}))).front() == Outcome::added);
  const auto stored = value(store->report(arrival.report.key));
  RC_ASSERT(printed(stored.report, stored.sentences, stored.findings) ==
            printed(arrival.report, arrival.sentences, arrival.findings));
  RC_ASSERT(value(store->verify()).bad == 0U);
  const std::string before = sample::dump(*store);
  RC_ASSERT(value(store->add(sample::batch({arrival}))).front() == Outcome::unchanged);
  // Another engine's findings take the place of these, without a trace.
  Arrival bare = arrival;
  bare.findings = {};
  Batch other = sample::batch({bare});
  other.engine.knowledge = "other";
  RC_ASSERT(value(store->add(other)).front() == Outcome::reread);
  RC_ASSERT(value(store->report(arrival.report.key)).findings.events.empty());
  RC_ASSERT(value(store->add(sample::batch({arrival}))).front() == Outcome::reread);
  RC_ASSERT(sample::dump(*store) == before);
}

}  // namespace
}  // namespace sitcen::store
