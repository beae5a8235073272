#include <gtest/gtest.h>

#include "language/import/label_lists.h"
#include "language/import/python_regex.h"
#include "language/import/ruler_patterns.h"
#include "language/regex.h"
#include "pack.h"

namespace sitcen::language {
namespace {

using test::Pack;

TEST(PythonRegex, EscapesAndClassesMeanTheSameAfterwards) {
  EXPECT_EQ(to_pcre2(R"(\u00A6-\U0001F600)"), R"(\x{00A6}-\x{0001F600})");
  EXPECT_EQ(to_pcre2(R"((?u)^\d{,3}$)"), R"(^[\p{Nd}]{0,3}$)");
  EXPECT_EQ(to_pcre2(R"([\w\+-])"), R"([\p{L}\p{N}_\+-])");
  EXPECT_EQ(to_pcre2("[[:x]"), R"([\[:x])");
  EXPECT_EQ(to_pcre2("[]a]"), R"([\]a])");
  EXPECT_EQ(to_pcre2(R"(\Z\'\!)"), R"(\z\'\!)");
}

TEST(PythonRegex, WhatTheTwoMeanDifferentlyIsRefusedWithItsPlace) {
  EXPECT_EQ(to_pcre2(R"(a\bc)").error(), "regular expression, byte 2: \\b and \\B");
  EXPECT_FALSE(to_pcre2(R"([\S])"));
  EXPECT_FALSE(to_pcre2(R"(\u12)"));
  EXPECT_FALSE(to_pcre2("\\"));
  EXPECT_FALSE(to_pcre2(R"(\Q)"));
}

/// True if the rewritten pattern matches all of `text` from its start.
bool matches(std::string_view python, std::string_view text) {
  const auto pattern = to_pcre2(python);
  EXPECT_TRUE(pattern) << pattern.error();
  const auto regex = Regex::compile(*pattern, true);
  EXPECT_TRUE(regex) << regex.error();
  RegexScratch scratch;
  const auto match = regex->search(text, 0, scratch);
  return match && match->end == text.size();
}

TEST(PythonRegex, IgnoringCaseIsWhatPythonTakesItFor) {
  EXPECT_TRUE(matches("(?iu)(?:^sous[-–][a-zé]+$)|(?:^x$)", "SOUS-SOLÉ"));
  EXPECT_TRUE(matches("(?iu)^sous[-–][a-zé]+$", "\u017Fou\u017F–\u017Fol"));  // the long s
  EXPECT_TRUE(matches("(?iu)^mi[a-z]i$", "M\u0130\u0130\u0131"));             // dotted capital and dotless small i
  EXPECT_TRUE(matches("(?iu)^[à-ý]{2}$", "Àÿ") == false);
  EXPECT_TRUE(matches("(?iu)^\\u00E9+\\-$", "Éé-"));
  EXPECT_TRUE(matches("(?iu)^k$", "\u212A"));  // the sign of the kelvin
  EXPECT_TRUE(matches("(?iu)^[-–]$", "-"));
  EXPECT_FALSE(matches("(?iu)^ß$", "ss"));
  EXPECT_FALSE(matches("(?iu)^[a-z]$", "é"));
}

TEST(PythonRegex, WhatIsNotKnownToIgnoreCaseIsRefused) {
  for (const char* bad : {"(?iu)[^a]", "(?iu)\\d", "(?iu)(?=a)", "(?iu)[a", "(?iu)[z-a]", "(?iu)a\\", "(?iu)\\u12",
                          "(?iu)\\uD800", "(?iu)[\\"})
    EXPECT_FALSE(to_pcre2(bad)) << bad;
}

TEST(RulerPatterns, AreReadWithTheirTests) {
  // clang-format off
  const auto rules = read_ruler(Pack().array(1).map(3)
      .text("patterns").array(1).array(2)
      .map(2).text("TAG").text("VBZ").text("LOWER").map(1).text("IN").array(2).text("a").text("b")
      .map(2).text("IS_SPACE").boolean(false).text("LOWER").map(1).text("REGEX").text("^n")
      .text("attrs").map(2).text("POS").text("VERB").text("MORPH").text("Tense=Pres|Aspect=Prog,Imp")
      .text("index").integer(-1).str());
  // clang-format on
  ASSERT_TRUE(rules) << rules.error();
  ASSERT_EQ(rules->size(), 1U);
  const auto& rule = rules->front();
  EXPECT_EQ(rule.index, -1);
  EXPECT_EQ(rule.attrs.at("MORPH"), "Aspect=Imp,Prog|Tense=Pres");
  ASSERT_EQ(rule.patterns[0].size(), 2U);
  EXPECT_EQ(rule.patterns[0][0][1].values, (std::vector<std::string>{"a", "b"}));
  EXPECT_EQ(rule.patterns[0][1][0].values, (std::vector<std::string>{"0"}));
  EXPECT_EQ(rule.patterns[0][1][1].test, TokenPredicate::Test::regex);
}

TEST(RulerPatterns, AnOperatorOrAnUnknownTestIsNoRuleOfOurs) {
  const auto rules = read_ruler(Pack()
                                    .array(1)
                                    .map(1)
                                    .text("patterns")
                                    .array(1)
                                    .array(1)
                                    .map(1)
                                    .text("LENGTH")
                                    .map(1)
                                    .text(">=")
                                    .integer(3)
                                    .str());
  ASSERT_FALSE(rules);
  EXPECT_NE(rules.error().find("IN, NOT_IN and REGEX"), std::string::npos);
}

TEST(RulerPatterns, FeaturesAreSorted) {
  EXPECT_EQ(normalise_features("_"), "");
  EXPECT_EQ(normalise_features("B=2|A=1"), "A=1|B=2");
}

TEST(LabelLists, HoldEveryLabelThatCanBeSet) {
  SpacyPipeline pipeline;
  pipeline.components = {{"tagger", "tagger", {}, {"NN", "VB"}, {}, 1},
                         {"parser", "parser", {}, {}, {{0, ""}, {2, "prep||pobj"}, {3, "nsubj"}}, 1},
                         {"ner", "ner", {}, {}, {{1, "ORG"}, {1, "GPE"}, {4, ""}, {4, "ORG"}}, 1}};
  const std::vector<RulerRule> rules = {{{}, {{"TAG", "_SP"}, {"MORPH", "A=1"}}, 0}, {{}, {{"MORPH", ""}}, 0}};
  const auto labels = collect_labels(pipeline, rules);
  ASSERT_TRUE(labels);
  EXPECT_EQ(labels->tags, (std::vector<std::string>{"", "NN", "VB", "_SP"}));
  EXPECT_EQ(labels->deps, (std::vector<std::string>{"", "ROOT", "dep", "nsubj", "pobj", "prep"}));
  EXPECT_EQ(labels->morphs, (std::vector<std::string>{"", "A=1"}));
  EXPECT_EQ(labels->entities, (std::vector<std::string>{"", "ORG", "GPE"}));
}

}  // namespace
}  // namespace sitcen::language
