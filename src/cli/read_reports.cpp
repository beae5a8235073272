#include "cli/read_reports.h"

#include <algorithm>
#include <atomic>
#include <mutex>

#include "cli/inputs.h"
#include "cli/interrupt.h"
#include "cli/progress.h"
#include "cli/readable.h"
#include "cli/streams.h"
#include "exchange/conllu.h"
#include "exchange/read_json.h"
#include "knowledge.h"
#include "sitcen/version.h"

namespace sitcen::cli {
namespace {

using reading::Reading;

/// Remembers what could not be read, for the exit code.
class Failures {
 public:
  void add(const Error& error) {
    const std::scoped_lock lock(mutex_);
    const int code = info(error.code).exit_code;
    code_ = code_ == 0 || code_ == code ? code : info(ErrorCode::file_unreadable).exit_code;
  }
  /// \return the errors' own exit code where nothing was read and all have the same, else that of unreadable input
  [[nodiscard]] int exit_code(bool some_were_read) const {
    const std::scoped_lock lock(mutex_);
    return code_ != 0 && some_were_read ? info(ErrorCode::file_unreadable).exit_code : code_;
  }

 private:
  mutable std::mutex mutex_;
  int code_ = 0;
};

std::string text_form(const Reading& reading, const Terminal& terminal) {
  std::vector<Span> sentences;
  for (const Sentence& sentence : reading.document.sentences) sentences.push_back(sentence.span);
  std::string note = reading.by != nullptr ? "" : unread_note(*reading.report);
  return readable(*reading.report, sentences, reading.findings, terminal, {.note = std::move(note)});
}

std::string between(const Terminal& terminal) {
  std::string rule;
  for (std::size_t i = 0; i < std::min<std::size_t>(terminal.width, 110); ++i) rule += "─";
  return "\n" + paint(rule, Style::dim, terminal) + "\n\n";
}

std::string print(const Reading& reading, const ReadOutput& output, exchange::EngineText engine, bool first) {
  engine.model = reading.by != nullptr ? std::string_view(info(*reading.by->model).name) : std::string_view();
  switch (output.kind) {
    case ReadFormatKind::text:
      return (first ? "" : between(output.terminal)) + text_form(reading, output.terminal);
    case ReadFormatKind::conllu:
      return exchange::conllu(*reading.report, reading.document);
    case ReadFormatKind::json:
      break;
  }
  return exchange::read_json(*reading.report, reading.document, reading.findings,
                             {.engine = engine, .offsets = output.offsets, .tokens = output.tokens});
}

Progress::Line progress_line(const ReadingRequest& request, const Terminal& out, const Terminal& err) {
  if (err.interactive && !out.interactive) return Progress::Line::live;
  return request.progress && !err.interactive ? Progress::Line::lines : Progress::Line::none;
}

std::string with_origin(const Reading& reading) {
  const Report& report = *reading.report;
  const std::string name = report.id == report.key ? report.origin : report.origin + ": " + report.id;
  return name + ": " + reading.error->message;
}

}  // namespace

int read_reports(const ReadingRequest& request, const ReadOutput& output) {
  Result<ReadingSetup> setup = set_up(request);
  if (!setup) return complain(setup.error());
  setup->options.only_language = output.only_language;
  const auto& gazetteer = setup->models->first().knowledge.gazetteer;
  if (!gazetteer && !output.only_language)
    say("no gazetteer: places are left out; ./dev run makes one, or: sitcen gazetteer build");
  const exchange::EngineText engine{
      version(), {}, knowledge::version(), gazetteer ? gazetteer->version() : std::string_view()};

  catch_interrupts();
  Inputs inputs(request.inputs, setup->ingest, request.recursive);
  const Terminal errors = terminal(2);
  Progress progress(progress_line(request, output.terminal, errors));
  Failures failures;
  Output out;
  std::atomic<double> share = -1;  // of all inputs; negative: not known

  const auto next = [&]() -> std::optional<Report> {
    for (;;) {
      std::optional<ingest::Reading> reading = inputs.next();
      if (!reading || interrupted()) return std::nullopt;
      share = inputs.share().value_or(-1);
      if (*reading) return std::move(**reading);
      failures.add(reading->error().error);
      progress.failed(describe(reading->error()));
    }
  };
  const auto deliver = [&](Reading&& reading) {
    if (reading.error) {
      failures.add(*reading.error);
      progress.failed(with_origin(reading));
      return true;
    }
    progress.read(count_words(reading.report->text), share < 0 ? std::nullopt : std::optional(share.load()));
    out.write(print(reading, output, engine, progress.reports() == 1));
    return out.flush();
  };
  const Result<void> done = read_all(*setup->models, setup->options, next, deliver);
  progress.clear();
  if (request.progress || (errors.interactive && progress.reports() > 1)) {
    if (output.terminal.interactive) out.write("\n");
    out.flush();
    say(progress.summary());
  }
  if (!done) return finish(out, complain(done.error()));
  if (interrupted()) return finish(out, complain(fail(ErrorCode::interrupted).value()));
  return finish(out, failures.exit_code(progress.reports() > 0));
}

}  // namespace sitcen::cli
