#include "reading/times/resolve.h"

#include <algorithm>
#include <array>
#include <utility>

#include "reading/times/resolving.h"

namespace sitcen::reading {
namespace {

using F = TimeField;

Resolved unreadable(const TimeSpec& spec) {
  Resolved out;
  out.type = spec.has(F::hour) ? TimeType::time : TimeType::date;
  out.rule = "no such date";
  return out;
}

Resolved two_readings(const TimeSpec& spec) {
  Resolved out;
  out.rule = "two readings";
  for (const auto& [y, m, d] : {std::array{F::year, F::month, F::day}, std::array{F::year2, F::month2, F::day2}})
    if (const auto day = day_of(spec.at(y), spec.at(m), spec.at(d)))
      out.readings.push_back(value_of(Period{Grain::day, *day}));
  std::ranges::sort(out.readings);
  return out;
}

Resolved set_of(const TimeSpec& spec, const Holidays& holidays) {
  Resolved out;
  out.type = TimeType::set;
  out.rule = "set";
  if (spec.has(F::weekday) && !spec.has(F::unit)) {
    out.value = "XXXX-WXX-" + std::to_string(spec.at(F::weekday)) + clock_suffix(spec);
  } else if (spec.has(F::part) && !spec.has(F::unit)) {
    out.value = "XXXX-XX-XX" + clock_suffix(spec);
  } else if (spec.has(F::month) || spec.has(F::season)) {
    out.value = unanchored_value(spec, holidays);
  } else {
    out.value = duration_value(spec);
  }
  return out;
}

Resolved reference(const TimeSpec& spec) {
  Resolved out;
  out.rule = "reference";
  out.value = kRefs[static_cast<std::size_t>(spec.at(F::ref))];
  return out;
}

Resolved vague(const TimeSpec& spec) {
  Resolved out;
  out.value = spec.get(F::shift, -1) < 0 ? "PAST_REF" : "FUTURE_REF";
  return out;
}

Resolved point(const TimeSpec& spec, const TimeContext& context, const Holidays& holidays);

/// "A week from Friday" is a day.
void weeks_as_days(TimeSpec& distance) {
  if (!distance.is(F::unit, static_cast<std::int32_t>(TimeUnit::week)) || distance.is(F::amount, kVague)) return;
  distance.set(F::unit, static_cast<std::int32_t>(TimeUnit::day));
  distance.set(F::amount, distance.at(F::amount) * 7);
}

/// "two days after 3 March": the date, and from there.
Resolved from_named(TimeSpec date, const TimeContext& context, const Holidays& holidays) {
  TimeSpec distance;
  distance.set(F::shift, date.at(F::shift));
  distance.set(F::unit, date.get(F::unit2, static_cast<std::int32_t>(TimeUnit::day)));
  distance.set(F::amount, date.get(F::amount2, 100));
  for (const F field : {F::base, F::shift, F::unit2, F::amount2}) date.drop(field);
  const Resolved named = point(date, context, holidays);
  TimeContext there = context;
  there.named = {};
  there.quarter.reset();
  there.published.reset();
  if (named.period) there.published = named.period->first;
  if (named.period && named.period->grain == Grain::day) weeks_as_days(distance);
  Resolved out = point(distance, there, holidays);
  out.anchor = named.anchor;
  if (named.period) out.rule = "from a date beside it";
  return out;
}

Resolved point(const TimeSpec& spec, const TimeContext& context, const Holidays& holidays) {
  if (spec.is(F::base, static_cast<std::int32_t>(SpecBase::named))) return from_named(spec, context, holidays);
  Resolving r{spec, context, holidays};
  choose_base(r);
  std::optional<Period> found = coarse_period(r);
  if (r.failed) return unreadable(spec);
  if (r.vague) return vague(spec);
  found = refined_period(r, found);
  if (r.failed) return unreadable(spec);
  Resolved out;
  if (!found) {
    out.rule = kUnanchored;
    out.value = unanchored_value(spec, holidays);
  } else {
    out.period = found;
    out.value = value_of(*found);
    if (found->grain == Grain::day) out.value += clock_suffix(spec);
    if (r.counted) {
      out.rule = r.from_context ? "from a time before" : "from the report's date";
      out.anchor = r.from_context ? "t" + std::to_string(*r.from_context + 1) : context.published_as;
    }
  }
  if (out.value.find('T') != std::string::npos) out.type = TimeType::time;
  return out;
}

/// "An hour later": of what hour is not known, only how long.
bool is_of_a_clock_unknown(const TimeSpec& spec) {
  const auto unit = static_cast<TimeUnit>(spec.get(F::unit, static_cast<std::int32_t>(TimeUnit::day)));
  return spec.has(F::shift) && spec.is(F::base, static_cast<std::int32_t>(SpecBase::context)) && unit < TimeUnit::day;
}

Resolved by_kind(const TimeSpec& spec, const TimeContext& context, const Holidays& holidays) {
  if (spec.is(F::unreadable, 1)) return unreadable(spec);
  if (spec.has(F::year2)) return two_readings(spec);
  const auto kind = static_cast<SpecKind>(spec.get(F::kind, 0));
  if (kind == SpecKind::duration || is_of_a_clock_unknown(spec)) return duration_of(spec, context);
  if (kind == SpecKind::set) return set_of(spec, holidays);
  if (spec.has(F::ref)) return reference(spec);
  return point(spec, context, holidays);
}

}  // namespace

Resolved resolve(const TimeSpec& spec, const TimeContext& context, const Holidays& holidays) {
  Resolved out = by_kind(spec, context, holidays);
  if (spec.has(F::order) && !out.value.empty()) out.rule = kOrders[static_cast<std::size_t>(spec.at(F::order))];
  if (spec.has(F::mod)) out.mod = kMods[static_cast<std::size_t>(spec.at(F::mod))];
  return out;
}

}  // namespace sitcen::reading
