#pragma once

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

/// A time that the text gave before, as others are counted from it.
struct Named {
  Period period;
  std::uint32_t time = 0;  ///< index into Findings::times
  std::uint32_t sentence = 0;
};

/// What a time is worked out from.
struct TimeContext {
  std::optional<Day> published;   ///< the day the report came out, or the day its words were spoken
  std::string_view published_as;  ///< name of that anchor
  std::optional<Named> last;      ///< the last date
  std::optional<Named> quarter;   ///< the last quarter or month: what "a year earlier" is earlier than
  Tense tense = Tense::none;
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
  std::string_view rule = "calendar";  ///< static
};

[[nodiscard]] Resolved resolve(const TimeSpec& spec, const TimeContext& context, const Holidays& holidays);

/// \return "P3D", "PT2H", "PXY", "P2.5Y"; of two amounts "PT1H10M"
[[nodiscard]] std::string duration_value(const TimeSpec& spec);

}  // namespace sitcen::reading
