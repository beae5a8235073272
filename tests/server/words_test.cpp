#include "server/pages/words.h"

#include <gtest/gtest.h>

namespace sitcen::server::pages {
namespace {

Timestamp at(std::string value, TimePrecision precision) { return {std::move(value), precision, TimeBasis::given}; }

TEST(Words, TimesAreExactToTheirPrecisionAndNoMore) {
  EXPECT_EQ(readable(at("2031", TimePrecision::year)), "2031");
  EXPECT_EQ(readable(at("2031-03", TimePrecision::month)), "March 2031");
  EXPECT_EQ(readable(at("2031-03-05", TimePrecision::day)), "5 March 2031");
  EXPECT_EQ(readable(at("2031-03-05T10:27Z", TimePrecision::minute)), "5 March 2031, 10:27 UTC");
  EXPECT_EQ(readable(at("2031-03-05T10:27:33+01:00", TimePrecision::second)), "5 March 2031, 10:27 UTC+01:00");
  EXPECT_EQ(readable(at("2031-03-05T10:27", TimePrecision::minute)), "5 March 2031, 10:27 (no time zone given)");
  EXPECT_EQ(readable(at("not a time", TimePrecision::day)), "not a time");
  EXPECT_EQ(readable(*base::parse_instant("2031-03-05T10:27:33Z")), "5 March 2031, 10:27 UTC");
}

TEST(Words, ListsGroupByTheDayInUtc) {
  EXPECT_EQ(day(at("2031-03-05T00:30:00+02:00", TimePrecision::second)), "Tue 4 March 2031");
  EXPECT_EQ(clock(at("2031-03-05T00:30:00+02:00", TimePrecision::second)), "22:30 UTC");
  EXPECT_EQ(day(at("2031-03-05T00:30", TimePrecision::minute)), "Wed 5 March 2031");
  EXPECT_EQ(clock(at("2031-03-05T00:30", TimePrecision::minute)), "00:30 no zone");
  EXPECT_EQ(day(at("2031-03", TimePrecision::month)), "March 2031");
  EXPECT_EQ(clock(at("2031-03-05", TimePrecision::day)), "");
}

TEST(Words, CountsAreGrammaticalAndReadable) {
  EXPECT_EQ(count(0, "statement", "statements"), "0 statements");
  EXPECT_EQ(count(1, "statement", "statements"), "1 statement");
  EXPECT_EQ(count(999, "actor", "actors"), "999 actors");
  EXPECT_EQ(count(1000, "actor", "actors"), "1,000 actors");
  EXPECT_EQ(count(1234567, "actor", "actors"), "1,234,567 actors");
}

TEST(Words, OriginsAreShort) {
  EXPECT_EQ(short_origin("examples/a.txt"), "a.txt");
  EXPECT_EQ(short_origin("https://a.example/2031/flood/"), "flood");
  EXPECT_EQ(short_origin("-"), "-");
  EXPECT_EQ(short_origin("/"), "/");
}

}  // namespace
}  // namespace sitcen::server::pages
