#include "reading/statements/quotations.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "reading/paragraphs.h"
#include "reading/phrases.h"
#include "sketch.h"

namespace sitcen::reading {
namespace {

/// What stands in quotation marks, one entry a quotation.
std::vector<std::string> marked(const std::string& text) {
  const Sketch sketch(text);
  std::vector<std::string> out;
  for (const Quotation& q : quotations(sketch.doc(), paragraphs(sketch.doc())))
    out.emplace_back(sketch.doc().str(span_of(sketch.doc(), q.inner)));
  return out;
}

using Texts = std::vector<std::string>;

TEST(Quotations, StraightMarksPairInOrder) {
  EXPECT_EQ(marked(R"("Yes," she said. "Of course.")"), (Texts{"Yes,", "Of course."}));
}

TEST(Quotations, CurlyMarksMayHoldOthers) {
  EXPECT_EQ(marked("“He said ‘no’ to me,” she said."), (Texts{"He said ‘no’ to me,"}));
  EXPECT_EQ(marked("“He said “no” to me,” she said."), (Texts{"He said “no” to me,"}));
}

TEST(Quotations, MarksOfOtherCountries) {
  EXPECT_EQ(marked("„Ja“, sagte sie."), (Texts{"Ja"}));
  EXPECT_EQ(marked("«Oui», dit-elle."), (Texts{"Oui"}));
  EXPECT_EQ(marked("»Nej«, sagde hun."), (Texts{"Nej"}));
  EXPECT_EQ(marked("”Joo”, hän sanoi."), (Texts{"Joo"}));
}

TEST(Quotations, CornerBracketsNeedNoSpaces) {
  EXPECT_EQ(marked("彼は「はい」と言った。"), (Texts{"はい"}));
  EXPECT_EQ(marked("「We call it 『the wall』 here,」 she said."), (Texts{"We call it 『the wall』 here,"}));
  EXPECT_EQ(marked("『We stay,』 she said. 」 「"), (Texts{"We stay,"}));
}

TEST(Quotations, TextMayRunFromRightToLeft) {
  EXPECT_EQ(marked("\"נשארים כאן\", אמרה אנה."), (Texts{"נשארים כאן"}));
  EXPECT_EQ(marked("”נשארים כאן”, אמרה אנה."), (Texts{"נשארים כאן"}));
  EXPECT_EQ(marked("قالت آنا: «سنبقى هنا»."), (Texts{"سنبقى هنا"}));
  EXPECT_EQ(marked("The vote of צה\"ל is late, \"we know,\" she said."), (Texts{"we know,"}));
}

TEST(Quotations, TwoApostrophesAreOneMark) { EXPECT_EQ(marked("''We won,'' he said."), (Texts{"We won,"})); }

TEST(Quotations, SingleMarksAreNoApostrophes) {
  EXPECT_EQ(marked("‘The mill is safe,’ he said."), (Texts{"The mill is safe,"}));
  EXPECT_EQ(marked("It's the workers' houses that don't hold."), Texts{});
  EXPECT_EQ(marked("'It's the workers' houses,' he said."), (Texts{"It's the workers' houses,"}));
}

TEST(Quotations, AParagraphIsAWorldOfItsOwn) {
  EXPECT_EQ(marked("The \"stray mark.\n\"We came,\" he said."), (Texts{"We came,"}));
  EXPECT_EQ(marked("A 6\" pipe.\n\"We came,\" he said."), (Texts{"We came,"}));
}

TEST(Quotations, ALongQuotationClosesOnlyOnce) {
  const Sketch sketch("“One.\n“Two.\n“Three.”");
  const auto all = quotations(sketch.doc(), paragraphs(sketch.doc()));
  ASSERT_EQ(all.size(), 3U);
  EXPECT_TRUE(all[0].continues);
  EXPECT_TRUE(all[1].continues);
  EXPECT_FALSE(all[2].continues);
  EXPECT_FALSE(all[0].closed);
  EXPECT_TRUE(all[2].closed);
}

TEST(Quotations, AnOpenedParagraphThatNobodyClosesRunsToItsEnd) {
  EXPECT_EQ(marked("\"We came as fast as we could.\nThe rain stopped."), (Texts{"We came as fast as we could."}));
}

TEST(Quotations, TheLastMarkBehindASpeakersWordsIsForgottenEasily) {
  EXPECT_EQ(marked("\"We came,\" he said. \"The rain stopped.\nIt was late."),
            (Texts{"We came,", "The rain stopped."}));
  EXPECT_EQ(marked("\"We came,\" he said of the \"old mill.\nIt was late."), (Texts{"We came,"}));
}

TEST(Quotations, NothingIsQuotedByMarksAlone) { EXPECT_EQ(marked("\"\" '' “” « »"), Texts{}); }

TEST(Quotations, TenThousandInOneParagraph) {
  std::string text;
  for (int i = 0; i < 10'000; ++i) text += "\"Word,\" she said. ";
  EXPECT_EQ(marked(text).size(), 10'000U);
}

TEST(Quotations, TenThousandThatNeverClose) {
  std::string text;
  for (int i = 0; i < 10'000; ++i) text += "\"open ";
  EXPECT_LE(marked(text).size(), 1U);
}

}  // namespace
}  // namespace sitcen::reading
