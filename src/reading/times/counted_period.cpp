// Periods that are named by a year, or counted from another time.
#include "reading/times/resolving.h"

namespace sitcen::reading {
namespace {

using F = TimeField;

constexpr std::uint32_t kNear = 6;        ///< sentences over which "that day" still points back
constexpr int kYearWithoutReport = 2020;  ///< what '98 is near where no date is known

bool is_near(const Resolving& r, const Named& named) { return r.context.sentence - named.sentence <= kNear; }

bool is_in_sentence(const Resolving& r, const Named& named) { return r.context.sentence == named.sentence; }

std::optional<Period> year_as(Resolving& r, Grain grain, int number) {
  const auto day = day_of(number, 1, 1);
  if (!day) return r.fail();
  return period_at(*day, grain);
}

int year_of_base(Resolving& r) {
  r.counted = r.counted || r.base;
  return r.base ? year_of(r.base->first) : kYearWithoutReport;
}

std::optional<Period> short_year(Resolving& r) {
  const int now = year_of_base(r);
  const int full = now / 100 * 100 + r.at(F::short_year);
  return year_as(r, Grain::year, full > now + 20 ? full - 100 : full);
}

std::optional<Period> decade(Resolving& r) {
  const int number = r.at(F::decade);
  if (number >= 100) return year_as(r, Grain::decade, number);
  const int now = r.base ? year_of(r.base->first) : kYearWithoutReport;
  const int full = now / 100 * 100 + number;
  return year_as(r, Grain::decade, full > now ? full - 100 : full);
}

std::optional<Period> counted_from(Resolving& r, const Named& named) {
  r.from_context = named.time;
  r.counted = true;
  return named.period;
}

/// "the 1989 period": the report's quarter, in that year.
std::optional<Period> quarter_of_year(Resolving& r) {
  if (!r.context.quarter) return year_as(r, Grain::year, r.at(F::year));
  const Period quarter = *counted_from(r, *r.context.quarter);
  return moved_years(quarter, r.at(F::year) - year_of(quarter.first));
}

/// A quarter counted from the one that the report is about; without one, from the last that is over.
std::optional<Period> of_quarter(Resolving& r, int count) {
  if (r.context.quarter) return r.checked(moved(*counted_from(r, *r.context.quarter), count));
  r.counted = true;
  return r.checked(moved(period_at(r.base->first, Grain::quarter), count - 1));
}

/// "last week", "this year", "the next quarter".
std::optional<Period> relative(Resolving& r) {
  if (!r.base) return std::nullopt;
  const auto unit = static_cast<TimeUnit>(r.at(F::unit));
  const bool of_context = r.spec.is(F::base, static_cast<std::int32_t>(SpecBase::context));
  if (unit == TimeUnit::period || (unit == TimeUnit::quarter && of_context)) return of_quarter(r, r.at(F::rel));
  r.counted = true;
  return r.checked(moved(period_at(r.base->first, *grain_of(unit)), r.at(F::rel)));
}

/// The month or quarter that "a year ago" and "the same period last year" are a year before.
const Named* compared(const Resolving& r) {
  const bool same_period = r.has(F::unit2);
  const Named* here = nullptr;  // what the sentence itself speaks of comes first
  for (const Grain grain : {Grain::month, Grain::quarter}) {
    const auto& named = r.context.named[static_cast<std::size_t>(grain)];
    if (named && is_in_sentence(r, *named) && (here == nullptr || here->time < named->time)) here = &*named;
  }
  if (here != nullptr && (same_period || !r.context.quarter)) return here;
  if (r.context.quarter && (is_near(r, *r.context.quarter) || same_period)) return &*r.context.quarter;
  return here;
}

/// "a year ago": of a month or a quarter that the sentence or the report speaks of, the same a year before.
std::optional<Period> same_a_year_ago(Resolving& r) {
  if (const Named* from = compared(r)) return moved_years(*counted_from(r, *from), -1);
  if (r.has(F::unit2)) return moved_years(*of_quarter(r, 0), -1);
  return std::nullopt;
}

/// "three weeks ago", "a year earlier", "the next day".
std::optional<Period> shifted(Resolving& r) {
  const std::int32_t amount = r.spec.get(F::amount, 100);
  if (amount == kVague) {
    r.vague = true;
    return std::nullopt;
  }
  if (!r.base) return std::nullopt;
  const int sign = r.at(F::shift);
  const auto unit = static_cast<TimeUnit>(r.spec.get(F::unit, static_cast<std::int32_t>(TimeUnit::day)));
  if (unit == TimeUnit::year && amount == 100 && sign < 0)
    if (const auto same = same_a_year_ago(r)) return same;
  r.counted = true;
  const auto grain = grain_of(unit);
  if (!grain) return r.fail();
  const auto by = [&](Grain g, int n) { return r.checked(moved(period_at(r.base->first, g), sign * n)); };
  if (unit < TimeUnit::day)
    return by(Grain::day, unit == TimeUnit::hour ? amount / 100 / 24 : 0);  // of the hour nothing is known
  if (unit == TimeUnit::year && amount % 100 != 0) return by(Grain::month, amount * 12 / 100);
  return by(*grain, amount / 100);
}

}  // namespace

std::optional<Grain> grain_of(TimeUnit unit) {
  switch (unit) {
    case TimeUnit::second:
    case TimeUnit::minute:
    case TimeUnit::hour:
    case TimeUnit::day:
      return Grain::day;
    case TimeUnit::weekend:
      return Grain::weekend;
    case TimeUnit::week:
      return Grain::week;
    case TimeUnit::month:
      return Grain::month;
    case TimeUnit::quarter:
      return Grain::quarter;
    case TimeUnit::season:
      return Grain::season;
    case TimeUnit::half:
      return Grain::half;
    case TimeUnit::year:
      return Grain::year;
    case TimeUnit::decade:
      return Grain::decade;
    case TimeUnit::century:
      return Grain::century;
    case TimeUnit::period:
      break;
  }
  return std::nullopt;
}

void choose_base(Resolving& r) {
  if (r.context.published) r.base = Period{Grain::day, *r.context.published};
  if (!r.spec.is(F::base, static_cast<std::int32_t>(SpecBase::context))) return;
  const auto unit = static_cast<TimeUnit>(r.spec.get(F::unit, static_cast<std::int32_t>(TimeUnit::day)));
  const auto grain = grain_of(unit);
  if (!grain) return;
  const Named* last = nullptr;  // the last time that is no longer than the unit counted
  for (std::size_t g = 0; g <= static_cast<std::size_t>(*grain); ++g)
    if (const auto& named = r.context.named[g]; named && (last == nullptr || last->time < named->time)) last = &*named;
  if (last == nullptr || !is_near(r, *last)) return;
  r.base = last->period;
  r.from_context = last->time;
}

std::optional<Period> coarse_period(Resolving& r) {
  if (r.has(F::shift)) return shifted(r);
  if (r.has(F::year)) {
    const bool of_period = r.spec.is(F::unit, static_cast<std::int32_t>(TimeUnit::period));
    return of_period ? quarter_of_year(r) : year_as(r, Grain::year, r.at(F::year));
  }
  if (r.has(F::short_year)) return short_year(r);
  if (r.has(F::decade)) return decade(r);
  if (r.has(F::century)) return year_as(r, Grain::century, (r.at(F::century) - 1) * 100);
  if (r.has(F::rel) && r.has(F::unit)) return relative(r);
  return std::nullopt;
}

}  // namespace sitcen::reading
