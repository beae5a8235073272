#include <CLI/CLI.hpp>

#include "cli/cards.h"
#include "cli/command.h"
#include "cli/store_options.h"
#include "cli/streams.h"

namespace sitcen::cli {
namespace {

int print_json(store::Store& store, const Asked& asked) {
  const auto context = context_of(store, asked);
  if (!context) return complain(context.error());
  Output out;
  Limit limit(asked.limit);
  const auto done = store.said(asked.scope, {}, [&](store::Said&& said) {
    return limit.take() && out.write(picture::to_json(said, *context) + "\n");
  });
  if (!done) return finish(out, complain(done.error()));
  limit.say_if_cut();
  return finish(out);
}

int print_cards(store::Store& store, const Asked& asked, const Terminal& terminal) {
  Output out;
  Limit limit(asked.limit);
  std::string report;
  const auto done = store.said(asked.scope, {}, [&](store::Said&& said) {
    if (!limit.take()) return false;
    std::string card;
    if (report != said.evidence.key) {
      card += report.empty() ? "" : "\n";
      report = said.evidence.key;
      const StyledText title{heading(said.title, *said.evidence.text), Style::strong};
      card += wrap(std::span(&title, 1), {0, 2, terminal.width}, terminal);
      card += dim_line({said.evidence.source.value_or(""), shown(said.published),
                        short_name(said.evidence.report, said.evidence.key),
                        said.evidence.origin == said.evidence.report ? "" : said.evidence.origin},
                       0, terminal);
    }
    card += "\n" + said_card(said, terminal);
    return out.write(card);
  });
  if (!done) return finish(out, complain(done.error()));
  limit.say_if_cut();
  if (limit.taken() == 0) say("nobody said anything that was read");
  return finish(out);
}

}  // namespace

std::function<int()> add_said(CLI::App& app) {
  const auto question = add_question_options(app);
  const auto color = add_color_option(app);
  app.footer(
      "sitcen said --store day.sqlite\n"
      "sitcen said --since 2031-03-12 --json | jq -r '.speaker.name'");
  return [question, color] {
    const auto asked = question();
    if (!asked) return complain(asked.error());
    const auto store = open(*asked);
    if (!store) return complain(store.error());
    return asked->json ? print_json(**store, *asked) : print_cards(**store, *asked, terminal(1, color()));
  };
}

}  // namespace sitcen::cli
