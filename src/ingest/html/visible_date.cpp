#include "ingest/html/visible_date.h"

#include <unicode/dtfmtsym.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <map>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "ingest/ascii.h"
#include "ingest/given_time.h"

namespace sitcen::ingest {
namespace {

constexpr int kFirstYear = 1990;  ///< before it there were no pages: what looks like a year is none
constexpr int kLastYear = 2100;

using Months = std::map<icu::UnicodeString, int>;

void add_names(Months& months, const icu::DateFormatSymbols& symbols, icu::DateFormatSymbols::DtContextType context,
               icu::DateFormatSymbols::DtWidthType width) {
  std::int32_t count = 0;
  const icu::UnicodeString* names = symbols.getMonths(count, context, width);
  int number = 0;
  for (icu::UnicodeString name : std::span(names, static_cast<std::size_t>(std::min(count, 12)))) {
    ++number;
    name.toLower();
    if (name.endsWith(u".") != 0) name.truncate(name.length() - 1);
    if (name.length() >= 3 && u_isalpha(name.char32At(0)) != 0) months.emplace(name, number);
  }
}

Months all_months() {
  using Symbols = icu::DateFormatSymbols;
  constexpr std::array kLocales = {
#include "ingest/html/month_locales.inc"
  };
  Months months;
  for (const char* locale : kLocales) {
    UErrorCode error = U_ZERO_ERROR;
    const Symbols symbols(icu::Locale(locale), error);
    if (U_FAILURE(error)) continue;
    for (const auto context : {Symbols::FORMAT, Symbols::STANDALONE}) {
      for (const auto width : {Symbols::WIDE, Symbols::ABBREVIATED}) add_names(months, symbols, context, width);
    }
  }
  months.emplace(u"sept", 9);
  return months;
}

/// A number, a word, or one sign; spaces are left out.
struct Piece {
  enum class Kind : std::uint8_t { number, word, sign };
  Kind kind = Kind::sign;
  int value = 0;        ///< of a number, cut at 99999; the code point of a sign; the month a word names, else 0
  int digits = 0;       ///< of a number
  bool spaced = false;  ///< white space stands before it
};

constexpr std::size_t kMostPieces = 60;
constexpr int kBeforeNoon = -1;  ///< the value of "am"
constexpr int kAfterNoon = -2;   ///< and of "pm"

/// Han and Hangul signs stand for themselves: "2019年11月".
bool is_ideograph(UChar32 c) { return c >= 0x2E80 && c < 0xFB00; }

class Cutter {
 public:
  explicit Cutter(std::string_view text)
      : text_(icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())))) {}

  std::vector<Piece> run() {
    std::vector<Piece> out;
    bool spaced = false;
    while (at_ < text_.length() && out.size() < kMostPieces) {
      const UChar32 c = text_.char32At(at_);
      if (u_isUWhiteSpace(c) != 0) {
        spaced = true;
        at_ += U16_LENGTH(c);
        continue;
      }
      Piece piece = u_isdigit(c) != 0 ? number() : is_letter(c) ? word() : sign(c);
      piece.spaced = std::exchange(spaced, false);
      out.push_back(piece);
    }
    return out;
  }

 private:
  static bool is_letter(UChar32 c) { return u_isalpha(c) != 0 && !is_ideograph(c); }

  Piece number() {
    constexpr int kLargest = 99999999;
    Piece out{Piece::Kind::number};
    for (UChar32 c = text_.char32At(at_); at_ < text_.length() && u_isdigit(c) != 0; c = text_.char32At(at_)) {
      out.value = std::min(out.value * 10 + u_charDigitValue(c), kLargest);
      ++out.digits;
      at_ += U16_LENGTH(c);
    }
    return out;
  }

  Piece word() {
    static const Months kMonths = all_months();
    Piece out{Piece::Kind::word};
    const std::int32_t begin = at_;
    for (UChar32 c = text_.char32At(at_); at_ < text_.length() && (is_letter(c) || u_charType(c) == U_NON_SPACING_MARK);
         c = text_.char32At(at_)) {
      at_ += U16_LENGTH(c);
    }
    icu::UnicodeString word(text_, begin, at_ - begin);
    const auto month = kMonths.find(word.toLower());
    if (month != kMonths.end()) out.value = month->second;
    if (word == u"am" || word == u"a") out.value = kBeforeNoon;
    if (word == u"pm" || word == u"p") out.value = kAfterNoon;
    return out;
  }

  Piece sign(UChar32 c) {
    at_ += U16_LENGTH(c);
    return {Piece::Kind::sign, c};
  }

  icu::UnicodeString text_;
  std::int32_t at_ = 0;
};

struct Day {
  int year = 0, month = 0, day = 0;
};

bool exists(const Day& d) {
  return d.year >= kFirstYear && d.year <= kLastYear && d.month >= 1 && d.month <= 12 && d.day >= 1 &&
         d.day <= days_in(d.year, d.month);
}

class Reader {
 public:
  Reader(std::string_view text, std::string_view language) : pieces_(Cutter(text).run()), language_(language) {}

  std::optional<Timestamp> first() {
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      if (is_number(i) && i > 0 && is_number_mark(i - 1)) continue;  // inside a longer number
      std::size_t end = i;
      const auto day = day_at(i, end);
      const bool goes_on = is_number(end) && !pieces_[end].spaced;
      if (day && exists(*day) && !goes_on) return with_clock(*day, end);
    }
    return std::nullopt;
  }

 private:
  [[nodiscard]] bool is_number(std::size_t i) const {
    return i < pieces_.size() && pieces_[i].kind == Piece::Kind::number;
  }
  [[nodiscard]] bool is_sign(std::size_t i, char32_t c) const {
    return i < pieces_.size() && pieces_[i].kind == Piece::Kind::sign && static_cast<char32_t>(pieces_[i].value) == c;
  }
  [[nodiscard]] bool is_number_mark(std::size_t i) const {
    return !pieces_[i + 1].spaced && i > 0 && is_number(i - 1) && !pieces_[i].spaced;
  }
  [[nodiscard]] int month_at(std::size_t i) const {
    return i < pieces_.size() && pieces_[i].kind == Piece::Kind::word ? std::max(0, pieces_[i].value) : 0;
  }
  [[nodiscard]] bool is_year(std::size_t i) const { return is_number(i) && pieces_[i].digits == 4; }
  [[nodiscard]] bool is_small(std::size_t i) const { return is_number(i) && pieces_[i].digits <= 2; }

  std::optional<Day> day_at(std::size_t i, std::size_t& end) const {
    if (auto day = year_first(i, end)) return day;
    if (auto day = three_numbers(i, end)) return day;
    if (auto day = day_and_month(i, end)) return day;
    return month_and_day(i, end);
  }

  /// 2019-11-18, 2019.11.18, 2019/11/18, 2019年11月18日, 2019년 11월 18일
  std::optional<Day> year_first(std::size_t i, std::size_t& end) const {
    if (!is_year(i) || !is_small(i + 2) || !is_small(i + 4)) return std::nullopt;
    const auto mark = [&](std::size_t at, char32_t han, char32_t hangul) {
      return is_sign(at, '-') || is_sign(at, '.') || is_sign(at, '/') || is_sign(at, han) || is_sign(at, hangul);
    };
    const bool marked = mark(i + 1, U'年', U'년') && mark(i + 3, U'月', U'월');
    if (!marked) return std::nullopt;
    end = i + 5;
    if (is_sign(end, U'日') || is_sign(end, U'일')) ++end;
    return Day{pieces_[i].value, pieces_[i + 2].value, pieces_[i + 4].value};
  }

  /// 18.11.2019, 18/11/2019, 11/18/2019, 18-11-2019
  std::optional<Day> three_numbers(std::size_t i, std::size_t& end) const {
    if (!is_small(i) || !is_small(i + 2) || !is_year(i + 4)) return std::nullopt;
    const int mark = pieces_[i + 1].value;
    if (!is_sign(i + 3, static_cast<char32_t>(mark)) || (mark != '.' && mark != '/' && mark != '-')) {
      return std::nullopt;
    }
    end = i + 5;
    const int one = pieces_[i].value;
    const int two = pieces_[i + 2].value;
    const Day day_first{pieces_[i + 4].value, two, one};
    const Day month_first{pieces_[i + 4].value, one, two};
    if (one > 12 || one == two) return day_first;
    if (two > 12) return month_first;
    const std::string_view primary = language_.substr(0, language_.find('-'));
    if (mark == '.' || (!primary.empty() && primary != "en")) return day_first;
    if (language_ == "en-US") return month_first;
    if (language_.size() > 2) return day_first;
    return std::nullopt;
  }

  /// 18 November 2019, 18. November 2019, 18 de noviembre de 2019, 18th of November, 2019, 18-Nov-2019
  std::optional<Day> day_and_month(std::size_t i, std::size_t& end) const {
    if (!is_small(i)) return std::nullopt;
    std::size_t at = i + 1;
    for (int words = 0; words < 3 && month_at(at) == 0; ++words) {
      if (at >= pieces_.size() || is_number(at)) return std::nullopt;
      ++at;
    }
    const int month = month_at(at);
    if (month == 0) return std::nullopt;
    ++at;
    for (int words = 0; words < 2 && at < pieces_.size() && !is_number(at); ++words) ++at;
    if (!is_year(at)) return std::nullopt;
    end = at + 1;
    return Day{pieces_[at].value, month, pieces_[i].value};
  }

  /// November 18, 2019; Nov. 18th 2019
  std::optional<Day> month_and_day(std::size_t i, std::size_t& end) const {
    const int month = month_at(i);
    if (month == 0) return std::nullopt;
    std::size_t at = i + 1;
    if (is_sign(at, '.')) ++at;
    if (!is_small(at)) return std::nullopt;
    const int day = pieces_[at].value;
    ++at;
    for (int words = 0; words < 2 && at < pieces_.size() && !is_number(at); ++words) ++at;
    if (!is_year(at)) return std::nullopt;
    end = at + 1;
    return Day{pieces_[at].value, month, day};
  }

  [[nodiscard]] Timestamp with_clock(const Day& day, std::size_t end) const {
    const auto two = [](int value) {
      return std::string{static_cast<char>('0' + value / 10), static_cast<char>('0' + value % 10)};
    };
    Timestamp out{std::to_string(day.year) + '-' + two(day.month) + '-' + two(day.day), TimePrecision::day,
                  TimeBasis::text};
    constexpr std::size_t kNear = 4;  // "at", "um", a comma, a dash
    for (std::size_t at = end; at < std::min(end + kNear, pieces_.size()); ++at) {
      if (!is_number(at)) continue;
      const bool minutes = is_small(at) && (is_sign(at + 1, ':') || is_sign(at + 1, '.')) && is_small(at + 2) &&
                           pieces_[at + 2].digits == 2;
      if (!minutes) return out;
      int hour = pieces_[at].value;
      const int half = at + 3 < pieces_.size() && pieces_[at + 3].kind == Piece::Kind::word ? pieces_[at + 3].value : 0;
      if (half < 0 && (hour < 1 || hour > 12)) return out;
      if (half == kBeforeNoon && hour == 12) hour = 0;
      if (half == kAfterNoon && hour < 12) hour += 12;
      if (hour > 23 || pieces_[at + 2].value > 59) return out;
      out.value += 'T' + two(hour) + ':' + two(pieces_[at + 2].value);
      out.precision = TimePrecision::minute;
      return out;
    }
    return out;
  }

  std::vector<Piece> pieces_;
  std::string_view language_;
};

/// \return the number that `digits` digits at `at` make, if no further digit stands beside them
std::optional<int> digits_at(std::string_view text, std::size_t at, std::size_t digits, bool alone) {
  if (at + digits > text.size()) return std::nullopt;
  int value = 0;
  for (std::size_t i = at; i < at + digits; ++i) {
    if (!is_digit(text[i])) return std::nullopt;
    value = value * 10 + (text[i] - '0');
  }
  if (alone && at + digits < text.size() && is_digit(text[at + digits])) return std::nullopt;
  return value;
}

}  // namespace

std::optional<Timestamp> read_visible_date(std::string_view text, std::string_view language) {
  return Reader(text, language).first();
}

std::optional<Timestamp> read_address_date(std::string_view url) {
  std::size_t begin = url.find("://");
  begin = begin == std::string_view::npos ? url.size() : url.find('/', begin + 3);
  if (begin >= url.size()) return std::nullopt;
  const std::string_view path = url.substr(begin, url.find_first_of("?#", begin) - begin);
  std::optional<Timestamp> month;
  for (std::size_t i = 1; i + 6 < path.size(); ++i) {
    if (is_digit(path[i - 1]) || !is_digit(path[i])) continue;
    const auto year = digits_at(path, i, 4, false);
    if (!year) continue;
    const char mark = path[i + 4];
    const bool marked = mark == '/' || mark == '-' || mark == '_';
    const std::size_t at_month = marked ? i + 5 : i + 4;
    const auto m = digits_at(path, at_month, 2, marked);
    if (!m || *m < 1 || *m > 12 || *year < kFirstYear || *year > kLastYear) continue;
    const std::size_t at_day = at_month + (marked ? 3 : 2);
    const auto d =
        marked && (at_day > path.size() || path[at_day - 1] != mark) ? std::nullopt : digits_at(path, at_day, 2, true);
    const auto text = std::string(path.substr(i, 4)) + '-' + std::string(path.substr(at_month, 2));
    if (d && exists({*year, *m, *d})) {
      return Timestamp{text + '-' + std::string(path.substr(at_day, 2)), TimePrecision::day, TimeBasis::url};
    }
    if (!month && mark == '/' && path[at_month + 2 < path.size() ? at_month + 2 : 0] == '/') {
      month = Timestamp{text, TimePrecision::month, TimeBasis::url};
    }
  }
  return month;
}

}  // namespace sitcen::ingest
