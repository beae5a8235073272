#include "reading/figures/numerals.h"

#include <cmath>

#include "reading/figures/numeral_reader.h"

namespace sitcen::reading {

std::optional<Numeral> NumeralReader::read(std::size_t at) const {
  std::size_t i = at;
  const double sign = read_sign(i);
  std::optional<Numeral> number = read_unsigned(i);
  if (!number || !std::isfinite(number->value)) return std::nullopt;
  number->first = at;
  number->value *= sign;
  return number;
}

double NumeralReader::read_sign(std::size_t& i) const {
  if (role(i) == NumberRole::sign && (is_digits(i + 1) || role(i + 1) != NumberRole::none)) {
    ++i;
    return -1;
  }
  // A hyphen behind a number makes a range: "75 -300".
  const bool in_front = i == 0 || (!glued(i) && all_[i - 1].kind != LexemeKind::digits);
  if ((is(i, "-") || is(i, "−")) && is_digits(i + 1) && in_front && (glued(i + 1) || i == 0)) {
    ++i;
    return -1;
  }
  return 1;
}

std::optional<Numeral> NumeralReader::read_unsigned(std::size_t i) const {
  if (is_digits(i)) return read_digits(i);
  if (is_article(i)) return read_article(i);
  if (role(i) == NumberRole::half) return read_half(i);
  if (role(i) == NumberRole::quarter) return role(i + 1) == NumberRole::scale ? part_with_scale(i, 0.25) : std::nullopt;
  return read_words(i, Tail::any);
}

std::optional<Numeral> NumeralReader::read_digits(std::size_t i) const {
  Numeral out;
  if (slash_fraction(i, out.value, out.last)) {
    out.form = NumeralForm::fraction;
    return out;
  }
  out.value = all_[i].value;
  out.last = i + 1;
  if (all_[i].digits == Digits::vulgar) return tail_of_part(out);
  if (is_whole(i)) {
    double fraction = 0;
    std::size_t last = i + 2;
    const bool vulgar = is_digits(i + 1) && all_[i + 1].digits == Digits::vulgar;
    if (vulgar) fraction = all_[i + 1].value;
    if (vulgar || (slash_fraction(i + 1, fraction, last) && fraction < 1)) {
      out.value += fraction;
      out.last = last;
      take_scales(out);
      return out;
    }
    if (auto ordinal = ordinal_suffix(i)) return ordinal;
    out.bare_year = all_[i].span.size() == 4;
  }
  take_suffix(out);
  return cardinal_tail(out);
}

/// "4/5", "1 4/5", "10 1/2".
bool NumeralReader::slash_fraction(std::size_t i, double& value, std::size_t& last) const {
  if (!is_whole(i) || !is(i + 1, "/") || !glued(i + 1) || !is_whole(i + 2) || !glued(i + 2)) return false;
  if (all_[i + 2].value == 0) return false;
  value = all_[i].value / all_[i + 2].value;
  last = i + 3;
  return true;
}

/// "11th", "21st".
std::optional<Numeral> NumeralReader::ordinal_suffix(std::size_t i) const {
  if (!glued(i + 1) || !(is(i + 1, "st") || is(i + 1, "nd") || is(i + 1, "rd") || is(i + 1, "th"))) return std::nullopt;
  Numeral out;
  out.value = all_[i].value;
  out.last = i + 2;
  out.form = NumeralForm::ordinal;
  return out;
}

/// "10k", "1.2b", "15bn", "1.8M"; a small m right behind digits is a metre until money says otherwise.
void NumeralReader::take_suffix(Numeral& out) const {
  const std::size_t i = out.last;
  const NumberWord found = word(i);
  if (found.role != NumberRole::suffix) return;
  const bool capital_only = all_[i].text == "m";
  if (capital_only ? text_[all_[i].span.begin] != 'M' : !glued(i)) return;
  if (glued(i + 1) && all_[i + 1].kind != LexemeKind::symbol) return;
  out.value *= found.value;
  out.last = i + 1;
  out.scaled = true;
  out.bare_year = false;
}

/// "2½ million", "3.2 lakh crore".
void NumeralReader::take_scales(Numeral& out) const {
  for (NumberWord found = word(out.last);
       (found.role == NumberRole::scale || found.role == NumberRole::hundred) && out.value <= kLargest;
       found = word(out.last)) {
    out.value *= found.value;
    out.scaled = true;
    ++out.last;
  }
}

/// What may follow digits: scales, dozens, more of the number in words, "in five".
std::optional<Numeral> NumeralReader::cardinal_tail(Numeral out) const {
  const NumberRole next = role(out.last);
  if (next == NumberRole::scale || next == NumberRole::hundred) return more(out.value, out.last, false, Tail::any);
  if (next == NumberRole::dozen && !is(out.last, "score")) {
    out.bare_year = false;
    out.value *= word(out.last).value;
    ++out.last;
    return out;
  }
  take_ratio(out);
  return out;
}

std::optional<Numeral> numeral_at(std::span<const Lexeme> lexemes, std::string_view text, std::size_t at,
                                  const NumberWords& words) {
  return NumeralReader(lexemes, text, words).read(at);
}

}  // namespace sitcen::reading
