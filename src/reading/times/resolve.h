#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "reading/times/calendar.h"
#include "reading/times/holidays.h"
#include "reading/times/tense.h"
#include "reading/times/time_spec.h"
#include "sitcen/findings.h"

namespace sitcen::reading {

/// Rule of a value with X for what is not known, as no date is known to count from.
inline constexpr std::string_view kUnanchored = "unanchored";

/// A time that the text gave before, as others are counted from it.
struct Named {
  Period period;
  std::uint32_t time = 0;  ///< index into Findings::times
  std::uint32_t sentence = 0;
};

/// What a time is worked out from.
struct TimeContext {
  std::optional<Day> published;                     ///< the day the report came out, or the day its words were spoken
  std::string published_as;                         ///< name of that anchor
  std::array<std::optional<Named>, kGrains> named;  ///< by Grain: the last one
  std::optional<Named> quarter;                     ///< the quarter that a report of business is about
  Tense tense = Tense::none;
  bool over = false;  ///< it stands behind "since"
  std::uint32_t sentence = 0;
};

/// A time that is worked out, as far as it can be.
struct Resolved {
  TimeType type = TimeType::date;
  std::string value;
  std::string_view mod;
  std::string anchor;
  std::vector<std::string> readings;
  std::optional<Period> period;        ///< of a date that is known
  std::optional<Period> begin, end;    ///< of a duration: its first day, and the day it ends on
  std::string_view rule = "calendar";  ///< static
};

[[nodiscard]] Resolved resolve(const TimeSpec& spec, const TimeContext& context, const Holidays& holidays);

/// \return a duration; "the past three weeks" and "the next two days" with the days between which they lie
[[nodiscard]] Resolved duration_of(const TimeSpec& spec, const TimeContext& context);

/// \return "P3D", "PT2H", "PXY", "P2.5Y"; of two amounts "PT1H10M"
[[nodiscard]] std::string duration_value(const TimeSpec& spec);

}  // namespace sitcen::reading
