#include <algorithm>
#include <cmath>

#include "reading/figures/numeral_reader.h"

namespace sitcen::reading {
namespace {

constexpr double kMostOf = 100;  ///< "90 in 100": no ratio counts more than that

}  // namespace

/// "half a million", "half million", "half of".
std::optional<Numeral> NumeralReader::read_half(std::size_t i) const {
  const bool article = is_article(i + 1);
  const std::size_t next = article ? i + 2 : i + 1;
  Numeral out;
  out.value = word(i).value;
  out.last = next;
  out.form = NumeralForm::fraction;
  out.in_words = true;
  if (role(next) == NumberRole::scale || role(next) == NumberRole::dozen) {
    out.value *= word(next).value;
    out.last = next + 1;
    out.scaled = true;
    return out;
  }
  if (!article && !is(i + 1, "of")) return std::nullopt;
  return out;
}

/// A half or a quarter, of a million if that follows.
std::optional<Numeral> NumeralReader::part_with_scale(std::size_t i, double value) const {
  Numeral out;
  out.value = value;
  out.last = i + 1;
  out.form = NumeralForm::fraction;
  out.in_words = true;
  return tail_of_part(out);
}

/// "a fifth": what comes behind decides whether it is a part.
std::optional<Numeral> NumeralReader::part_of_one(std::size_t i) const {
  if (is(i, "second")) return std::nullopt;
  double denominator = 0;
  std::size_t last = 0;
  if (!order(i, denominator, last) || !part_follows(last)) return std::nullopt;
  Numeral out;
  out.value = 1 / denominator;
  out.last = last;
  out.form = NumeralForm::fraction;
  out.in_words = true;
  return tail_of_part(out);
}

/// A noun behind "a third" makes it an ordinal; "of", a stop, a scale make it a part.
bool NumeralReader::part_follows(std::size_t i) const {
  if (!is_word(i) && !is_digits(i)) return true;
  return is(i, "of") || is(i, "and") || role(i) == NumberRole::scale || is(i, "to") || is(i, "in") || is(i, "from");
}

/// "three fifths of a million", "three quarters million".
Numeral NumeralReader::tail_of_part(Numeral out) const {
  std::size_t i = out.last;
  if (is(i, "of") && (is_article(i + 1) || is(i + 1, "one")) && role(i + 2) == NumberRole::scale) i += 2;
  if (role(i) == NumberRole::scale) {
    out.value *= word(i).value;
    out.last = i + 1;
    out.scaled = true;
  }
  return out;
}

/// "third", "twenty-first", "hundredth": a whole number in order.
bool NumeralReader::order(std::size_t i, double& value, std::size_t& last) const {
  double tens = 0;
  if (role(i) == NumberRole::ten) {
    tens = word(i).value;
    i = past_hyphen(i + 1);
    if (word(i).value >= 10) return false;
  }
  if (role(i) != NumberRole::ordinal) return false;
  value = tens + word(i).value;
  last = i + 1;
  return true;
}

/// "twenty-fifth", "two hundredth" (an order), "five eighths", "one third", "three quarters" (a part).
bool NumeralReader::take_order_or_part(Numeral& out, const Sum& sum) const {
  const double whole = sum.after_and ? sum.before_small : 0;
  const double numerator = sum.after_and ? sum.last_small : out.value;
  const std::size_t i = past_hyphen(out.last);
  double denominator = 0;
  if (role(i) == NumberRole::quarter || (role(i) == NumberRole::half && numerator >= 1)) {
    if (!out.in_words || (numerator != 1 && !is_plural(i))) return false;
    denominator = 1 / word(i).value;
  } else if (const NumberWord parts = part(i); parts.role != NumberRole::none) {
    denominator = parts.value;
  } else {
    return take_order(out, sum, whole, numerator);
  }
  out.value = whole + numerator / denominator;
  out.form = NumeralForm::fraction;
  out.scaled = false;
  out.last = i + 1;
  return true;
}

bool NumeralReader::take_order(Numeral& out, const Sum& sum, double whole, double numerator) const {
  const std::size_t i = past_hyphen(out.last);
  const NumberWord last = word(i);
  if (last.role != NumberRole::ordinal || !out.in_words) return false;
  const bool has_scale = sum.scale < kNoScale;
  const double below_100 = std::fmod(out.value, 100);
  if (last.value >= 100) {
    const bool multiplies = !has_scale || last.value > sum.scale;  // "two hundredth", "two hundred thousandth"
    out.value = multiplies ? out.value * last.value : out.value + last.value;
  } else if ((below_100 >= 20 && std::fmod(below_100, 10) == 0 && last.value < 10) ||
             (has_scale && last.value < sum.scale && below_100 == 0)) {
    out.value += last.value;
  } else {
    if (numerator != 1 || is(i, "second") || is(i, "first")) return false;
    out.value = whole + 1 / last.value;  // "one third"
    out.form = NumeralForm::fraction;
    out.last = i + 1;
    return true;
  }
  out.form = NumeralForm::ordinal;
  out.last = i + 1;
  return true;
}

/// "one twenty-fifth".
std::optional<Numeral> NumeralReader::part_of_unit(const Numeral& one) const {
  double denominator = 0;
  std::size_t last = 0;
  const std::size_t i = past_hyphen(one.last);
  if (role(i) != NumberRole::ten || !order(i, denominator, last)) return std::nullopt;
  Numeral out = one;
  out.value = 1 / denominator;
  out.form = NumeralForm::fraction;
  out.last = last;
  return tail_of_part(out);
}

/// "a half", "a fifth", "three fifths", "a quarter million".
std::optional<Numeral> NumeralReader::part_behind_and(std::size_t i) const {
  if (!is_article(i)) return read_words(i, Tail::none);
  if (role(i + 1) == NumberRole::half || role(i + 1) == NumberRole::quarter)
    return part_with_scale(i + 1, word(i + 1).value);
  return role(i + 1) == NumberRole::ordinal ? part_of_one(i + 1) : std::nullopt;
}

/// "two and a half", "six million and two thirds", "two and a half million".
bool NumeralReader::take_and_part(Numeral& out, double scale) const {
  if (!is(out.last, "and")) return false;
  const std::optional<Numeral> part = part_behind_and(out.last + 1);
  if (!part || part->form != NumeralForm::fraction) return false;
  if (part->scaled && scale == 1 && part->value > out.value) {
    out.value = out.value * word(part->last - 1).value + part->value;
    out.scaled = true;
  } else if (part->scaled ? part->value < out.value : part->value < 1) {
    out.value += part->scaled ? part->value : part->value * scale;
  } else {
    return false;
  }
  out.last = part->last;
  return true;
}

/// "one in five", "two out of three", "one over three"; not "one in five years", "3 in 2009".
void NumeralReader::take_ratio(Numeral& out) const {
  if (out.form != NumeralForm::cardinal || out.scaled || out.value < 1 || out.value != std::floor(out.value)) return;
  std::size_t i = out.last;
  if (is(i, "over") || is(i, "in"))
    i += 1;
  else if (is(i, "out") && is(i + 1, "of"))
    i += 2;
  else
    return;
  if (is_digits(i) && (!is_whole(i) || all_[i].span.size() == 4)) return;
  Numeral of;
  of.value = all_[std::min(i, all_.size() - 1)].value;
  of.last = i + 1;
  if (!is_digits(i)) {
    const auto words = read_words(i, Tail::none);
    if (!words || words->form != NumeralForm::cardinal || words->vague) return;
    of = *words;
  }
  if (of.value < 2 || of.value <= out.value || out.value > kMostOf) return;
  if (role(of.last) == NumberRole::period) return;
  out.value /= of.value;
  out.last = of.last;
  out.form = NumeralForm::fraction;
}

}  // namespace sitcen::reading
