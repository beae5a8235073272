#include <gtest/gtest.h>

#include "reading.h"

namespace sitcen::ingest {
namespace {

TEST(JsonLines, ReadsAWireItemWithAllItsFields) {
  const auto readings = read(
      R"({"id": "NW-114", "title": "Ferry overdue", "text": "A ferry is overdue.", "published": "2031-03-12T06:40:00Z",)"
      R"( "source": "Northmere Wire", "url": "HTTPS://Northmere.Example:443/a?utm_source=x&id=7#top", "language": "en"})",
      InputKind::jsonl);
  ASSERT_EQ(readings.size(), 1U);
  ASSERT_TRUE(readings[0]);
  const Report& report = *readings[0];
  EXPECT_EQ(report.id, "NW-114");
  EXPECT_EQ(report.title, "Ferry overdue");
  EXPECT_EQ(report.text, "A ferry is overdue.");
  EXPECT_EQ(report.published->value, "2031-03-12T06:40:00Z");
  EXPECT_EQ(report.published->precision, TimePrecision::second);
  EXPECT_EQ(report.published->basis, TimeBasis::given);
  EXPECT_EQ(report.source, "Northmere Wire");
  EXPECT_EQ(report.url, "https://northmere.example/a?id=7");
  EXPECT_EQ(report.language, "en");
}

TEST(JsonLines, NeedsNothingButText) {
  const auto readings =
      read("{\"text\": \"One.\"}\n{\"text\": \"Two.\", \"title\": null, \"other\": [1, {}]}", InputKind::jsonl);
  ASSERT_EQ(readings.size(), 2U);
  EXPECT_EQ(readings[0]->text, "One.");
  EXPECT_EQ(readings[1]->text, "Two.");
  EXPECT_FALSE(readings[1]->title);
}

TEST(JsonLines, TextIsWhatTheEscapesSay) {
  const auto readings = read(R"({"text": "caf\u00e9\r\n\"\ud83d\udea2\" \u0000 end"})", InputKind::jsonl);
  ASSERT_TRUE(readings.at(0));
  EXPECT_EQ(readings[0]->text, std::string("caf\xC3\xA9\r\n\"\xF0\x9F\x9A\xA2\" \0 end", 19));
}

TEST(JsonLines, AcceptsWindowsLineEndsBlankLinesAndALastLineWithoutANewline) {
  const auto readings = read("{\"text\": \"One.\"}\r\n\r\n   \n{\"text\": \"Two.\"}", InputKind::jsonl);
  ASSERT_EQ(readings.size(), 2U);
  EXPECT_EQ(readings[1]->text, "Two.");
}

TEST(JsonLines, AnIdMayBeANumber) {
  EXPECT_EQ(read("{\"id\": 17, \"text\": \"x\"}", InputKind::jsonl).at(0)->id, "17");
}

TEST(JsonLines, ATimeThatIsNoneStaysUnknown) {
  const auto readings = read(R"({"text": "x", "published": "last Tuesday"})", InputKind::jsonl);
  ASSERT_TRUE(readings.at(0));
  EXPECT_FALSE(readings[0]->published);
}

struct BadLine {
  const char* line;
  const char* reason;
};

class JsonLinesRefuses : public testing::TestWithParam<BadLine> {};

TEST_P(JsonLinesRefuses, OneLineWithItsReasonAndReadsTheOthers) {
  const std::string good = "{\"text\": \"Good.\"}\n";
  const auto readings = read(good + GetParam().line + "\n" + good, InputKind::jsonl);
  ASSERT_EQ(readings.size(), 3U);
  EXPECT_TRUE(readings[0]);
  ASSERT_FALSE(readings[1]);
  EXPECT_TRUE(readings[2]);
  EXPECT_EQ(readings[1].error().line, 2U);
  EXPECT_EQ(describe(readings[1].error()), std::string("-: line 2: ") + GetParam().reason);
}

INSTANTIATE_TEST_SUITE_P(
    , JsonLinesRefuses,
    testing::Values(
        BadLine{R"({"text": "cut in the mid)", "not a JSON report: a string is not closed (is the line cut?)"},
        BadLine{R"({"text": "cut", )",
                "not a JSON report: a bracket, comma, colon or value is missing or one too many (is the line cut?)"},
        BadLine{R"(["text"])", "not a JSON report: not an object {\"text\": ...}"},
        BadLine{R"({"title": "Headline alone"})", "not a JSON report: it has no \"text\""},
        BadLine{R"({"text": 5})", "not a JSON report: \"text\" is not a string"},
        BadLine{R"({"text": "x", "url": {}})", "not a JSON report: \"url\" is not a string"},
        BadLine{R"({"text": "lone \ud800 lead"})",
                "not a JSON report: a string has an escape that is not allowed (a lone surrogate?)"},
        BadLine{R"({"text": "lone \udc00 trail"})",
                "not a JSON report: a string has an escape that is not allowed (a lone surrogate?)"},
        BadLine{R"({"text": "lone \ud83d\u0041 pair"})",
                "not a JSON report: a string has an escape that is not allowed (a lone surrogate?)"},
        BadLine{R"({"text": " \n\t"})", "the report has no text"},
        BadLine{"{\"text\": \"caf\xE9\"}", "the text is not UTF-8 (byte 0xE9 at offset 13); try --encoding"}));

TEST(JsonLines, HoldsOneLineAtATime) {
  std::size_t given = 0;
  ByteSource endless = [&](std::span<char> buffer) -> Result<std::size_t> {
    constexpr std::string_view kLine = "{\"text\": \"Again.\"}\n";
    for (char& byte : buffer) byte = kLine[given++ % kLine.size()];
    return buffer.size();
  };
  IngestOptions options;
  options.input = InputKind::jsonl;
  auto source = ReportSource::from(endless, "-", options);
  for (int i = 0; i < 100; ++i) EXPECT_EQ(source.next()->value().text, "Again.");
  EXPECT_LT(given, 4U << 20);
}

}  // namespace
}  // namespace sitcen::ingest
