#include "reading/places/gazetteer.h"

#include <gtest/gtest.h>

#include <fstream>

#include "reading/places/name_key.h"
#include "small.h"

namespace sitcen::reading {
namespace {

TEST(NameKey, FoldsWhatWritersDoNotAgreeOn) {
  EXPECT_EQ(name_key("St. Mary's-on-Sea"), "saint marys on sea");
  EXPECT_EQ(name_key("The Hague"), "hague");
  EXPECT_EQ(name_key("S\u00E3o  Paulo"), "sao paulo");
  EXPECT_EQ(name_key("FT. KOS"), "fort kos");
  EXPECT_EQ(name_key("..."), "");
}

TEST(GazetteerFile, AnswersByNameMostPeopleFirst) {
  const auto gazetteer = Gazetteer::from_bytes(test::small_gazetteer(), "small");
  ASSERT_TRUE(gazetteer) << gazetteer.error().message;
  const Gazetteer& g = **gazetteer;
  const NameLinks links = g.find("brennau");
  ASSERT_EQ(links.size(), 2U);
  const GazetteerRow& first = *g.row(links[0].row);
  EXPECT_EQ(g.reference(first), "geonames:77");
  EXPECT_EQ(g.country_code(first.country), "TLV");
  const GazetteerRow& second = *g.row(links[1].row);
  EXPECT_EQ(g.reference(second), "sitcen:Brennau");
  EXPECT_EQ(g.name(*g.row(g.admin1_row(second.admin1))), "Westmark");
  EXPECT_EQ(g.find("new brennau")[0].use, NameUse::alternate);
  EXPECT_TRUE(g.find("brenna").empty());
  EXPECT_EQ(g.unit("OR.WM"), g.find("westmark")[0].row);
  EXPECT_FALSE(g.unit("OR.XX"));
}

TEST(GazetteerFile, EveryCutAndEveryFlippedByteIsNoticed) {
  const std::string whole = test::small_gazetteer();
  constexpr std::size_t kStep = 997;  // the file is 256 KB of mostly empty buckets
  for (std::size_t size = 0; size < whole.size(); size += kStep) {
    const auto cut = Gazetteer::from_bytes(whole.substr(0, size), "cut.sitgaz");
    ASSERT_FALSE(cut) << size;
    EXPECT_EQ(cut.error().code, ErrorCode::gazetteer_damaged);
    std::string flipped = whole;
    flipped[size] = static_cast<char>(flipped[size] ^ 4);
    ASSERT_FALSE(Gazetteer::from_bytes(flipped, "flipped.sitgaz")) << size;
  }
}

TEST(GazetteerFile, AnotherFormatSaysWhichOneIsRead) {
  std::string other = test::small_gazetteer();
  other[8] = 9;
  const auto read = Gazetteer::from_bytes(other, "other.sitgaz");
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().code, ErrorCode::gazetteer_version);
  EXPECT_NE(read.error().message.find("other.sitgaz"), std::string::npos);
}

TEST(GazetteerFile, AMappedFileIsReadAsBytesAre) {
  const auto path = std::filesystem::path(testing::TempDir()) / "places-small.sitgaz";
  std::ofstream(path, std::ios::binary) << test::small_gazetteer();
  const auto mapped = Gazetteer::open(path);
  ASSERT_TRUE(mapped) << mapped.error().message;
  EXPECT_EQ((*mapped)->find("brennau").size(), 2U);
  std::filesystem::remove(path);
  const auto gone = Gazetteer::open(path);
  ASSERT_FALSE(gone);
  EXPECT_EQ(gone.error().code, ErrorCode::file_not_found);
}

}  // namespace
}  // namespace sitcen::reading
