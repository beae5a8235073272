#include "store/search_terms.h"

#include <gtest/gtest.h>

namespace sitcen::store {
namespace {

std::string read(std::string_view typed) {
  const auto terms = parse_search(typed);
  if (!terms) return "error: " + terms.error().message;
  std::string out;
  for (const SearchTerm& term : *terms) out += "[" + term.words + "]" + (term.prefix ? "*" : "");
  return out;
}

TEST(SearchTerms, AreWordsPhrasesAndBeginnings) {
  EXPECT_EQ(read("river flood"), "[river][flood]");
  EXPECT_EQ(read("  river\t\"seven people\"flood "), "[river][seven people][flood]");
  EXPECT_EQ(read("flood*"), "[flood]*");
  EXPECT_EQ(read("\"seven peo\"* died"), "[seven peo]*[died]");
  EXPECT_EQ(read("\xD1\x85\xD0\xB0\xD1\x80\xD0\xBA\xD1\x96\xD0\xB2"),
            "[\xD1\x85\xD0\xB0\xD1\x80\xD0\xBA\xD1\x96\xD0\xB2]");
}

TEST(SearchTerms, TakeNoOtherCharacterForSyntax) {
  EXPECT_EQ(read("AND OR NOT"), "[AND][OR][NOT]");
  EXPECT_EQ(read("(title:flood) NEAR(a, 3) -x ^y + {z}"), "[(title:flood)][NEAR(a,][3)][-x][^y][{z}]");
  EXPECT_EQ(read("it's; DROP TABLE report; --"), "[it's;][DROP][TABLE][report;]");
}

TEST(SearchTerms, SayWhatIsWrongWithThem) {
  EXPECT_EQ(read(""), "error: the search  cannot be read: it has no word to look for");
  EXPECT_EQ(read("\"open"),
            "error: the search \"open cannot be read: a quotation mark is open; close the phrase with \"");
  EXPECT_EQ(read("-- !"), "error: the search -- ! cannot be read: it has no word to look for");
  EXPECT_EQ(read("a *"), "error: the search a * cannot be read: a * needs the beginning of a word before it");
  EXPECT_EQ(read("\"\""), "error: the search \"\" cannot be read: it has no word to look for");
  EXPECT_EQ(read("caf\xE9"), "error: the search text cannot be read: it is not UTF-8");
  EXPECT_EQ(read(std::string_view("a\0b", 3)), "error: the search text cannot be read: it has a zero byte");
}

}  // namespace
}  // namespace sitcen::store
