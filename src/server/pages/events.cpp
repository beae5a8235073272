#include <fmt/format.h>

#include "picture/finding_text.h"
#include "picture/findings.h"
#include "server/answer.h"
#include "server/asked.h"
#include "server/pages/filters.h"
#include "server/pages/frame.h"
#include "server/pages/pages.h"
#include "server/pages/words.h"

namespace sitcen::server::pages {
namespace {

std::vector<FilterField> event_fields() {
  std::vector<FilterField> out;
  for (const picture::Parameter& one : picture::parameters(store::FindingKind::event)) {
    FilterField field{one.name, one.name, one.choices};
    field.label.front() = static_cast<char>(field.label.front() - 'a' + 'A');
    out.push_back(std::move(field));
  }
  return out;
}

void write_parties(Html& h, const std::vector<Party>& parties, const picture::FindingRow& row) {
  for (const Party& party : parties) {
    if (&party != &parties.front()) h.text(", ");
    h.element("bdi", {{"class", "by"}}, picture::name_of(party, row.findings(), *row.evidence.text));
    if (const std::string codes = picture::code_text(party); !codes.empty())
      h.element("span", {{"class", "codes"}}, " " + codes);
  }
}

/// "Karvian coastguard KRV MIL → A Norlandian freighter": actors, what they did, recipients.
void write_deed(Html& h, const picture::FindingRow& row) {
  const Event& event = row.event();
  h.element("p", {{"class", "speaker"}}, [&] {
    if (event.actors.empty()) h.element("span", {{"class", "unknown"}}, "somebody");
    write_parties(h, event.actors, row);
    h.element("span", {{"class", "deed"}}, " " + picture::type_text(event) + (event.recipients.empty() ? "" : " → "));
    write_parties(h, event.recipients, row);
  });
}

/// The sentence, its words marked and linked to their place in the report.
void write_sentence(Html& h, const picture::FindingRow& row) {
  const store::Evidence& evidence = row.evidence;
  const std::string_view text = *evidence.text;
  const Span sentence = evidence.sentence_span;
  const auto words = [&](std::uint32_t begin, std::uint32_t end) {
    if (begin < end) h.text(text.substr(begin, end - begin));
  };
  h.element("blockquote", {{"dir", "auto"}}, [&] {
    words(sentence.begin, evidence.span.begin);
    h.element("a", {{"class", "m act"}, {"href", fmt::format("/reports/{}#w-e{}", evidence.key, row.number + 1)}},
              evidence.words());
    words(evidence.span.end, sentence.end);
  });
}

void write_event(Html& h, const picture::FindingRow& row) {
  const Event& event = row.event();
  const Report& report = row.report->report;
  const Findings& all = row.findings();
  h.element("li", {{"class", "statement"}}, [&] {
    write_deed(h, row);
    write_sentence(h, row);
    h.element("p", {{"class", "kind"}}, [&] {
      h.element("span", {{"class", event.modality == Modality::asserted ? "plain" : "strong"}}, [&] {
        write_shape(h, shape(event.modality));
        h.text(name(event.modality));
      });
      if (event.statement)
        h.element("a", {{"href", fmt::format("/reports/{}#s{}", row.evidence.key, *event.statement + 1)}},
                  "as somebody says");
      if (event.time)
        if (const std::string when = picture::value_text(all.times[*event.time]); !when.empty())
          h.element("span", "on " + when);
      if (event.place) h.element("bdi", "at " + all.places[*event.place].name);
      if (report.published) h.element("span", [&] { write_time(h, *report.published); });
      if (report.source) h.element("bdi", *report.source);
      h.element("bdi", report.title ? *report.title : std::string(short_origin(report.origin)));
    });
  });
  h.newline();
}

}  // namespace

Result<Response> events(const Site& site, const Target& target) {
  const auto parameters = picture::parameters(store::FindingKind::event);
  const Result<Asked> asked = parse_asked(target, names_of(parameters));
  if (!asked) return fail(asked.error());
  Result<picture::Readers::Reader> reader = site.readers->take();
  if (!reader) return fail(reader.error());
  Frame frame{.title = "What happened", .place = Place::events};
  const auto filter =
      picture::finding_filter(**reader, asked->scope.as_of, store::FindingKind::event, typed_in(target, parameters));
  if (!filter && filter.error().code != ErrorCode::actor_not_found && filter.error().code != ErrorCode::bad_request)
    return fail(filter.error());
  if (!filter)  // a slip in the form is mended in the form
    return html_response(info(filter.error().code).http_status, page(frame, [&](Html& h) {
                           h.element("h1", frame.title);
                           write_filters(h, target, event_fields());
                           h.element("p", {{"class", "empty"}, {"role", "status"}}, filter.error().message);
                         }));
  const auto found = collect<picture::FindingRow>(asked->page, [&](const store::Page& page, const auto& visit) {
    return picture::findings(**reader, *filter, asked->scope, page, visit);
  });
  if (!found) return fail(found.error());

  frame.json = with_parameter({"/api/v1/events", {}, target.parameters}, "", "");
  return html_response(200, page(frame, [&](Html& h) {
                         h.element("h1", frame.title);
                         write_filters(h, target, event_fields());
                         if (found->rows.empty()) h.element("p", {{"class", "empty"}}, "No event is like that.");
                         h.element("ol", {{"class", "statements"}}, [&] {
                           for (const picture::FindingRow& row : found->rows) write_event(h, row);
                         });
                         write_turn(h, target, found->next, "More events");
                       }));
}

}  // namespace sitcen::server::pages
