#include "base/utf8.h"

#include <gtest/gtest.h>

namespace sitcen::base {
namespace {

TEST(Utf8, EveryScalarValueSurvivesTheRoundTrip) {
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string text;
    append_utf8(text, c);
    ASSERT_FALSE(find_invalid_utf8(text)) << std::hex << static_cast<std::uint32_t>(c);
    const CodePoint back = decode(text, 0);
    ASSERT_EQ(back.value, c);
    ASSERT_EQ(back.size, text.size());
  }
}

TEST(Utf8, SurrogatesOverlongFormsAndCutsAreFoundWhereTheyStand) {
  EXPECT_EQ(find_invalid_utf8("abc\xED\xA0\x80"), 3U);        // lone surrogate
  EXPECT_EQ(find_invalid_utf8("\xC0\xAF"), 0U);               // overlong
  EXPECT_EQ(find_invalid_utf8("\xE0\x80\xAF"), 0U);           // overlong
  EXPECT_EQ(find_invalid_utf8("\xF4\x90\x80\x80"), 0U);       // above U+10FFFF
  EXPECT_EQ(find_invalid_utf8("twelve bytes\xE2\x82"), 12U);  // cut
  EXPECT_EQ(find_invalid_utf8("long enough text \x80 more"), 17U);
  EXPECT_FALSE(find_invalid_utf8(""));
}

}  // namespace
}  // namespace sitcen::base
