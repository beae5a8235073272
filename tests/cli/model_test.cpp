#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "places.h"
#include "sitcen.h"

namespace sitcen::test {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

fs::path real_model() { return model_file("sm"); }

/// A home of its own; models beside the program are found as well.
class ModelCommand : public ::testing::Test {
 protected:
  Ended model(std::vector<std::string> arguments, Call call = {}) {
    arguments.insert(arguments.begin(), "model");
    call.variables["XDG_DATA_HOME"] = home_.path("data");
    call.variables.try_emplace("SITCEN_MODEL", "");
    return sitcen(arguments, call);
  }
  /// Puts the imported model where the program looks for it. \return its path, empty if there is none
  std::string install() {
    if (!fs::exists(real_model())) return {};
    const fs::path models = fs::path(home_.path("data")) / "sitcen" / "models";
    fs::create_directories(models);
    fs::copy_file(real_model(), models / "en_core_web_sm-3.8.0.sitmodel");
    return (models / "en_core_web_sm-3.8.0.sitmodel").string();
  }

  TemporaryFolder home_;
};

TEST_F(ModelCommand, WhatCannotBeImportedSaysWhyAndLeavesNothingBehind) {
  const Ended missing = model({"import", home_.path("none.whl")});
  EXPECT_EQ(missing.code, 3);
  EXPECT_NE(missing.err.find("none.whl: no such file"), std::string::npos) << missing.err;

  const Ended no_archive =
      model({"import", home_.write("text.whl", "not a wheel"), "--out", home_.path("out.sitmodel")});
  EXPECT_EQ(no_archive.code, 4);
  EXPECT_NE(no_archive.err.find("text.whl"), std::string::npos) << no_archive.err;
  EXPECT_NE(no_archive.err.find("not a ZIP archive"), std::string::npos) << no_archive.err;
  EXPECT_FALSE(fs::exists(home_.path("out.sitmodel")));

  fs::create_directory(home_.path("folder"));
  const Ended no_pipeline = model({"import", home_.path("folder")});
  EXPECT_EQ(no_pipeline.code, 4);
  EXPECT_NE(no_pipeline.err.find("no spaCy pipeline"), std::string::npos) << no_pipeline.err;

  EXPECT_EQ(model({"import", "/dev/null"}).code, 4);
  EXPECT_EQ(model({"import"}).code, 2);
}

TEST_F(ModelCommand, AModelThatIsNotThereIsLookedForAndTheHintSaysHowToGetOne) {
  const Ended show = model({"show", "no_such_model"});
  EXPECT_EQ(show.code, 3);
  EXPECT_NE(show.err.find("no model no_such_model; looked in " + home_.path("data")), std::string::npos) << show.err;
  EXPECT_NE(show.err.find("sitcen model import"), std::string::npos) << show.err;
  EXPECT_EQ(model({"verify", home_.path("none.sitmodel")}).code, 3);
}

TEST_F(ModelCommand, AModelIsFoundByNameByFileAndByTheVariable) {
  const std::string path = install();
  if (path.empty()) GTEST_SKIP() << "no model at " << real_model() << ": ./dev imports it";
  json listed;
  for (const std::string& line : lines(model({"list", "--json"}).out))
    if (const json row = json::parse(line); row["path"] == path) listed = row;
  EXPECT_EQ(listed["language"], "en");
  EXPECT_EQ(listed["bytes"], fs::file_size(path));
  EXPECT_NE(model({"list"}).out.find("en_core_web_sm-3.8.0\ten\t"), std::string::npos);

  const auto shown = [&](const Ended& show) {
    EXPECT_EQ(show.code, 0) << show.err;
    return json::parse(show.out);
  };
  EXPECT_EQ(shown(model({"show", "--json", "en_core_web_sm-3.8.0"}))["path"], path);
  EXPECT_EQ(shown(model({"show", "--json", path}))["path"], path);
  Call by_variable;
  by_variable.variables["SITCEN_MODEL"] = path;
  EXPECT_EQ(shown(model({"show", "--json"}, by_variable))["path"], path);
  EXPECT_GT(shown(model({"show", "--json", path}))["arrays"]["tokenizer.prefix"], 1000);
  EXPECT_EQ(model({"verify", "en_core_web_sm-3.8.0"}).out, path + ": whole\n");
}

TEST_F(ModelCommand, VerifyFindsACutAndAFlippedBit) {
  const std::string path = install();
  if (path.empty()) GTEST_SKIP() << "no model at " << real_model() << ": ./dev imports it";
  {
    std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(5'000'000);
    const int byte = file.peek();
    file.put(static_cast<char>(byte ^ 1));
  }
  const Ended flipped = model({"verify", path});
  EXPECT_EQ(flipped.code, 1);
  EXPECT_NE(flipped.err.find("damaged"), std::string::npos) << flipped.err;
  fs::resize_file(path, fs::file_size(path) / 2);
  const Ended cut = model({"verify", path});
  EXPECT_EQ(cut.code, 1);
  EXPECT_NE(cut.err.find("damaged"), std::string::npos) << cut.err;
  EXPECT_EQ(model({"list"}).code, 1);  // named on standard error; others would still be listed
}

}  // namespace
}  // namespace sitcen::test
