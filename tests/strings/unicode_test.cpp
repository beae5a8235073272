#include "language/unicode/unicode.h"

#include <gtest/gtest.h>

#include "base/utf8.h"
#include "digest.h"

namespace sitcen::language {
namespace {

std::string lower(std::string_view text) {
  std::string out;
  append_lower(out, text);
  return out;
}

TEST(Unicode, EveryCodePointIsWhatPythonSaysItIs) {
  Digest digest;
  for (char32_t c = 0; c < 0x110000; ++c) digest.add(std::string(1, static_cast<char>(char_flags(c))));
  EXPECT_EQ(digest.value(), python_properties_digest());
}

TEST(Unicode, EveryCodePointIsLoweredAsPythonDoesAloneAndAroundASigma) {
  Digest digest;
  const std::string sigma = "\u03A3";
  for (char32_t point = 0; point < 0x110000; ++point) {
    if (point >= 0xD800 && point <= 0xDFFF) continue;
    std::string c;
    base::append_utf8(c, point);
    for (const std::string& text : {c, "A" + c + sigma, c + sigma, "A" + sigma + c, "A" + sigma + c + "b"})
      digest.add(lower(text));
  }
  EXPECT_EQ(digest.value(), python_lowering_digest());
}

TEST(Unicode, LowerKnowsTheHardCases) {
  EXPECT_EQ(lower("ΟΔΥΣΣΕΥΣ ΣΑΣ"), "οδυσσευς σας");
  EXPECT_EQ(lower("İstanbul"), "i\u0307stanbul");
  EXPECT_EQ(lower("STRASSE ẞ"), "strasse ß");
  EXPECT_EQ(lower(""), "");
}

TEST(Unicode, ATextIsAlphaOrSpaceOnlyAsAWhole) {
  EXPECT_TRUE(is_alpha("Žižek"));
  EXPECT_FALSE(is_alpha("don't"));
  EXPECT_FALSE(is_alpha(""));
  EXPECT_TRUE(is_space(" \n\u00A0\u3000\x1C"));
  EXPECT_FALSE(is_space("\u200B"));
  EXPECT_FALSE(is_space(""));
}

}  // namespace
}  // namespace sitcen::language
