#include <CLI/CLI.hpp>
#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <csignal>
#include <mutex>
#include <stop_token>
#include <thread>

#include "cli/command.h"
#include "cli/inputs.h"
#include "cli/interrupt.h"
#include "cli/progress.h"
#include "cli/reading_options.h"
#include "cli/store_options.h"
#include "cli/store_writer.h"
#include "cli/streams.h"
#include "cli/terminal.h"
#include "knowledge.h"
#include "sitcen/version.h"

namespace sitcen::cli {
namespace {

/// What must be the same for findings to be the same.
/// \param reader  null: there is none for the report's language
store::EngineStamp stamp(const ReadingSetup& setup, const reading::LanguageReader* reader) {
  const auto& options = setup.options;
  const auto& gazetteer = setup.models->first().knowledge.gazetteer;
  std::string model = reader != nullptr ? std::string(info(*reader->model).name) : std::string();
  if (!model.empty() && options.engine.precision == Precision::bf16) model += " bf16";
  return {std::string(version()), std::move(model),
          std::string(knowledge::version()) +
              (options.statements == reading::StatementScope::wide ? " statements=wide" : "") +
              (gazetteer ? " gazetteer=" + std::string(gazetteer->version()) : "")};
}

store::Instant now() {
  return std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

std::string closing_line(const StoreWriter::Counts& counts, const std::filesystem::path& store) {
  const std::size_t read = counts.added + counts.updated + counts.unchanged + counts.reread;
  std::string line = grouped(read) + (read == 1 ? " report read: " : " reports read: ") + grouped(counts.added) +
                     " new, " + grouped(counts.updated) + " updated, " + grouped(counts.unchanged) + " unchanged";
  if (counts.reread > 0) line += ", " + grouped(counts.reread) + " read anew by another engine";
  return line + "; " + grouped(counts.rejected) + " rejected; store " + printable(store.string());
}

Progress::Line progress_line(const ReadingRequest& request, const Terminal& errors) {
  if (errors.interactive) return Progress::Line::live;
  return request.progress ? Progress::Line::lines : Progress::Line::none;
}

constexpr std::chrono::seconds kLongestWait{1};  ///< of what was read from a slow stream, for the rest of its batch

/// Commits what waits, again and again, until it goes out of scope.
std::jthread flushing(StoreWriter& writer) {
  return std::jthread([&writer](const std::stop_token& stop) {
    std::mutex mutex;
    std::condition_variable_any wake;
    std::unique_lock lock(mutex);
    while (!stop.stop_requested()) {
      wake.wait_for(lock, stop, kLongestWait, [] { return false; });
      writer.flush();
    }
  });
}

struct Request {
  std::filesystem::path store;
  std::size_t batch = 64;
  bool json = false;
  bool watch = false;
};

int ingest(const ReadingRequest& reading, const Request& request) {
  // A file that may not grow (ulimit -f) is an error like a full disk, not the end of the process.
  std::signal(SIGXFSZ, SIG_IGN);
  Result<ReadingSetup> setup = set_up(reading);
  if (!setup) return complain(setup.error());
  const auto store = store::open_store(request.store, store::Access::write);
  if (!store) return complain(store.error());

  catch_interrupts();
  Inputs inputs(reading.inputs, setup->ingest, reading.recursive,
                request.watch ? Inputs::Watch::folders : Inputs::Watch::no);
  Progress progress(progress_line(reading, terminal(2)));
  Output out;
  StoreWriter::Options options{request.batch, now, {}};
  if (request.json)
    options.acknowledge = [&out](std::span<const Acknowledgement> batch) {
      for (const Acknowledgement& told : batch) out.write(to_json(told) + "\n");
      out.flush();
    };
  // A model that cannot be opened is the reading's error; what the store holds of it does not matter then.
  const auto stamp_of = [&](const Report& report) {
    const auto reader = setup->models->of(report);
    return stamp(*setup, reader ? *reader : nullptr);
  };
  StoreWriter writer(**store, stamp_of, options);
  std::atomic<double> share = -1;  // of all inputs; negative: not known

  const auto next = [&]() -> std::optional<Report> {
    while (!writer.failed()) {
      std::optional<ingest::Reading> input = inputs.next();
      if (!input || interrupted()) return std::nullopt;
      share = inputs.share().value_or(-1);
      if (!*input) {
        progress.failed(describe(input->error()));
        writer.reject(input->error());
      } else if (writer.wants(**input)) {
        return std::move(**input);
      }
    }
    return std::nullopt;
  };
  const auto deliver = [&](reading::Reading&& read) {
    if (read.error) {
      progress.failed(read.report->origin + ": " + read.report->id + ": " + read.error->message);
    } else {
      progress.read(count_words(read.report->text), share < 0 ? std::nullopt : std::optional(share.load()));
    }
    writer.take(std::move(read));
    return !writer.failed();
  };
  Result<void> done;
  {
    const std::jthread flusher = flushing(writer);
    done = read_all(*setup->models, setup->options, next, deliver);
  }
  const Result<void> kept = writer.finish();
  progress.clear();
  say(closing_line(writer.counts(), request.store));
  if (!done) return finish(out, complain(done.error()));
  if (!kept) return finish(out, complain(kept.error()));
  if (interrupted()) return finish(out, complain(fail(ErrorCode::interrupted).value()));
  return finish(out, writer.counts().rejected > 0 ? info(ErrorCode::file_unreadable).exit_code : 0);
}

}  // namespace

std::function<int()> add_ingest(CLI::App& app) {
  const auto request = std::make_shared<Request>();
  app.footer(
      "sitcen ingest --store day.sqlite reports/*.html\n"
      "sitcen ingest --recursive inbox/\n"
      "sitcen ingest --watch --store day.sqlite inbox/\n"
      "zcat wire.jsonl.gz | sitcen ingest --input jsonl -");
  const auto reading = add_reading_options(app);
  const auto store = add_store_option(app);
  app.add_flag("--json", request->json, "print a line for each input once it is safe in the store");
  app.add_flag("--watch", request->watch, "then wait for files that are put into the folders given, until Ctrl-C");
  app.add_flag("--keep-raw", reading->keep_raw, "keep the bytes each report was read from, with their SHA-256");
  app.add_option("--batch", request->batch,
                 "at most so many inputs are written in one transaction; none waits for more than a second")
      ->type_name("N")
      ->check(CLI::Range(1, 100000))
      ->capture_default_str();
  return [request, reading, store] {
    request->store = store();
    return ingest(*reading, *request);
  };
}

}  // namespace sitcen::cli
