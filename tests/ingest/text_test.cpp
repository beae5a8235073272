#include <gtest/gtest.h>

#include "reading.h"

namespace sitcen::ingest {
namespace {

TEST(Text, KeepsEveryCharacterOfATypedNote) {
  const std::string note =
      "  Spoke to the harbour master.\r\n\r\nShe says \"nothing left the port\".\t\xE2\x80\x94 K.\r\n";
  const auto readings = read(note, InputKind::text);
  ASSERT_EQ(readings.size(), 1U);
  ASSERT_TRUE(readings[0]);
  EXPECT_EQ(readings[0]->text, note);
  EXPECT_TRUE(readings[0]->sections.empty());
}

TEST(Text, ClaimsNothingThatWasNotGiven) {
  const auto readings = read("Posted: 12 March 2031. The bridge is closed.", InputKind::text);
  ASSERT_TRUE(readings.at(0));
  const Report& report = *readings[0];
  EXPECT_FALSE(report.published);
  EXPECT_FALSE(report.fetched);
  EXPECT_FALSE(report.source);
  EXPECT_FALSE(report.title);
  EXPECT_FALSE(report.language);
  EXPECT_EQ(report.origin, "-");
  EXPECT_EQ(report.id, report.key);
}

TEST(Text, DropsAByteOrderMarkAtTheBeginAndKeepsOneInside) {
  const auto readings = read("\xEF\xBB\xBFOne.\xEF\xBB\xBFTwo.", InputKind::text);
  ASSERT_TRUE(readings.at(0));
  EXPECT_EQ(readings[0]->text, "One.\xEF\xBB\xBFTwo.");
}

TEST(Text, KindFollowsTheContentWhereNothingIsSaid) {
  const auto line = read("{\"id\": \"w1\", \"text\": \"The strait is open again.\"}\n", InputKind::automatic);
  ASSERT_TRUE(line.at(0));
  EXPECT_EQ(line[0]->id, "w1");
  const auto note = read("{unclear} Three boats, he said.", InputKind::automatic);
  ASSERT_TRUE(note.at(0));
  EXPECT_EQ(note[0]->text, "{unclear} Three boats, he said.");
}

TEST(Text, KindIsCalledByItsName) {
  EXPECT_EQ(input_kind("jsonl"), InputKind::jsonl);
  const auto unknown = input_kind("paper");
  ASSERT_FALSE(unknown);
  EXPECT_EQ(unknown.error().message, "unknown input kind paper; sitcen read --help lists them");
}

}  // namespace
}  // namespace sitcen::ingest
