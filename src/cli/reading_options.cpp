#include "cli/reading_options.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <thread>

#include "cli/model_path.h"
#include "ingest/language_id.h"

namespace sitcen::cli {
namespace {

CLI::Option* add_choice(CLI::App& app, const std::string& name, std::string& value, std::vector<std::string> choices,
                        const std::string& text, const std::string& value_name) {
  return app.add_option(name, value, text)->type_name(value_name)->check(CLI::IsMember(std::move(choices)));
}

Isa isa_of(const std::string& name) {
  if (name == "plain") return Isa::plain;
  if (name == "avx2") return Isa::avx2;
  return name == "avx512" ? Isa::avx512 : Isa::best;
}

std::optional<std::string> given(const std::string& text) { return text.empty() ? std::nullopt : std::optional(text); }

Result<ingest::IngestOptions> ingest_options(const ReadingRequest& request) {
  ingest::IngestOptions options;
  if (!request.input.empty()) {
    auto kind = ingest::input_kind(request.input);
    if (!kind) return fail(std::move(kind.error()));
    options.input = *kind;
  }
  options.encoding = given(request.encoding);
  options.keep_raw = request.keep_raw;
  // A page is longer than its text, and a line of JSON than what it holds.
  options.max_report_bytes = std::max(options.max_report_bytes, request.max_report_bytes);
  if (auto checked = ingest::check(options); !checked) return fail(std::move(checked.error()));
  return options;
}

Result<ingest::LanguageIdentifier> open_languages(const std::optional<std::string>& wish,
                                                  const std::filesystem::path& model) {
  if (wish) return ingest::LanguageIdentifier::open(*wish);
  const auto beside = model.parent_path() / "lid.176.ftz";
  std::error_code error;
  if (std::filesystem::exists(beside, error)) return ingest::LanguageIdentifier::open(beside);
  return ingest::LanguageIdentifier();
}

reading::ReadOptions read_options(const ReadingRequest& request) {
  reading::ReadOptions options;
  options.engine.isa = isa_of(request.isa);
  options.engine.precision = request.precision == "bf16" ? Precision::bf16 : Precision::f32;
  options.threads = request.threads > 0 ? request.threads : std::max(1U, std::thread::hardware_concurrency());
  options.statements = request.statements == "wide" ? reading::StatementScope::wide : reading::StatementScope::strict;
  options.max_report_bytes = request.max_report_bytes;
  return options;
}

using OpenModels = std::vector<std::shared_ptr<const Model>>;

/// The models that were asked for besides the first.
Result<OpenModels> open_others(const std::vector<std::string>& wishes) {
  OpenModels models;
  for (std::size_t i = 1; i < wishes.size(); ++i) {
    const auto file = find_model(wishes[i]);
    if (!file) return fail(file.error());
    auto model = open_model(*file);
    if (!model) return fail(std::move(model.error()));
    models.push_back(std::move(*model));
  }
  return models;
}

/// One that was asked for, else the largest in the folder of the first. \return null if there is none
Result<std::shared_ptr<const Model>> model_of(std::string_view language, const OpenModels& given,
                                              const std::filesystem::path& folder) {
  for (const auto& model : given)
    if (info(*model).language == language) return model;
  for (const std::filesystem::path& file : models_named_for(language, folder)) {
    auto model = open_model(file);
    if (!model) return fail(std::move(model.error()));
    if (info(**model).language == language) return std::move(*model);
  }
  return nullptr;
}

}  // namespace

std::shared_ptr<ReadingRequest> add_reading_options(CLI::App& app) {
  const auto request = std::make_shared<ReadingRequest>();
  constexpr unsigned kMostThreads = 1024;
  app.add_option("INPUTS", request->inputs, "files to read; - is standard input")->required();
  app.add_flag("--recursive", request->recursive, "read the files of folders too");
  app.add_option("--input", request->input, "what the inputs are, whatever their names and first bytes say")
      ->type_name("KIND")
      ->check(CLI::IsMember(ingest::input_kind_names()));
  app.add_option("--encoding", request->encoding, "how the inputs are encoded, e.g. windows-1251")->type_name("NAME");
  app.add_option("--max-report-bytes", request->max_report_bytes, "refuse longer reports")
      ->type_name("N")
      ->capture_default_str();
  app.add_option("--model", request->models,
                 "language model: a .sitmodel file or the name of an imported one; again for another language")
      ->type_name("MODEL")
      ->allow_extra_args(false)
      ->envname("SITCEN_MODEL");
  app.add_option("--gazetteer", request->gazetteer,
                 "where places are looked up (default: places.sitgaz beside the model)")
      ->type_name("FILE")
      ->envname("SITCEN_GAZETTEER");
  app.add_option("--languages", request->languages,
                 "fastText's lid.176.ftz, to identify languages a little better (default: the one beside the model)")
      ->type_name("FILE")
      ->envname("SITCEN_LANGUAGES");
  app.add_option("--threads", request->threads, "how many reports are read at a time (default: one a core)")
      ->type_name("N")
      ->check(CLI::Range(1U, kMostThreads));
  add_choice(app, "--statements", request->statements, {"strict", "wide"},
             "strict: what is said; wide: also what is thought, shown or done with words", "SCOPE")
      ->capture_default_str();
  add_choice(app, "--precision", request->precision, {"f32", "bf16"},
             "of the arithmetic: f32, or bf16, which is faster", "P")
      ->capture_default_str();
  add_choice(app, "--isa", request->isa, {"best", "plain", "avx2", "avx512"},
             "processor instructions: best, plain, avx2 or avx512; all give the same answers", "ISA")
      ->capture_default_str();
  app.add_flag("--progress", request->progress, "tell on standard error how far the work is, and sum up at the end");
  return request;
}

Result<ReadingSetup> set_up(const ReadingRequest& request) {
  ReadingSetup setup;
  setup.options = read_options(request);
  auto ingest = ingest_options(request);
  if (!ingest) return fail(std::move(ingest.error()));
  setup.ingest = std::move(*ingest);
  const auto file = find_model(request.models.empty() ? std::nullopt : std::optional(request.models.front()));
  if (!file) return fail(file.error());
  auto model = open_model(*file);
  if (!model) return fail(std::move(model.error()));
  auto others = open_others(request.models);
  if (!others) return fail(std::move(others.error()));
  auto languages = open_languages(given(request.languages), *file);
  if (!languages) return fail(std::move(languages.error()));
  setup.ingest.languages = std::make_shared<const ingest::LanguageIdentifier>(std::move(*languages));
  const auto places = find_gazetteer(given(request.gazetteer), *file);
  if (!places) return fail(places.error());
  std::shared_ptr<const reading::Gazetteer> gazetteer;
  if (const std::optional<std::filesystem::path>& found = *places) {
    auto opened = reading::Gazetteer::open(*found);
    if (!opened) return fail(std::move(opened.error()));
    gazetteer = std::move(*opened);
  }
  setup.models =
      std::make_unique<reading::Models>(std::move(*model), std::move(gazetteer),
                                        [given = std::move(*others), folder = file->parent_path()](
                                            std::string_view language) { return model_of(language, given, folder); });
  return setup;
}

}  // namespace sitcen::cli
