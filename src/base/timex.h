#pragma once

#include <optional>
#include <string_view>

#include "base/instant.h"

namespace sitcen::base {

/// A stretch of the calendar, half open.
struct Period {
  Instant begin, end;
};

/// Reads a TIMEX3 value that stands in the calendar: "2031", "2031-03", "2031-03-12", "2031-W11", "2031-W11-WE",
/// "2031-Q1", "2031-H2", "2031-SP" (no season is finer than its year), "203" (a decade), "20" (a century), "FY2031",
/// "2031-03-12T10:30", "2031-03-12TMO" (no part of a day is finer than the day). What has no offset counts as UTC.
/// \return none for what is no place in the calendar ("P3W", "XXXX-WXX-6", "PAST_REF") or in none ("2031-02-30")
[[nodiscard]] std::optional<Period> period_of(std::string_view timex);

}  // namespace sitcen::base
