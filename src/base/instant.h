#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace sitcen::base {

/// A moment, in UTC, to the millisecond. Callers pass it in: the library never reads the clock.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;

/// \return RFC 3339 in UTC, "2031-03-12T10:00:00Z", with milliseconds only where there are some; years 0 to 9999
[[nodiscard]] std::string rfc3339(Instant at);

/// Reads RFC 3339, and what is cut after the year, the month, the day or the minute: the moment it begins.
/// A time without a UTC offset is taken as UTC. Fractions are cut to milliseconds.
/// \return none where the text is no such time (or names a day that is in no calendar)
[[nodiscard]] std::optional<Instant> parse_instant(std::string_view text);

}  // namespace sitcen::base
