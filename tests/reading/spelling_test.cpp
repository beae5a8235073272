#include "reading/actors/spelling.h"

#include <gtest/gtest.h>

#include <string>

namespace sitcen::reading {
namespace {

TEST(Spelling, TransliterationsOfOneNameFoldToOne) {
  EXPECT_EQ(folded_spelling("Kiev"), folded_spelling("Kyiv"));
  EXPECT_EQ(folded_spelling("Zelenskyy"), folded_spelling("Zelensky"));
  EXPECT_EQ(folded_spelling("Milašenko"), folded_spelling("Milasenko"));
  EXPECT_EQ(folded_spelling("Khan"), folded_spelling("han"));
}

TEST(Spelling, OtherNamesStayApart) {
  EXPECT_NE(folded_spelling("Kos"), folded_spelling("Kas"));
  EXPECT_EQ(skeleton(folded_spelling("Kos")), skeleton(folded_spelling("Kas")));
  EXPECT_EQ(letters_apart("milasenko", "milasenka"), 1);
  EXPECT_EQ(letters_apart("dorin", "dorina"), 9);
}

TEST(Spelling, WhatIsNoNameIsLeftAsItIs) {
  EXPECT_EQ(folded_spelling(""), "");
  const std::string longest(1000, 'a');
  EXPECT_EQ(folded_spelling(longest), longest);
  EXPECT_EQ(folded_spelling("\xff"), "\xff");
}

}  // namespace
}  // namespace sitcen::reading
