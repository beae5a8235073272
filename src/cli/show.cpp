#include <CLI/CLI.hpp>

#include "cli/command.h"
#include "cli/readable.h"
#include "cli/report_list.h"
#include "cli/store_options.h"
#include "cli/streams.h"
#include "exchange/read_json.h"

namespace sitcen::cli {
namespace {

std::string note_on(const store::StoredReport& stored) {
  return "version " + std::to_string(stored.number) + " of " + std::to_string(stored.versions) + ", known since " +
         base::rfc3339(stored.known_at) +
         (stored.engine.model.empty() ? ", " + unread_note(stored.report)
                                      : ", read by sitcen " + stored.engine.version + " with " + stored.engine.model);
}

std::string text_of(const store::StoredReport& stored, const Terminal& terminal) {
  return readable(stored.report, stored.sentences, stored.findings, terminal, {ReadablePart::whole, note_on(stored)});
}

/// As `sitcen read` prints it, but by the engine that read it for the store.
std::string json_of(const store::StoredReport& stored) {
  Document document;
  document.text = stored.report.text;
  for (const Span span : stored.sentences) document.sentences.push_back({span, 0, 0});
  return exchange::read_json(
      stored.report, document, stored.findings,
      {.engine = {stored.engine.version, stored.engine.model, stored.engine.knowledge},
       .raw = stored.raw ? std::optional(exchange::RawText{stored.raw->sha256, stored.raw->size}) : std::nullopt});
}

int print_raw(store::Store& store, const store::StoredReport& stored) {
  const auto raw = store.raw(stored.report.key, stored.report.version);
  if (!raw) return complain(raw.error());
  if (!*raw) return complain(fail(ErrorCode::raw_not_kept, {stored.report.id}).value());
  Output out;
  out.write(**raw);
  return finish(out);
}

}  // namespace

std::function<int()> add_show(CLI::App& app) {
  struct Typed {
    std::string report;
    bool rejected = false, raw = false;
  };
  const auto typed = std::make_shared<Typed>();
  const auto question = add_question_options(app);
  const auto color = add_color_option(app);
  app.add_option("REPORT", typed->report, "a report's id, its key, or the beginning of one; none: the list of reports");
  app.add_flag("--rejected", typed->rejected, "list what could not be read, with the reasons");
  app.add_flag("--raw", typed->raw, "print the bytes the report was read from, where `ingest --keep-raw` kept them");
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
      if (typed->raw) return complain(fail(ErrorCode::usage, {"--raw: of which report?"}).value());
      return typed->rejected ? list_rejected(**store, *asked, screen) : list_reports(**store, *asked, {}, screen);
    }
    const auto key = (*store)->find(typed->report);
    if (!key) return complain(key.error());
    const auto stored = (*store)->report(*key, {}, asked->scope.as_of);
    if (!stored) return complain(stored.error());
    if (typed->raw) return print_raw(**store, *stored);
    Output out;
    out.write(asked->json ? json_of(*stored) : text_of(*stored, screen));
    return finish(out);
  };
}

}  // namespace sitcen::cli
