#include "ingest/given_time.h"

#include <algorithm>
#include <array>
#include <string>

#include "ingest/header_fields.h"
#include "ingest/time_cursor.h"

namespace sitcen::ingest {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {"jan", "feb", "mar", "apr", "may", "jun",
                                                      "jul", "aug", "sep", "oct", "nov", "dec"};

struct Parts {
  int year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0;
  std::string offset;  ///< "Z", "+03:00"; empty: not known
  TimePrecision precision = TimePrecision::year;
};

std::string two(int value) { return {static_cast<char>('0' + value / 10), static_cast<char>('0' + value % 10)}; }

std::string written(const Parts& p) {
  std::string out = two(p.year / 100) + two(p.year % 100);
  if (p.precision >= TimePrecision::month) out += '-' + two(p.month);
  if (p.precision >= TimePrecision::day) out += '-' + two(p.day);
  if (p.precision >= TimePrecision::minute) out += 'T' + two(p.hour) + ':' + two(p.minute);
  if (p.precision >= TimePrecision::second) out += ':' + two(p.second);
  return out + p.offset;
}

struct Zone {
  std::string_view name;
  std::string_view offset;
};
/// The names that RFC 822 gives an offset; any other has more than one reading.
constexpr std::array<Zone, 8> kMailZones = {{{"est", "-05:00"},
                                             {"edt", "-04:00"},
                                             {"cst", "-06:00"},
                                             {"cdt", "-05:00"},
                                             {"mst", "-07:00"},
                                             {"mdt", "-06:00"},
                                             {"pst", "-08:00"},
                                             {"pdt", "-07:00"}}};

/// "+03:00", "+0300", "+03", "+3"; where there is no sign, nothing is taken.
bool read_signed_offset(TimeCursor& in, Parts& out) {
  const bool plus = in.take('+');
  if (!plus && !in.take('-')) return true;
  auto hours = in.number(2, 0, 14);
  if (!hours) hours = in.number(1, 0, 9);
  if (!hours) return false;
  const bool more = in.take(':') || in.at_digit();
  const auto minutes = more ? in.number(2, 0, 59) : std::optional(0);
  if (!minutes) return false;
  out.offset = (plus ? '+' : '-') + two(*hours) + ':' + two(*minutes);
  return true;
}

bool is_utc(std::string_view zone) { return zone == "z" || zone == "ut" || zone == "utc" || zone == "gmt"; }

/// An offset, or "Z", "UTC", "GMT", with an offset behind or not; a zone by another name is not taken.
bool read_offset(TimeCursor& in, Parts& out) {
  in.skip_spaces();
  if (in.at_end()) return true;
  if (const std::string zone = in.word(); !zone.empty()) {
    if (!is_utc(zone)) return false;
    out.offset = "Z";
  }
  return read_signed_offset(in, out) && in.at_end();
}

/// The same in mail, where some names have an offset; of others it stays unknown, the time does not.
bool read_mail_offset(TimeCursor& in, Parts& out) {
  in.skip_spaces();
  const std::string zone = in.word();
  const auto* const known = std::ranges::find(kMailZones, zone, &Zone::name);
  if (known != kMailZones.end()) out.offset = known->offset;
  if (is_utc(zone)) out.offset = "Z";
  if (!read_signed_offset(in, out)) return false;
  in.skip_spaces();
  in.skip_comment();
  return true;
}

/// "10:27", "10:27:05.5", "102705"; "9:05" and "9:05 pm" in mail.
bool read_hours(TimeCursor& in, Parts& out, bool mail) {
  auto hour = in.number(2, 0, 23);
  if (!hour && mail) hour = in.number(1, 0, 9);
  if (!hour) return false;
  const bool extended = in.take(':');
  const auto minute = in.number(2, 0, 59);
  if (!minute || (mail && !extended)) return false;
  out.hour = *hour;
  out.minute = *minute;
  out.precision = TimePrecision::minute;
  if (!(extended ? in.take(':') : in.at_digit())) return true;
  const auto second = in.number(2, 0, 60);
  if (!second) return false;
  out.second = *second;
  out.precision = TimePrecision::second;
  if (in.take('.') || in.take(',')) in.skip_digits();
  return true;
}

/// \return false where the hour is none of twelve
bool read_half_of_day(TimeCursor& in, Parts& out) {
  TimeCursor ahead = in;
  ahead.skip_spaces();
  const std::string half = ahead.word();
  if (half != "am" && half != "pm") return true;
  if (out.hour < 1 || out.hour > 12) return false;
  out.hour = out.hour % 12 + (half == "pm" ? 12 : 0);
  in = ahead;
  return true;
}

bool read_clock(TimeCursor& in, Parts& out) { return read_hours(in, out, false) && read_offset(in, out); }

std::optional<Parts> read_iso(TimeCursor in) {
  Parts out;
  const auto year = in.number(4, 1, 9999);
  if (!year) return std::nullopt;
  out.year = *year;
  if (in.at_end()) return out;
  const char separator = in.take('-') ? '-' : in.take('/') ? '/' : in.take('.') ? '.' : '\0';
  const bool extended = separator != '\0';
  const auto month = in.number(2, 1, 12);
  if (!month) return std::nullopt;
  out.month = *month;
  out.precision = TimePrecision::month;
  // Six digits alone may be YYYYMM or YYMMDD: not taken.
  if (in.at_end()) return separator == '-' ? std::optional(out) : std::nullopt;
  if (extended && !in.take(separator)) return std::nullopt;
  const auto day = in.number(2, 1, days_in(out.year, out.month));
  if (!day) return std::nullopt;
  out.day = *day;
  out.precision = TimePrecision::day;
  if (in.at_end()) return out;
  if (!in.take('t')) {
    if (!in.take(' ')) return std::nullopt;
    in.skip_spaces();
  }
  if (!read_clock(in, out)) return std::nullopt;
  return out;
}

std::optional<int> month_of(std::string_view word) {
  for (std::size_t i = 0; i < kMonths.size(); ++i) {
    if (word.starts_with(kMonths[i])) return static_cast<int>(i) + 1;
  }
  return std::nullopt;
}

std::optional<int> read_day(TimeCursor& in) {
  auto day = in.number(2, 1, 31);
  return day ? day : in.number(1, 1, 9);
}

/// Of two digits as RFC 2822 says: to 49 in this century, from 50 in the last.
std::optional<int> read_year(TimeCursor& in) {
  if (auto year = in.number(4, 1, 9999)) return year;
  const auto year = in.number(2, 0, 99);
  if (!year || in.at_digit()) return std::nullopt;
  return *year < 50 ? 2000 + *year : 1900 + *year;
}

std::optional<Parts> dated(std::optional<int> year, std::optional<int> month, std::optional<int> day) {
  if (!year || !month || !day || *day > days_in(*year, *month)) return std::nullopt;
  Parts out;
  out.year = *year;
  out.month = *month;
  out.day = *day;
  out.precision = TimePrecision::day;
  return out;
}

/// What may stand between the parts of a date that has its month by name.
void skip_between(TimeCursor& in) {
  in.skip_spaces();
  if (in.take(',') || in.take('-') || in.take('.')) in.skip_spaces();
}

/// "Wed, 23 Feb 2022 10:27:00 GMT", "23-Feb-22 10:27:00 EST"; the weekday says nothing new.
std::optional<Parts> read_mail(TimeCursor in) {
  if (!in.at_digit()) {
    in.word();
    skip_between(in);
  }
  const auto day = read_day(in);
  skip_between(in);
  const auto month = month_of(in.word());
  skip_between(in);
  auto out = dated(read_year(in), month, day);
  skip_between(in);
  if (!out || in.at_end()) return out;
  if (!read_hours(in, *out, true) || !read_half_of_day(in, *out) || !read_mail_offset(in, *out)) return std::nullopt;
  return in.at_end() ? out : std::nullopt;
}

/// "Wed Feb 23 10:27:00 2022" as asctime writes it, with a zone or not; "February 23, 2022 10:27".
std::optional<Parts> read_month_first(TimeCursor in) {
  std::string word = in.word();
  skip_between(in);
  if (!in.at_digit()) {
    word = in.word();
    skip_between(in);
  }
  const auto month = month_of(word);
  const auto day = read_day(in);
  if (!day) return std::nullopt;
  skip_between(in);
  TimeCursor year_first = in;
  if (const auto year = year_first.number(4, 1, 9999)) {
    auto out = dated(year, month, day);
    skip_between(year_first);
    if (!out || year_first.at_end()) return out;
    const bool read =
        read_hours(year_first, *out, true) && read_half_of_day(year_first, *out) && read_mail_offset(year_first, *out);
    return read && year_first.at_end() ? out : std::nullopt;
  }
  Parts clock;
  if (!read_hours(in, clock, true)) return std::nullopt;
  in.skip_spaces();
  if (!in.at_digit() && !read_mail_offset(in, clock)) return std::nullopt;
  in.skip_spaces();
  auto out = dated(in.number(4, 1, 9999), month, day);
  if (!out || !in.at_end()) return std::nullopt;
  clock.year = out->year;
  clock.month = out->month;
  clock.day = out->day;
  return clock;
}

}  // namespace

int days_in(int year, int month) {
  constexpr std::array kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : kDays.at(static_cast<std::size_t>(month - 1));
}

std::optional<Timestamp> read_given_time(std::string_view text, TimeBasis basis) {
  const TimeCursor in(trimmed(text));
  auto parts = read_iso(in);
  if (!parts) parts = read_mail(in);
  if (!parts) parts = read_month_first(in);
  if (!parts) return std::nullopt;
  return Timestamp{written(*parts), parts->precision, basis};
}

}  // namespace sitcen::ingest
