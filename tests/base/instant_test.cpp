#include "base/instant.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace sitcen::base {
namespace {

std::string read(std::string_view text) {
  const auto at = parse_instant(text);
  return at ? rfc3339(*at) : "none";
}

TEST(Instant, ReadsWhatSourcesWrite) {
  EXPECT_EQ(read("2031-03-12T10:00:00Z"), "2031-03-12T10:00:00Z");
  EXPECT_EQ(read("2031-03-12T10:00:00+02:00"), "2031-03-12T08:00:00Z");
  EXPECT_EQ(read("2031-03-12T01:00:00-05:30"), "2031-03-12T06:30:00Z");
  EXPECT_EQ(read("2031-03-12 10:00:00.1239Z"), "2031-03-12T10:00:00.123Z");
  EXPECT_EQ(read("2031-03-12T10:00:00.5Z"), "2031-03-12T10:00:00.500Z");
}

TEST(Instant, TakesTheBeginOfWhatIsCutAfterItsPrecision) {
  EXPECT_EQ(read("2031"), "2031-01-01T00:00:00Z");
  EXPECT_EQ(read("2031-03"), "2031-03-01T00:00:00Z");
  EXPECT_EQ(read("2031-03-12"), "2031-03-12T00:00:00Z");
  EXPECT_EQ(read("2031-03-12T10:27"), "2031-03-12T10:27:00Z");
}

TEST(Instant, KnowsTheCalendar) {
  EXPECT_EQ(read("2028-02-29"), "2028-02-29T00:00:00Z");
  EXPECT_EQ(read("2031-02-29"), "none");
  EXPECT_EQ(read("1900-02-29"), "none");
  EXPECT_EQ(read("1900-02-28"), "1900-02-28T00:00:00Z");
  EXPECT_EQ(read("2200-12-31T23:59:59Z"), "2200-12-31T23:59:59Z");
}

TEST(Instant, RefusesWhatIsNoTime) {
  for (const auto* text : {"", "soon", "20310312", "2031-13", "2031-00-10", "2031-03-12T25:00", "2031-03-12T10:00:00.Z",
                           "2031-03-12T10:00:00+2", "2031-03-12T10:00:00Z tomorrow", "2031-3-12", "-031-03-12"})
    EXPECT_EQ(read(text), "none") << text;
}

RC_GTEST_PROP(Instant, WhatIsWrittenReadsBack, ()) {
  // 0000-01-01 to 9999-12-31
  const auto ms = *rc::gen::inRange<std::int64_t>(-62167219200000, 253402300800000);
  const Instant at{std::chrono::milliseconds(ms)};
  RC_ASSERT(parse_instant(rfc3339(at)) == at);
}

}  // namespace
}  // namespace sitcen::base
