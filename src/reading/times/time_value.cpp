#include <cstdlib>
#include <string>

#include "reading/times/resolving.h"

namespace sitcen::reading {
namespace {

using F = TimeField;

std::string two_digits(int value) { return std::string(value < 10 ? "0" : "") + std::to_string(value); }

std::string unanchored_holiday(std::int32_t holiday, const Holidays& holidays) {
  const auto a = holidays.day(holiday, 2001), b = holidays.day(holiday, 2002);
  if (!a || !b) return "XXXX-XX-XX";
  const std::string x = value_of({Grain::day, *a}), y = value_of({Grain::day, *b});
  return x.substr(4) == y.substr(4) ? "XXXX" + x.substr(4) : "XXXX-XX-XX";
}

std::string unanchored_unit(TimeUnit unit) {
  switch (unit) {
    case TimeUnit::week:
      return "XXXX-WXX";
    case TimeUnit::weekend:
      return "XXXX-WXX-WE";
    case TimeUnit::month:
      return "XXXX-XX";
    case TimeUnit::quarter:
      return "XXXX-QX";
    case TimeUnit::half:
      return "XXXX-HX";
    case TimeUnit::year:
      return "XXXX";
    case TimeUnit::decade:
      return "XXX";
    case TimeUnit::century:
      return "XX";
    default:
      return "XXXX-XX-XX";
  }
}

}  // namespace

std::string clock_suffix(const TimeSpec& spec) {
  if (!spec.has(F::hour)) {
    if (!spec.has(F::part)) return {};
    return "T" + std::string(kParts[static_cast<std::size_t>(spec.at(F::part))]);
  }
  int hour = spec.at(F::hour);
  const bool afternoon =
      spec.is(F::half_day, 1) || (!spec.has(F::half_day) && hour < 12 && spec.has(F::part) && spec.at(F::part) >= 2);
  if (afternoon && hour < 12) hour += 12;
  if (spec.is(F::half_day, 0) && hour == 12) hour = 0;
  std::string out = "T" + two_digits(hour) + ":" + two_digits(spec.get(F::minute, 0));
  if (spec.has(F::second)) out += ":" + two_digits(spec.at(F::second));
  if (!spec.has(F::zone)) return out;
  const int zone = spec.at(F::zone);
  if (zone == 0) return out + "Z";
  const int size = std::abs(zone);
  return out + (zone < 0 ? "-" : "+") + two_digits(size / 60) + ":" + two_digits(size % 60);
}

std::string unanchored_value(const TimeSpec& spec, const Holidays& holidays) {
  const std::string suffix = clock_suffix(spec);
  if (spec.has(F::weekday) && !spec.has(F::month)) return "XXXX-WXX-" + std::to_string(spec.at(F::weekday)) + suffix;
  if (spec.has(F::month)) {
    const std::string month = "XXXX-" + two_digits(spec.at(F::month));
    return spec.has(F::day) ? month + "-" + two_digits(spec.at(F::day)) + suffix : month;
  }
  if (spec.has(F::quarter)) return "XXXX-Q" + std::to_string(spec.at(F::quarter));
  if (spec.has(F::half)) return "XXXX-H" + std::to_string(spec.at(F::half));
  if (spec.has(F::season))
    return "XXXX-" + value_of(*season_of(2000, static_cast<Season>(spec.at(F::season)))).substr(5);
  if (spec.has(F::weekend)) return "XXXX-WXX-WE";
  if (spec.has(F::holiday)) return unanchored_holiday(spec.at(F::holiday), holidays);
  if (spec.has(F::hour) || spec.has(F::part) || spec.has(F::day)) return "XXXX-XX-XX" + suffix;
  return unanchored_unit(static_cast<TimeUnit>(spec.get(F::unit, static_cast<std::int32_t>(TimeUnit::day))));
}

}  // namespace sitcen::reading
