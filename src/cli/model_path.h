#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sitcen/result.h"

namespace sitcen::cli {

/// \return the folder imported models go to: $XDG_DATA_HOME/sitcen/models or ~/.local/share/sitcen/models; empty if
///         neither variable is set
[[nodiscard]] std::filesystem::path user_model_folder();

/// \return where models are looked for, in order: the user's folder, then `models` beside the program
[[nodiscard]] std::vector<std::filesystem::path> model_folders();

/// Finds the model file that a command is to use.
/// \param wish  value of --model: a file, or the name of a model in one of the folders; none: $SITCEN_MODEL, else
///              en_core_web_md-3.8.0, else an en_core_web_sm
/// \return file_not_found or model_not_found with the places that were looked in
[[nodiscard]] Result<std::filesystem::path> find_model(const std::optional<std::string>& wish);

/// \return the model files of a folder whose names begin with a language ("fr_"), the largest first
[[nodiscard]] std::vector<std::filesystem::path> models_named_for(std::string_view language,
                                                                  const std::filesystem::path& folder);

/// Finds the gazetteer that a command is to use.
/// \param wish  value of --gazetteer, a file; none: $SITCEN_GAZETTEER, else places.sitgaz beside the model, else in one
/// of the model folders
/// \param model  the model file in use; empty: none
/// \return none where nothing was asked for and none is there; file_not_found where the asked for is not there
[[nodiscard]] Result<std::optional<std::filesystem::path>> find_gazetteer(const std::optional<std::string>& wish,
                                                                          const std::filesystem::path& model);

}  // namespace sitcen::cli
