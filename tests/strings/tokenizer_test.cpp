#include "language/tokenizer.h"

#include "small_model.h"

namespace sitcen::language {
namespace {

using test::SmallTokenizer;

TEST(Tokenizer, OneSpaceBelongsToTheTokenBeforeItMoreAreATokenOfTheirOwn) {
  SmallTokenizer t;
  EXPECT_EQ(t.cut("two words"), "two_|words");
  EXPECT_EQ(t.cut("two  words"), "two_| |words");
  EXPECT_EQ(t.cut("two\nwords"), "two|\n|words");
  EXPECT_EQ(t.cut("two \nwords "), "two_|\n|words_");
  EXPECT_EQ(t.cut(" two"), " |two");
  EXPECT_EQ(t.cut("a\u00A0b\u3000c\x1C"
                  "d"),
            "a|\u00A0|b|\u3000|c|\x1C|d");
  EXPECT_EQ(t.cut(""), "");
  EXPECT_EQ(t.cut("\r\n\r\n"), "\r\n\r\n");
}

TEST(Tokenizer, AffixesComeOffInTurnsAndInfixesDivideWhatIsLeft) {
  SmallTokenizer t;
  EXPECT_EQ(t.cut("(\"so-called end.\")"), "(|\"|so|-|called_|end|.|\"|)");
  EXPECT_EQ(t.cut("$10km,"), "$|10|km|,");
  EXPECT_EQ(t.cut("...wait...what"), "...|wait|...|what");
  EXPECT_EQ(t.cut("boss's"), "boss|'s");
  EXPECT_EQ(t.cut(")("), ")(");  // no rule takes them on these sides
  EXPECT_EQ(t.cut(":a"), ":|a");
  EXPECT_EQ(t.cut("a:b:c"), "a|:|b|:|c");
}

TEST(Tokenizer, ALookBehindSeesNothingOfThePrefixThatWasTaken) {
  TokenizerRules rules;
  rules.prefix = "^a";
  rules.suffix = "(?<=a)b$";
  SmallTokenizer t(rules);
  EXPECT_EQ(t.cut("aab"), "a|a|b");
  EXPECT_EQ(t.cut("ab"), "a|b");
  EXPECT_EQ(t.cut("ab x"), "a|b_|x");
}

TEST(Tokenizer, APatternThatIsNotAnchoredTakesAsManyCharactersAsItMatched) {
  TokenizerRules rules;
  rules.prefix = "b";
  rules.suffix = "xy";
  SmallTokenizer t(rules);
  EXPECT_EQ(t.cut("\u00E9\u00E9bxy\u4E2D\u6587\u4E2D"), "\u00E9|\u00E9|b|x|y\u4E2D|\u6587\u4E2D");
}

TEST(Tokenizer, SpecialCasesGoBeforeRulesAlsoInsideAffixes) {
  SmallTokenizer t;
  EXPECT_EQ(t.cut("(e.g.)"), "(|e.g.|)");
  EXPECT_EQ(t.cut("\"don't\""), "\"|do|n't|\"");
  EXPECT_EQ(t.cut("e.g.,"), "e.g.|,");
}

TEST(Tokenizer, TheNormOfASpecialCaseMakesAnotherTypeOfTheSameSpelling) {
  SmallTokenizer t;
  t.cut("don't n't");
  const auto& types = t.tokenizer->types();
  EXPECT_EQ(types.text(t.tokens[1].type), "n't");
  EXPECT_EQ(types.text(t.tokens[2].type), "n't");
  EXPECT_NE(t.tokens[1].type, t.tokens[2].type);
  EXPECT_EQ(types[t.tokens[1].type].norm, t.lexicon.id("not"));
  EXPECT_EQ(types[t.tokens[1].type].orth, types[t.tokens[2].type].orth);
}

TEST(Tokenizer, UrlsStayWholeOnceTheirAffixesAreOff) {
  SmallTokenizer t;
  EXPECT_EQ(t.cut("(https://example.org/a-b)"), "(|https://example.org/a-b|)");
}

TEST(Tokenizer, SpecialCasesThatWereCutApartAreFoundAgainTheLongestFirst) {
  SmallTokenizer t;
  EXPECT_EQ(t.cut("(a:)"), "(|a|:)");  // ":" and ")" came off as suffixes
  EXPECT_EQ(t.cut("y(x:-)"), "y(x|:-)");
  EXPECT_EQ(t.cut("x:-)"), "x:-)");
  EXPECT_EQ(t.cut("a: )"), "a|:_|)");  // a space between them: not that special case
}

TEST(Tokenizer, WhatIsRememberedNeverChangesAnAnswer) {
  const std::string text =
      "(don't) e.g. so-called a:) \"...x...\" 10km, $5 y(x:-) boss's https://a.b/ (\u00E9t\u00E9). ";
  SmallTokenizer fresh;
  const std::string expected = fresh.cut(text);
  for (const std::size_t cache_bytes : {std::size_t{0}, std::size_t{100'000}, std::size_t{1} << 24}) {
    SmallTokenizer t(test::small_rules(), cache_bytes);
    for (int i = 0; i < 3; ++i) {
      t.tokenizer->begin_document();
      EXPECT_EQ(t.cut(text), expected) << cache_bytes;
    }
  }
}

TEST(Tokenizer, TypeNumbersAreVoidOnlyWhenItSaysSo) {
  SmallTokenizer t(test::small_rules(), 0);
  EXPECT_FALSE(t.tokenizer->begin_document() && t.tokenizer->types().size() > 0);
  t.cut("one");
  const std::uint64_t before = t.tokenizer->types().generation();
  EXPECT_TRUE(t.tokenizer->begin_document());
  EXPECT_EQ(t.tokenizer->types().generation(), before + 1);
  EXPECT_EQ(t.tokenizer->types().size(), 0U);

  SmallTokenizer large;
  large.cut("one");
  EXPECT_FALSE(large.tokenizer->begin_document());
  EXPECT_EQ(large.tokenizer->types().size(), 1U);
}

TEST(Tokenizer, ALongTokenIsCutLikeAShortOneAndIsNotKept) {
  SmallTokenizer t;
  const std::string word(70'000, 'a');
  EXPECT_EQ(t.cut("(" + word + "-b)"), "(|" + word + "|-|b|)");
  EXPECT_EQ(t.tokenizer->types()[t.tokens[1].type].text_size, 0U);
  const std::string brackets(5'000, ')');
  EXPECT_EQ(t.cut("x" + brackets).size(), 1 + 2 * brackets.size());
  const std::string dots(5'000, '.');
  EXPECT_EQ(t.cut("x" + dots), "x|" + dots);  // one suffix, longer than any window
}

}  // namespace
}  // namespace sitcen::language
