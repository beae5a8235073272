#include "sitcen/offsets.h"

#include <gtest/gtest.h>

#include <string>

#include "base/utf8.h"

namespace sitcen {
namespace {

/// Every code point border of `text`, both ways, in both units, against a count from the start.
void check(const std::string& text) {
  const OffsetMap points(text, OffsetUnit::codepoint);
  const OffsetMap utf16(text, OffsetUnit::utf16);
  std::uint32_t point = 0;
  std::uint32_t unit = 0;
  for (std::uint32_t at = 0; at < text.size();) {
    ASSERT_EQ(points.from_byte(at), point);
    ASSERT_EQ(points.to_byte(point), at);
    ASSERT_EQ(utf16.from_byte(at), unit);
    ASSERT_EQ(utf16.to_byte(unit), at);
    const auto c = base::decode(text, at);
    at += c.size;
    point += 1;
    unit += c.value >= 0x10000 ? 2 : 1;
  }
  ASSERT_EQ(points.size(), point);
  ASSERT_EQ(utf16.size(), unit);
  ASSERT_EQ(points.from_byte(static_cast<std::uint32_t>(text.size())), point);
  ASSERT_EQ(utf16.to_byte(unit), text.size());
}

TEST(Offsets, AllOfUnicodeInTextsOfEveryLengthAroundTheMarks) {
  std::string text;
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    base::append_utf8(text, c);
    if (text.size() > 190 + c % 67) {
      check(text);
      text.clear();
    }
  }
  check(text);
}

TEST(Offsets, InsideASurrogatePairMeansItsBegin) {
  const std::string text = "a\U0001F600b";
  EXPECT_EQ(OffsetMap(text, OffsetUnit::utf16).to_byte(2), 1U);
}

TEST(Offsets, BytesAreBytes) {
  const std::string text = "é";
  EXPECT_EQ(OffsetMap(text, OffsetUnit::byte).from_byte(2), 2U);
}

}  // namespace
}  // namespace sitcen
