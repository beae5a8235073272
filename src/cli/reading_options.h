#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "ingest/ingest.h"
#include "reading/reader.h"
#include "sitcen/engine.h"

namespace CLI {
class App;
}

namespace sitcen::cli {

/// What a command that reads reports was asked for: `read` and `ingest` share these options.
struct ReadingRequest {
  std::vector<std::string> inputs;
  std::vector<std::string> models;   ///< the first is for texts whose language is not known
  std::string gazetteer, languages;  ///< empty: not given
  std::string precision = "f32", isa = "best", statements = "strict";
  unsigned threads = 0;  ///< 0: as many as there are cores
  std::string input, encoding;
  std::size_t max_report_bytes = 4'000'000;
  bool recursive = false;
  bool progress = false;
  bool keep_raw = false;  ///< give each report the bytes it was read from; an option of `ingest` alone
};

/// Declares INPUTS, --model, --gazetteer, --languages, --precision, --isa, --threads, --statements, --input,
/// --encoding,
/// --max-report-bytes,
/// --recursive and --progress. \return what was asked for, filled once the options are parsed
[[nodiscard]] std::shared_ptr<ReadingRequest> add_reading_options(CLI::App& app);

/// All that reading needs, checked and opened.
struct ReadingSetup {
  std::unique_ptr<reading::Models> models;
  reading::ReadOptions options;
  ingest::IngestOptions ingest;
};

/// \return unknown_encoding, model_not_found, model_damaged and the like: mistakes that no report can be read with
[[nodiscard]] Result<ReadingSetup> set_up(const ReadingRequest& request);

}  // namespace sitcen::cli
