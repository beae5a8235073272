#pragma once

#include <string>
#include <string_view>

// Where this build, its models and its sources are. Only places.cpp has the paths in it, so that ccache serves every
// other file of the tests to a checkout in another folder.
namespace sitcen::test {

extern const char* const kProgram;    ///< the program `sitcen` of this build
extern const char* const kSources;    ///< the top of the checkout
extern const char* const kDownloads;  ///< what scripts/fetch has fetched

/// \param name md or sm
/// \return where ./dev imports that model, or the folder SITCEN_TEST_MODEL_DIR; whether it is there is not looked at
std::string model_file(std::string_view name);

/// \param name as `sitcen model list` says it: "fr_core_news_sm-3.8.0"
/// \return that model in the folder of the models, or where ./dev test --long imports it for tests alone
std::string other_model_file(std::string_view name);

/// \return where ./dev builds the gazetteer, in the folder of the models
std::string gazetteer_file();

}  // namespace sitcen::test
