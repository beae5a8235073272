#include <CLI/CLI.hpp>
#include <memory>

#include "cli/command.h"
#include "cli/report_list.h"
#include "cli/streams.h"

namespace sitcen::cli {

std::function<int()> add_reports(CLI::App& app) {
  struct Typed {
    std::string language, status;
  };
  const auto typed = std::make_shared<Typed>();
  app.add_option("--language", typed->language, "in this language, e.g. en")->type_name("TAG");
  app.add_option("--status", typed->status,
                 "read, withdrawn by their source, or rejected: inputs that could not be read")
      ->type_name("STATUS")
      ->check(CLI::IsMember({"read", "withdrawn", "rejected"}));
  const auto question = add_question_options(app);
  const auto color = add_color_option(app);
  app.footer(
      "sitcen reports --store day.sqlite\n"
      "sitcen reports --language fr --since 2031-03-12\n"
      "sitcen reports --status withdrawn --json | jq -r '[.id, .reason] | @tsv'");
  return [typed, question, color] {
    const auto asked = question();
    if (!asked) return complain(asked.error());
    const auto store = open(*asked);
    if (!store) return complain(store.error());
    const Terminal screen = terminal(1, color());
    if (typed->status == "rejected") return list_rejected(**store, *asked, screen);
    store::ReportFilter filter{.status = picture::report_status(typed->status)};
    if (!typed->language.empty()) filter.language = typed->language;
    return list_reports(**store, *asked, filter, screen);
  };
}

}  // namespace sitcen::cli
