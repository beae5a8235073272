#include <algorithm>

#include "reading/figures/draft.h"

namespace sitcen::reading {
namespace {

constexpr std::size_t kNearRange = 10;   ///< lexemes in front of "from" that are looked at for a verb of change
constexpr std::size_t kNearChange = 20;  ///< and for another "from" that has one

bool is_dash(const FigureScene& scene, std::size_t i) {
  return scene.is(i, "-") || scene.is(i, "–") || scene.is(i, "—");
}

bool changes_near(const FigureScene& scene, std::size_t at) {
  for (std::size_t i = at; i > 0 && at - i < kNearRange; --i) {
    if (scene.plays(i - 1, FigureRole::change)) return true;
    if (scene.is(i - 1, ".")) return false;
  }
  return false;
}

/// "rose from 10 to 20", and what is told in one breath with it: "and that of the port from 3 to 5".
bool changes(const FigureScene& scene, std::size_t at) {
  if (changes_near(scene, at)) return true;
  for (std::size_t i = at - 1; i > 0 && at - i < kNearChange; --i) {
    if (scene.is(i - 1, ".")) return false;
    if (scene.plays(i - 1, FigureRole::from) && draft_at(scene, i)) return changes_near(scene, i);
  }
  return false;
}

bool may_be_years(const FigureDraft& draft) {
  return draft.number.bare_year && draft.unit.empty() && draft.value >= 1000 && draft.value < 2200;
}

/// "more than 30 and less than 40": two bounds that close a range.
std::optional<FigureDraft> two_bounds(const FigureScene& scene, const FigureDraft& low) {
  std::size_t at = low.last;
  if (scene.is(at, ",")) ++at;
  if (scene.is(at, "and")) ++at;
  if (at == low.last) return std::nullopt;
  const Approximation first = approximation(scene, low);
  const bool low_bound = first.approx == "more_than" || first.approx == "at_least";
  const bool high_bound = first.approx == "less_than" || first.approx == "at_most";
  if (!low_bound && !high_bound) return std::nullopt;
  for (std::size_t i = at + 1; i <= at + Approximators::kMostWords && scene.has(i); ++i) {
    const std::string_view approx = scene.tables.approximators.before(scene.joined(at, i));
    if (approx.empty()) continue;
    const auto other = draft_at(scene, i);
    if (!other || other->number.form == NumeralForm::ordinal) continue;
    const bool closes =
        low_bound ? approx == "less_than" || approx == "at_most" : approx == "more_than" || approx == "at_least";
    const double from = low_bound ? low.value : other->value;
    const double to = low_bound ? other->value : low.value;
    if (!closes || from >= to || (!low.unit.empty() && low.unit != other->unit)) continue;
    FigureDraft out = *other;
    out.first = first.first;
    out.low = from;
    out.high = to;
    out.rule = "two bounds";
    return out;
  }
  return std::nullopt;
}

/// "5-10 million", "$5 to $10 billion": the scale is said once. \return the lower end
double lower_end(const FigureDraft& low, const FigureDraft& high) {
  if (!high.number.scaled || low.number.scaled || low.value >= 1000 || high.value <= low.value ||
      low.number.last != low.last)
    return low.value;
  for (const double scale : {1e12, 1e9, 1e6, 1e3})
    if (high.value >= scale && low.value * scale < high.value) return low.value * scale;
  return low.value;
}

/// "aged 20 to 30": the word stands in front of the first alone.
bool same_measure(const FigureDraft& low, const FigureDraft& high) {
  if (low.kind == FigureKind::age && low.first != low.number.first) return high.unit.empty() || high.unit == low.unit;
  if (low.kind == FigureKind::age) return low.unit == high.unit;
  return low.unit.empty() || low.unit == high.unit;
}

/// "2014-2020": two years, not a range of numbers.
bool are_years(const FigureScene& scene, const FigureDraft& low, const FigureDraft& high) {
  if (!low.unit.empty() || !high.unit.empty() || !(may_be_years(low) || may_be_years(high))) return false;
  return scene.all[low.last].text != "–" && high.value - low.value <= 200;
}

/// \return the lexeme of "between" in front of the lower end, `low.first` if there is none
std::size_t between_at(const FigureScene& scene, const FigureDraft& low) {
  if (low.first > 0 && scene.plays(low.first - 1, FigureRole::between)) return low.first - 1;
  if (low.first > 1 && scene.is(low.first - 1, "the") && scene.plays(low.first - 2, FigureRole::between))
    return low.first - 2;
  return low.first;
}

}  // namespace

std::optional<FigureDraft> range_from(const FigureScene& scene, const FigureDraft& low) {
  if (low.number.vague) return std::nullopt;
  if (auto bounds = two_bounds(scene, low)) return bounds;
  const std::size_t at = low.last;
  const std::size_t first = between_at(scene, low);
  const bool between = first != low.first;
  const bool dash = is_dash(scene, at);
  const bool to = scene.plays(at, FigureRole::to);
  if (!dash && !to && !(between && scene.is(at, "and"))) return std::nullopt;
  if (dash && scene.glued(at) != scene.glued(at + 1)) return std::nullopt;  // "10 -20" and "10- 20" are no ranges
  if (low.number.form == NumeralForm::ordinal && !between) return std::nullopt;
  const auto high = draft_at(scene, between && scene.is(at + 1, "the") ? at + 2 : at + 1);
  if (!high || high->number.form != low.number.form || high->subunit != low.subunit || high->number.vague ||
      high->is_range())
    return std::nullopt;
  if (!same_measure(low, *high) || (dash && are_years(scene, low, *high))) return std::nullopt;
  if (dash && high->unit.empty() && scene.near(low.first, FigureRole::score, kNearRange, kNearRange))
    return std::nullopt;
  const double from = lower_end(low, *high);
  if (from >= high->value) return std::nullopt;
  const bool has_from = low.first > 0 && scene.plays(low.first - 1, FigureRole::from);
  if (to && has_from && changes(scene, low.first)) return std::nullopt;  // "rose from 10 to 20"
  FigureDraft out = *high;
  out.first = has_from && to ? low.first - 1 : first;
  out.low = from;
  out.high = high->value;
  out.rule = "range";
  if (low.kind == FigureKind::age ||
      (between && out.unit.empty() && first > 0 && scene.plays(first - 1, FigureRole::age))) {
    out.kind = FigureKind::age;
    out.unit = "year";
  }
  if (out.unit.empty()) out.kind = FigureKind::range;
  return out;
}

namespace {

/// Words or a sign right in front: "more than", ">".
Approximation in_front(const FigureScene& scene, const FigureDraft& draft) {
  Approximation out{draft.first, draft.last, {}};
  if (draft.first == 0) return out;
  if (scene.is_word(draft.first - 1) && scene.tables.approximators.ends(scene.all[draft.first - 1].text)) {
    for (std::size_t n = std::min(Approximators::kMostWords, draft.first); n > 0; --n) {
      if (!scene.is_word(draft.first - n)) continue;
      const std::string_view found = scene.tables.approximators.before(scene.joined(draft.first - n, draft.first));
      if (!found.empty()) return {draft.first - n, draft.last, found};
    }
  }
  const bool alone = draft.first == 1 || !scene.glued(draft.first - 1) || scene.is_word(draft.first - 2);
  if (!scene.glued(draft.first) || !alone) return out;
  const std::string_view sign = scene.tables.approximators.before(scene.all[draft.first - 1].text);
  return sign.empty() ? out : Approximation{draft.first - 1, draft.last, sign};
}

}  // namespace

Approximation approximation(const FigureScene& scene, const FigureDraft& draft) {
  Approximation out = in_front(scene, draft);
  if (!scene.is_word(draft.last) || !scene.tables.approximators.begins(scene.all[draft.last].text)) return out;
  for (std::size_t n = Approximators::kMostWordsBehind; n > 1; --n) {
    if (!scene.is_word(draft.last + n - 1)) continue;
    const std::string_view found = scene.tables.approximators.behind(scene.joined(draft.last, draft.last + n));
    if (found.empty()) continue;
    out.last = draft.last + n;
    out.approx = found;  // "equal to 700 or more": what stands behind says it last
    return out;
  }
  return out;
}

}  // namespace sitcen::reading
