#include "language/model_file.h"

#include <gtest/gtest.h>

#include <array>
#include <cstdint>

namespace sitcen::language {
namespace {

std::string sample() {
  ModelFileWriter writer;
  const std::array<float, 5> weights = {1, 2, 3, 4, 5};
  writer.add<float>("weights", weights);
  writer.add_text("name", "small");
  return writer.finish(kModelFile);
}

TEST(ModelFile, GivesBackWhatWasWrittenAligned) {
  const auto file = model_file_of(sample(), "sample");
  ASSERT_TRUE(file) << file.error().message;
  const auto weights = (*file)->array<float>("weights");
  ASSERT_TRUE(weights);
  ASSERT_EQ(weights->size(), 5U);
  EXPECT_EQ((*weights)[4], 5.0F);
  EXPECT_EQ(reinterpret_cast<std::uintptr_t>(weights->data()) % 64, 0U);
  EXPECT_EQ((*file)->text("name").value(), "small");
  EXPECT_FALSE((*file)->array<float>("other"));
  EXPECT_FALSE((*file)->array<double>("weights"));
}

TEST(ModelFile, EveryCutIsNoticed) {
  const std::string whole = sample();
  for (std::size_t size = 0; size < whole.size(); ++size) {
    const auto file = model_file_of(whole.substr(0, size), "cut");
    ASSERT_FALSE(file) << size;
    EXPECT_EQ(file.error().code, ErrorCode::model_damaged);
  }
}

TEST(ModelFile, EveryFlippedBitIsNoticed) {
  const std::string whole = sample();
  for (std::size_t bit = 0; bit < whole.size() * 8; ++bit) {
    std::string bad = whole;
    bad[bit / 8] = static_cast<char>(bad[bit / 8] ^ (1 << (bit % 8)));
    ASSERT_FALSE(model_file_of(bad, "flipped")) << bit;
  }
}

TEST(ModelFile, AnotherFormatSaysWhichOneIsRead) {
  std::string other = sample();
  other[8] = 9;
  const auto file = model_file_of(other, "other.sitmodel");
  ASSERT_FALSE(file);
  EXPECT_EQ(file.error().code, ErrorCode::model_version);
  EXPECT_NE(file.error().message.find("other.sitmodel"), std::string::npos);
}

}  // namespace
}  // namespace sitcen::language
