// The commands that list findings one by one: times, places, events.
#include "picture/findings.h"

#include <CLI/CLI.hpp>
#include <memory>

#include "cli/cards.h"
#include "cli/command.h"
#include "cli/store_options.h"
#include "cli/streams.h"
#include "picture/finding_text.h"

namespace sitcen::cli {
namespace {

using picture::FindingRow;
using store::FindingKind;

std::string card(const FindingRow& row, const std::string& meaning, std::vector<std::string> facts,
                 const Terminal& terminal) {
  for (std::string& fact : facts) fact = printable(fact);
  return sentence_card(printable(meaning), row.evidence, row.report->report.published, facts, terminal);
}

std::string time_card(const FindingRow& row, const Terminal& terminal) {
  const TimeRef& time = row.time();
  const std::string value = picture::value_text(time);
  return card(row, value.empty() ? "[" + std::string(time.provenance.rule) + "]" : value,
              {std::string(name(time.type)), picture::anchor_text(time, row.findings(), *row.evidence.text)}, terminal);
}

std::string place_card(const FindingRow& row, const Terminal& terminal) {
  const Place& place = row.place();
  return card(row, place.name, {picture::place_text(place), picture::point_text(place), place.gazetteer}, terminal);
}

std::string event_card(const FindingRow& row, const Terminal& terminal) {
  const Event& event = row.event();
  const std::string& text = *row.evidence.text;
  std::string meaning = picture::type_text(event);
  if (!event.actors.empty()) meaning += " · " + picture::parties_text(event.actors, row.findings(), text);
  if (!event.recipients.empty()) meaning += " → " + picture::parties_text(event.recipients, row.findings(), text);
  if (event.modality != Modality::asserted) meaning += " [" + std::string(name(event.modality)) + "]";
  std::string when, where;
  if (event.time) when = picture::value_text(row.findings().times[*event.time]);
  if (event.place) where = row.findings().places[*event.place].name;
  return card(
      row, meaning,
      {when.empty() ? "" : "on " + when, where.empty() ? "" : "at " + where, event.statement ? "as somebody says" : ""},
      terminal);
}

std::string text_of(const FindingRow& row, const Terminal& terminal) {
  switch (row.kind) {
    case FindingKind::figure:
      break;
    case FindingKind::time:
      return time_card(row, terminal);
    case FindingKind::place:
      return place_card(row, terminal);
    case FindingKind::event:
      return event_card(row, terminal);
  }
  return {};
}

int print(store::Store& store, const Asked& asked, const store::FindingFilter& filter, const Terminal& terminal) {
  const auto context = context_of(store, asked);
  if (!context) return complain(context.error());
  Output out;
  Limit limit(asked.limit);
  const auto done = picture::findings(store, filter, asked.scope, {}, [&](FindingRow&& row) {
    return limit.take() && out.write(asked.json ? picture::to_json(row, *context) + "\n" : text_of(row, terminal));
  });
  if (!done) return finish(out, complain(done.error()));
  limit.say_if_cut();
  if (limit.taken() == 0 && !asked.json)
    say("there is no such " + std::string(store::name(static_cast<FindingKind>(filter.index()))));
  return finish(out);
}

std::function<int()> add_findings(CLI::App& app, FindingKind kind, const char* examples) {
  const auto typed = std::make_shared<picture::Typed>();
  for (const picture::Parameter& parameter : picture::parameters(kind)) {
    auto* option = app.add_option(std::string("--") + parameter.name, (*typed)[parameter.name], parameter.help)
                       ->type_name(parameter.value);
    if (!parameter.choices.empty()) option->check(CLI::IsMember(parameter.choices, CLI::ignore_case));
  }
  const auto question = add_question_options(app);
  const auto color = add_color_option(app);
  app.footer(examples);
  return [kind, typed, question, color] {
    const auto asked = question();
    if (!asked) return complain(asked.error());
    const auto store = open(*asked);
    if (!store) return complain(store.error());
    const auto filter = picture::finding_filter(**store, asked->scope.as_of, kind, *typed);
    if (!filter) return complain(filter.error());
    return print(**store, *asked, *filter, terminal(1, color()));
  };
}

}  // namespace

std::function<int()> add_times(CLI::App& app) {
  return add_findings(app, FindingKind::time,
                      "sitcen times --store day.sqlite\n"
                      "sitcen times --from 2031-03-10 --to 2031-W11\n"
                      "sitcen times --type DURATION --json | jq -r .value");
}

std::function<int()> add_places(CLI::App& app) {
  return add_findings(app, FindingKind::place,
                      "sitcen places --store day.sqlite\n"
                      "sitcen places --country Estonia --precision settlement\n"
                      "sitcen places --near 59.44,24.75 --km 100 --json | jq -r '[.name, .lat, .lon] | @tsv'");
}

std::function<int()> add_events(CLI::App& app) {
  return add_findings(app, FindingKind::event,
                      "sitcen events --store day.sqlite\n"
                      "sitcen events --type consult --country Estonia --modality asserted\n"
                      "sitcen events --actor Kos --since 2031-03-12 --json | jq -r '[.type, .actors[].name] | @tsv'");
}

}  // namespace sitcen::cli
