#include "reading/times/calendar.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <string_view>

namespace sitcen::reading {
namespace {

using std::chrono::days;
using std::chrono::year_month_day;

constexpr int kFirstYear = 1;
constexpr int kLastYear = 9999;

year_month_day ymd(Day day) { return year_month_day{day}; }

std::optional<Day> first_of(int year, int month) { return day_of(year, month, 1); }

/// The Monday of the day's week.
Day monday(Day day) { return day - days{weekday_of(day) - 1}; }

std::string printed(const char* format, int a, int b = 0, int c = 0) {
  std::array<char, 32> buffer{};
  const int size = std::snprintf(buffer.data(), buffer.size(), format, a, b, c);
  return std::string(buffer.data(), static_cast<std::size_t>(std::clamp(size, 0, 31)));
}

/// ISO 8601: a week belongs to the year that its Thursday falls into.
std::string week_value(Day first) {
  const Day thursday = monday(first) + days{3};
  const int year = year_of(thursday);
  const auto january = day_of(year, 1, 1);
  return printed("%04d-W%02d", year, january ? (thursday - *january).count() / 7 + 1 : 1);
}

std::string_view season_name(int month) { return month == 3 ? "SP" : month == 6 ? "SU" : month == 9 ? "FA" : "WI"; }

}  // namespace

std::optional<Day> day_of(int year, int month, int day) {
  if (year < kFirstYear || year > kLastYear || month < 1 || month > 12 || day < 1 || day > 31) return std::nullopt;
  const year_month_day date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                            std::chrono::day{static_cast<unsigned>(day)}};
  if (!date.ok()) return std::nullopt;
  return Day{date};
}

int year_of(Day day) { return static_cast<int>(ymd(day).year()); }
int month_of(Day day) { return static_cast<int>(static_cast<unsigned>(ymd(day).month())); }
int weekday_of(Day day) { return static_cast<int>(std::chrono::weekday{day}.iso_encoding()); }

Period period_at(Day day, Grain grain) {
  const int year = year_of(day);
  const int month = month_of(day);
  const auto from = [&](int y, int m) { return Period{grain, first_of(y, m).value_or(day)}; };
  switch (grain) {
    case Grain::day:
      return {grain, day};
    case Grain::weekend:
      return {grain, monday(day) + days{5}};
    case Grain::week:
      return {grain, monday(day)};
    case Grain::month:
      return from(year, month);
    case Grain::quarter:
      return from(year, (month - 1) / 3 * 3 + 1);
    case Grain::season:
      return month < 3 ? from(year - 1, 12) : from(year, month / 3 * 3);
    case Grain::half:
      return from(year, month < 7 ? 1 : 7);
    case Grain::year:
      return from(year, 1);
    case Grain::decade:
      return from(std::max(year / 10 * 10, kFirstYear), 1);
    case Grain::century:
      return from(std::max(year / 100 * 100, kFirstYear), 1);
  }
  return {grain, day};
}

std::optional<Day> add_months(Day day, int months) {
  const year_month_day date = ymd(day);
  const int count = static_cast<int>(date.year()) * 12 + month_of(day) - 1 + months;
  if (count < 12) return std::nullopt;
  const int wanted = static_cast<int>(static_cast<unsigned>(date.day()));
  for (int d = wanted; d > wanted - 4 && d > 0; --d)
    if (const auto found = day_of(count / 12, count % 12 + 1, d)) return found;
  return std::nullopt;
}

std::optional<Period> moved(Period period, int count) {
  constexpr int kMost = 4'000'000;  // days in ten thousand years, about
  if (count > kMost || count < -kMost) return std::nullopt;
  const auto by_days = [&](int size) -> std::optional<Period> {
    const Day day = period.first + days{static_cast<long>(count) * size};
    const auto first = day_of(1, 1, 1);
    const auto last = day_of(kLastYear, 12, 31);
    if (!first || !last || day < *first || day > *last) return std::nullopt;
    return Period{period.grain, day};
  };
  const auto by_months = [&](int size) -> std::optional<Period> {
    if (count > 120'000 / size || count < -120'000 / size) return std::nullopt;
    const auto day = add_months(period.first, count * size);
    if (!day) return std::nullopt;
    return Period{period.grain, *day};
  };
  switch (period.grain) {
    case Grain::day:
      return by_days(1);
    case Grain::weekend:
    case Grain::week:
      return by_days(7);
    case Grain::month:
      return by_months(1);
    case Grain::quarter:
    case Grain::season:
      return by_months(3);
    case Grain::half:
      return by_months(6);
    case Grain::year:
      return by_months(12);
    case Grain::decade:
      return by_months(120);
    case Grain::century:
      return by_months(1200);
  }
  return std::nullopt;
}

Day end_of(Period period) {
  if (period.grain == Grain::weekend) return period.first + days{2};
  const auto next = moved(period, 1);
  return next ? next->first : period.first + days{1};
}

std::optional<Period> moved_years(Period period, int years) {
  if (years > kLastYear || years < -kLastYear) return std::nullopt;
  const auto day = add_months(period.first, years * 12);
  if (!day) return std::nullopt;
  return period_at(*day, period.grain);
}

std::optional<Period> season_of(int year, Season season) {
  const auto first = first_of(year, 3 + 3 * static_cast<int>(season));
  if (!first) return std::nullopt;
  return Period{Grain::season, *first};
}

std::optional<Day> easter(int year) {
  // Gauss's rule in the form that Meeus, Jones and Butcher gave it.
  const int a = year % 19, b = year / 100, c = year % 100;
  const int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  const int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  const int m = (a + 11 * h + 22 * l) / 451;
  return day_of(year, (h + l - 7 * m + 114) / 31, (h + l - 7 * m + 114) % 31 + 1);
}

std::string value_of(Period period) {
  const year_month_day date = ymd(period.first);
  const int year = static_cast<int>(date.year());
  const int month = month_of(period.first);
  switch (period.grain) {
    case Grain::day:
      return printed("%04d-%02d-%02d", year, month, static_cast<int>(static_cast<unsigned>(date.day())));
    case Grain::weekend:
      return week_value(period.first) + "-WE";
    case Grain::week:
      return week_value(period.first);
    case Grain::month:
      return printed("%04d-%02d", year, month);
    case Grain::quarter:
      return printed("%04d-Q%d", year, (month - 1) / 3 + 1);
    case Grain::season:
      return printed("%04d-", year) + std::string(season_name(month));
    case Grain::half:
      return printed("%04d-H%d", year, month < 7 ? 1 : 2);
    case Grain::year:
      return printed("%04d", year);
    case Grain::decade:
      return printed("%03d", year / 10);
    case Grain::century:
      return printed("%02d", year / 100);
  }
  return {};
}

}  // namespace sitcen::reading
