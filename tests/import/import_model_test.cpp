#include "language/import/import_model.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "language/import/zip_archive.h"
#include "language/model_file.h"
#include "places.h"

namespace sitcen::language {
namespace {

namespace fs = std::filesystem;

/// The small model's wheel, where ./dev has fetched it.
fs::path wheel() {
  if (!fs::exists(test::kDownloads)) return {};
  for (const auto& folder : fs::directory_iterator(test::kDownloads)) {
    if (!folder.path().filename().string().starts_with("sm-")) continue;
    for (const auto& file : fs::directory_iterator(folder.path()))
      if (file.path().extension() == ".whl") return file.path();
  }
  return {};
}

std::string bytes_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

class ImportModel : public ::testing::Test {
 protected:
  void SetUp() override {
    if (wheel().empty()) GTEST_SKIP() << "no wheel in " << test::kDownloads << ": scripts/fetch sm fetches it";
    folder_ = fs::temp_directory_path() /
              ("sitcen-import-" + std::to_string(::testing::UnitTest::GetInstance()->random_seed()) + "-" +
               std::to_string(getpid()));
  }
  void TearDown() override {
    if (!folder_.empty()) fs::remove_all(folder_);
  }
  fs::path folder_;
};

TEST_F(ImportModel, TheSameWheelGivesTheSameBytes) {
  const auto first = import_model(wheel());
  ASSERT_TRUE(first) << first.error().message;
  EXPECT_EQ(*first, import_model(wheel()).value());
}

TEST_F(ImportModel, AnUnpackedWheelGivesTheSameModelFromAnotherSource) {
  const auto archive = ZipArchive::open(bytes_of(wheel()), "wheel").value();
  for (const auto& entry : archive.entries()) {
    fs::create_directories((folder_ / entry.path).parent_path());
    std::ofstream(folder_ / entry.path, std::ios::binary) << archive.read(entry).value();
  }
  const auto packed = model_file_of(import_model(wheel()).value(), "packed").value();
  const auto unpacked = model_file_of(import_model(folder_).value(), "unpacked").value();
  ASSERT_EQ(packed->entries().size(), unpacked->entries().size());
  for (std::size_t i = 0; i < packed->entries().size(); ++i) {
    const auto& a = packed->entries()[i];
    const auto& b = unpacked->entries()[i];
    ASSERT_EQ(a.name, b.name);
    const bool same = std::equal(a.bytes.begin(), a.bytes.end(), b.bytes.begin(), b.bytes.end());
    EXPECT_EQ(same, a.name != "meta.source") << a.name;
  }
}

TEST_F(ImportModel, AMissingPartIsNamed) {
  const auto archive = ZipArchive::open(bytes_of(wheel()), "wheel").value();
  for (const auto& entry : archive.entries()) {
    fs::create_directories((folder_ / entry.path).parent_path());
    std::ofstream(folder_ / entry.path, std::ios::binary) << archive.read(entry).value();
  }
  for (const auto& file : fs::recursive_directory_iterator(folder_)) {
    if (file.path().filename() != "patterns") continue;
    fs::remove(file.path());
    break;
  }
  const auto imported = import_model(folder_);
  ASSERT_FALSE(imported);
  EXPECT_EQ(imported.error().code, ErrorCode::import_damaged);
  EXPECT_NE(imported.error().message.find("attribute_ruler/patterns"), std::string::npos) << imported.error().message;
}

}  // namespace
}  // namespace sitcen::language
