#include "base/timex.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>

namespace sitcen::base {
namespace {

/// "2031-03-12T00:00:00Z/2031-03-13T00:00:00Z"; "-" for none
std::string period(std::string_view timex) {
  const auto found = period_of(timex);
  return found ? rfc3339(found->begin) + "/" + rfc3339(found->end) : "-";
}

TEST(Timex, StandsInTheCalendarAsFinelyAsItsValueSays) {
  EXPECT_EQ(period("2031"), "2031-01-01T00:00:00Z/2032-01-01T00:00:00Z");
  EXPECT_EQ(period("FY2031"), period("2031"));
  EXPECT_EQ(period("203"), "2030-01-01T00:00:00Z/2040-01-01T00:00:00Z");
  EXPECT_EQ(period("20"), "2000-01-01T00:00:00Z/2100-01-01T00:00:00Z");
  EXPECT_EQ(period("2031-12"), "2031-12-01T00:00:00Z/2032-01-01T00:00:00Z");
  EXPECT_EQ(period("2031-Q4"), "2031-10-01T00:00:00Z/2032-01-01T00:00:00Z");
  EXPECT_EQ(period("2031-H1"), "2031-01-01T00:00:00Z/2031-07-01T00:00:00Z");
  EXPECT_EQ(period("2031-WI"), period("2031"));
  EXPECT_EQ(period("2031-03-12"), "2031-03-12T00:00:00Z/2031-03-13T00:00:00Z");
  EXPECT_EQ(period("2031-03-12TMO"), period("2031-03-12"));
  EXPECT_EQ(period("2031-03-12T10"), "2031-03-12T10:00:00Z/2031-03-12T11:00:00Z");
  EXPECT_EQ(period("2031-03-12T10:30"), "2031-03-12T10:30:00Z/2031-03-12T10:31:00Z");
  EXPECT_EQ(period("2031-03-12T10:30+01:00"), "2031-03-12T09:30:00Z/2031-03-12T09:31:00Z");
  EXPECT_EQ(period("2031-03-12T10:30:15"), "2031-03-12T10:30:15Z/2031-03-12T10:30:16Z");
}

TEST(Timex, CountsWeeksFromTheOneWithTheFourthOfJanuary) {
  EXPECT_EQ(period("2031-W01"), "2030-12-30T00:00:00Z/2031-01-06T00:00:00Z");
  EXPECT_EQ(period("2031-W11"), "2031-03-10T00:00:00Z/2031-03-17T00:00:00Z");
  EXPECT_EQ(period("2031-W11-WE"), "2031-03-15T00:00:00Z/2031-03-17T00:00:00Z");
  EXPECT_EQ(period("2031-W11-3"), period("2031-03-12"));
}

TEST(Timex, IsNowhereWhereItSaysNoPlaceInTheCalendar) {
  for (const char* value :
       {"",           "P3W",     "PT2H",    "XXXX-WXX-6",  "PAST_REF",      "FUTURE_REF",  "XXXX-03-12", "2031-XX",
        "2031-02-30", "2031-13", "2031-00", "2031-W54",    "2031-W11-8",    "2031-Q5",     "2031-Q",     "2031-",
        "2",          "20310",   "203-04",  "2031-03-12X", "2031-03-12T25", "2031-03-12T", "T10:30",     "FY"})
    EXPECT_EQ(period(value), "-") << value;
}

RC_GTEST_PROP(Timex, NoValueIsTooStrangeToRead, (const std::string& tail)) {
  for (const char* head : {"", "2031", "2031-", "2031-W", "2031-03-12T"}) {
    const auto found = period_of(head + tail);
    RC_ASSERT(!found || found->begin < found->end);
  }
}

}  // namespace
}  // namespace sitcen::base
