#include "language/lexicon.h"

#include "small_model.h"

namespace sitcen::language {
namespace {

class LexiconTest : public ::testing::Test {
 protected:
  LexiconTest() {
    SpacyPipeline pipeline;
    pipeline.lexeme_norms = {{murmur_hash("becuase"), "because"}};
    pipeline.vectors.rows = 3;
    pipeline.vectors.rows_of = {{7, 2}, {murmur_hash("word"), 1}};
    std::ranges::sort(pipeline.vectors.rows_of);
    file_ = test::small_model(pipeline);
    lexicon_ = Lexicon::load(*file_).value();
  }
  std::shared_ptr<const ModelFile> file_;
  Lexicon lexicon_;
};

// The expected numbers come from spaCy 3.8: nlp.vocab.strings[...].
TEST_F(LexiconTest, IdsAreSpacysReservedStringsIncluded) {
  EXPECT_EQ(lexicon_.id(""), 0U);
  EXPECT_EQ(lexicon_.id("apple"), 8566208034543834098U);
  EXPECT_EQ(lexicon_.id("mark"), 423U);
  EXPECT_EQ(lexicon_.id("ORG"), 383U);
  EXPECT_EQ(lexicon_.id("Mark"), murmur_hash("Mark"));
}

TEST_F(LexiconTest, AWordIsDescribedAsPythonWould) {
  const WordType word = lexicon_.describe("D\u00E9j\u00E0-Vu99");
  EXPECT_EQ(word.lower, lexicon_.id("d\u00E9j\u00E0-vu99"));
  EXPECT_EQ(word.norm, word.lower);
  EXPECT_EQ(word.prefix, lexicon_.id("D"));
  EXPECT_EQ(word.suffix, lexicon_.id("u99"));
  EXPECT_EQ(word.shape, lexicon_.id("Xxxx-Xxdd"));
  EXPECT_FALSE(word.is_alpha);
  EXPECT_EQ(word.vector_row, -1);
}

TEST_F(LexiconTest, TheEdgesOfShapeAndAffixes) {
  EXPECT_EQ(lexicon_.describe("abcdefg").shape, lexicon_.id("xxxx"));
  EXPECT_EQ(lexicon_.describe("......x").shape, lexicon_.id("....x"));
  EXPECT_EQ(lexicon_.describe(std::string(99, 'a')).shape, lexicon_.id("xxxx"));
  EXPECT_EQ(lexicon_.describe(std::string(100, 'a')).shape, lexicon_.id("LONG"));
  EXPECT_EQ(lexicon_.describe("\U0001F600").prefix, lexicon_.id("\U0001F600"));
  EXPECT_EQ(lexicon_.describe("cadet").suffix, lexicon_.id("det"));  // a reserved string
  EXPECT_EQ(lexicon_.id("det"), 415U);
  EXPECT_TRUE(lexicon_.describe("\u2028").is_space);
}

TEST_F(LexiconTest, NormsComeFromTheModelThenFromTheCommonTable) {
  EXPECT_EQ(lexicon_.describe("becuase").norm, lexicon_.id("because"));
  EXPECT_EQ(lexicon_.describe("\u2018").norm, lexicon_.id("'"));
  EXPECT_EQ(lexicon_.describe("\u20AC").norm, lexicon_.id("$"));
}

TEST_F(LexiconTest, VectorRowsAreFoundByTheIdOfTheSpelling) {
  EXPECT_EQ(lexicon_.describe("word").vector_row, 1);
  EXPECT_EQ(lexicon_.vector_row(7), 2);
  EXPECT_EQ(lexicon_.describe("Word").vector_row, -1);
}

}  // namespace
}  // namespace sitcen::language
