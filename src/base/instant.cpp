#include "base/instant.h"

#include <array>
#include <cstdio>

namespace sitcen::base {
namespace {

using namespace std::chrono_literals;

/// Takes numbers and signs off the front of a text.
struct Reader {
  std::string_view rest;

  bool sign(char wanted) {
    if (rest.empty() || rest.front() != wanted) return false;
    rest.remove_prefix(1);
    return true;
  }
  /// Exactly `digits` digits, at most `max`.
  std::optional<int> number(std::size_t digits, int max) {
    if (rest.size() < digits) return std::nullopt;
    int value = 0;
    for (const char c : rest.substr(0, digits)) {
      if (c < '0' || c > '9') return std::nullopt;
      value = value * 10 + (c - '0');
    }
    rest.remove_prefix(digits);
    return value <= max ? std::optional(value) : std::nullopt;
  }
};

/// Z, +hh:mm, -hh:mm, or nothing: what to take off to get UTC.
std::optional<std::chrono::minutes> offset(Reader& in) {
  if (in.rest.empty() || in.sign('Z') || in.sign('z')) return 0min;
  const bool east = in.sign('+');
  if (!east && !in.sign('-')) return std::nullopt;
  const auto hours = in.number(2, 23);
  if (!hours || !in.sign(':')) return std::nullopt;
  const auto minutes = in.number(2, 59);
  if (!minutes) return std::nullopt;
  const auto size = std::chrono::hours(*hours) + std::chrono::minutes(*minutes);
  return east ? size : -size;
}

/// ".123456": at least one digit; cut to milliseconds.
std::optional<std::chrono::milliseconds> fraction(Reader& in) {
  if (!in.sign('.')) return 0ms;
  int value = 0;
  int digits = 0;
  for (; digits < 100; ++digits) {
    const auto digit = in.number(1, 9);
    if (!digit) break;
    if (digits < 3) value = value * 10 + *digit;
  }
  if (digits == 0) return std::nullopt;
  for (int i = digits; i < 3; ++i) value *= 10;
  return std::chrono::milliseconds(value);
}

/// hh:mm, hh:mm:ss or hh:mm:ss.fff, then an offset: what has passed since the UTC midnight of the day named.
std::optional<std::chrono::milliseconds> time_of_day(Reader& in) {
  const auto hour = in.number(2, 23);
  if (!hour || !in.sign(':')) return std::nullopt;
  const auto minute = in.number(2, 59);
  if (!minute) return std::nullopt;
  std::chrono::milliseconds time = std::chrono::hours(*hour) + std::chrono::minutes(*minute);
  if (in.sign(':')) {
    const auto second = in.number(2, 60);  // 60: a leap second, the next minute begins
    const auto part = second ? fraction(in) : std::nullopt;
    if (!part) return std::nullopt;
    time += std::chrono::seconds(*second) + *part;
  }
  const auto east = offset(in);
  if (!east) return std::nullopt;
  return time - *east;
}

}  // namespace

std::string rfc3339(Instant at) {
  const auto day = std::chrono::floor<std::chrono::days>(at);
  const std::chrono::year_month_day date(day);
  const std::chrono::hh_mm_ss time(at - day);
  std::array<char, 64> text{};
  int size = std::snprintf(text.data(), text.size(), "%04d-%02u-%02uT%02d:%02d:%02d", static_cast<int>(date.year()),
                           static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                           static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
                           static_cast<int>(time.seconds().count()));
  const auto ms = static_cast<int>(time.subseconds().count());
  auto used = static_cast<std::size_t>(size);
  if (ms != 0) {
    size = std::snprintf(text.data() + used, text.size() - used, ".%03d", ms);
    used += static_cast<std::size_t>(size);
  }
  return std::string(text.data(), used) + "Z";
}

std::optional<Instant> parse_instant(std::string_view text) {
  Reader in{text};
  const auto year = in.number(4, 9999);
  if (!year) return std::nullopt;
  int month = 1;
  int day = 1;
  std::chrono::milliseconds time{0};
  if (in.sign('-')) {
    const auto m = in.number(2, 12);
    if (!m) return std::nullopt;
    month = *m;
    if (in.sign('-')) {
      const auto d = in.number(2, 31);
      if (!d) return std::nullopt;
      day = *d;
      if (in.sign('T') || in.sign('t') || in.sign(' ')) {
        const auto since_midnight = time_of_day(in);
        if (!since_midnight) return std::nullopt;
        time = *since_midnight;
      }
    }
  }
  const std::chrono::year_month_day date{std::chrono::year(*year), std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day))};
  if (!in.rest.empty() || !date.ok()) return std::nullopt;
  return std::chrono::sys_days(date) + time;
}

}  // namespace sitcen::base
