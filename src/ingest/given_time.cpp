#include "ingest/given_time.h"

#include <array>
#include <string>

#include "ingest/ascii.h"

namespace sitcen::ingest {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {"jan", "feb", "mar", "apr", "may", "jun",
                                                      "jul", "aug", "sep", "oct", "nov", "dec"};

constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// Walks through the text; every step either takes what it names or leaves the place as it is.
class Cursor {
 public:
  explicit Cursor(std::string_view text) : rest_(text) {}

  [[nodiscard]] bool at_end() const { return rest_.empty(); }
  [[nodiscard]] bool at_digit() const { return !rest_.empty() && is_digit(rest_.front()); }

  bool take(char c) {
    if (rest_.empty() || lower(rest_.front()) != c) return false;
    rest_.remove_prefix(1);
    return true;
  }

  void skip_spaces() {
    while (take(' ') || take('\t') || take('\n') || take('\r')) {
    }
  }

  void skip_digits() {
    while (at_digit()) rest_.remove_prefix(1);
  }

  /// \return a number of exactly `digits` digits, if it lies in [low, high]
  std::optional<int> number(std::size_t digits, int low, int high) {
    if (rest_.size() < digits) return std::nullopt;
    int value = 0;
    for (std::size_t i = 0; i < digits; ++i) {
      if (!is_digit(rest_[i])) return std::nullopt;
      value = value * 10 + (rest_[i] - '0');
    }
    if (value < low || value > high) return std::nullopt;
    rest_.remove_prefix(digits);
    return value;
  }

  std::string word() {
    std::string out;
    while (!rest_.empty() && lower(rest_.front()) >= 'a' && lower(rest_.front()) <= 'z') {
      out += lower(rest_.front());
      rest_.remove_prefix(1);
    }
    return out;
  }

 private:
  std::string_view rest_;
};

struct Parts {
  int year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0;
  std::string offset;  ///< "Z", "+03:00"; empty: not known
  TimePrecision precision = TimePrecision::year;
};

int days_in(int year, int month) {
  constexpr std::array kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : kDays.at(static_cast<std::size_t>(month - 1));
}

std::string two(int value) { return {static_cast<char>('0' + value / 10), static_cast<char>('0' + value % 10)}; }

std::string written(const Parts& p) {
  std::string out = two(p.year / 100) + two(p.year % 100);
  if (p.precision >= TimePrecision::month) out += '-' + two(p.month);
  if (p.precision >= TimePrecision::day) out += '-' + two(p.day);
  if (p.precision >= TimePrecision::minute) out += 'T' + two(p.hour) + ':' + two(p.minute);
  if (p.precision >= TimePrecision::second) out += ':' + two(p.second);
  return out + p.offset;
}

/// "Z", "UTC", "GMT", "+03:00", "+0300", "+03"; a zone by another name is not taken, for it has more than one reading.
bool read_offset(Cursor& in, Parts& out) {
  in.skip_spaces();
  if (in.at_end()) return true;
  const bool plus = in.take('+');
  if (plus || in.take('-')) {
    const auto hours = in.number(2, 0, 14);
    if (!hours) return false;
    in.take(':');
    const auto minutes = in.at_end() ? std::optional(0) : in.number(2, 0, 59);
    if (!minutes) return false;
    out.offset = (plus ? '+' : '-') + two(*hours) + ':' + two(*minutes);
    return true;
  }
  const std::string zone = in.word();
  if (zone != "z" && zone != "utc" && zone != "gmt") return false;
  out.offset = "Z";
  return true;
}

bool read_clock(Cursor& in, Parts& out) {
  const auto hour = in.number(2, 0, 23);
  if (!hour) return false;
  const bool extended = in.take(':');
  const auto minute = in.number(2, 0, 59);
  if (!minute) return false;
  out.hour = *hour;
  out.minute = *minute;
  out.precision = TimePrecision::minute;
  if (extended ? in.take(':') : in.at_digit()) {
    const auto second = in.number(2, 0, 60);
    if (!second) return false;
    out.second = *second;
    out.precision = TimePrecision::second;
    if (in.take('.') || in.take(',')) in.skip_digits();
  }
  return read_offset(in, out);
}

std::optional<Parts> read_iso(Cursor in) {
  Parts out;
  const auto year = in.number(4, 1, 9999);
  if (!year) return std::nullopt;
  out.year = *year;
  if (in.at_end()) return out;
  const bool extended = in.take('-');
  const auto month = in.number(2, 1, 12);
  if (!month) return std::nullopt;
  out.month = *month;
  out.precision = TimePrecision::month;
  // Six digits alone may be YYYYMM or YYMMDD: not taken.
  if (in.at_end()) return extended ? std::optional(out) : std::nullopt;
  if (extended && !in.take('-')) return std::nullopt;
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

std::optional<Parts> read_mail(Cursor in) {
  Parts out;
  if (!in.at_digit()) {
    in.word();  // the weekday, which says nothing new
    in.take(',');
    in.skip_spaces();
  }
  auto day = in.number(2, 1, 31);
  if (!day) day = in.number(1, 1, 9);
  if (!day) return std::nullopt;
  in.skip_spaces();
  const auto month = month_of(in.word());
  in.skip_spaces();
  const auto year = in.number(4, 1, 9999);
  if (!month || !year || *day > days_in(*year, *month)) return std::nullopt;
  out.year = *year;
  out.month = *month;
  out.day = *day;
  out.precision = TimePrecision::day;
  in.skip_spaces();
  if (!in.at_end() && !read_clock(in, out)) return std::nullopt;
  return out;
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\n";
  const std::size_t begin = text.find_first_not_of(kSpace);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kSpace) - begin + 1);
}

}  // namespace

std::optional<Timestamp> read_given_time(std::string_view text, TimeBasis basis) {
  const Cursor in(trimmed(text));
  auto parts = read_iso(in);
  if (!parts) parts = read_mail(in);
  if (!parts) return std::nullopt;
  return Timestamp{written(*parts), parts->precision, basis};
}

}  // namespace sitcen::ingest
