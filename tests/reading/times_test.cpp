// The calendar and the tables of times: what story files cannot say one by one.

#include "reading/times/times.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "knowledge.h"
#include "reading/knowledge.h"
#include "reading/tables/table.h"
#include "reading/times/calendar.h"
#include "reading/times/resolve.h"
#include "reading/tree.h"
#include "sketch.h"
#include "soundness.h"

namespace sitcen::reading {
namespace {

Period period(int y, int m, int d, Grain grain) { return period_at(day_of(y, m, d).value(), grain); }

TEST(Calendar, HasNoDayThatIsNone) {
  EXPECT_FALSE(day_of(2022, 2, 30));
  EXPECT_FALSE(day_of(2023, 2, 29));
  EXPECT_FALSE(day_of(0, 1, 1));
  EXPECT_FALSE(day_of(10'000, 1, 1));
  EXPECT_TRUE(day_of(2024, 2, 29));
}

TEST(Calendar, PrintsPeriodsAsTimex3) {
  EXPECT_EQ(value_of(period(1998, 1, 29, Grain::day)), "1998-01-29");
  EXPECT_EQ(value_of(period(1998, 1, 29, Grain::week)), "1998-W05");
  EXPECT_EQ(value_of(period(1998, 1, 29, Grain::weekend)), "1998-W05-WE");
  EXPECT_EQ(value_of(period(2027, 1, 1, Grain::week)), "2026-W53");  // a week belongs to the year of its Thursday
  EXPECT_EQ(value_of(period(1998, 8, 3, Grain::quarter)), "1998-Q3");
  EXPECT_EQ(value_of(period(1998, 8, 3, Grain::half)), "1998-H2");
  EXPECT_EQ(value_of(period(1998, 8, 3, Grain::season)), "1998-SU");
  EXPECT_EQ(value_of(period(1999, 1, 3, Grain::season)), "1998-WI");
  EXPECT_EQ(value_of(period(1998, 8, 3, Grain::decade)), "199");
  EXPECT_EQ(value_of(period(1998, 8, 3, Grain::century)), "19");
}

TEST(Calendar, FindsEaster) {
  EXPECT_EQ(easter(2000), day_of(2000, 4, 23));
  EXPECT_EQ(easter(2019), day_of(2019, 4, 21));
  EXPECT_EQ(easter(2038), day_of(2038, 4, 25));
}

TEST(Calendar, EndsAtItsYears) {
  EXPECT_FALSE(moved(period(9999, 12, 31, Grain::day), 1));
  EXPECT_FALSE(moved(period(1, 1, 1, Grain::year), -1));
  EXPECT_FALSE(moved(period(2031, 1, 1, Grain::century), 2'000'000'000));
}

RC_GTEST_PROP(Calendar, MovesThereAndBack, ()) {
  const int y = *rc::gen::inRange(1500, 2500), m = *rc::gen::inRange(1, 13), d = *rc::gen::inRange(1, 29);
  const auto grain = static_cast<Grain>(*rc::gen::inRange(0, 10));
  const int count = *rc::gen::inRange(-4, 5);
  const Period p = period(y, m, d, grain);
  const auto there = moved(p, count);
  RC_ASSERT(there);
  RC_ASSERT(moved(*there, -count) == p);
  RC_ASSERT(p.first <= *day_of(y, m, d) || grain == Grain::weekend);
  RC_ASSERT(end_of(p) > p.first);
}

/// A name that is misspelt in a table sets nothing, in silence: each must be known.
TEST(TimeTables, NameFieldsAndCodesThatThereAre) {
  int patterns = 0;
  for_each_row(knowledge::table("en/time_patterns.tsv"), 3, [&](std::span<const std::string_view> cell) {
    ++patterns;
    for_each_item(cell[2], ' ', [&](std::string_view set) {
      const std::size_t equals = set.find('=');
      const auto field = field_named(set.substr(0, equals));
      ASSERT_TRUE(field) << cell[1] << ": " << set;
      EXPECT_TRUE(code_of(*field, set.substr(equals + 1))) << cell[1] << ": " << set;
    });
    for_each_item(cell[1], ' ', [&](std::string_view element) {
      if (element.ends_with('?')) element.remove_suffix(1);
      for_each_item(element, '|', [&](std::string_view choice) {
        const std::size_t equals = choice.find('=');
        if (equals == std::string_view::npos) return;
        EXPECT_TRUE(field_named(choice.substr(equals + 1))) << cell[1];
      });
    });
  });
  EXPECT_GT(patterns, 100);
}

Times read(const Document& doc) {
  Report report;
  report.published = Timestamp{"2031-03-12", TimePrecision::day, TimeBasis::given};
  return read_times(report, doc, Tree(doc), {}, load_knowledge("en"));
}

TEST(DateOrder, IsThatOfTheRegionOfTheLanguage) {
  const Sketch sketch("It ended on 01/02/2030 .");
  const auto value = [&](std::optional<std::string> language) {
    Report report;
    report.language = std::move(language);
    const Times times = read_times(report, sketch.doc(), Tree(sketch.doc()), {}, load_knowledge("en"));
    return times.all.size() == 1 ? times.all.front().value : "none";
  };
  EXPECT_EQ(value("en-GB"), "2030-02-01");
  EXPECT_EQ(value("en-Latn-US"), "2030-01-02");
  EXPECT_EQ(value("en"), "");
  EXPECT_EQ(value(std::nullopt), "");
}

std::string many(std::string_view piece, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += piece;
  return out;
}

TEST(HostileTimes, AreReadToTheirEnd) {
  const std::vector<std::string> texts = {many("last ", 15'000),
                                          many("the first ", 6'000),
                                          many("1998 ", 10'000),
                                          std::string(10'000, '9'),
                                          many("May ", 10'000),
                                          many("a few dozen more than ", 3'000),
                                          "99999999999999999999 years ago",
                                          many("'", 10'000),
                                          "99.99.9999 00.00.0000 24:60 2031-13-45 31/31/2031"};
  for (const std::string& text : texts) {
    Sketch s(text);
    Findings f;
    f.times = read(s.doc()).all;
    EXPECT_EQ(what_is_wrong(s.doc(), f), "") << text.substr(0, 40);
  }
}

RC_GTEST_PROP(HostileTimes, AreSoundWhateverTheWords, ()) {
  const auto words = *rc::gen::container<std::vector<std::string>>(
      rc::gen::element<std::string>("the", "last", "week", "May", "3", "1998", ",", "of", "ago", "two", "quarter", "-",
                                    "days", "30.02.2031", "at", "10:30", "p.m.", "Friday", "\n", "later", "a", "year",
                                    "earlier", "next", "'s", "century", "21st", "now", "half"));
  std::string text;
  for (const std::string& w : words) text += w + " ";
  Sketch s(text);
  Findings f;
  f.times = read(s.doc()).all;
  RC_ASSERT(what_is_wrong(s.doc(), f).empty());
}

}  // namespace
}  // namespace sitcen::reading
