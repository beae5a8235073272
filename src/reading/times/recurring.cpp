// Which one is meant of days, months and seasons that come again and again.
#include <cstdlib>

#include "reading/times/resolving.h"

namespace sitcen::reading {
namespace {

using std::chrono::days;
using F = TimeField;

constexpr int kFarthest = 9;             ///< rounds looked at: 29 February comes every eighth year at the latest
constexpr long kOtherWeekday = 100'000;  ///< days that a date on another day of the week than said counts as away

std::optional<Period> as_day(std::optional<Day> day) {
  if (!day) return std::nullopt;
  return Period{Grain::day, *day};
}

std::optional<Period> month_as(Grain grain, int year, int month) {
  const auto day = day_of(year, month, 1);
  if (!day) return std::nullopt;
  return period_at(*day, grain);
}

/// How much farther off than it is a period counts that lies on the other side of now than its verb. Eleven months back
/// nobody says "in March" alone: of months the one about to begin is meant, whatever the verb.
int weight_against(const Period& p) { return p.grain == Grain::month ? 10 : 3; }

/// The one that is least far; of days that come with a day of the week one that falls on it.
template <class Of>
std::optional<Period> nearest(const Resolving& r, Of of) {
  const Tense tense = r.context.tense;
  const auto away = [&](const Period& p) {
    const long ahead = (p.first - r.base->first).count();
    const bool against = (ahead > 0 && tense == Tense::past) || (ahead < 0 && tense == Tense::future);
    const int weight = against ? weight_against(p) : ahead < 0 && tense == Tense::present ? 2 : 1;
    const bool fits = !r.has(F::weekday) || p.grain != Grain::day || weekday_of(p.first) == r.at(F::weekday);
    return std::labs(ahead) * weight + (fits ? 0 : kOtherWeekday);
  };
  std::optional<Period> best;
  for (int step = -4; step <= 4; ++step)
    if (const auto p = of(step); p && (!best || away(*p) < away(*best))) best = p;
  return best;
}

/// \param of  the candidate `step` rounds away from the one of now
template <class Of>
std::optional<Period> picked(const Resolving& r, Of of) {
  const Day today = r.base->first;
  const Tense tense = r.context.tense;
  const auto search = [&](int from, int to, auto fits) -> std::optional<Period> {
    for (int step = from; step != to; step += from < to ? 1 : -1)
      if (const auto p = of(step); p && fits(*p)) return p;
    return std::nullopt;
  };
  const auto begun = [&](const Period& p) { return p.first <= today; };
  const auto over = [&](const Period& p) { return end_of(p) <= today; };
  const auto ahead = [&](const Period& p) { return p.first > today; };
  const auto not_over = [&](const Period& p) { return end_of(p) > today; };
  if (r.has(F::rel)) {
    const int rel = r.at(F::rel);
    if (r.has(F::week)) return nearest(r, of);  // "last" is said of the week
    return rel < 0 ? search(1, -kFarthest, over) : rel > 0 ? search(-1, kFarthest, ahead) : of(0);
  }
  if (r.has(F::quarter)) return search(1, -kFarthest, begun);  // of a report of business: the last that has begun
  if (r.context.over) return search(1, -kFarthest, begun);
  if (r.has(F::day) || r.has(F::week) || r.has(F::month)) return nearest(r, of);
  if (tense == Tense::future || (tense == Tense::present && r.has(F::weekday))) return search(-1, kFarthest, not_over);
  if (tense == Tense::past || r.has(F::weekday)) return search(1, -kFarthest, begun);
  return nearest(r, of);
}

/// One of a thing that comes every year: within `in`, else by "last" and "next", else by the tense.
template <class Of>
std::optional<Period> recurring(Resolving& r, std::optional<Period> in, Of of) {
  if (in) return r.checked(of(year_of(in->first)));
  if (!r.base) {
    bool any = false;  // 29 February is a day of some years
    for (int y = 2000; y < 2004; ++y) any = any || of(y).has_value();
    if (!any) r.failed = true;
    return std::nullopt;
  }
  r.counted = true;
  const int now = year_of(r.base->first);
  return r.checked(picked(r, [&](int step) { return of(now + step); }));
}

std::optional<Period> day_in_month(Resolving& r, std::optional<Period> in) {
  if (!in && r.base) {
    r.counted = true;
    in = period_at(r.base->first, Grain::month);
  }
  if (!in) return std::nullopt;
  return r.checked(as_day(day_of(year_of(in->first), month_of(in->first), r.at(F::day))));
}

std::optional<Period> weekend(Resolving& r, std::optional<Period> in) {
  if (in) return period_at(in->first, Grain::weekend);
  if (!r.base) return std::nullopt;
  r.counted = true;
  const Period now = period_at(r.base->first, Grain::weekend);
  if (r.has(F::rel)) return moved(now, r.at(F::rel));
  const bool has_begun = now.first <= r.base->first;
  return r.context.tense == Tense::future || has_begun ? now : moved(now, -1);
}

/// "the week of 6 March"; "the first week of March", "the last week of 2031": the one with most of those seven days.
std::optional<Period> week_in(const Resolving& r, Period in) {
  if (in.grain == Grain::day) return period_at(in.first, Grain::week);
  const Day middle = r.has(F::rel) ? end_of(in) - days{4} : in.first + days{7 * (r.spec.get(F::nth, 1) - 1) + 3};
  return period_at(middle, Grain::week);
}

std::optional<Period> weekday(Resolving& r, std::optional<Period> in) {
  const int wanted = r.at(F::weekday);
  if (in && in->grain == Grain::week) return as_day(in->first + days{wanted - 1});
  if (in && in->grain == Grain::month && r.has(F::nth)) {
    const int ahead = (wanted - weekday_of(in->first) + 7) % 7 + 7 * (r.at(F::nth) - 1);
    return as_day(in->first + days{ahead});
  }
  if (!r.base) return std::nullopt;
  r.counted = true;
  const Day monday = period_at(r.base->first, Grain::week).first;
  return r.checked(picked(r, [&](int step) { return as_day(monday + days{wanted - 1 + 7 * step}); }));
}

/// The day of "9 a.m.", "this morning", "tonight": the last one named near by, else the report's.
std::optional<Period> day_of_clock(Resolving& r) {
  const auto& day = r.context.named[static_cast<std::size_t>(Grain::day)];
  if (!r.has(F::rel) && day && r.context.sentence - day->sentence <= 6) {
    r.from_context = day->time;
    r.counted = true;
    return day->period;
  }
  if (!r.base) return std::nullopt;
  r.counted = true;
  return moved(period_at(r.base->first, Grain::day), r.spec.get(F::rel, 0));
}

}  // namespace

std::optional<Period> refined_period(Resolving& r, std::optional<Period> in) {
  const auto yearly = [&](auto of) { in = recurring(r, in, of); };
  if (r.has(F::half)) yearly([&](int y) { return month_as(Grain::half, y, r.at(F::half) * 6); });
  if (r.has(F::quarter)) yearly([&](int y) { return month_as(Grain::quarter, y, r.at(F::quarter) * 3); });
  if (r.has(F::season)) yearly([&](int y) { return season_of(y, static_cast<Season>(r.at(F::season))); });
  if (r.has(F::holiday)) yearly([&](int y) { return as_day(r.holidays.day(r.at(F::holiday), y)); });
  if (r.has(F::month) && !r.has(F::day)) yearly([&](int y) { return month_as(Grain::month, y, r.at(F::month)); });
  if (r.has(F::month) && r.has(F::day)) yearly([&](int y) { return as_day(day_of(y, r.at(F::month), r.at(F::day))); });
  if (r.has(F::day) && !r.has(F::month)) in = day_in_month(r, in);
  if (r.has(F::weekend)) in = weekend(r, in);
  if (r.has(F::weekday) && !(in && in->grain == Grain::day)) in = weekday(r, in);
  if (in && r.has(F::week)) in = week_in(r, *in);
  if (!in && (r.has(F::hour) || r.has(F::part))) in = day_of_clock(r);
  return in;
}

}  // namespace sitcen::reading
