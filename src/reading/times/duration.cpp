#include <array>
#include <string>

#include "reading/times/resolve.h"

namespace sitcen::reading {
namespace {

constexpr int kMostUnitsAway = 5000;  ///< farther off no day is named

struct UnitCode {
  std::string_view code;
  int times = 1;       ///< how many of that code one unit is
  bool clock = false;  ///< stands behind a T
};

UnitCode code(TimeUnit unit) {
  switch (unit) {
    case TimeUnit::second:
      return {"S", 1, true};
    case TimeUnit::minute:
      return {"M", 1, true};
    case TimeUnit::hour:
      return {"H", 1, true};
    case TimeUnit::day:
      return {"D"};
    case TimeUnit::weekend:
      return {"WE"};
    case TimeUnit::week:
      return {"W"};
    case TimeUnit::month:
      return {"M"};
    case TimeUnit::quarter:
      return {"Q"};
    case TimeUnit::season:
      return {"M", 3};
    case TimeUnit::half:
      return {"M", 6};
    case TimeUnit::year:
      return {"Y"};
    case TimeUnit::decade:
      return {"Y", 10};
    case TimeUnit::century:
      return {"Y", 100};
    case TimeUnit::period:
      return {"X"};
  }
  return {};
}

std::string number(std::int32_t hundredths, int times) {
  if (hundredths == kVague) return "X";
  const std::int64_t all = std::int64_t{hundredths} * times;
  std::string out = std::to_string(all / 100);
  if (all % 100 == 0) return out;
  const std::string rest = std::to_string(all % 100 + 100).substr(1);
  return out + '.' + (rest[1] == '0' ? rest.substr(0, 1) : rest);
}

/// "P2Y6M", "PT5H30M": a half is said in the next smaller unit where that is a whole number of it.
std::optional<std::string> with_half(std::int32_t hundredths, TimeUnit unit) {
  if (hundredths == kVague || hundredths % 100 != 50) return std::nullopt;
  const std::string whole = hundredths < 100 ? "" : std::to_string(hundredths / 100);
  const auto said = [&](std::string_view front, std::string_view letter, std::string_view rest) {
    return std::string(front) + whole + std::string(whole.empty() ? "" : letter) + std::string(rest);
  };
  if (unit == TimeUnit::year) return said("P", "Y", "6M");
  if (unit == TimeUnit::hour) return said("PT", "H", "30M");
  if (unit == TimeUnit::minute) return said("PT", "M", "30S");
  return std::nullopt;
}

/// \return the day `amount` units before or after another; none where no whole number of days is said
std::optional<Day> days_from(Day day, const TimeSpec& spec, int sign) {
  const std::int32_t hundredths = spec.get(TimeField::amount, 100);
  if (hundredths == kVague || hundredths % 100 != 0 || hundredths / 100 > kMostUnitsAway) return std::nullopt;
  const int count = sign * hundredths / 100;
  switch (static_cast<TimeUnit>(spec.get(TimeField::unit, 0))) {
    case TimeUnit::hour:
      if (count % 24 != 0) return std::nullopt;
      return day + std::chrono::days{count / 24};
    case TimeUnit::day:
      return day + std::chrono::days{count};
    case TimeUnit::week:
      return day + std::chrono::days{7 * count};
    case TimeUnit::month:
      return add_months(day, count);
    case TimeUnit::quarter:
      return add_months(day, 3 * count);
    case TimeUnit::year:
      return add_months(day, 12 * count);
    case TimeUnit::decade:
      return add_months(day, 120 * count);
    default:
      return std::nullopt;
  }
}

}  // namespace

Resolved duration_of(const TimeSpec& spec, const TimeContext& context) {
  Resolved out;
  out.type = TimeType::duration;
  out.rule = "duration";
  out.value = duration_value(spec);
  const int sign = spec.get(TimeField::rel, 0);
  if (sign == 0 || !context.published || spec.has(TimeField::unit2)) return out;
  const auto other = days_from(*context.published, spec, sign);
  if (!other) return out;
  const Period now{Grain::day, *context.published}, then{Grain::day, *other};
  out.begin = sign < 0 ? then : now;
  out.end = sign < 0 ? now : then;
  out.rule = "from the report's date";
  out.anchor = context.published_as;
  return out;
}

std::string duration_value(const TimeSpec& spec) {
  const UnitCode unit = code(static_cast<TimeUnit>(spec.get(TimeField::unit, 0)));
  const std::int32_t amount = spec.get(TimeField::amount, 100);
  if (const auto half = with_half(amount, static_cast<TimeUnit>(spec.get(TimeField::unit, 0)))) return *half;
  std::string_view letters = unit.code;
  if (amount == kVague && unit.times == 10) letters = "DE";
  if (amount == kVague && unit.times == 100) letters = "CE";
  std::string out = unit.clock ? "PT" : "P";
  out += number(amount, unit.times);
  out += letters;
  if (!spec.has(TimeField::unit2)) return out;
  const UnitCode second = code(static_cast<TimeUnit>(spec.at(TimeField::unit2)));
  if (second.clock && !unit.clock) out += 'T';
  return out + number(spec.get(TimeField::amount2, 100), second.times) + std::string(second.code);
}

}  // namespace sitcen::reading
