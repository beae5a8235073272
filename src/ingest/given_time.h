#pragma once

#include <optional>
#include <string_view>

#include "sitcen/report.h"

namespace sitcen::ingest {

/// \param month 1 to 12
/// \return how many days the month has
[[nodiscard]] int days_in(int year, int month);

/// Reads a time that stands in metadata: ISO 8601 dates and times (extended or basic, "2022", "2022-02", "2022-02-23",
/// "2022-02-23T10:27", "2022-02-23 10:27:00.5 +0300"), those of mail ("Wed, 23 Feb 2022 10:27:00 GMT", "23-Feb-22 10:27
/// EST") and those with the month first ("Wed Feb 23 10:27:00 2022", "February 23, 2022").
/// \return value cut after its precision, fractions of a second dropped; no offset where none is given or
///         its name has more than one reading;
///         none for anything else, among it dates with two readings such as 01/02/2022
[[nodiscard]] std::optional<Timestamp> read_given_time(std::string_view text, TimeBasis basis);

}  // namespace sitcen::ingest
