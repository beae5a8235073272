// Texts made to hurt: what is read stays sound, and the readers come to an end.

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "places.h"
#include "reading/reader.h"
#include "sitcen/engine.h"
#include "sketch.h"
#include "soundness.h"

namespace sitcen::reading {
namespace {

std::string repeated(std::string_view piece, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += piece;
  return out;
}

Findings read(const Document& doc, StatementScope scope) {
  ReadOptions options;
  options.statements = scope;
  return read_findings(Report{}, doc, load_knowledge("en"), options);
}

/// Parsed by hand, so that 10,000 of them cost the readers alone.
TEST(Hostile, TenThousandQuotationsInOneParagraph) {
  constexpr int kTimes = 10'000;
  Sketch s(repeated("\"It rained,\" she said. ", kTimes));
  for (std::uint32_t i = 0; i + 7 < s.size(); i += 8) {
    s.set(i + 1, Pos::pron, "PRP", "nsubj", i + 2, "it");
    s.set(i + 2, Pos::verb, "VBD", "ccomp", i + 6, "rain");
    s.set(i + 5, Pos::pron, "PRP", "nsubj", i + 6, "she");
    s.set(i + 6, Pos::verb, "VBD", "ROOT", i + 6, "say");
  }
  for (const StatementScope scope : {StatementScope::strict, StatementScope::wide}) {
    const Findings f = read(s.doc(), scope);
    EXPECT_EQ(what_is_wrong(s.doc(), f), "");
    ASSERT_EQ(f.statements.size(), static_cast<std::size_t>(kTimes));
    const bool each_by_her = std::ranges::all_of(f.statements, [&](const Statement& one) {
      return one.content.size() == 1 && one.speaker && s.doc().str(one.speaker->span) == "she";
    });
    EXPECT_TRUE(each_by_her);
  }
}

/// Each clause in the one before: contents that add up to the square of the text.
TEST(Hostile, OneEndlessSentence) {
  constexpr std::uint32_t kTimes = 5'000;
  Sketch s(repeated("he said ", kTimes) + "so");
  for (std::uint32_t i = 0; i + 1 < s.size(); i += 2) {
    s.set(i, Pos::pron, "PRP", "nsubj", i + 1, "he");
    s.set(i + 1, Pos::verb, "VBD", i == 0 ? "ROOT" : "ccomp", i == 0 ? 1 : i - 1, "say");
  }
  const Findings f = read(s.doc(), StatementScope::wide);
  EXPECT_EQ(what_is_wrong(s.doc(), f), "");
  EXPECT_EQ(f.statements.size(), kTimes - 1U);
}

class HostileTexts : public testing::TestWithParam<std::string> {};

/// By the real engine: whatever it makes of them.
TEST_P(HostileTexts, AreReadSoundly) {
  if (!std::filesystem::exists(test::model_file("md")))
    GTEST_SKIP() << "no model at " << test::model_file("md") << ": ./dev test imports it";
  const auto model = open_model(test::model_file("md"));
  ASSERT_TRUE(model) << model.error().message;
  auto engine = Engine::create(*model);
  ASSERT_TRUE(engine) << engine.error().message;
  Document doc;
  const auto parsed = engine->read(GetParam(), doc);
  ASSERT_TRUE(parsed) << parsed.error().message;
  for (const StatementScope scope : {StatementScope::strict, StatementScope::wide})
    EXPECT_EQ(what_is_wrong(doc, read(doc, scope)), "") << GetParam().substr(0, 200);
}

INSTANTIATE_TEST_SUITE_P(
    Kinds, HostileTexts,
    testing::Values(
        // right to left, with marks of all kinds, and marks of direction in and beside English
        "\"נשארים כאן\", אמרה אנה קוס. ”נמשיך מחר”, הוסיפה.\nיו\"ר הוועדה אמר: \"די.\n",
        "قالت آنا كوس: «سنبقى هنا». وأضافت: \"لن نغادر\".\n«غدا\n",
        "\u200f\"We stay here,\"\u200f said Ana Kos.\nAna Kos said: \u202a\"We stay.\"\u202c\n",
        "\u2068\"We stay\u2069, \u2067אמרה אנה\u2069,\" said \u202eAna Kos\u202c to \u061cقوم.\n",
        "She said \"هنا\" and left. He told \"אנה that\u200f\n\u200e\"it was over.\n",
        // brackets as marks, open and closed, mixed
        "「We stay here,」 said Ana Kos. 『We 「stay,』 she said.」 「「「「「「「\n」 said 「\n",
        "彼は「はい」と言った。『いいえ\n",
        // marks that never close, marks that are none
        "\"We came. Ana Kos said it rained.\n\nThe rain stopped, she said. \"It\n\n“Later, he added:\n\n",
        repeated("\"open ", 500), repeated("‘he said “", 300), repeated("\"It was late\n", 300),
        "'It's the workers' houses,' said Ana Kos's sons' friend. 'Twas the '90s, rock 'n' roll', she said 'no.\n",
        repeated("the drivers' 'so-called' bosses' cars' said ", 200),
        // one endless sentence
        repeated("Ana Kos said that he told her to say ", 300), repeated("and said ", 1000), repeated("said: ", 800),
        repeated("according to ", 500), repeated("\"Yes,\" ", 500), repeated("(he said, ", 400), std::string(5000, '"'),
        std::string(5000, '\'')));

}  // namespace
}  // namespace sitcen::reading
