#include "reading/times/time_forms.h"

#include <array>
#include <charconv>
#include <cmath>
#include <string_view>
#include <utility>

#include "reading/figures/numerals.h"
#include "reading/times/calendar.h"

namespace sitcen::reading {
namespace {

constexpr int kFirstFormYear = 1000;
constexpr int kLastFormYear = 2199;
constexpr double kMostUnits = 100'000;

std::optional<int> whole(std::string_view digits) {
  int value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  const bool all = error == std::errc{} && end == digits.data() + digits.size();
  return all ? std::optional(value) : std::nullopt;
}

bool is_whole(const TimeScene& scene, std::size_t at) {
  return scene.is_digits(at) && scene.all[at].digits == Digits::whole;
}

/// A number in digits of at most two places within bounds: of a day or an hour.
std::optional<int> small(const TimeScene& scene, std::size_t at, int least, int most) {
  if (!is_whole(scene, at) || scene.all[at].text.size() > 2) return std::nullopt;
  const auto value = whole(scene.all[at].text);
  return value && *value >= least && *value <= most ? value : std::nullopt;
}

FormMatch matched(std::size_t last, int value) {
  FormMatch out;
  out.last = last;
  out.value = value;
  return out;
}

/// A whole number, or one with a decimal or a half: "three quarters" are three of them here, not a part of one.
std::optional<FormMatch> number(const TimeScene& scene, std::size_t at) {
  const auto numeral = numeral_at(scene.all, scene.doc.text, at, scene.numbers);
  if (!numeral || numeral->form == NumeralForm::ordinal) return std::nullopt;
  const double hundredths = numeral->value * 100;
  if (numeral->form == NumeralForm::fraction) {
    const NumberWord word = scene.is_word(at) ? scene.numbers.find(scene.all[at].text) : NumberWord{};
    const bool counts = word.role == NumberRole::unit && word.value >= 2 && numeral->last == at + 2;
    if (counts) return matched(at + 1, static_cast<int>(word.value) * 100);
    if (std::fmod(hundredths, 50) != 0) return std::nullopt;
  }
  if (!(numeral->value > 0) || numeral->value > kMostUnits) return std::nullopt;
  return matched(numeral->last, static_cast<int>(std::lround(hundredths)));
}

std::optional<FormMatch> ordinal(const TimeScene& scene, std::size_t at) {
  const auto numeral = numeral_at(scene.all, scene.doc.text, at, scene.numbers);
  if (!numeral || numeral->form != NumeralForm::ordinal) return std::nullopt;
  if (!(numeral->value >= 1) || numeral->value > 1000) return std::nullopt;
  return matched(numeral->last, static_cast<int>(numeral->value));
}

std::optional<FormMatch> day_ordinal(const TimeScene& scene, std::size_t at) {
  const auto found = ordinal(scene, at);
  return found && found->value <= 31 ? found : std::nullopt;
}

std::optional<FormMatch> year(const TimeScene& scene, std::size_t at) {
  if (!is_whole(scene, at) || scene.all[at].text.size() != 4) return std::nullopt;
  const auto value = whole(scene.all[at].text);
  if (!value || *value < kFirstFormYear || *value > kLastFormYear) return std::nullopt;
  if (scene.glued(at + 1) && scene.is_word(at + 1)) return std::nullopt;  // "1998s", "2000km"
  return matched(at + 1, *value);
}

bool is_apostrophe(const TimeScene& scene, std::size_t at) {
  return scene.is(at, "'") || scene.is(at, "\u2019") || scene.is(at, "`") || scene.is(at, "\u2018");
}

std::optional<FormMatch> short_year(const TimeScene& scene, std::size_t at) {
  if (!is_apostrophe(scene, at) || !scene.glued(at + 1) || !is_whole(scene, at + 1)) return std::nullopt;
  if (scene.glued(at) && at > 0 && is_apostrophe(scene, at - 1)) return std::nullopt;  // ''60 is a quotation
  if (scene.all[at + 1].text.size() != 2 || (scene.glued(at + 2) && scene.is_word(at + 2))) return std::nullopt;
  return matched(at + 2, whole(scene.all[at + 1].text).value_or(0));
}

/// "nineteen ninety-eight", "two thousand (and) three".
std::optional<FormMatch> year_words(const TimeScene& scene, std::size_t at) {
  const auto word = [&](std::size_t i) {
    return scene.is_word(i) ? scene.numbers.find(scene.all[i].text) : NumberWord{};
  };
  if (const NumberWord first = word(at); first.role == NumberRole::teen || first.value == 20) {
    const auto tail = numeral_at(scene.all, scene.doc.text, at + 1, scene.numbers);
    if (tail && tail->in_words && tail->form == NumeralForm::cardinal && tail->value >= 10 && tail->value < 100)
      return matched(tail->last, static_cast<int>(first.value * 100 + tail->value));
  }
  const auto all = numeral_at(scene.all, scene.doc.text, at, scene.numbers);
  if (!all || !all->in_words || all->form != NumeralForm::cardinal) return std::nullopt;
  if (all->value < 2000 || all->value > 2099 || !scene.is(at + 1, "thousand")) return std::nullopt;
  return matched(all->last, static_cast<int>(all->value));
}

/// "1990s", "1990's", "'90s", "90s", "the nineties".
std::optional<FormMatch> decade(const TimeScene& scene, std::size_t at) {
  const std::size_t i = is_apostrophe(scene, at) && scene.glued(at + 1) ? at + 1 : at;
  if (!is_whole(scene, i)) return std::nullopt;
  const auto value = whole(scene.all[i].text);
  if (!value || *value % 10 != 0) return std::nullopt;
  const bool full = i == at && scene.all[i].text.size() == 4 && *value >= kFirstFormYear && *value <= kLastFormYear;
  if (!full && (scene.all[i].text.size() != 2 || *value < 20)) return std::nullopt;
  if (scene.glued(i + 1) && scene.is(i + 1, "s")) return matched(i + 2, *value);
  if (full && scene.glued(i + 1) && is_apostrophe(scene, i + 1) && scene.glued(i + 2) && scene.is(i + 2, "s"))
    return matched(i + 3, *value);
  return std::nullopt;
}

/// The parts of an opaque lexeme that one mark parts: "10:30:15".
struct Parts {
  std::array<int, 3> number{};
  std::array<std::size_t, 3> digits{};
  std::size_t count = 0;
  char mark = 0;
};

std::optional<Parts> parts_of(std::string_view text) {
  Parts out;
  const std::size_t at = text.find_first_not_of("0123456789");
  if (at == std::string_view::npos) return std::nullopt;
  out.mark = text[at];
  while (!text.empty()) {
    if (out.count == 3) return std::nullopt;
    const std::string_view part = text.substr(0, text.find(out.mark));
    const auto value = whole(part);
    if (!value) return std::nullopt;
    out.number[out.count] = *value;
    out.digits[out.count++] = part.size();
    text.remove_prefix(part.size() < text.size() ? part.size() + 1 : text.size());
  }
  return out;
}

std::optional<FormMatch> clock(const TimeScene& scene, std::size_t at, char mark) {
  if (!scene.is_digits(at)) return std::nullopt;
  const auto parts = parts_of(scene.all[at].text);
  if (!parts || parts->count < 2 || parts->mark != mark) return std::nullopt;
  if (parts->digits[0] > 2 || parts->digits[1] != 2 || parts->number[0] > 24 || parts->number[1] > 59)
    return std::nullopt;
  if (parts->mark == '.' && parts->count != 2) return std::nullopt;
  FormMatch out;
  out.last = at + 1;
  out.spec.set(TimeField::hour, parts->number[0]);
  out.spec.set(TimeField::minute, parts->number[1]);
  if (parts->count == 3) {
    if (parts->digits[2] != 2 || parts->number[2] > 60) return std::nullopt;
    out.spec.set(TimeField::second, parts->number[2]);
  }
  return out;
}

/// "0830": a zone must follow, else it is a year or a number.
std::optional<FormMatch> four_digits(const TimeScene& scene, std::size_t at) {
  if (!is_whole(scene, at) || scene.all[at].text.size() != 4) return std::nullopt;
  const auto value = whole(scene.all[at].text);
  if (!value || *value / 100 > 24 || *value % 100 > 59) return std::nullopt;
  FormMatch out;
  out.last = at + 1;
  out.spec.set(TimeField::hour, *value / 100);
  out.spec.set(TimeField::minute, *value % 100);
  return out;
}

/// A year of two digits is one of the hundred that end in 2049.
int full_year(int year, std::size_t digits) { return digits > 2 ? year : year < 50 ? 2000 + year : 1900 + year; }

/// "1/2/1998", "1/2/98"; "1-2-98" and "1.2.30" may number anything.
bool has_year_behind(const Parts& parts) {
  if (parts.digits[0] > 2 || parts.digits[1] > 2) return false;
  if (parts.digits[2] == 2) return parts.mark != '-' && (parts.mark != '.' || parts.digits[1] == 2);
  return parts.digits[2] == 4;
}

std::optional<FormMatch> date(const TimeScene& scene, std::size_t at) {
  if (!scene.is_digits(at) || scene.all[at].digits != Digits::opaque) return std::nullopt;
  const auto parts = parts_of(scene.all[at].text);
  if (!parts || parts->count != 3 || parts->mark == ':') return std::nullopt;
  FormMatch out;
  out.last = at + 1;
  const auto set = [&](int y, int m, int d) {
    out.spec.set(TimeField::year, y);
    out.spec.set(TimeField::month, m);
    out.spec.set(TimeField::day, d);
    if (!day_of(y, m, d)) out.spec.set(TimeField::unreadable, 1);
  };
  const auto& [a, b, c] = parts->number;
  if (parts->digits[0] == 4 && parts->digits[1] <= 2 && parts->digits[2] <= 2) {  // year first
    if (a < kFirstFormYear || a > kLastFormYear) return std::nullopt;
    set(a, b, c);
    return out;
  }
  if (!has_year_behind(*parts)) return std::nullopt;
  const int y = full_year(c, parts->digits[2]);
  if (y < kFirstFormYear || y > kLastFormYear || a > 31 || b > 31 || (a > 12 && b > 12)) return std::nullopt;
  if (parts->mark == '.' || (b <= 12 && a > 12)) {  // points part day, month, year
    if (parts->mark == '.' && b > 12) return std::nullopt;
    set(y, b, a);
    if (parts->mark != '.') out.spec.set(TimeField::day_first, 1);
    return out;
  }
  set(y, a, b);
  if (b <= 12 && a != b) {
    out.spec.set(TimeField::year2, y);
    out.spec.set(TimeField::month2, b);
    out.spec.set(TimeField::day2, a);
  }
  if (b > 12) out.spec.set(TimeField::day_first, 0);
  return out;
}

/// "+02:00", "+0200", "+2" behind a clock time.
std::optional<FormMatch> offset(const TimeScene& scene, std::size_t at) {
  const bool plus = scene.is(at, "+");
  if ((!plus && !scene.is(at, "-") && !scene.is(at, "\u2212")) || !scene.is_digits(at + 1) || !scene.glued(at + 1))
    return std::nullopt;
  const std::string_view text = scene.all[at + 1].text;
  int minutes = 0;
  if (const auto value = whole(text)) {
    minutes = text.size() == 4 ? *value / 100 * 60 + *value % 100 : *value * 60;
  } else if (const auto parts = parts_of(text); parts && parts->mark == ':' && parts->count == 2) {
    minutes = parts->number[0] * 60 + parts->number[1];
  } else {
    return std::nullopt;
  }
  if (minutes > 14 * 60) return std::nullopt;
  return matched(at + 2, plus ? minutes : -minutes);
}

}  // namespace

std::optional<FormMatch> form_at(const TimeScene& scene, FormClass form, std::size_t at) {
  const auto simple = [&](std::optional<int> value) -> std::optional<FormMatch> {
    return value ? std::optional(matched(at + 1, *value)) : std::nullopt;
  };
  switch (form) {
    case FormClass::number:
      return number(scene, at);
    case FormClass::ordinal:
      return ordinal(scene, at);
    case FormClass::day:
      if (scene.glued(at + 1) && scene.is_word(at + 1)) return std::nullopt;
      return simple(small(scene, at, 1, 31));
    case FormClass::day_ordinal:
      return day_ordinal(scene, at);
    case FormClass::year:
      return year(scene, at);
    case FormClass::short_year:
      return short_year(scene, at);
    case FormClass::year_words:
      return year_words(scene, at);
    case FormClass::decade:
      return decade(scene, at);
    case FormClass::hour:
      return simple(small(scene, at, 0, 24));
    case FormClass::four_digits:
      return four_digits(scene, at);
    case FormClass::clock:
      return clock(scene, at, ':');
    case FormClass::point_clock:
      return clock(scene, at, '.');
    case FormClass::date:
      return date(scene, at);
    case FormClass::offset:
      return offset(scene, at);
    case FormClass::possessive:
      if (is_apostrophe(scene, at) && scene.glued(at + 1) && scene.is(at + 1, "s")) return matched(at + 2, 0);
      return is_apostrophe(scene, at) && !scene.glued(at + 1) ? std::optional(matched(at + 1, 0)) : std::nullopt;
    case FormClass::hyphen:
      if (!scene.glued(at) || !scene.glued(at + 1)) return std::nullopt;
      return scene.is(at, "-") || scene.is(at, "\u2013") ? std::optional(matched(at + 1, 0)) : std::nullopt;
    case FormClass::count_:
      break;
  }
  return std::nullopt;
}

const SymbolSet& symbols_of_digits() {
  static const SymbolSet kSymbols = [] {
    SymbolSet out;
    for (const FormClass form : {FormClass::number, FormClass::ordinal, FormClass::day, FormClass::day_ordinal,
                                 FormClass::year, FormClass::decade, FormClass::hour, FormClass::four_digits,
                                 FormClass::clock, FormClass::point_clock, FormClass::date})
      out.set(static_cast<TimeSymbol>(form));
    return out;
  }();
  return kSymbols;
}

}  // namespace sitcen::reading
