#include <gtest/gtest.h>

#include "reading.h"

namespace sitcen::ingest {
namespace {

std::string utf16le(std::u16string_view text) {
  std::string out;
  for (const char16_t unit : text) {
    out += static_cast<char>(unit & 0xFF);
    out += static_cast<char>(unit >> 8);
  }
  return out;
}

TEST(Encoding, AnOldWireInWindows1251IsReadWhenItsEncodingIsNamed) {
  const auto readings = read("\xCC\xE8\xED\xF1\xEA", InputKind::text, "windows-1251");
  ASSERT_TRUE(readings.at(0));
  EXPECT_EQ(readings[0]->text, "\xD0\x9C\xD0\xB8\xD0\xBD\xD1\x81\xD0\xBA");
}

TEST(Encoding, AByteOrderMarkSaysUtf16) {
  const auto readings = read(utf16le(u"\uFEFFCaf\u00E9 \xD83D\xDEA2"), InputKind::automatic);
  ASSERT_TRUE(readings.at(0));
  EXPECT_EQ(readings[0]->text, "Caf\xC3\xA9 \xF0\x9F\x9A\xA2");
}

TEST(Encoding, JsonLinesInUtf16AreLinesToo) {
  const auto readings = read(utf16le(u"\uFEFF{\"text\": \"One.\"}\r\n{\"text\": \"Two.\"}\n"), InputKind::automatic);
  ASSERT_EQ(readings.size(), 2U);
  EXPECT_EQ(readings[1]->text, "Two.");
}

TEST(Encoding, SaysWhichByteIsNotUtf8) {
  const auto readings = read("Zone \x8A closed", InputKind::text);
  ASSERT_FALSE(readings.at(0));
  EXPECT_EQ(readings[0].error().error.code, ErrorCode::not_utf8);
  EXPECT_EQ(describe(readings[0].error()), "-: the text is not UTF-8 (byte 0x8A at offset 5); try --encoding");
}

TEST(Encoding, SaysWhichByteDoesNotDecode) {
  const auto readings = read("ab\x81 cd", InputKind::text, "shift_jis");
  ASSERT_FALSE(readings.at(0));
  EXPECT_EQ(describe(readings[0].error()), "-: the text does not decode as shift_jis (at byte 2)");
}

TEST(Encoding, OneBadLineInAForeignEncodingLosesNoOther) {
  const std::string good = "{\"text\": \"\x93\xFA\x96\x7B\"}\n";
  const auto readings = read(good + "{\"text\": \"\x81 \"}\n" + good, InputKind::jsonl, "shift_jis");
  ASSERT_EQ(readings.size(), 3U);
  EXPECT_EQ(readings[0]->text, "\xE6\x97\xA5\xE6\x9C\xAC");
  ASSERT_FALSE(readings[1]);
  EXPECT_EQ(readings[1].error().error.code, ErrorCode::bad_encoding);
  EXPECT_EQ(readings[1].error().line, 2U);
  EXPECT_EQ(readings[2]->text, "\xE6\x97\xA5\xE6\x9C\xAC");
}

TEST(Encoding, HalfASurrogatePairAtTheEndIsNotSwallowed) {
  const auto readings = read(utf16le(u"\uFEFFShip \xD83D"), InputKind::text);
  ASSERT_FALSE(readings.at(0));
  EXPECT_EQ(readings[0].error().error.code, ErrorCode::bad_encoding);
}

TEST(Encoding, AnUnknownOneIsAMistakeOfTheCall) {
  IngestOptions options;
  options.encoding = "utf-9";
  const auto checked = check(options);
  ASSERT_FALSE(checked);
  EXPECT_EQ(checked.error().message, "unknown encoding utf-9");
  EXPECT_EQ(read("text", InputKind::text, "utf-9").at(0).error().error.code, ErrorCode::unknown_encoding);
}

}  // namespace
}  // namespace sitcen::ingest
