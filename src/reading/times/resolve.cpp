#include "reading/times/resolve.h"

#include <algorithm>
#include <cstdio>
#include <utility>

namespace sitcen::reading {
namespace {

using std::chrono::days;
using F = TimeField;

std::optional<Grain> grain_of(std::int32_t unit) {
  switch (static_cast<TimeUnit>(unit)) {
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

std::string two(int value) { return std::string(value < 10 ? "0" : "") + std::to_string(value); }

/// One time being worked out.
class Resolver {
 public:
  Resolver(const TimeSpec& spec, const TimeContext& context, const Holidays& holidays)
      : spec_(spec), context_(context), holidays_(holidays) {}

  Resolved run() {
    if (spec_.has(F::mod)) out_.mod = kMods[static_cast<std::size_t>(spec_.at(F::mod))];
    if (spec_.is(F::unreadable, 1)) return unreadable();
    if (spec_.has(F::year2)) return two_readings();
    const auto kind = static_cast<SpecKind>(spec_.get(F::kind, 0));
    if (kind == SpecKind::duration) return duration();
    if (kind == SpecKind::set) return set();
    if (spec_.has(F::ref)) return reference();
    return point();
  }

 private:
  Resolved unreadable() {
    out_.rule = "no such date";
    out_.anchor.clear();
    return std::move(out_);
  }

  Resolved two_readings() {
    out_.rule = "two readings";
    for (const auto& [y, m, d] : {std::array{F::year, F::month, F::day}, std::array{F::year2, F::month2, F::day2}})
      if (const auto day = day_of(spec_.at(y), spec_.at(m), spec_.at(d)))
        out_.readings.push_back(value_of(Period{Grain::day, *day}));
    std::ranges::sort(out_.readings);
    return std::move(out_);
  }

  Resolved duration() {
    out_.type = TimeType::duration;
    out_.rule = "duration";
    out_.value = duration_value(spec_);
    return std::move(out_);
  }

  Resolved set() {
    out_.type = TimeType::set;
    out_.rule = "set";
    if (spec_.has(F::weekday) && !spec_.has(F::unit)) {
      out_.value = "XXXX-WXX-" + std::to_string(spec_.at(F::weekday)) + clock_suffix();
    } else if (spec_.has(F::part) && !spec_.has(F::unit)) {
      out_.value = "XXXX-XX-XX" + clock_suffix();
    } else if (spec_.has(F::month) || spec_.has(F::season)) {
      out_.value = unanchored();
    } else {
      out_.value = duration_value(spec_);
    }
    return std::move(out_);
  }

  Resolved reference() {
    out_.rule = "reference";
    out_.value = kRefs[static_cast<std::size_t>(spec_.at(F::ref))];
    return std::move(out_);
  }

  Resolved point() {
    choose_base();
    std::optional<Period> found = coarse();
    if (failed_) return unreadable();
    if (vague_) {
      out_.value = spec_.get(F::shift, -1) < 0 ? "PAST_REF" : "FUTURE_REF";
      return std::move(out_);
    }
    found = refined(found);
    if (failed_) return unreadable();
    if (!found) {
      out_.rule = "unanchored";
      out_.value = unanchored();
      out_.anchor.clear();
    } else {
      out_.period = found;
      out_.value = value_of(*found);
      if (found->grain == Grain::day) out_.value += clock_suffix();
    }
    if (out_.value.find('T') != std::string::npos) out_.type = TimeType::time;
    return std::move(out_);
  }

  void choose_base() {
    if (context_.published) base_ = Period{Grain::day, *context_.published};
    if (static_cast<SpecBase>(spec_.get(F::base, 0)) == SpecBase::context) {
      const auto unit = grain_of(spec_.get(F::unit, static_cast<std::int32_t>(TimeUnit::day)));
      if (context_.last && unit && context_.last->period.grain <= *unit) {
        base_ = context_.last->period;
        from_context_ = context_.last->time;
      }
    }
  }

  void use_base() {
    out_.rule = from_context_ ? "from a time before" : "from the report's date";
    out_.anchor = from_context_ ? "t" + std::to_string(*from_context_ + 1) : std::string(context_.published_as);
  }

  /// The period that a year, a decade, "two years ago" or "last week" names.
  std::optional<Period> coarse() {
    if (spec_.has(F::shift)) return shifted();
    if (spec_.has(F::year))
      return spec_.is(F::unit, static_cast<std::int32_t>(TimeUnit::period)) ? quarter_of_year()
                                                                            : year(spec_.at(F::year));
    if (spec_.has(F::short_year)) return short_year();
    if (spec_.has(F::decade)) return decade();
    if (spec_.has(F::century)) return year_as(Grain::century, (spec_.at(F::century) - 1) * 100);
    if (spec_.has(F::rel) && spec_.has(F::unit)) return relative();
    return std::nullopt;
  }

  std::optional<Period> year(int number) { return year_as(Grain::year, number); }
  std::optional<Period> year_as(Grain grain, int number) {
    const auto day = day_of(number, 1, 1);
    if (!day) return fail();
    return period_at(*day, grain);
  }

  /// "the 1989 period": the report's quarter, in that year.
  std::optional<Period> quarter_of_year() {
    if (!context_.quarter) return year(spec_.at(F::year));
    from_context_ = context_.quarter->time;
    use_base();
    return moved_years(context_.quarter->period, spec_.at(F::year) - year_of(context_.quarter->period.first));
  }

  std::optional<Period> short_year() {
    const int yy = spec_.at(F::short_year);
    const int now = base_ ? year_of(base_->first) : 2020;
    if (base_) use_base();
    const int full = now / 100 * 100 + yy;
    return year(full > now + 20 ? full - 100 : full);
  }

  std::optional<Period> decade() {
    const int number = spec_.at(F::decade);
    if (number >= 100) return year_as(Grain::decade, number);
    const int now = base_ ? year_of(base_->first) : 2020;
    const int full = now / 100 * 100 + number;
    return year_as(Grain::decade, full > now ? full - 100 : full);
  }

  /// "last week", "this year", "the next quarter".
  std::optional<Period> relative() {
    if (!base_) return std::nullopt;
    const auto unit = static_cast<TimeUnit>(spec_.at(F::unit));
    const bool of_context = static_cast<SpecBase>(spec_.get(F::base, 0)) == SpecBase::context;
    if (unit == TimeUnit::period || (unit == TimeUnit::quarter && of_context)) return of_quarter(spec_.at(F::rel));
    use_base();
    return checked(moved(period_at(base_->first, *grain_of(spec_.at(F::unit))), spec_.at(F::rel)));
  }

  /// A quarter counted from the one that the report is about; without one, from the last that is over.
  std::optional<Period> of_quarter(int count) {
    if (!context_.quarter) {
      use_base();
      return checked(moved(period_at(base_->first, Grain::quarter), count - 1));
    }
    from_context_ = context_.quarter->time;
    use_base();
    return checked(moved(context_.quarter->period, count));
  }

  /// "a year ago": of a month or a quarter that the sentence or the report speaks of, the same a year before.
  std::optional<Period> same_years_ago(int years) {
    const auto counts = [](const Named& named) {
      return named.period.grain == Grain::month || named.period.grain == Grain::quarter;
    };
    const Named* from = nullptr;
    if (spec_.has(F::unit2) && !context_.quarter) return moved_years(*of_quarter(0), -years);
    if (context_.last && context_.last->sentence == context_.sentence && counts(*context_.last)) from = &*context_.last;
    if (context_.quarter && (near(*context_.quarter) || spec_.has(F::unit2))) from = &*context_.quarter;
    if (from == nullptr) return std::nullopt;
    from_context_ = from->time;
    use_base();
    return moved_years(from->period, -years);
  }

  /// "three weeks ago", "a year earlier", "the next day".
  std::optional<Period> shifted() {
    const std::int32_t amount = spec_.get(F::amount, 100);
    if (amount == kVague) {
      vague_ = true;
      return std::nullopt;
    }
    if (!base_) return std::nullopt;
    const int sign = spec_.at(F::shift);
    const auto unit = static_cast<TimeUnit>(spec_.get(F::unit, static_cast<std::int32_t>(TimeUnit::day)));
    const int count = amount / 100;
    if (unit == TimeUnit::year && amount == 100 && sign < 0)
      if (const auto same = same_years_ago(1)) return same;
    use_base();
    const auto grain = grain_of(static_cast<std::int32_t>(unit));
    if (!grain) return fail();
    const auto by = [&](Grain g, int n) { return checked(moved(period_at(base_->first, g), sign * n)); };
    if (unit < TimeUnit::day)
      return by(Grain::day, unit == TimeUnit::hour ? count / 24 : 0);  // of the hour nothing is known
    if (unit == TimeUnit::year && amount % 100 != 0) return by(Grain::month, amount * 12 / 100);
    return by(*grain, count);
  }

  [[nodiscard]] bool near(const Named& named) const { return context_.sentence - named.sentence <= 6; }

  std::optional<Period> checked(std::optional<Period> found) {
    if (!found) failed_ = true;
    return found;
  }
  std::optional<Period> fail() {
    failed_ = true;
    return std::nullopt;
  }

  /// What the finer words say within a period, or which of the recurring ones is meant where there is none.
  std::optional<Period> refined(std::optional<Period> in) {
    if (spec_.has(F::half)) in = half(in);
    if (spec_.has(F::quarter))
      in = recurring(in, [&](int y) { return month_as(Grain::quarter, y, spec_.at(F::quarter) * 3); });
    if (spec_.has(F::season))
      in = recurring(in, [&](int y) { return season_of(y, static_cast<Season>(spec_.at(F::season))); });
    if (spec_.has(F::holiday))
      in = recurring(in, [&](int y) { return as_day(holidays_.day(spec_.at(F::holiday), y)); });
    if (spec_.has(F::month) && !spec_.has(F::day))
      in = recurring(in, [&](int y) { return month_as(Grain::month, y, spec_.at(F::month)); });
    if (spec_.has(F::month) && spec_.has(F::day))
      in = recurring(in, [&](int y) { return as_day(day_of(y, spec_.at(F::month), spec_.at(F::day))); });
    if (spec_.has(F::day) && !spec_.has(F::month)) in = day_in_month(in);
    if (spec_.has(F::weekend)) in = week_part(in, Grain::weekend);
    if (spec_.has(F::weekday) && !(in && in->grain == Grain::day)) in = weekday(in);
    if (!in && has_clock()) in = day_of_clock();
    return in;
  }

  [[nodiscard]] bool has_clock() const { return spec_.has(F::hour) || spec_.has(F::part); }

  static std::optional<Period> as_day(std::optional<Day> day) {
    if (!day) return std::nullopt;
    return Period{Grain::day, *day};
  }
  static std::optional<Period> month_as(Grain grain, int year, int month) {
    const auto day = day_of(year, month, 1);
    if (!day) return std::nullopt;
    return period_at(*day, grain);
  }

  std::optional<Period> half(std::optional<Period> in) {
    return recurring(in, [&](int y) { return month_as(Grain::half, y, spec_.at(F::half) * 6); });
  }

  /// One of a thing that comes every year: within `in`, else by "last" and "next", else by the tense.
  template <class Of>
  std::optional<Period> recurring(std::optional<Period> in, Of of) {
    if (in) {
      const auto found = of(year_of(in->first));
      if (!found) return fail();
      return found;
    }
    if (!base_) {
      bool any = false;  // 29 February is a day of some years
      for (int y = 2000; y < 2004; ++y) any = any || of(y).has_value();
      if (!any) failed_ = true;
      return std::nullopt;
    }
    use_base();
    const int now = year_of(base_->first);
    return pick([&](int step) { return of(now + step); });
  }

  /// \param of  the candidate `step` rounds away from the one of now
  template <class Of>
  std::optional<Period> pick(Of of) {
    const Day today = base_->first;
    const auto search = [&](int from, int to, auto fits) -> std::optional<Period> {
      for (int step = from; step != to; step += from < to ? 1 : -1)
        if (const auto p = of(step); p && fits(*p)) return p;
      return std::nullopt;
    };
    const auto begun = [&](const Period& p) { return p.first <= today; };
    const auto over = [&](const Period& p) { return end_of(p) <= today; };
    const auto ahead = [&](const Period& p) { return p.first > today; };
    const auto not_over = [&](const Period& p) { return end_of(p) > today; };
    std::optional<Period> found;
    if (spec_.has(F::rel)) {
      const int rel = spec_.at(F::rel);
      found = rel < 0 ? search(1, -9, over) : rel > 0 ? search(-1, 9, ahead) : of(0);
    } else if (spec_.has(F::quarter)) {  // of a report of business: the last, if it is not said to come
      found = search(1, -9, begun);
    } else if (spec_.has(F::day)) {
      found = nearest(of);
    } else if (context_.tense == Tense::future || (context_.tense == Tense::present && spec_.has(F::weekday))) {
      found = search(-1, 9, not_over);
    } else if (context_.tense == Tense::past || spec_.has(F::weekday)) {
      found = search(1, -9, begun);
    } else {
      found = nearest(of);
    }
    if (!found) failed_ = true;
    return found;
  }

  /// The one that is least far; of days that come with a day of the week one that falls on it.
  template <class Of>
  std::optional<Period> nearest(Of of) {
    std::optional<Period> best;
    const auto away = [&](const Period& p) {
      const long ahead = (p.first - base_->first).count();
      const bool against =
          (ahead > 0 && context_.tense == Tense::past) || (ahead < 0 && context_.tense == Tense::future);
      const int weight = against ? 3 : ahead < 0 && context_.tense == Tense::present ? 2 : 1;
      const long size = std::abs(ahead) * weight;
      const bool fits = !spec_.has(F::weekday) || p.grain != Grain::day || weekday_of(p.first) == spec_.at(F::weekday);
      return fits ? size : size + 100'000;
    };
    for (int step = -4; step <= 4; ++step)
      if (const auto p = of(step); p && (!best || away(*p) < away(*best))) best = p;
    return best;
  }

  std::optional<Period> day_in_month(std::optional<Period> in) {
    if (!in && base_) {
      use_base();
      in = period_at(base_->first, Grain::month);
    }
    if (!in) return std::nullopt;
    const auto day = day_of(year_of(in->first), month_of(in->first), spec_.at(F::day));
    if (!day) return fail();
    return Period{Grain::day, *day};
  }

  std::optional<Period> week_part(std::optional<Period> in, Grain grain) {
    if (in) return period_at(in->first, grain);
    if (!base_) return std::nullopt;
    use_base();
    const Period now = period_at(base_->first, grain);
    if (spec_.has(F::rel)) return moved(now, spec_.at(F::rel));
    const bool weekend_now = now.first <= base_->first;
    if (context_.tense == Tense::future || weekend_now) return now;
    return moved(now, -1);
  }

  std::optional<Period> weekday(std::optional<Period> in) {
    const int wanted = spec_.at(F::weekday);
    if (in && in->grain == Grain::week) return as_day(in->first + days{wanted - 1});
    if (in && in->grain == Grain::month && spec_.has(F::nth)) {
      const int ahead = (wanted - weekday_of(in->first) + 7) % 7 + 7 * (spec_.at(F::nth) - 1);
      return as_day(in->first + days{ahead});
    }
    if (!base_) return std::nullopt;
    use_base();
    const Day monday = period_at(base_->first, Grain::week).first;
    return pick([&](int step) { return as_day(monday + days{wanted - 1 + 7 * step}); });
  }

  /// The day of "9 a.m.", "this morning", "tonight": the last one named in the sentence, else the report's.
  std::optional<Period> day_of_clock() {
    if (!spec_.has(F::rel) && context_.last && context_.last->period.grain == Grain::day && near(*context_.last)) {
      from_context_ = context_.last->time;
      use_base();
      return context_.last->period;
    }
    if (!base_) return std::nullopt;
    use_base();
    return moved(period_at(base_->first, Grain::day), spec_.get(F::rel, 0));
  }

  [[nodiscard]] std::string clock_suffix() const {
    if (!spec_.has(F::hour)) {
      if (!spec_.has(F::part)) return {};
      return "T" + std::string(kParts[static_cast<std::size_t>(spec_.at(F::part))]);
    }
    int hour = spec_.at(F::hour);
    const bool afternoon = spec_.is(F::half_day, 1) ||
                           (!spec_.has(F::half_day) && hour < 12 && spec_.has(F::part) && spec_.at(F::part) >= 2);
    if (afternoon && hour < 12) hour += 12;
    if (spec_.is(F::half_day, 0) && hour == 12) hour = 0;
    std::string out = "T" + two(hour) + ":" + two(spec_.get(F::minute, 0));
    if (spec_.has(F::second)) out += ":" + two(spec_.at(F::second));
    if (!spec_.has(F::zone)) return out;
    const int zone = spec_.at(F::zone);
    if (zone == 0) return out + "Z";
    const int size = std::abs(zone);
    return out + (zone < 0 ? "-" : "+") + two(size / 60) + ":" + two(size % 60);
  }

  /// The value where no date is known to count from: X for what is not.
  [[nodiscard]] std::string unanchored() const {
    const std::string suffix = clock_suffix();
    if (spec_.has(F::weekday) && !spec_.has(F::month))
      return "XXXX-WXX-" + std::to_string(spec_.at(F::weekday)) + suffix;
    if (spec_.has(F::month)) {
      const std::string month = "XXXX-" + two(spec_.at(F::month));
      return spec_.has(F::day) ? month + "-" + two(spec_.at(F::day)) + suffix : month;
    }
    if (spec_.has(F::quarter)) return "XXXX-Q" + std::to_string(spec_.at(F::quarter));
    if (spec_.has(F::half)) return "XXXX-H" + std::to_string(spec_.at(F::half));
    if (spec_.has(F::season))
      return "XXXX-" + value_of(*season_of(2000, static_cast<Season>(spec_.at(F::season)))).substr(5);
    if (spec_.has(F::weekend)) return "XXXX-WXX-WE";
    if (spec_.has(F::holiday)) {
      const auto a = holidays_.day(spec_.at(F::holiday), 2001), b = holidays_.day(spec_.at(F::holiday), 2002);
      if (!a || !b) return "XXXX-XX-XX";
      const std::string x = value_of({Grain::day, *a}), y = value_of({Grain::day, *b});
      return x.substr(4) == y.substr(4) ? "XXXX" + x.substr(4) : "XXXX-XX-XX";
    }
    if (has_clock() || spec_.has(F::day)) return "XXXX-XX-XX" + suffix;
    switch (static_cast<TimeUnit>(spec_.get(F::unit, static_cast<std::int32_t>(TimeUnit::day)))) {
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

  const TimeSpec& spec_;
  const TimeContext& context_;
  const Holidays& holidays_;
  Resolved out_;
  std::optional<Period> base_;
  std::optional<std::uint32_t> from_context_;  ///< the time that base_ is, where it is not the report's date
  bool failed_ = false;                        ///< there is no such date
  bool vague_ = false;
};

}  // namespace

Resolved resolve(const TimeSpec& spec, const TimeContext& context, const Holidays& holidays) {
  return Resolver(spec, context, holidays).run();
}

}  // namespace sitcen::reading
