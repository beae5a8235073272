#include "cli/model_path.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <functional>
#include <string_view>
#include <utility>

namespace sitcen::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kDefault = "en_core_web_md-3.8.0";
constexpr std::string_view kFallback = "en_core_web_sm";  // any version: packages name it differently
constexpr std::string_view kSuffix = ".sitmodel";
constexpr std::string_view kGazetteer = "places.sitgaz";

std::optional<std::string> variable(const char* name) {
  const char* value = std::getenv(name);
  if (value == nullptr || *value == '\0') return std::nullopt;
  return value;
}

bool is_file(const fs::path& path) {
  std::error_code ignored;
  return fs::is_regular_file(path, ignored);
}

std::optional<fs::path> by_name(const std::vector<fs::path>& folders, std::string_view name) {
  for (const fs::path& folder : folders) {
    fs::path path = folder / (std::string(name) + std::string(kSuffix));
    if (is_file(path)) return path;
  }
  return std::nullopt;
}

/// \return of the files in the first folder that has any, the one with the highest name
std::optional<fs::path> by_prefix(const std::vector<fs::path>& folders, std::string_view prefix) {
  for (const fs::path& folder : folders) {
    std::vector<fs::path> found;
    std::error_code error;
    for (fs::directory_iterator at(folder, error); !error && at != fs::directory_iterator(); at.increment(error)) {
      if (at->path().extension() == kSuffix && at->path().filename().string().starts_with(prefix) &&
          is_file(at->path()))
        found.push_back(at->path());
    }
    if (!found.empty()) return *std::ranges::max_element(found);
  }
  return std::nullopt;
}

}  // namespace

fs::path user_model_folder() {
  if (const auto data = variable("XDG_DATA_HOME")) return fs::path(*data) / "sitcen" / "models";
  if (const auto home = variable("HOME")) return fs::path(*home) / ".local" / "share" / "sitcen" / "models";
  return {};
}

std::vector<fs::path> model_folders() {
  std::vector<fs::path> folders;
  if (fs::path user = user_model_folder(); !user.empty()) folders.push_back(std::move(user));
  std::error_code error;
  if (const fs::path self = fs::read_symlink("/proc/self/exe", error); !error)
    folders.push_back(self.parent_path() / "models");
  return folders;
}

Result<fs::path> find_model(const std::optional<std::string>& wish) {
  const auto wanted = wish ? wish : variable("SITCEN_MODEL");
  if (wanted && (wanted->find('/') != wanted->npos || wanted->ends_with(kSuffix))) {
    std::error_code ignored;
    if (!fs::exists(*wanted, ignored)) return fail(ErrorCode::file_not_found, {*wanted});
    return fs::path(*wanted);
  }
  const std::vector<fs::path> folders = model_folders();
  if (auto found = by_name(folders, wanted ? std::string_view(*wanted) : kDefault)) return *found;
  if (!wanted) {
    if (auto found = by_prefix(folders, kFallback)) return *found;
  }
  std::string places;
  for (const fs::path& folder : folders) places += (places.empty() ? "" : ", ") + folder.string();
  return fail(ErrorCode::model_not_found, {wanted ? std::string_view(*wanted) : kDefault, places});
}

std::vector<fs::path> models_named_for(std::string_view language, const fs::path& folder) {
  const std::string prefix = std::string(language) + '_';
  std::vector<std::pair<std::uintmax_t, fs::path>> found;
  std::error_code error;
  for (fs::directory_iterator at(folder.empty() ? "." : folder, error); !error && at != fs::directory_iterator();
       at.increment(error)) {
    if (at->path().extension() != kSuffix || !at->path().filename().string().starts_with(prefix) ||
        !is_file(at->path()))
      continue;
    std::error_code ignored;
    found.emplace_back(fs::file_size(at->path(), ignored), at->path());
  }
  std::ranges::sort(found, std::greater());
  std::vector<fs::path> files;
  for (auto& [size, file] : found) files.push_back(std::move(file));
  return files;
}

Result<std::optional<fs::path>> find_gazetteer(const std::optional<std::string>& wish, const fs::path& model) {
  if (const auto wanted = wish ? wish : variable("SITCEN_GAZETTEER")) {
    if (!is_file(*wanted)) return fail(ErrorCode::gazetteer_not_found, {*wanted});
    return fs::path(*wanted);
  }
  std::vector<fs::path> folders = model_folders();
  if (!model.empty()) folders.insert(folders.begin(), model.parent_path());
  for (const fs::path& folder : folders)
    if (const fs::path path = folder / kGazetteer; is_file(path)) return path;
  return std::optional<fs::path>();
}

}  // namespace sitcen::cli
