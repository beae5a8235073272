#include <fmt/format.h>

#include <string>
#include <vector>

#include "picture/figure_text.h"
#include "picture/finding_text.h"
#include "server/pages/report_parts.h"
#include "server/pages/words.h"

namespace sitcen::server::pages {
namespace {

/// A fact in a line of facts, if it says anything.
void fact(Html& h, std::string_view text) {
  if (!text.empty()) h.element("span", text);
}

/// A section of findings of one kind; nothing where there is none.
/// \param write  gets the index of each
template <class List, class Write>
void section(Html& h, Html::Literal id, std::string_view title, const List& all, Write&& write) {
  if (all.empty()) return;
  h.element("section", {{"aria-labelledby", id.view()}}, [&] {
    h.element("h2", {{"id", id.view()}}, title);
    h.element("ul", {{"class", "data"}}, [&] {
      for (std::uint32_t i = 0; i < all.size(); ++i) write(i);
    });
  });
}

/// A finding with values: what it says, the facts that `facts` writes, and the words it was read from.
template <class Finding, class Facts>
void value(Html& h, const Quoter& words, const std::string& anchor, const Finding& finding, std::string_view meaning,
           Facts&& facts) {
  h.element("li", {{"class", "datum value"}, {"id", anchor}, {"tabindex", "-1"}}, [&] {
    h.element("div", {{"class", "body"}}, [&] {
      h.element("h3", [&] { h.element("bdi", meaning); });
      h.element("p", {{"class", "kind"}}, [&] {
        facts();
        h.element("span", fmt::format("rule {}, score {:.2f}", finding.provenance.rule, finding.provenance.score));
      });
      h.element("p", {{"class", "mentions"}}, [&] {
        h.element("a", {{"href", "#w-" + anchor}, {"lang", words.language()}, {"dir", "auto"}},
                  words.str(finding.span));
      });
    });
  });
  h.newline();
}

/// "by Ana Kos (NOR GOV) and the police", each actor linked to what is known of it.
void write_parties(Html& h, std::string_view label, const std::vector<Party>& parties, const Findings& all,
                   std::string_view text) {
  if (parties.empty()) return;
  h.element("span", [&] {
    h.text(label);
    for (const Party& party : parties) {
      h.text(&party == &parties.front() ? " " : ", ");
      const std::string_view name = picture::name_of(party, all, text);
      if (party.actor) {
        h.element("a", {{"href", fmt::format("#a{}", *party.actor + 1)}, {"dir", "auto"}}, name);
      } else {
        h.element("bdi", name);
      }
      if (const std::string codes = picture::code_text(party); !codes.empty()) h.text(" (" + codes + ")");
    }
  });
}

/// "on 2031-03-12", the words linked to another datum.
void write_link(Html& h, std::string_view label, char letter, std::uint32_t number, std::string_view text) {
  h.element("span", [&] {
    h.text(label);
    h.text(" ");
    h.element("a", {{"href", fmt::format("#{}{}", letter, number + 1)}, {"dir", "auto"}}, text);
  });
}

}  // namespace

void write_events(Html& h, const store::StoredReport& stored) {
  const Quoter words(h, stored);
  const Findings& all = stored.findings;
  section(h, "events", "What happened", all.events, [&](std::uint32_t i) {
    const Event& event = all.events[i];
    value(h, words, fmt::format("e{}", i + 1), event, picture::type_text(event), [&] {
      h.element("span", {{"class", event.modality == Modality::asserted ? "plain" : "strong"}}, [&] {
        write_shape(h, shape(event.modality));
        h.text(name(event.modality));
      });
      write_parties(h, "by", event.actors, all, words.text());
      write_parties(h, "to", event.recipients, all, words.text());
      if (event.time) {
        const TimeRef& time = all.times[*event.time];
        const std::string when = picture::value_text(time);
        write_link(h, "time", 't', *event.time, when.empty() ? words.str(time.span) : std::string_view(when));
      }
      if (event.place) write_link(h, "place", 'p', *event.place, all.places[*event.place].name);
      for (const std::uint32_t figure : event.figures)
        write_link(h, "figure", 'f', figure, picture::amount(all.figures[figure]));
      if (event.statement)
        write_link(h, "inside", 's', *event.statement, fmt::format("statement {}", *event.statement + 1));
      for (const std::string_view context : event.context) fact(h, context);
    });
  });
}

void write_times(Html& h, const store::StoredReport& stored) {
  const Quoter words(h, stored);
  const Findings& all = stored.findings;
  section(h, "times", "When", all.times, [&](std::uint32_t i) {
    const TimeRef& time = all.times[i];
    const std::string when = picture::value_text(time);
    value(h, words, fmt::format("t{}", i + 1), time, when.empty() ? "not known" : when, [&] {
      fact(h, name(time.type));
      fact(h, picture::anchor_text(time, all, words.text()));
    });
  });
}

void write_places(Html& h, const store::StoredReport& stored) {
  const Quoter words(h, stored);
  const Findings& all = stored.findings;
  section(h, "places", "Where", all.places, [&](std::uint32_t i) {
    const sitcen::Place& place = all.places[i];
    value(h, words, fmt::format("p{}", i + 1), place, place.name, [&] {
      fact(h, picture::place_text(place));
      fact(h, picture::point_text(place));
      for (const std::string_view reason : place.reasons) fact(h, reason);
      if (place.runner_up && !place.runner_up->country.empty())
        fact(h, fmt::format("else {}, {}", place.runner_up->name, place.runner_up->country));
    });
  });
}

void write_figures(Html& h, const store::StoredReport& stored) {
  Quoter words(h, stored);
  const Findings& all = stored.findings;
  section(h, "figures", "How much", all.figures, [&](std::uint32_t i) {
    const Figure& figure = all.figures[i];
    value(h, words, fmt::format("f{}", i + 1), figure, picture::amount(figure), [&] {
      if (figure.kind != FigureKind::number) fact(h, name(figure.kind));
      if (figure.of) words.part("of", *figure.of);
      if (figure.act) words.part("", *figure.act);
    });
  });
}

}  // namespace sitcen::server::pages
