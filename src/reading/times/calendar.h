#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

namespace sitcen::reading {

/// A day of the Gregorian calendar, counted on before 1582 too.
using Day = std::chrono::sys_days;

/// How long a period of the calendar is, from the shortest.
enum class Grain : std::uint8_t { day, weekend, week, month, quarter, season, half, year, decade, century };

inline constexpr std::size_t kGrains = 10;

enum class Season : std::uint8_t { spring, summer, autumn, winter };

/// A period of the calendar: its first day and how long it is.
struct Period {
  Grain grain = Grain::day;
  Day first{};

  friend bool operator==(const Period&, const Period&) = default;
};

/// \return none where no calendar has that day (30 February), or the year is not within 1 to 9999
[[nodiscard]] std::optional<Day> day_of(int year, int month, int day);
[[nodiscard]] int year_of(Day day);
[[nodiscard]] int month_of(Day day);
/// \return 1 (Monday) to 7
[[nodiscard]] int weekday_of(Day day);

/// \return the period of that length that the day falls into; a weekend is that of the day's week
[[nodiscard]] Period period_at(Day day, Grain grain);
/// \return the period `count` periods later, earlier where negative; none beyond the years 1 to 9999
[[nodiscard]] std::optional<Period> moved(Period period, int count);
/// \return the first day after the period
[[nodiscard]] Day end_of(Period period);
/// \return the same period `years` later: the third quarter stays a third quarter, 29 February becomes the 28th
[[nodiscard]] std::optional<Period> moved_years(Period period, int years);

/// \return the day `months` later; the month's last day where it has none of that number
[[nodiscard]] std::optional<Day> add_months(Day day, int months);

/// Seasons of the north: spring from March, winter from December.
[[nodiscard]] std::optional<Period> season_of(int year, Season season);

/// \return Easter Sunday of a year (Gregorian)
[[nodiscard]] std::optional<Day> easter(int year);

/// \return the TIMEX3 value: "1998", "1998-Q3", "1998-SU", "1998-W05", "1998-W05-WE", "1998-01-29", "199", "19"
[[nodiscard]] std::string value_of(Period period);

}  // namespace sitcen::reading
