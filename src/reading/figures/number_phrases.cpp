#include <algorithm>

#include "reading/figures/numeral_reader.h"

namespace sitcen::reading {
namespace {

constexpr std::size_t kLongestShort = 3;  ///< letters of "bn", "mln": short forms that stand behind digits alone

bool counts(NumberRole role) {
  return role == NumberRole::hundred || role == NumberRole::scale || role == NumberRole::dozen;
}

bool is_small(NumberRole role) {
  return role == NumberRole::unit || role == NumberRole::teen || role == NumberRole::ten;
}

}  // namespace

std::optional<Numeral> NumeralReader::read_words(std::size_t i, Tail tail) const {
  const NumberWord first = word(i);
  switch (first.role) {
    case NumberRole::zero:
    case NumberRole::unit:
    case NumberRole::teen:
    case NumberRole::ten: {
      const double small = below_hundred(i);
      return more(small, i, true, tail);
    }
    case NumberRole::ordinal: {
      Numeral out;
      out.value = first.value;
      out.last = i + 1;
      out.form = NumeralForm::ordinal;
      out.in_words = true;
      return out;
    }
    case NumberRole::hundred:
    case NumberRole::scale:
      if (is_plural(i)) return read_vague(i);
      if (all_[i].text.size() <= kLongestShort) return std::nullopt;
      return more(1, i, true, tail);
    case NumberRole::dozen:
      return is_plural(i) ? read_vague(i) : std::nullopt;
    case NumberRole::few:
      return counts(role(is(i + 1, "of") ? i + 2 : i + 1)) ? read_vague(i) : std::nullopt;
    default:
      return std::nullopt;
  }
}

/// "a hundred", "a dozen", "a fifth of", "a quarter million", "a few hundred".
std::optional<Numeral> NumeralReader::read_article(std::size_t i) const {
  const NumberWord next = word(i + 1);
  const bool one = !is_plural(i + 1);
  switch (next.role) {
    case NumberRole::hundred:
    case NumberRole::scale:
      return one ? more(1, i + 1, true, Tail::any) : std::nullopt;
    case NumberRole::dozen: {
      if (!one) return std::nullopt;
      Numeral out;
      out.value = next.value;
      out.last = i + 2;
      out.in_words = true;
      return out;
    }
    case NumberRole::half:
      return part_with_scale(i + 1, next.value);
    case NumberRole::quarter:
      return part_follows(i + 2) ? part_with_scale(i + 1, next.value) : std::nullopt;
    case NumberRole::ordinal:
    case NumberRole::ten:
      return part_of_one(i + 1);
    case NumberRole::few:
      return read_words(i + 1, Tail::none);
    default:
      return std::nullopt;
  }
}

/// "hundreds", "tens of thousands", "several dozen", "a couple of hundred".
std::optional<Numeral> NumeralReader::read_vague(std::size_t i) const {
  Numeral out;
  out.value = 1;
  out.vague = true;
  out.in_words = true;
  if (role(i) == NumberRole::few) i = is(i + 1, "of") ? i + 2 : i + 1;
  while (counts(role(i)) && out.value <= kLargest) {
    out.value *= word(i).value;
    out.scaled = role(i) == NumberRole::scale;
    out.last = ++i;
    if (is(i, "of") && counts(role(i + 1)) && is_plural(i + 1)) ++i;
  }
  return out;
}

/// Words up to ninety-nine. \param i  moves behind them
double NumeralReader::below_hundred(std::size_t& i) const {
  const NumberWord first = word(i);
  ++i;
  if (first.role != NumberRole::ten) return first.value;
  const std::size_t next = past_hyphen(i);
  if (role(next) != NumberRole::unit) return first.value;
  i = next + 1;
  return first.value + word(next).value;
}

/// The rest of a number whose first part is read: hundreds, scales, "and", a point, an order or a part at the end.
std::optional<Numeral> NumeralReader::more(double part_value, std::size_t i, bool in_words, Tail tail) const {
  Sum sum;
  sum.current = sum.last_small = part_value;
  sum.next = i;
  take_words(sum, in_words);
  Numeral out;
  out.value = sum.total + sum.current;
  out.last = sum.next;
  out.in_words = in_words;
  out.scaled = sum.scale >= 1000 && sum.scale < kNoScale && sum.current == 0;
  if (in_words && take_point(out)) return out;
  if (take_order_or_part(out, sum)) return tail_of_part(out);
  if (tail == Tail::none) return out;
  if (take_and_part(out, out.scaled ? sum.scale : 1)) return out;
  if (out.value == 1 && in_words)
    if (auto part = part_of_unit(out)) return part;
  take_ratio(out);
  return out;
}

void NumeralReader::take_words(Sum& sum, bool in_words) const {
  for (;;) {
    if (take_multiplier(sum, in_words)) continue;
    if (role(sum.next) == NumberRole::dozen && !is(sum.next, "score")) {
      // "three hundred and two dozen": only what stands behind the "and" is counted by dozens.
      const double few = sum.after_and ? sum.last_small : sum.total + sum.current;
      sum.current = sum.total + sum.current - few + word(sum.next).value * few;
      sum.total = 0;
      ++sum.next;
      return;
    }
    if (!sum.open || !take_smaller(sum, in_words)) return;
  }
}

/// "hundred", "million" behind what is read.
bool NumeralReader::take_multiplier(Sum& sum, bool in_words) const {
  const NumberWord next = word(sum.next);
  if (std::max(sum.total, sum.current) > kLargest) return false;
  const bool short_form = in_words && has(sum.next) && all_[sum.next].text.size() <= kLongestShort;
  if (next.role == NumberRole::hundred && sum.current > 0 && (!sum.open || sum.current < next.value)) {
    sum.current *= next.value;
    sum.open = true;
  } else if (next.role == NumberRole::scale && !short_form) {
    if (sum.current == 0) {
      sum.total *= next.value;  // "three lakh crore"
    } else {
      sum.total += sum.current * next.value;
      sum.current = 0;
    }
    sum.open = true;
  } else {
    return false;
  }
  sum.scale = next.value;
  ++sum.next;
  return true;
}

/// "three hundred [and two]", "two million [three hundred] thousand".
bool NumeralReader::take_smaller(Sum& sum, bool in_words) const {
  std::size_t at = is(sum.next, "and") ? sum.next + 1 : sum.next;
  sum.after_and = at != sum.next;
  if (!smaller_part(at, sum.scale, sum.after_and, in_words)) {
    sum.after_and = false;
    return false;
  }
  sum.before_small = sum.total + sum.current;
  sum.last_small = is_digits(at) ? all_[at++].value : below_hundred(at);
  sum.current += sum.last_small;
  sum.open = false;
  sum.next = at;
  if (role(at) == NumberRole::hundred || role(at) == NumberRole::scale) {
    sum.total += sum.current - sum.last_small;
    sum.current = sum.last_small;
    sum.after_and = false;
  }
  return true;
}

/// Whether lexeme `i` can go on a number whose last word was of that scale.
bool NumeralReader::smaller_part(std::size_t i, double scale, bool behind_and, bool in_words) const {
  if (is_digits(i)) {
    if (!is_whole(i) || in_words || all_[i].value >= scale) return false;
    const NumberRole behind = role(i + 1);
    return behind_and ? scale <= 100 && behind != NumberRole::scale
                      : behind == NumberRole::hundred || behind == NumberRole::scale;
  }
  if (!is_small(role(i))) return false;
  // "nine million and a half" and "two hundred and one third" are parts, "fifty million and two thirds" too.
  std::size_t end = i;
  below_hundred(end);
  const std::size_t behind = past_hyphen(end);
  if (part(behind).role != NumberRole::none && scale >= 1000) return false;
  if (role(behind) == NumberRole::quarter || role(behind) == NumberRole::half) return false;
  const bool larger = role(end) == NumberRole::scale && word(end).value >= scale;
  return !behind_and || !larger;
}

/// "point zero three".
bool NumeralReader::take_point(Numeral& out) const {
  if (role(out.last) != NumberRole::point) return false;
  double step = 0.1;
  double fraction = 0;
  std::size_t i = out.last + 1;
  for (;; ++i) {
    const NumberWord digit = word(i);
    if (digit.role == NumberRole::zero || digit.role == NumberRole::unit) {
      fraction += digit.value * step;
      step /= 10;
    } else if (digit.role == NumberRole::teen || digit.role == NumberRole::ten) {
      fraction += digit.value * step / 10;
      step /= 100;
    } else {
      break;
    }
  }
  if (i == out.last + 1) return false;
  out.value += fraction;
  out.last = i;
  take_scales(out);
  return true;
}

}  // namespace sitcen::reading
