#include "picture/figures.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>

#include "cli/cards.h"
#include "cli/command.h"
#include "cli/store_options.h"
#include "cli/streams.h"
#include "picture/figure_text.h"

namespace sitcen::cli {
namespace {

std::string title_of(const picture::FigureRow& row) {
  std::string out = row.thing;
  if (!row.act.empty()) out += (out.empty() ? "" : " · ") + row.act;
  return out.empty() ? "of nothing named" : out;
}

std::string card(const picture::FigurePoint& point, const Terminal& terminal) {
  const std::string modality(point.modality == Modality::asserted ? "" : name(point.modality));
  return sentence_card(picture::amount(point.figure), point.evidence, point.time, {modality}, terminal);
}

int print(store::Store& store, const Asked& asked, const picture::FigureQuestion& typed, const Terminal& terminal) {
  const auto context = context_of(store, asked);
  if (!context) return complain(context.error());
  Output out;
  Limit limit(asked.limit);
  const auto done = picture::figures(store, asked.scope, typed, {}, [&](picture::FigureRow&& row) {
    if (!limit.take()) return false;
    if (asked.json) return out.write(picture::to_json(row, *context) + "\n");
    const StyledText title{printable(title_of(row)), Style::title};
    out.write((limit.taken() > 1 ? "\n" : "") + wrap(std::span(&title, 1), {0, 2, terminal.width}, terminal));
    return std::ranges::all_of(row.points, [&](const auto& point) { return out.write(card(point, terminal)); });
  });
  if (!done) return finish(out, complain(done.error()));
  limit.say_if_cut();
  if (limit.taken() == 0 && !asked.json) say("there is no such figure");
  return finish(out);
}

}  // namespace

std::function<int()> add_figures(CLI::App& app) {
  const auto typed = std::make_shared<picture::FigureQuestion>();
  app.add_option("--thing", typed->thing, "of a thing counted (or its verb) with all these words")->type_name("WORDS");
  app.add_option("--kind", typed->kind, "of this kind")
      ->type_name("KIND")
      ->check(CLI::IsMember(picture::figure_kinds()));
  const auto question = add_question_options(app);
  const auto color = add_color_option(app);
  app.footer(
      "sitcen figures --store day.sqlite\n"
      "sitcen figures --thing 'people killed' --since 2031-03-12\n"
      "sitcen figures --kind money --json | jq -r '.points[] | [.value, .source] | @tsv'");
  return [typed, question, color] {
    const auto asked = question();
    if (!asked) return complain(asked.error());
    const auto store = open(*asked);
    if (!store) return complain(store.error());
    return print(**store, *asked, *typed, terminal(1, color()));
  };
}

}  // namespace sitcen::cli
