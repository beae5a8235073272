#include "picture/who.h"

#include <CLI/CLI.hpp>
#include <algorithm>

#include "cli/cards.h"
#include "cli/command.h"
#include "cli/store_options.h"
#include "cli/streams.h"

namespace sitcen::cli {
namespace {

int print_json(store::Store& store, const Asked& asked, const picture::Compared& compared, picture::Who& found) {
  const auto context = context_of(store, asked);
  if (!context) return complain(context.error());
  Output out;
  Limit limit(asked.limit);
  for (picture::WhoRow& row : found.rows) {
    if (!limit.take()) break;
    if (const auto added = picture::add_evidence(row, store); !added) return finish(out, complain(added.error()));
    if (!out.write(picture::to_json(row, compared, *context) + "\n")) break;
  }
  limit.say_if_cut();
  return finish(out);
}

std::string role_text(const picture::WhoRow& row) {
  const picture::WhoRole* role = picture::main_role(row);
  if (role == nullptr) return "";
  std::string out = role->title;
  if (!role->of.empty()) out += " (" + role->of + ")";
  if (row.roles.size() > 1) out += " +" + std::to_string(row.roles.size() - 1);
  return out;
}

/// A narrow terminal gets days instead of times, then no first, then no role.
struct Columns {
  explicit Columns(std::size_t width)
      : time(width >= 110 ? 16 : 10), role(width >= 44), first(width >= 72), last(width >= 58), reports(width >= 110) {}
  std::size_t time;
  bool role, first, last, reports;
};

int print_text(const Asked& asked, const picture::Compared& compared, const picture::Who& found,
               const Terminal& terminal) {
  const Columns shown_columns(terminal.width);
  const auto cells = [&](std::string name, std::string role, std::string said, std::string reports, std::string first,
                         std::string last) {
    std::vector<std::string> row = {std::move(name)};
    if (shown_columns.role) row.push_back(std::move(role));
    row.push_back(std::move(said));
    if (shown_columns.reports) row.push_back(std::move(reports));
    if (shown_columns.first) row.push_back(std::move(first));
    if (shown_columns.last) row.push_back(std::move(last));
    return row;
  };
  const std::size_t said_column = shown_columns.role ? 2 : 1;
  std::vector<std::size_t> numbers = {said_column};
  if (shown_columns.reports) numbers.push_back(said_column + 1);
  // The name keeps what it needs up to a good part of the line; the role gets the rest.
  const std::size_t widest_name = shown_columns.role ? std::max<std::size_t>(14, terminal.width * 2 / 5) : 1000;
  Table table(cells("SPEAKER", "ROLE", "SAID", "REPORTS", "FIRST", "LAST"), shown_columns.role ? 1 : 0, numbers);
  Limit limit(asked.limit);
  for (const picture::WhoRow& row : found.rows) {
    if (!limit.take()) break;
    const std::string name = printable(compared.actors.all[row.actor].name);
    table.row(cells(clip(name, widest_name), role_text(row), std::to_string(row.statements),
                    std::to_string(row.reports), shown(row.first).substr(0, shown_columns.time),
                    shown(row.last).substr(0, shown_columns.time)));
  }
  Output out;
  if (limit.taken() > 0) out.write(table.text(terminal));
  limit.say_if_cut();
  out.write(
      dim_line({count(found.rows.size(), "speaker", "speakers"), count(found.statements, "statement", "statements"),
                found.unknown == 0 ? "" : std::to_string(found.unknown) + " of them by nobody known for sure"},
               0, terminal));
  return finish(out);
}

}  // namespace

std::function<int()> add_who(CLI::App& app) {
  const auto question = add_question_options(app);
  const auto color = add_color_option(app);
  app.footer(
      "sitcen who --store day.sqlite\n"
      "sitcen who --since 2031-03-12 --limit 10\n"
      "sitcen who --json | jq -r '[.name, .statements, (.roles[].title)] | @tsv'");
  return [question, color] {
    const auto asked = question();
    if (!asked) return complain(asked.error());
    const auto store = open(*asked);
    if (!store) return complain(store.error());
    const auto compared = picture::compare(**store, asked->scope.as_of, picture::load_knowledge());
    if (!compared) return complain(compared.error());
    picture::Who found = picture::who(*compared, asked->scope);
    return asked->json ? print_json(**store, *asked, *compared, found)
                       : print_text(*asked, *compared, found, terminal(1, color()));
  };
}

}  // namespace sitcen::cli
