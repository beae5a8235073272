// Numbers as a text writes them: what story files cannot say one by one, and what no text should be able to break.

#include "reading/figures/figures.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <array>
#include <cmath>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "reading/figures/lexemes.h"
#include "reading/figures/numerals.h"
#include "reading/knowledge.h"
#include "reading/tree.h"
#include "sketch.h"

namespace sitcen::reading {
namespace {

/// The number that the text is, none unless it is one to its last letter.
std::optional<Numeral> number(std::string_view text) {
  const Knowledge knowledge = load_knowledge("en");
  const Lexemes lexemes(text);
  auto found = numeral_at(lexemes.all, text, 0, knowledge.numbers);
  return found && found->last == lexemes.all.size() ? found : std::nullopt;
}

TEST(Lexemes, ADecimalCommaLeavesFullStopsAndWhiteSpaceToGroups) {
  const auto read = [](std::string_view text) {
    const Lexemes lexemes(text, DecimalMark::comma);
    return lexemes.all.size() == 1 && lexemes.all[0].digits != Digits::opaque ? lexemes.all[0].value : -1.0;
  };
  EXPECT_EQ(read("4,5"), 4.5);
  EXPECT_EQ(read("6,825"), 6.825);
  EXPECT_EQ(read("12.500"), 12500);
  EXPECT_EQ(read("1.234.567,8"), 1234567.8);
  EXPECT_EQ(read("1 200"), 1200);
  EXPECT_EQ(read("1\u202F200,5"), 1200.5);
  EXPECT_EQ(read("10.30"), -1);  // a time of day
  EXPECT_EQ(read("1,2,3"), -1);
  EXPECT_EQ(read("12.34.567"), -1);
}

struct Written {
  std::string_view text;
  double value;
};
void PrintTo(const Written& w, std::ostream* out) { *out << w.text; }

class Numbers : public testing::TestWithParam<Written> {};

TEST_P(Numbers, HaveTheirValue) {
  const auto read = number(GetParam().text);
  ASSERT_TRUE(read);
  EXPECT_NEAR(read->value, GetParam().value, 1e-9 * std::abs(GetParam().value));
}

INSTANTIATE_TEST_SUITE_P(InDigits, Numbers,
                         testing::Values(Written{"7", 7}, Written{"0.25", 0.25}, Written{".5", 0.5},
                                         Written{"1,234,567", 1234567}, Written{"1,00,000", 100000},
                                         Written{"40 000", 40000}, Written{"40 000", 40000}, Written{"1,3", 1.3},
                                         Written{"0,500", 0.5}, Written{"-15", -15}, Written{"−15", -15},
                                         Written{"3/4", 0.75}, Written{"2 1/2", 2.5}, Written{"2½", 2.5},
                                         Written{"¾", 0.75}, Written{"12th", 12}, Written{"1.5e3", 1500},
                                         Written{"2x10^4", 20000}, Written{"15bn", 1.5e10}, Written{"1.8M", 1.8e6},
                                         Written{"12k", 12000}, Written{"2.4 million", 2.4e6},
                                         Written{"3 lakh crore", 3e12}, Written{"5 hundred", 500},
                                         Written{"4 dozen", 48}, Written{"3 in 10", 0.3}, Written{"9 out of 10", 0.9}));

INSTANTIATE_TEST_SUITE_P(InWords, Numbers,
                         testing::Values(Written{"zero", 0}, Written{"forty-two", 42}, Written{"a hundred", 100},
                                         Written{"three hundred and two", 302},
                                         Written{"two thousand three hundred and eleven", 2311},
                                         Written{"one million two hundred thousand", 1.2e6}, Written{"minus four", -4},
                                         Written{"nine point zero three", 9.03}, Written{"two and a half", 2.5},
                                         Written{"two and a half million", 2.5e6}, Written{"half a million", 5e5},
                                         Written{"a quarter of a million", 2.5e5}, Written{"two thirds", 2 / 3.0},
                                         Written{"three quarters", 0.75}, Written{"one in five", 0.2},
                                         Written{"twenty-first", 21}, Written{"two hundredth", 200},
                                         Written{"a dozen", 12}, Written{"three dozen", 36}));

INSTANTIATE_TEST_SUITE_P(WithoutANumber, Numbers,
                         testing::Values(Written{"dozens", 12}, Written{"tens of thousands", 1e4},
                                         Written{"several hundred", 100}, Written{"a few thousand", 1e3},
                                         Written{"a couple of hundred", 100}));

TEST(Numbers, WithoutANumberAreVague) {
  EXPECT_TRUE(number("several hundred")->vague);
  EXPECT_FALSE(number("three hundred")->vague);
}

TEST(Numbers, ThatNobodyMeantAreNone) {
  for (const std::string_view text :
       {"1/0", "0/0", "24/7", "1.2.3.4", "192.168.1.2", "10:30", "5/17/2018", "2021-05-03", "1,000,00", "1e999"})
    EXPECT_FALSE(number(text)) << text;
  for (const std::string& text :
       {std::string(10000, '7'), "1." + std::string(10000, '7'), "0." + std::string(10000, '0') + "1"})
    EXPECT_FALSE(number(text)) << text.substr(0, 10);
}

TEST(Numbers, StopWhereALineEnds) {
  const std::string_view text = "three\nmillion";
  const Lexemes lexemes(text);
  const Knowledge knowledge = load_knowledge("en");
  const auto read = numeral_at(lexemes.all, text, 0, knowledge.numbers);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->value, 3);
}

/// Steps that a number takes over a text made of one piece again and again: they must not grow with the square.
TEST(Numbers, OfEndlessTextsStayShort) {
  const Knowledge knowledge = load_knowledge("en");
  for (const std::string_view piece :
       {"million ", "one and ", "one in ", "hundred and ", "two and a half and a ", "hundreds of ", "1 ", "half a "}) {
    std::string text;
    for (int i = 0; i < 3000; ++i) text += piece;
    const Lexemes lexemes(text);
    std::size_t taken = 0;
    for (std::size_t i = 0; i < lexemes.all.size();) {
      const auto read = numeral_at(lexemes.all, text, i, knowledge.numbers);
      if (read) {
        EXPECT_TRUE(std::isfinite(read->value));
        taken = std::max(taken, read->last - i);
      }
      i = read ? read->last : i + 1;
    }
    EXPECT_LT(taken, 100U) << piece;
  }
}

constexpr std::array<std::string_view, 60> kPieces = {
    "1",    "20",   "2031", "1,234",  "7.5",     "½",       "3/4", "0",      "-",      "–",    "/",       ".",
    ",",    ":",    "\n",   "$",      "€",       "#",       "US",  "USD",    "%",      "per",  "cent",    "points",
    "one",  "two",  "five", "twenty", "hundred", "million", "bn",  "m",      "km",     "°C",   "years",   "old",
    "aged", "and",  "a",    "half",   "third",   "thirds",  "in",  "of",     "to",     "from", "between", "the",
    "more", "than", "or",   "almost", "dozens",  "several", "é",   "pounds", "people", "th",   "(",       ")"};

std::string any_text() {
  std::string text;
  for (const std::size_t i :
       *rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(0, kPieces.size()))) {
    text += kPieces[i];
    if (*rc::gen::inRange(0, 3) > 0) text += ' ';
  }
  return text;
}

void check(const Figure& f, std::string_view text) {
  RC_ASSERT(f.span.begin < f.span.end && f.span.end <= text.size());
  RC_ASSERT(f.span.covers(f.core));
  RC_ASSERT(!f.of || f.of->end <= text.size());
  for (const auto& value : {f.value, f.low, f.high, f.si}) RC_ASSERT(!value || std::isfinite(*value));
  RC_ASSERT(f.value || f.low || f.high);
  if (f.low && f.high) RC_ASSERT(*f.low <= *f.high);
  RC_ASSERT(!f.provenance.rule.empty() && f.provenance.score > 0);
}

RC_GTEST_PROP(Figures, AreSortedFiniteAndInsideAnyText, ()) {
  const Sketch sketch(any_text());
  const Tree tree(sketch.doc());
  static const Knowledge kKnowledge = load_knowledge("en");
  std::uint32_t end = 0;
  for (const Figure& f : read_figures(sketch.doc(), tree, kKnowledge)) {
    RC_ASSERT(f.span.begin >= end);
    end = f.span.end;
    check(f, sketch.doc().text);
  }
}

}  // namespace
}  // namespace sitcen::reading
