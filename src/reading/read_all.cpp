#include <exception>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "base/ordered_work.h"
#include "reading/reader.h"

namespace sitcen::reading {
namespace {

constexpr std::size_t kInFlightPerThread = 8;
constexpr std::size_t kKeptTokens = 50'000;  ///< a document that had more gives its memory back

Error unexpected(const char* what) { return fail(ErrorCode::internal, {what}).value(); }

/// \return what `step` returns, an exception as an error
template <class Step>
std::optional<Error> guarded(Step step) {
  try {
    return step();
  } catch (const std::exception& exception) {
    return unexpected(exception.what());
  } catch (...) {
    return unexpected("an exception of an unknown kind");
  }
}

std::optional<Error> read_document(Engine& engine, const ReadOptions& options, Reading& reading) {
  const std::string& text = reading.report->text;
  if (text.size() > options.max_report_bytes) {
    return fail(ErrorCode::report_too_long, {std::to_string(text.size()), std::to_string(options.max_report_bytes)})
        .value();
  }
  if (Result<void> read = engine.read(text, reading.document); !read) return std::move(read.error());
  return std::nullopt;
}

/// The engines of one thread, by what they read with.
using Engines = std::map<const LanguageReader*, Engine>;

Result<Engine*> engine_of(Engines& engines, const LanguageReader& reader, const ReadOptions& options) {
  const auto known = engines.find(&reader);
  if (known != engines.end()) return &known->second;
  Result<Engine> engine = Engine::create(reader.model, options.engine);
  if (!engine) return fail(std::move(engine.error()));
  return &engines.emplace(&reader, std::move(*engine)).first->second;
}

/// Reads one report into `reading`, whose memory is used again.
void read_one(Engines& engines, Models& models, const ReadOptions& options, Report&& report, Reading& reading) {
  reading.error = guarded([&]() -> std::optional<Error> {
    if (reading.document.tokens.capacity() > kKeptTokens) reading.document = {};
    reading.findings = {};
    reading.by = nullptr;
    reading.report = std::make_unique<Report>(std::move(report));
    const auto reader = models.of(*reading.report);
    if (!reader) return reader.error();
    if (*reader == nullptr) {
      reading.document = {};
      reading.document.text = reading.report->text;
      return std::nullopt;
    }
    const auto engine = engine_of(engines, **reader, options);
    if (!engine) return engine.error();
    reading.by = *reader;
    if (auto error = read_document(**engine, options, reading)) return error;
    if (options.only_language) return std::nullopt;
    reading.findings = read_findings(*reading.report, reading.document, reading.by->knowledge, options);
    if (!reading.report->published) reading.report->published = reading.findings.published;
    return std::nullopt;
  });
  if (!reading.error) return;
  reading.document = {};
  reading.findings = {};
}

/// An engine of the first model for each thread; those of others are made when they are needed.
Result<std::vector<Engines>> make_engines(const Models& models, const ReadOptions& options) {
  std::vector<Engines> engines(std::max(options.threads, 1U));
  for (Engines& of_thread : engines)
    if (auto engine = engine_of(of_thread, models.first(), options); !engine) return fail(std::move(engine.error()));
  return engines;
}

}  // namespace

Result<void> read_all(Models& models, const ReadOptions& options, const std::function<std::optional<Report>()>& next,
                      const std::function<bool(Reading&&)>& deliver) {
  Result<std::vector<Engines>> engines = make_engines(models, options);
  if (!engines) return fail(std::move(engines.error()));

  // A source or a receiver that throws ends the reading; what was read before is still delivered in order.
  std::optional<Error> source_error, deliver_error;
  const auto take = [&] {
    std::optional<Report> report;
    source_error = guarded([&]() -> std::optional<Error> {
      report = next();
      return std::nullopt;
    });
    return source_error ? std::nullopt : std::move(report);
  };
  const auto hand_over = [&](Reading& reading) {
    bool more = false;
    deliver_error = guarded([&]() -> std::optional<Error> {
      more = deliver(std::move(reading));
      return std::nullopt;
    });
    return more;
  };
  const auto read = [&](unsigned thread, Report&& report, Reading& reading) {
    read_one((*engines)[thread], models, options, std::move(report), reading);
  };
  const auto threads = static_cast<unsigned>(engines->size());
  base::OrderedWork<Report, Reading> work({.threads = threads, .items = threads * kInFlightPerThread});
  work.run(take, [](const Report& report) { return report.text.size(); }, read, hand_over);

  if (deliver_error) return fail(std::move(*deliver_error));
  if (source_error) return fail(std::move(*source_error));
  return {};
}

}  // namespace sitcen::reading
