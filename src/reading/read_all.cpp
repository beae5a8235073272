#include <exception>
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

/// Reads one report into `reading`, whose memory is used again.
void read_one(Engine& engine, const Knowledge& knowledge, const ReadOptions& options, Report&& report,
              Reading& reading) {
  reading.error = guarded([&]() -> std::optional<Error> {
    if (reading.document.tokens.capacity() > kKeptTokens) reading.document = {};
    reading.findings = {};
    reading.report = std::make_unique<Report>(std::move(report));
    if (auto error = read_document(engine, options, reading)) return error;
    if (options.only_language) return std::nullopt;
    reading.findings = read_findings(*reading.report, reading.document, knowledge, options);
    if (!reading.report->published) reading.report->published = reading.findings.published;
    return std::nullopt;
  });
  if (!reading.error) return;
  reading.document = {};
  reading.findings = {};
}

Result<std::vector<Engine>> make_engines(const std::shared_ptr<const Model>& model, const ReadOptions& options) {
  std::vector<Engine> engines;
  for (unsigned i = 0; i < std::max(options.threads, 1U); ++i) {
    Result<Engine> engine = Engine::create(model, options.engine);
    if (!engine) return fail(std::move(engine.error()));
    engines.push_back(std::move(*engine));
  }
  return engines;
}

}  // namespace

Result<void> read_all(const std::shared_ptr<const Model>& model, const Knowledge& knowledge, const ReadOptions& options,
                      const std::function<std::optional<Report>()>& next,
                      const std::function<bool(Reading&&)>& deliver) {
  Result<std::vector<Engine>> engines = make_engines(model, options);
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
    read_one((*engines)[thread], knowledge, options, std::move(report), reading);
  };
  const auto threads = static_cast<unsigned>(engines->size());
  base::OrderedWork<Report, Reading> work({.threads = threads, .items = threads * kInFlightPerThread});
  work.run(take, [](const Report& report) { return report.text.size(); }, read, hand_over);

  if (deliver_error) return fail(std::move(*deliver_error));
  if (source_error) return fail(std::move(*source_error));
  return {};
}

}  // namespace sitcen::reading
