#include "base/timex.h"

#include <algorithm>

namespace sitcen::base {
namespace {

using std::chrono::days;
using std::chrono::sys_days;
using Year = std::chrono::year;
using Month = std::chrono::month;

bool all_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

int number(std::string_view digits) {
  int value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

Instant first_day(int year, unsigned month = 1) { return sys_days(Year(year) / Month(month) / 1); }

/// `count` months from the first day of one.
Period months(int year, unsigned month, unsigned count) {
  const auto last = Year(year) / Month(month) + std::chrono::months(count);
  return {first_day(year, month), sys_days(last / 1)};
}

Period years(int year, int count) { return {first_day(year), first_day(year + count)}; }

std::optional<Period> week(int year, std::string_view rest) {
  if (rest.size() < 2 || !all_digits(rest.substr(0, 2))) return std::nullopt;
  const int week = number(rest.substr(0, 2));
  // The fourth of January is always in the first week.
  const sys_days fourth = Year(year) / Month(1) / 4;
  const unsigned since_monday = std::chrono::weekday(fourth).iso_encoding() - 1;
  const sys_days monday = fourth - days(since_monday) + days(7 * (week - 1));
  if (week < 1 || week > 53) return std::nullopt;
  const std::string_view part = rest.substr(2);
  if (part.empty()) return Period{monday, monday + days(7)};
  if (part == "-WE") return Period{monday + days(5), monday + days(7)};
  if (part.size() == 2 && part[0] == '-' && part[1] >= '1' && part[1] <= '7')
    return Period{monday + days(part[1] - '1'), monday + days(part[1] - '0')};
  return std::nullopt;
}

/// The part of a year: "Q1", "W11", "03".
std::optional<Period> part_of(int year, std::string_view part) {
  if (part.size() < 2) return std::nullopt;
  const char second = part[1];
  if (part.front() == 'W' && part != "WI") return week(year, part.substr(1));
  if (part.size() != 2) return std::nullopt;
  if (part.front() == 'Q' && second >= '1' && second <= '4')
    return months(year, 3 * static_cast<unsigned>(second - '1') + 1, 3);
  if (part.front() == 'H' && (second == '1' || second == '2')) return months(year, second == '1' ? 1 : 7, 6);
  if (part == "SP" || part == "SU" || part == "FA" || part == "WI") return years(year, 1);
  if (!all_digits(part)) return std::nullopt;
  const auto month = static_cast<unsigned>(number(part));
  if (month < 1 || month > 12) return std::nullopt;
  return months(year, month, 1);
}

/// A day, with its time where one is given: "2031-03-12T10", "...T10:30", "...TMO".
std::optional<Period> day(std::string_view timex) {
  const auto begin = parse_instant(timex.substr(0, 10));
  if (!begin) return std::nullopt;
  const Period whole{*begin, *begin + days(1)};
  if (timex.size() == 10) return whole;
  if (timex[10] != 'T') return std::nullopt;
  const std::string_view clock = timex.substr(11);
  if (clock.size() == 2 && all_digits(clock)) {
    const auto hour = *begin + std::chrono::hours(number(clock));
    if (number(clock) > 24) return std::nullopt;
    return Period{hour, hour + std::chrono::hours(1)};
  }
  if (!clock.empty() && clock.front() >= 'A' && clock.front() <= 'Z') return whole;
  const auto at = parse_instant(timex);
  if (!at) return std::nullopt;
  const bool seconds = std::ranges::count(clock.substr(0, 8), ':') == 2;
  return Period{*at, *at + (seconds ? std::chrono::seconds(1) : std::chrono::seconds(60))};
}

}  // namespace

std::optional<Period> period_of(std::string_view timex) {
  if (timex.starts_with("FY")) timex.remove_prefix(2);
  const std::string_view head = timex.substr(0, timex.find('-'));
  if (!all_digits(head) || head.size() < 2 || head.size() > 4) return std::nullopt;
  const int first = number(head);
  if (head.size() < 4 && head != timex) return std::nullopt;
  if (head.size() == 2) return years(first * 100, 100);
  if (head.size() == 3) return years(first * 10, 10);
  if (timex.size() == 4) return years(first, 1);
  if (timex.size() >= 10 && timex[7] == '-' && all_digits(timex.substr(8, 2))) return day(timex);
  return part_of(first, timex.substr(5));
}

}  // namespace sitcen::base
