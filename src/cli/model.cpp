#include "language/model.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "cli/atomic_file.h"
#include "cli/command.h"
#include "cli/model_path.h"
#include "cli/streams.h"
#include "language/import/import_model.h"
#include "language/model_file.h"
#include "language/model_info.h"

namespace sitcen::cli {
namespace {

namespace fs = std::filesystem;
using language::ModelFile;

struct ModelAsked {
  std::string source;
  std::string out;
  std::optional<std::string> model;
  bool json = false;
};

/// A model file that is there and whole.
struct Opened {
  fs::path path;
  std::shared_ptr<const ModelFile> file;
  ModelInfo info;
};

Result<Opened> open_file(const fs::path& path) {
  auto file = language::open_model_file(path);
  if (!file) return fail(std::move(file.error()));
  auto info = language::read_info(**file);
  if (!info) return fail(std::move(info.error()));
  return Opened{path, std::move(*file), std::move(*info)};
}

Result<Opened> open_wanted(const std::optional<std::string>& wish) {
  auto path = find_model(wish);
  if (!path) return fail(std::move(path.error()));
  return open_file(*path);
}

std::string megabytes(std::uint64_t bytes) {
  const std::uint64_t tenths = (bytes * 10 + 500'000) / 1'000'000;
  return std::to_string(tenths / 10) + '.' + std::to_string(tenths % 10) + " MB";
}

nlohmann::ordered_json as_json(const Opened& model) {
  return {{"name", model.info.name},     {"language", model.info.language}, {"licence", model.info.licence},
          {"source", model.info.source}, {"bytes", model.info.bytes},       {"path", model.path.string()}};
}

/// Where a model goes without --out: the user's folder, made if it is not there.
Result<fs::path> default_target(const std::string& name) {
  const fs::path folder = user_model_folder();
  if (folder.empty())
    return fail(ErrorCode::usage, {"neither XDG_DATA_HOME nor HOME is set; say where with --out FILE"});
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) return fail(ErrorCode::file_unwritable, {folder.string(), error.message()});
  return folder / (name + ".sitmodel");
}

Result<fs::path> import_to(const ModelAsked& asked) {
  const auto bytes = language::import_model(fs::path(asked.source));
  if (!bytes) return fail(bytes.error());
  // What was written is read back before it takes its place: a model that is there can be used.
  const auto file = language::model_file_of(*bytes, asked.source);
  if (!file) return fail(file.error());
  if (auto model = Model::load(*file); !model) return fail(std::move(model.error()));
  const auto info = language::read_info(**file);
  if (!info) return fail(info.error());
  auto target = asked.out.empty() ? default_target(info->name) : Result<fs::path>(asked.out);
  if (!target) return target;
  if (auto ok = write_atomically(*target, *bytes); !ok) return fail(std::move(ok.error()));
  return target;
}

int run_import(const ModelAsked& asked) {
  const auto target = import_to(asked);
  if (!target) return complain(target.error());
  Output out;
  out.write(target->string() + '\n');
  return finish(out);
}

int run_list(const ModelAsked& asked) {
  std::vector<fs::path> paths;
  for (const fs::path& folder : model_folders()) {
    std::error_code error;
    const std::size_t first = paths.size();
    for (fs::directory_iterator at(folder, error); !error && at != fs::directory_iterator(); at.increment(error))
      if (at->path().extension() == ".sitmodel") paths.push_back(at->path());
    std::sort(paths.begin() + static_cast<std::ptrdiff_t>(first), paths.end());
  }
  Output out;
  int code = 0;
  for (const fs::path& path : paths) {
    const auto model = open_file(path);
    if (!model) {  // the others are still listed
      code = complain(model.error());
    } else if (asked.json) {
      out.write(as_json(*model).dump() + '\n');
    } else {
      out.write(path.stem().string() + '\t' + model->info.language + '\t' + megabytes(model->info.bytes) + '\t' +
                model->info.licence + '\t' + path.string() + '\n');
    }
  }
  return finish(out, code);
}

int run_show(const ModelAsked& asked) {
  const auto model = open_wanted(asked.model);
  if (!model) return complain(model.error());
  Output out;
  if (asked.json) {
    auto shown = as_json(*model);
    for (const auto& entry : model->file->entries())
      shown["arrays"][std::string(entry.name)] = entry.bytes.size() / entry.element_size;
    out.write(shown.dump() + '\n');
    return finish(out);
  }
  const ModelInfo& info = model->info;
  out.write("name      " + info.name + "\nlanguage  " + info.language + "\nlicence   " + info.licence +
            "\nsource    sha256:" + info.source + "\nsize      " + megabytes(info.bytes) + "\npath      " +
            model->path.string() + "\narrays\n");
  for (const auto& entry : model->file->entries())
    out.write("  " + std::string(entry.name) + "  " + std::to_string(entry.bytes.size() / entry.element_size) + " x " +
              std::to_string(entry.element_size) + " bytes\n");
  return finish(out);
}

int run_verify(const ModelAsked& asked) {
  const auto model = open_wanted(asked.model);
  if (!model) return complain(model.error());
  if (auto whole = Model::load(model->file); !whole) return complain(whole.error());
  Output out;
  out.write(model->path.string() + ": whole\n");
  return finish(out);
}

}  // namespace

std::function<int()> add_model(CLI::App& app) {
  const auto asked = std::make_shared<ModelAsked>();
  app.footer(
      "sitcen model import en_core_web_md-3.8.0-py3-none-any.whl\nsitcen model list\nsitcen model show\n"
      "sitcen model verify en_core_web_md-3.8.0");
  app.require_subcommand(1);

  CLI::App* import = app.add_subcommand("import", "make a model file of a spaCy 3 pipeline");
  import->footer(
      "sitcen model import PIPELINE.whl\nsitcen model import site-packages/en_core_web_sm --out sm.sitmodel");
  import->add_option("SOURCE", asked->source, "a wheel, another ZIP archive or a folder with the pipeline")->required();
  import->add_option("-o,--out", asked->out, "where to write it; else NAME.sitmodel in the user's model folder")
      ->type_name("FILE");

  CLI::App* list = app.add_subcommand("list", "list the models there are");
  list->footer("sitcen model list\nsitcen model list --json");
  CLI::App* show = app.add_subcommand("show", "show what a model is and what it holds");
  show->footer("sitcen model show\nsitcen model show en_core_web_sm-3.8.0 --json");
  CLI::App* verify = app.add_subcommand("verify", "check that a model file is whole");
  verify->footer("sitcen model verify\nsitcen model verify model.sitmodel");
  for (CLI::App* sub : {show, verify}) sub->add_option("MODEL", asked->model, "a model file, or the name of a model");
  for (CLI::App* sub : {list, show}) sub->add_flag("--json", asked->json, "print JSON, one object a line");

  return [asked, import, list, show] {
    if (import->parsed()) return run_import(*asked);
    if (list->parsed()) return run_list(*asked);
    return show->parsed() ? run_show(*asked) : run_verify(*asked);
  };
}

}  // namespace sitcen::cli
