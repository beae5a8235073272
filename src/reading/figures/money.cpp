#include "reading/figures/money.h"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace sitcen::reading {
namespace {

constexpr std::size_t kLongestName = 6;  ///< lexemes of "u.s. dollars"
constexpr std::size_t kLongestWord = 4;  ///< letters of a word that is part of a sign: "mex$"
constexpr std::size_t kNearMoney = 12;   ///< lexemes that are looked at for a price

/// Words or signs of money: lexemes up to `last`.
struct MoneyWords {
  std::size_t last = 0;
  Currency currency;
  double factor = 1;  ///< "30 MUSD"
};

bool capitals(std::string_view word) {
  return std::ranges::all_of(word, [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// "USD", and "MUSD" for millions of them.
std::optional<MoneyWords> code_at(const FigureScene& scene, std::size_t at) {
  if (!scene.is_word(at)) return std::nullopt;
  const std::string_view word = scene.original(at, at + 1);
  if (const auto currency = scene.tables.currencies.code(word)) return MoneyWords{at + 1, *currency, 1};
  if (word.size() == 4 && word[0] == 'M' && capitals(word))
    if (const auto currency = scene.tables.currencies.code(word.substr(1))) return MoneyWords{at + 1, *currency, 1e6};
  return std::nullopt;
}

/// A single letter in front of "$" is an article or the end of "it's" unless it is a capital right at the sign.
bool may_be_prefix(const FigureScene& scene, std::size_t at) {
  const std::string_view word = scene.original(at, at + 1);
  if (word.size() > 1 || scene.is(at + 1, ".")) return true;
  return word == "c" || (scene.glued(at + 1) && capitals(word));
}

/// The sign that begins there: "u.s. $", "hk $", "€", "Rs".
std::optional<MoneyWords> sign_at(const FigureScene& scene, std::size_t at) {
  const Currencies& currencies = scene.tables.currencies;
  const auto found = [](std::size_t last, const std::optional<Currency>& currency) {
    return currency ? std::optional(MoneyWords{last, *currency, 1}) : std::nullopt;
  };
  if (!scene.has(at) || scene.is_digits(at)) return std::nullopt;
  if (!scene.is_word(at)) return found(at + 1, currencies.sign(scene.all[at].text));
  if (scene.all[at].text.size() > kLongestWord) return std::nullopt;
  if (const auto word = currencies.sign(scene.all[at].text))  // "Rs. 500"
    return found(scene.is(at + 1, ".") && scene.glued(at + 1) ? at + 2 : at + 1, word);
  for (std::size_t i = at + 1; i < at + kLongestName && scene.has(i) && !scene.is_digits(i); ++i) {
    if (scene.is(i, ".")) continue;
    if (!scene.is_word(i))
      return may_be_prefix(scene, at) ? found(i + 1, currencies.sign(scene.joined(at, i + 1, ""))) : std::nullopt;
    if (scene.all[i].text.size() > 1 || !scene.is(i - 1, ".")) return std::nullopt;  // "u.s.", no other words
  }
  return std::nullopt;
}

std::optional<MoneyWords> money_before(const FigureScene& scene, std::size_t at) {
  if (auto sign = sign_at(scene, at)) return sign;
  return code_at(scene, at);
}

/// "dollars", "Swiss francs", "€", "USD" behind a number.
/// \param at       the first lexeme behind it
/// \param number   it: of two meanings ("pounds") its size and what stands near decide
std::optional<MoneyWords> money_behind(const FigureScene& scene, std::size_t at, const Numeral& number) {
  if (!scene.has(at)) return std::nullopt;
  const Currencies& currencies = scene.tables.currencies;
  if (auto sign = currencies.sign(scene.all[at].text); sign && !sign->is_word) return MoneyWords{at + 1, *sign, 1};
  if (auto code = code_at(scene, at)) return code;
  std::optional<MoneyWords> out;
  for (std::size_t last = at + 1; last <= at + kLongestName && last <= scene.all.size(); ++last) {
    const Lexeme& lexeme = scene.all[last - 1];
    if (lexeme.text == "." && last > at + 1) continue;
    if (lexeme.kind != LexemeKind::word && last > at + 1) break;
    if (const auto currency = currencies.named(scene.joined(at, last))) out = MoneyWords{last, *currency, 1};
    if (lexeme.kind != LexemeKind::word) break;
  }
  if (!out || !out->currency.is_word || number.scaled) return out;
  return scene.near(at, FigureRole::price, kNearMoney, kNearMoney) ? out : std::nullopt;
}

void set_money(FigureDraft& draft, const Currency& currency, double factor, std::string_view rule) {
  draft.kind = FigureKind::money;
  draft.value *= factor;
  draft.subunit = !currency.part.empty();
  draft.unit = draft.subunit ? currency.part : currency.code;
  draft.rule = rule;
}

/// "13 dollars 45 cents", "15 dollars and 50.": what is left of one unit.
void add_cents(const FigureScene& scene, FigureDraft& draft, std::string_view code) {
  if (draft.subunit || draft.number.scaled) return;
  const bool joined = scene.is(draft.last, "and");
  const std::size_t at = joined ? draft.last + 1 : draft.last;
  const auto cents = scene.number_at(at);
  if (!cents || cents->form != NumeralForm::cardinal || cents->value >= 100 || cents->value < 1 ||
      cents->value != std::floor(cents->value))
    return;
  if (const auto part = money_behind(scene, cents->last, *cents)) {
    if (part->currency.code != code || part->currency.part.empty()) return;
    draft.value += cents->value / part->currency.parts;
    draft.last = part->last;
    return;
  }
  const bool ends =
      !scene.has(cents->last) || (scene.all[cents->last].kind == LexemeKind::symbol && !scene.is(cents->last, "%") &&
                                  !scene.is(cents->last, "-") && !scene.is(cents->last, ":"));
  if (!ends) return;
  draft.value += cents->value / 100;
  draft.last = cents->last;
}

/// Lower-case m right behind digits is a million where money is meant: "$15m".
void take_million(const FigureScene& scene, FigureDraft& draft) {
  Numeral& number = draft.number;
  if (!scene.is(number.last, "m") || number.scaled || !scene.is_digits(number.last - 1)) return;
  number.value *= 1e6;
  draft.value = number.value;
  number.scaled = true;
  ++number.last;
  draft.last = number.last;
}

}  // namespace

std::optional<FigureDraft> money_draft(const FigureScene& scene, std::size_t at) {
  const auto before = money_before(scene, at);
  if (!before || (!scene.is_digits(before->last) && !scene.glued(before->last))) return std::nullopt;
  auto out = number_draft(scene, before->last);
  if (!out || out->number.form == NumeralForm::ordinal) return std::nullopt;
  if (before->currency.is_word && !out->number.scaled) return std::nullopt;
  out->first = at;
  take_million(scene, *out);
  set_money(*out, before->currency, before->factor, "sign of money");
  const std::size_t unit = scene.past_hyphen(out->last);
  // "USD 23 billion dollars", "$ 10 dollars": the same said twice.
  if (const auto behind = money_behind(scene, unit, out->number);
      behind && behind->currency.code == before->currency.code && behind->currency.part.empty() &&
      scene.is_word(unit) && before->last < unit)
    out->last = behind->last;
  // "$10-million", "$1.5-trillion".
  const NumberWord scale = scene.number_word(unit);
  if (unit != out->last && scale.role == NumberRole::scale) {
    out->value *= scale.value;
    out->number.scaled = true;
    out->last = unit + 1;
  }
  add_cents(scene, *out, before->currency.code);
  return out;
}

bool read_money(const FigureScene& scene, FigureDraft& draft) {
  std::size_t at = unit_begin(scene, draft.number);
  const bool million = scene.is(at, "m") && scene.is_digits(at - 1);
  if (million) ++at;
  const auto words = money_behind(scene, at, draft.number);
  if (!words) return false;
  if (words->currency.part.empty() && scene.is_digits(words->last) && scene.glued(words->last))
    return false;  // "50 $20 notes", "3 USD50 cards": the sign belongs to what follows
  if (million) take_million(scene, draft);
  draft.last = words->last;
  set_money(draft, words->currency, words->factor, "name of money");
  // "75 USD million".
  const NumberWord scale = scene.number_word(draft.last);
  if (scale.role == NumberRole::scale && !draft.number.scaled && scene.all[draft.last].text.size() > 2 &&
      !scene.all[draft.last].text.ends_with('s')) {
    draft.value *= scale.value;
    draft.number.scaled = true;
    ++draft.last;
  }
  add_cents(scene, draft, words->currency.code);
  return true;
}

}  // namespace sitcen::reading
