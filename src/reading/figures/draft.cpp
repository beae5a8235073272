#include "reading/figures/draft.h"

#include <algorithm>

#include "reading/figures/money.h"
#include "reading/figures/unit_words.h"

namespace sitcen::reading {
namespace {

constexpr std::size_t kNear = 8;      ///< lexemes that are looked at around a number for what it measures
constexpr double kOldest = 130;       ///< years that anybody is old
constexpr double kInchesOfFoot = 12;  ///< "5 feet 2 inches"

bool takes_unit(const FigureDraft& draft) { return draft.number.form != NumeralForm::ordinal; }

/// "%", "per cent", "percentage points".
bool read_percent(const FigureScene& scene, FigureDraft& draft) {
  const std::size_t at = unit_begin(scene, draft.number);
  const bool two_words = scene.is(at, "per") && scene.plays(at + 1, FigureRole::cent);
  const bool one_word =
      scene.plays(at, FigureRole::percent) && (scene.glued(at) || scene.all[at].text.size() > 2);  // "5pc", not "5 pc"
  if (!two_words && !one_word && !scene.is(at, "%")) return false;
  const std::size_t end = two_words ? at + 2 : at + 1;
  const bool points = scene.plays(end, FigureRole::points);
  draft.kind = FigureKind::percent;
  draft.unit = points ? "percentage point" : "%";
  draft.last = points ? end + 1 : end;
  draft.rule = "percent";
  return true;
}

/// "a percentage of 12", "per cent of 12": the share itself where nothing is counted behind it.
bool read_percent_of(const FigureScene& scene, FigureDraft& draft) {
  if (draft.first < 2 || !scene.is(draft.first - 1, "of") || scene.is_word(draft.last)) return false;
  std::size_t at = draft.first - 2;
  if (at > 0 && scene.plays(at, FigureRole::cent) && scene.is(at - 1, "per"))
    --at;
  else if (!scene.plays(at, FigureRole::percent))
    return false;
  const bool numbered = at > 0 && (scene.is_digits(at - 1) || scene.number_word(at - 1).role != NumberRole::none);
  if (numbered) return false;  // "four per cent of 12"
  draft.first = at;
  draft.kind = FigureKind::percent;
  draft.unit = "%";
  draft.rule = "percentage of";
  return true;
}

/// Behind a count of years or months: "old", "of age". \return the lexeme behind it, `at` if there is none
std::size_t old_end(const FigureScene& scene, std::size_t at) {
  const std::size_t i = scene.past_hyphen(at);
  if (scene.plays(i, FigureRole::old)) return i + 1;
  if (scene.is(at, "of") && scene.is(at + 1, "age")) return at + 2;
  return at;
}

/// "6 ft 1 in", "6 feet and 1 inch".
void add_inches(const FigureScene& scene, FigureDraft& draft) {
  if (draft.unit != "foot") return;
  const auto inches = scene.number_at(scene.is(draft.last, "and") ? draft.last + 1 : draft.last);
  if (!inches || inches->value >= kInchesOfFoot) return;
  const auto unit = simple_unit(scene, inches->last);
  if (scene.is(inches->last, "in"))
    draft.last = inches->last + 1;
  else if (unit && unit->unit->name == "inch")
    draft.last = unit->last;
  else
    return;
  draft.value += inches->value / kInchesOfFoot;
}

bool read_unit(const FigureScene& scene, FigureDraft& draft) {
  const auto words = unit_at(scene, unit_begin(scene, draft.number));
  if (!words) return false;
  draft.rule = "unit";
  switch (words->unit->dimension) {
    case Dimension::time: {
      const std::size_t old = old_end(scene, words->last);
      if (old == words->last) return false;
      draft.kind = FigureKind::age;
      draft.rule = "years old";
      draft.unit = words->unit->name;
      draft.last = old;
      return true;
    }
    case Dimension::temperature:
      draft.kind = FigureKind::temperature;
      break;
    case Dimension::degree:
      draft.kind = scene.near(draft.number.first, FigureRole::angle, kNear, kNear) ? FigureKind::quantity
                                                                                   : FigureKind::temperature;
      break;
    default:
      draft.kind = FigureKind::quantity;
      break;
  }
  draft.unit = words->unit->name;
  draft.last = words->last;
  if (words->per == nullptr) {
    draft.measure = words->unit;
    add_inches(scene, draft);
  } else {
    draft.unit += " per ";
    draft.unit += words->per->name;
  }
  return true;
}

/// "87 yo", "age 87", "aged 87", "at the age of 87".
bool read_age(const FigureScene& scene, FigureDraft& draft) {
  const std::size_t behind = draft.number.last;
  const std::size_t of = draft.first > 0 && scene.is(draft.first - 1, "of") ? 1 : 0;
  if (scene.is(behind, "yo")) {
    draft.last = behind + 1;
  } else if (scene.is(behind, "y") && scene.is(behind + 1, "/") && scene.is(behind + 2, "o")) {
    draft.last = behind + 3;
  } else if (draft.first > of && scene.plays(draft.first - 1 - of, FigureRole::age) &&
             draft.number.form == NumeralForm::cardinal && draft.value < kOldest) {
    draft.first -= 1 + of;
  } else {
    return false;
  }
  draft.kind = FigureKind::age;
  draft.unit = "year";
  draft.rule = "age";
  return true;
}

}  // namespace

bool FigureScene::near(std::size_t i, FigureRole role, std::size_t before, std::size_t behind) const {
  const auto ends = [&](std::size_t k) { return all[k].text == "." || all[k].text == "\n"; };
  for (std::size_t k = i; k > 0 && i - k < before && !ends(k - 1); --k)
    if (plays(k - 1, role)) return true;
  for (std::size_t k = i; has(k) && k - i < behind && !ends(k); ++k)
    if (plays(k, role)) return true;
  return false;
}

std::string FigureScene::joined(std::size_t first, std::size_t last, std::string_view between) const {
  std::string out;
  for (std::size_t i = first; i < last && has(i); ++i) {
    if (all[i].text == ".") continue;
    if (!out.empty() && all[i].text != "-" && !out.ends_with('-')) out += between;
    out += all[i].text;
  }
  return out;
}

std::size_t unit_begin(const FigureScene& scene, const Numeral& number) {
  const std::size_t at = scene.past_hyphen(number.last);
  // "4,5 millions d'euros"
  if (number.scaled && scene.plays(at, FigureRole::of)) {
    const bool elided = scene.is(at + 1, "'") || scene.is(at + 1, "\u2019");
    return elided ? at + 2 : at + 1;
  }
  if (!scene.is(at, "of")) return at;
  if (number.vague) return at + 1;
  const bool article = scene.is(at + 1, "a") || scene.is(at + 1, "an");
  return number.form == NumeralForm::fraction && article ? at + 2 : at;
}

std::optional<FigureDraft> number_draft(const FigureScene& scene, std::size_t at) {
  const auto number = scene.number_at(at);
  if (!number) return std::nullopt;
  FigureDraft out;
  out.first = at;
  out.last = number->last;
  out.number = *number;
  out.value = number->value;
  if (number->form == NumeralForm::ordinal) {
    out.kind = FigureKind::ordinal;
    out.rule = "ordinal";
  } else if (number->vague) {
    out.rule = "amount without a number";
  }
  return out;
}

std::optional<FigureDraft> draft_at(const FigureScene& scene, std::size_t at) {
  if (auto money = money_draft(scene, at)) return money;
  auto out = number_draft(scene, at);
  if (!out) return std::nullopt;
  if (takes_unit(*out) &&
      (read_percent(scene, *out) || read_percent_of(scene, *out) || read_money(scene, *out) || read_unit(scene, *out)))
    return out;
  read_age(scene, *out);
  return out;
}

}  // namespace sitcen::reading
