#include <CLI/CLI.hpp>

#include "cli/cards.h"
#include "cli/command.h"
#include "cli/readable.h"
#include "cli/store_options.h"
#include "cli/streams.h"
#include "exchange/read_json.h"

namespace sitcen::cli {
namespace {

/// A path's last part; an address stays whole.
std::string file_name(const std::string& origin) {
  return origin.find("://") == std::string::npos ? origin.substr(origin.rfind('/') + 1) : origin;
}

int list_json(store::Store& store, const Asked& asked, bool rejected) {
  const auto context = context_of(store, asked);
  if (!context) return complain(context.error());
  Output out;
  Limit limit(asked.limit);
  const auto print = [&](const auto& row) { return limit.take() && out.write(picture::to_json(row, *context) + "\n"); };
  const auto done = rejected ? store.rejections(asked.scope, [&](store::RejectedRow&& row) { return print(row); })
                             : store.reports(asked.scope, {}, [&](store::ReportRow&& row) { return print(row); });
  if (!done) return finish(out, complain(done.error()));
  limit.say_if_cut();
  return finish(out);
}

int list_reports(store::Store& store, const Asked& asked, const Terminal& terminal) {
  // A narrow terminal gets the day and short names, so that the title has room.
  const bool wide = terminal.width >= 110;
  Table table({"PUBLISHED", "SOURCE", "TITLE", "SAID", "REPORT"}, 2, {3});
  Limit limit(asked.limit);
  const auto done = store.reports(asked.scope, {}, [&](store::ReportRow&& row) {
    if (!limit.take()) return false;
    table.row({shown(row.published).substr(0, wide ? 16 : 10), clip(printable(row.source.value_or("")), wide ? 28 : 16),
               row.title ? *row.title : file_name(row.origin), std::to_string(row.statements),
               clip(short_name(row.id, row.key), wide ? 28 : 16)});
    return true;
  });
  if (!done) return complain(done.error());
  std::uint64_t rejected = 0;
  const auto counted = store.rejections(asked.scope, [&](store::RejectedRow&&) { return ++rejected > 0; });
  if (!counted) return complain(counted.error());
  Output out;
  if (limit.taken() > 0) out.write(table.text(terminal));
  limit.say_if_cut();
  out.write(dim_line({count(limit.taken(), "report", "reports"),
                      rejected == 0 ? "" : std::to_string(rejected) + " rejected (sitcen show --rejected)"},
                     0, terminal));
  return finish(out);
}

int list_rejected(store::Store& store, const Asked& asked, const Terminal& terminal) {
  Output out;
  Limit limit(asked.limit);
  const auto done = store.rejections(asked.scope, [&](store::RejectedRow&& row) {
    if (!limit.take()) return false;
    const auto& what = row.rejection;
    const std::string line = what.line ? ":" + std::to_string(*what.line) : "";
    const StyledText origin{printable(what.origin) + line, Style::strong};
    const StyledText reason{printable(what.reason), Style::plain};
    return out.write(wrap(std::span(&origin, 1), {0, 2, terminal.width}, terminal) +
                     wrap(std::span(&reason, 1), {2, 2, terminal.width}, terminal) +
                     dim_line({what.code, base::rfc3339(row.known_at)}, 2, terminal));
  });
  if (!done) return finish(out, complain(done.error()));
  limit.say_if_cut();
  out.write(dim_line({std::to_string(limit.taken()) + " rejected"}, 0, terminal));
  return finish(out);
}

std::string note_on(const store::StoredReport& stored) {
  return "version " + std::to_string(stored.number) + " of " + std::to_string(stored.versions) + ", known since " +
         base::rfc3339(stored.known_at) + ", read by sitcen " + stored.engine.version + " with " + stored.engine.model;
}

std::string text_of(const store::StoredReport& stored, const Terminal& terminal) {
  return readable(stored.report, stored.sentences, stored.findings, terminal, {ReadablePart::whole, note_on(stored)});
}

/// As `sitcen read` prints it, but by the engine that read it for the store.
std::string json_of(const store::StoredReport& stored) {
  Document document;
  document.text = stored.report.text;
  for (const Span span : stored.sentences) document.sentences.push_back({span, 0, 0});
  return exchange::read_json(stored.report, document, stored.findings,
                             {.engine = {stored.engine.version, stored.engine.model, stored.engine.knowledge}});
}

}  // namespace

std::function<int()> add_show(CLI::App& app) {
  struct Typed {
    std::string report;
    bool rejected = false;
  };
  const auto typed = std::make_shared<Typed>();
  const auto question = add_question_options(app);
  const auto color = add_color_option(app);
  app.add_option("REPORT", typed->report, "a report's id, its key, or the beginning of one; none: the list of reports");
  app.add_flag("--rejected", typed->rejected, "list what could not be read, with the reasons");
  app.footer(
      "sitcen show\n"
      "sitcen show northmere/7 --store day.sqlite\n"
      "sitcen show --rejected");
  return [typed, question, color] {
    const auto asked = question();
    if (!asked) return complain(asked.error());
    const auto store = open(*asked);
    if (!store) return complain(store.error());
    const Terminal screen = terminal(1, color());
    if (typed->report.empty()) {
      if (asked->json) return list_json(**store, *asked, typed->rejected);
      return typed->rejected ? list_rejected(**store, *asked, screen) : list_reports(**store, *asked, screen);
    }
    const auto key = (*store)->find(typed->report);
    if (!key) return complain(key.error());
    const auto stored = (*store)->report(*key, {}, asked->scope.as_of);
    if (!stored) return complain(stored.error());
    Output out;
    out.write(asked->json ? json_of(*stored) : text_of(*stored, screen));
    return finish(out);
  };
}

}  // namespace sitcen::cli
