#include "ingest/given_time.h"

#include <gtest/gtest.h>

namespace sitcen::ingest {
namespace {

struct Given {
  const char* text;
  const char* value;
  TimePrecision precision;
};

class GivenTime : public testing::TestWithParam<Given> {};

TEST_P(GivenTime, IsReadWithItsPrecision) {
  const auto time = read_given_time(GetParam().text, TimeBasis::meta);
  ASSERT_TRUE(time);
  EXPECT_EQ(time->value, GetParam().value);
  EXPECT_EQ(time->precision, GetParam().precision);
  EXPECT_EQ(time->basis, TimeBasis::meta);
}

INSTANTIATE_TEST_SUITE_P(
    , GivenTime,
    testing::Values(Given{"2022", "2022", TimePrecision::year}, Given{"2022-02", "2022-02", TimePrecision::month},
                    Given{" 2022-02-23\n", "2022-02-23", TimePrecision::day},
                    Given{"20220223", "2022-02-23", TimePrecision::day},
                    Given{"2022-02-23T10:27", "2022-02-23T10:27", TimePrecision::minute},
                    Given{"2022-02-23 10:27:05", "2022-02-23T10:27:05", TimePrecision::second},
                    Given{"2022-02-23t10:27:05.123456z", "2022-02-23T10:27:05Z", TimePrecision::second},
                    Given{"20220223T102705Z", "2022-02-23T10:27:05Z", TimePrecision::second},
                    Given{"2022-02-23T10:27:05+0300", "2022-02-23T10:27:05+03:00", TimePrecision::second},
                    Given{"2022-02-23T10:27:05-05", "2022-02-23T10:27:05-05:00", TimePrecision::second},
                    Given{"2022-02-23 10:27 UTC", "2022-02-23T10:27Z", TimePrecision::minute},
                    Given{"Wed, 23 Feb 2022 10:27:00 GMT", "2022-02-23T10:27:00Z", TimePrecision::second},
                    Given{"3 March 2022", "2022-03-03", TimePrecision::day},
                    Given{"2022/02/23 10:27", "2022-02-23T10:27", TimePrecision::minute},
                    Given{"2022-02-23T10:27:05GMT+2", "2022-02-23T10:27:05+02:00", TimePrecision::second},
                    Given{"Wed, 23 Feb 22 10:27:00 +0000 (UTC)", "2022-02-23T10:27:00+00:00", TimePrecision::second},
                    Given{"Saturday, 23-Feb-91 10:27:00 EST", "1991-02-23T10:27:00-05:00", TimePrecision::second},
                    Given{"Wed, 3 Feb 2022 9:05 pm PDT", "2022-02-03T21:05-07:00", TimePrecision::minute},
                    Given{"Wed, 23 Feb 2022 10:27:00 CET", "2022-02-23T10:27:00", TimePrecision::second},
                    Given{"Wed Feb 23 10:27:00 2022", "2022-02-23T10:27:00", TimePrecision::second},
                    Given{"Wed Feb  3 10:27:00 UTC 2022", "2022-02-03T10:27:00Z", TimePrecision::second},
                    Given{"Feb 23, 2022", "2022-02-23", TimePrecision::day},
                    Given{"February 23, 2022 12:05 am", "2022-02-23T00:05", TimePrecision::minute},
                    Given{"2024-02-29", "2024-02-29", TimePrecision::day}));

class NoGivenTime : public testing::TestWithParam<const char*> {};

TEST_P(NoGivenTime, IsGuessed) { EXPECT_FALSE(read_given_time(GetParam(), TimeBasis::given)); }

INSTANTIATE_TEST_SUITE_P(, NoGivenTime,
                         testing::Values("", " ", "yesterday", "01/02/2022", "220223", "202202", "2022-13",
                                         "2023-02-29", "2022-02-23T", "2022-02-23T25:00", "2022-02-23T10",
                                         "2022-02-23T10:27:05 EST", "2022-02-23T10:27:05+99:00", "2022-02-23x",
                                         "1645612020", "31 Feb 2022", "2/3/22", "Feb 2022",
                                         "Wed, 23 Feb 2022 10:27:00 GMT 3", "23 Feb 022", "Feb 31, 2022",
                                         "Feb 23, 2022 13:05 pm", "Wed Feb 23 10:27:00 22"));

}  // namespace
}  // namespace sitcen::ingest
