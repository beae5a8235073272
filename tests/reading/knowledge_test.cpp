#include "reading/knowledge.h"

#include <gtest/gtest.h>

#include <initializer_list>
#include <set>
#include <span>
#include <string_view>

namespace sitcen::reading {
namespace {

TEST(Knowledge, EveryLineOfTheTablesIsUnderstood) {
  const Knowledge k = load_knowledge("en");
  EXPECT_GT(k.cues.size(), 500U);
  EXPECT_TRUE(k.cues.rejected().empty()) << k.cues.rejected().front();
  EXPECT_TRUE(k.words.rejected().empty()) << k.words.rejected().front();
  EXPECT_EQ(k.countries.all().size(), 197U);
  EXPECT_GT(k.organisations.all().size(), 100U);
  EXPECT_GT(k.titles.size(), 200U);
  EXPECT_GT(k.nouns.nouns(), 1000U);
  EXPECT_EQ(k.nouns.rejected(), 0U);
  EXPECT_GT(k.offices.size(), 100U);
  EXPECT_GT(k.events.size(), 500U);
  EXPECT_TRUE(k.events.rejected().empty()) << k.events.rejected().front();
  EXPECT_TRUE(k.event_words.rejected().empty()) << k.event_words.rejected().front();
}

TEST(Knowledge, FrenchAndSpanishHaveTablesOfTheirOwn) {
  for (const char* language : {"fr", "es"}) {
    const Knowledge k = load_knowledge(language);
    EXPECT_GT(k.cues.size(), 50U);
    EXPECT_TRUE(k.cues.rejected().empty()) << k.cues.rejected().front();
    EXPECT_TRUE(k.words.rejected().empty()) << k.words.rejected().front();
    EXPECT_TRUE(k.cues.find("say", CuePos::verb).empty());
    EXPECT_EQ(k.numbers.decimal_mark(), DecimalMark::comma);
    EXPECT_EQ(k.countries.named("France"), nullptr);
  }
  EXPECT_EQ(load_knowledge("en").numbers.decimal_mark(), DecimalMark::point);
}

TEST(Knowledge, ALanguageWithoutTablesKnowsNothing) {
  const Knowledge k = load_knowledge("xx");
  EXPECT_EQ(k.cues.size(), 0U);
  EXPECT_TRUE(k.cues.find("say", CuePos::verb).empty());
  EXPECT_EQ(k.countries.named("France"), nullptr);
  EXPECT_FALSE(k.titles.sector("minister"));
}

TEST(Knowledge, ACueHasARowForEachThingItMayMean) {
  const Knowledge k = load_knowledge("en");
  const auto rows = k.cues.find("suggest", CuePos::verb);
  const auto with = [&](Frame f) {
    for (const CueEntry& e : rows)
      if (has(e.frames, f)) return e.modality;
    return Modality::past;
  };
  EXPECT_EQ(with(Frame::that), Modality::asserted);
  EXPECT_EQ(with(Frame::ing), Modality::urged);
  EXPECT_TRUE(k.cues.find("suggest", CuePos::noun).empty());
}

TEST(Knowledge, RowsWithAParticleAreAskedFirst) {
  const Knowledge k = load_knowledge("en");
  const auto rows = k.cues.find("call", CuePos::verb);
  ASSERT_GT(rows.size(), 2U);
  EXPECT_FALSE(rows.front().particle.empty());
  EXPECT_TRUE(rows.back().particle.empty());
}

TEST(Knowledge, CountriesAreKnownByNamesPeoplesAndCapitals) {
  const Knowledge k = load_knowledge("en");
  const auto code = [](const Country* c) { return c == nullptr ? std::string_view("none") : c->code; };
  EXPECT_EQ(code(k.countries.named("U.S.")), "USA");
  EXPECT_EQ(code(k.countries.named("Russian Federation")), "RUS");
  EXPECT_EQ(code(k.countries.nationality("Belarusians")), "BLR");
  EXPECT_EQ(code(k.countries.capital("Kiev")), "UKR");
  EXPECT_EQ(code(k.countries.capital("Kyiv")), "UKR");
  EXPECT_EQ(code(k.countries.named("Narnia")), "none");
}

TEST(Knowledge, NoCountryCodeTwice) {
  const Knowledge k = load_knowledge("en");
  std::set<std::string_view> codes;
  for (const Country& c : k.countries.all()) {
    EXPECT_EQ(c.code.size(), 3U) << c.name;
    EXPECT_TRUE(codes.insert(c.code).second) << c.code;
  }
}

TEST(Knowledge, TitlesAreKnownInEachSpelling) {
  const Knowledge k = load_knowledge("en");
  EXPECT_EQ(k.titles.sector("Minister"), "GOV");
  EXPECT_EQ(k.titles.sector("ministers"), "GOV");
  EXPECT_EQ(k.titles.sector("Gen."), "MIL");
  EXPECT_FALSE(k.titles.sector("harbour"));
  EXPECT_EQ(k.titles.role("Mr."), NameRole::honorific);
}

TEST(Knowledge, PronounsAndNounsAreKnownInEachSpelling) {
  const Knowledge k = load_knowledge("en");
  ASSERT_TRUE(k.nouns.pronoun("Her"));
  EXPECT_EQ(k.nouns.pronoun("Her")->gender, Gender::female);
  ASSERT_TRUE(k.nouns.pronoun("'em"));
  EXPECT_EQ(k.nouns.pronoun("'em")->number, Number::plural);
  EXPECT_FALSE(k.nouns.pronoun("hers-not"));
  EXPECT_EQ(k.nouns.noun("Mother").kind, NounKind::kin);
  EXPECT_EQ(k.nouns.noun("harbour").kind, NounKind::none);
}

TEST(Knowledge, OfficesThatMeanOnePersonShareAClass) {
  const Knowledge k = load_knowledge("en");
  const auto classes = [&](std::string_view head, std::initializer_list<std::string_view> words) {
    return k.offices.classes(head, std::span(words.begin(), words.size()));
  };
  EXPECT_NE(classes("President", {}) & classes("Head", {"State"}), 0U);
  EXPECT_NE(classes("leader", {}) & classes("king", {}), 0U);
  EXPECT_NE(classes("premier", {}) & classes("minister", {"prime"}), 0U);
  EXPECT_EQ(classes("minister", {"prime"}) & classes("head", {"state"}), 0U);
  EXPECT_EQ(classes("minister", {}), 0U);
  EXPECT_EQ(classes("gardener", {}), 0U);
}

}  // namespace
}  // namespace sitcen::reading
