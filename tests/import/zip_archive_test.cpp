#include "language/import/zip_archive.h"

#include <gtest/gtest.h>

#include "pack.h"

namespace sitcen::language {
namespace {

using test::zip;

std::string why(const Result<ZipArchive>& archive) { return archive ? "" : archive.error().message; }

TEST(ZipArchive, StoredAndDeflatedFilesComeOutAsTheyWentIn) {
  const std::string text(5000, 'x');
  const auto archive = ZipArchive::open(zip({{"b/long.txt", text}, {"a.txt", "short", false}}, "a comment"), "a.zip");
  ASSERT_TRUE(archive) << why(archive);
  ASSERT_EQ(archive->entries().size(), 2U);
  EXPECT_EQ(archive->entries()[0].path, "a.txt");
  EXPECT_EQ(archive->read(*archive->find("a.txt")).value(), "short");
  EXPECT_EQ(archive->read(*archive->find("b/long.txt")).value(), text);
  EXPECT_EQ(archive->find("c"), nullptr);
}

TEST(ZipArchive, EveryCutIsAnError) {
  const std::string whole = zip({{"a.txt", "some text that is packed"}, {"b.txt", "stored", false}});
  for (std::size_t size = 0; size < whole.size(); ++size) {
    const auto archive = ZipArchive::open(whole.substr(0, size), "cut.zip");
    ASSERT_FALSE(archive) << size;
    EXPECT_EQ(archive.error().code, ErrorCode::import_damaged);
  }
}

TEST(ZipArchive, AFlippedBitIsAnErrorOrChangesNothing) {
  const std::string text = "some text that is packed, some text that is packed";
  const std::string whole = zip({{"a.txt", text}});
  for (std::size_t bit = 0; bit < whole.size() * 8; ++bit) {
    std::string bytes = whole;
    bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ (1 << (bit % 8)));
    const auto archive = ZipArchive::open(bytes, "flipped.zip");
    if (!archive || archive->find("a.txt") == nullptr) continue;
    const auto content = archive->read(*archive->find("a.txt"));
    if (content) {
      EXPECT_EQ(*content, text) << bit;
    }
  }
}

TEST(ZipArchive, PathsThatLeaveTheArchiveAreRefused) {
  for (const char* path : {"../a", "/a", "a/../b", "a\\b", "./a", "a//b"}) {
    EXPECT_FALSE(ZipArchive::open(zip({{path, "x"}}), "a.zip")) << path;
  }
}

TEST(ZipArchive, AFileThatStandsThereTwiceIsRefused) {
  EXPECT_NE(why(ZipArchive::open(zip({{"a", "x"}, {"a", "y"}}), "a.zip")).find("twice"), std::string::npos);
}

TEST(ZipArchive, BombsAreRefusedBeforeTheyAreUnpacked) {
  const std::string bomb = zip({{"a", std::string(20'000'000, '\0')}});
  EXPECT_NE(why(ZipArchive::open(bomb, "a.zip")).find("200 times"), std::string::npos);

  ZipLimits small;
  small.total_bytes = 100;
  EXPECT_FALSE(ZipArchive::open(zip({{"a", std::string(60, 'a')}, {"b", std::string(60, 'b')}}), "a.zip", small));
  small = {};
  small.entries = 1;
  EXPECT_FALSE(ZipArchive::open(zip({{"a", "a"}, {"b", "b"}}), "a.zip", small));
}

TEST(ZipArchive, FilesThatShareBytesAreRefused) {
  std::string bytes = zip({{"a", "same", false}, {"b", "same", false}});
  // Both directory rows point at the first file; its name is made to fit the second row, so that only the overlap is
  // wrong.
  const std::size_t second = bytes.rfind("PK\x01\x02");
  for (int i = 0; i < 4; ++i) bytes[second + 42 + static_cast<std::size_t>(i)] = 0;
  bytes[second + 46] = 'a';
  EXPECT_NE(why(ZipArchive::open(bytes, "a.zip")).find("overlap"), std::string::npos);
}

}  // namespace
}  // namespace sitcen::language
