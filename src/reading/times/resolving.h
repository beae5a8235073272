#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "reading/times/calendar.h"
#include "reading/times/resolve.h"

namespace sitcen::reading {

/// One time being worked out: what it is counted from, and what went wrong on the way.
struct Resolving {
  const TimeSpec& spec;
  const TimeContext& context;
  const Holidays& holidays;
  std::optional<Period> base{};                 ///< the report's day, or the time before that it is counted from
  std::optional<std::uint32_t> from_context{};  ///< the time that `base` is, where it is not the report's day
  bool counted = false;                         ///< the value was counted from `base`
  bool failed = false;                          ///< there is no such date
  bool vague = false;                           ///< some time before or after, nobody knows how far

  [[nodiscard]] bool has(TimeField f) const { return spec.has(f); }
  [[nodiscard]] int at(TimeField f) const { return spec.at(f); }
  std::nullopt_t fail() {
    failed = true;
    return std::nullopt;
  }
  /// \return `found`; none fails
  std::optional<Period> checked(std::optional<Period> found) {
    failed = failed || !found;
    return found;
  }
};

/// \return the period of the calendar that a unit is; a day for hours and below, none for "period"
[[nodiscard]] std::optional<Grain> grain_of(TimeUnit unit);

/// Chooses what a time is counted from: the report's day, or the time before that its words point at.
void choose_base(Resolving& r);
/// \return the period that a year, a decade, "two years ago" or "last week" names
[[nodiscard]] std::optional<Period> coarse_period(Resolving& r);
/// \return what the finer words (month, day, season) say within a period; without one the recurring one that is meant
[[nodiscard]] std::optional<Period> refined_period(Resolving& r, std::optional<Period> in);

/// \return "T18:30", "TNI", with the zone; empty without a time of day
[[nodiscard]] std::string clock_suffix(const TimeSpec& spec);
/// \return the value where no date is known to count from: X for what is not
[[nodiscard]] std::string unanchored_value(const TimeSpec& spec, const Holidays& holidays);

}  // namespace sitcen::reading
