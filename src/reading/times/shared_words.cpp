#include "reading/times/shared_words.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "reading/times/time_forms.h"

namespace sitcen::reading {
namespace {

using F = TimeField;

constexpr std::size_t kLongestNumber = 3;  ///< lexemes: "twenty-five"

/// A text in which a number may lean on a time beside it.
struct Leaning {
  const TimeScene& scene;
  const Tree& tree;
  const TimeGuides& guides;

  [[nodiscard]] bool plays(std::size_t at, GuideRole role) const {
    return scene.has(at) && !scene.begins_line(at) && guides.plays(scene.all[at].text, role);
  }
  [[nodiscard]] bool is_and(std::size_t at) const { return plays(at, GuideRole::with) || plays(at, GuideRole::either); }
  /// "and", "or", and "to" where it hangs on the words before: what "rose on 3 May to 7" leads to is no day.
  [[nodiscard]] bool is_link(std::size_t at, std::size_t first) const {
    if (is_and(at)) return true;
    if (!plays(at, GuideRole::to)) return false;
    return scene.is_symbol(at) || opens_stretch(first) || hangs_within(at, first, at);
  }
  [[nodiscard]] bool opens_stretch(std::size_t first) const {
    return first > 0 && (plays(first - 1, GuideRole::from) || plays(first - 1, GuideRole::between));
  }
  /// Whether what stands at `at` hangs on a word from `first` to `last`: it counts no other thing ("and 30 people").
  [[nodiscard]] bool hangs_within(std::size_t at, std::size_t first, std::size_t last) const {
    const std::uint32_t head = tree.head(scene.token_of[at]);
    return head >= scene.token_of[first] && head <= scene.token_of[last];
  }
  [[nodiscard]] std::optional<FormMatch> day(std::size_t at) const {
    if (!scene.is_digits(at) || scene.begins_line(at)) return std::nullopt;
    const auto plain = form_at(scene, FormClass::day, at);
    return plain ? plain : form_at(scene, FormClass::day_ordinal, at);
  }
  /// "24" and "24th" at the end of a time.
  [[nodiscard]] bool ends_in_day(const TimeMatch& match) const {
    for (std::size_t at = match.last - 1; at + 2 >= match.last && at > match.first; --at)
      if (const auto found = day(at)) return found->last == match.last;
    return false;
  }
};

std::size_t before(std::size_t at) { return at > 0 ? at - 1 : 0; }

/// A day of a month and no finer: what may lend its month to a day beside it.
bool lends_month(const TimeSpec& spec) {
  if (!spec.has(F::month) || !spec.has(F::day)) return false;
  return std::ranges::none_of(
      std::array{F::year2, F::base, F::hour, F::part, F::weekday, F::week, F::weekend, F::mod, F::kind},
      [&](F field) { return spec.has(field); });
}

TimeMatch number_as(const TimeMatch& of, F field, std::size_t at, const FormMatch& number) {
  TimeMatch out;
  out.begin = out.first = at;
  out.end = out.last = number.last;
  out.spec = of.spec;
  out.spec.set(field, number.value);
  return out;
}

/// "April 24, 25 and 26": a day behind `last`, which names the month or leans on `first`, which does.
std::optional<TimeMatch> day_behind(const Leaning& l, const TimeMatch& first, const TimeMatch& last) {
  std::size_t at = last.last;
  const bool comma = l.scene.is(at, ",");
  if (comma) ++at;
  const bool link = l.is_link(at, first.first);
  if (link) ++at;
  const auto day = comma || link ? l.day(at) : std::nullopt;
  if (!day) return std::nullopt;
  const bool dash = l.scene.is_symbol(at - 1) && link && l.scene.glued(at - 1) && l.scene.glued(at);  // "June 7-9"
  if (!dash && !l.hangs_within(at, before(first.first), at - 1)) return std::nullopt;
  return number_as(first, F::day, at, *day);
}

/// "24 and 25 April": a day in front of another of its month.
std::optional<TimeMatch> day_in_front(const Leaning& l, const TimeMatch& match) {
  if (match.first < 2 || !l.scene.is_digits(match.first) || l.scene.begins_line(match.first)) return std::nullopt;
  for (std::size_t at = match.first - 2; at + 3 >= match.first; --at) {  // "24", "24th"
    const auto day = l.day(at);
    if (day && day->last == match.first - 1)
      return l.is_link(day->last, at) && l.hangs_within(at, before(before(at)), match.last - 1)
                 ? std::optional(number_as(match, F::day, at, *day))
                 : std::nullopt;
    if (at == 0) break;
  }
  return std::nullopt;
}

/// "20 to 30 minutes": a number in front of one that counts units of time.
std::optional<TimeMatch> number_in_front(const Leaning& l, const TimeMatch& match) {
  const TimeSpec& spec = match.spec;
  if (!spec.is(F::kind, static_cast<std::int32_t>(SpecKind::duration)) || match.first < 2) return std::nullopt;
  if (spec.has(F::unit2) || spec.has(F::mod) || spec.has(F::rel)) return std::nullopt;
  const auto counted = form_at(l.scene, FormClass::number, match.first);
  if (!counted || counted->value != spec.get(F::amount, 0) || l.scene.begins_line(match.first)) return std::nullopt;
  for (std::size_t size = 1; size <= kLongestNumber && size < match.first; ++size) {
    const std::size_t at = match.first - 1 - size;
    const auto number = form_at(l.scene, FormClass::number, at);
    if (!number || number->last != match.first - 1) continue;
    const bool link = l.is_and(number->last) || l.plays(number->last, GuideRole::to);
    const bool leans = link && l.hangs_within(at, at, match.last - 1);
    if (!leans || number->value >= counted->value) return std::nullopt;
    return number_as(match, F::amount, at, *number);
  }
  return std::nullopt;
}

/// "9 to 11 a.m.": the hour in front of another has its half of the day, or the other where it would be the later one.
std::optional<TimeMatch> hour_in_front(const Leaning& l, const TimeMatch& match) {
  const TimeSpec& spec = match.spec;
  if (!spec.has(F::hour) || !spec.has(F::half_day) || match.first < 2 || !l.scene.is_digits(match.first))
    return std::nullopt;
  const std::size_t at = match.first - 2;
  if (!l.is_and(at + 1) && !l.plays(at + 1, GuideRole::to)) return std::nullopt;
  if (l.scene.begins_line(match.first) || !l.hangs_within(at, before(before(at)), match.last - 1)) return std::nullopt;
  for (const FormClass form : {FormClass::hour, FormClass::clock, FormClass::point_clock}) {
    const auto hour = form_at(l.scene, form, at);
    if (!hour || hour->last != at + 1) continue;
    TimeMatch out = number_as(match, F::hour, at, *hour);
    if (form != FormClass::hour) out.spec = spec;
    if (form == FormClass::hour) out.spec.drop(F::minute);
    out.spec.merge(hour->spec);
    const int first = out.spec.at(F::hour), second = spec.at(F::hour);
    if (first < 1 || first > 12 || second > 12) return std::nullopt;
    if (first % 12 > second % 12) out.spec.set(F::half_day, 1 - spec.at(F::half_day));
    return out;
  }
  return std::nullopt;
}

/// "Wednesday and Thursday nights": every Wednesday night too.
void share_nights(const Leaning& l, TimeMatch& match, const TimeMatch& next) {
  if (!next.spec.is(F::kind, static_cast<std::int32_t>(SpecKind::set)) || !next.spec.has(F::part)) return;
  if (!match.spec.has(F::weekday) || match.last != match.first + 1) return;
  if (next.first != match.last + 1 || !l.is_and(match.last)) return;
  const std::int32_t weekday = match.spec.at(F::weekday);
  match.spec = next.spec;
  match.spec.set(F::weekday, weekday);
}

/// "April 6 and 7, 2031": the year of all that stand from `from` on.
/// \return whether `next` is that year
bool takes_year(const TimeScene& scene, std::vector<TimeMatch>& out, std::size_t from, const TimeMatch& next) {
  const std::size_t at = scene.is(out.back().last, ",") ? out.back().last + 1 : out.back().last;
  if (next.first != at || next.last != at + 1 || !next.spec.has(F::year) || next.spec.has(F::month)) return false;
  for (std::size_t i = from; i < out.size(); ++i) out[i].spec.set(F::year, next.spec.at(F::year));
  out.back().last = out.back().end = next.last;
  return true;
}

}  // namespace

void add_shared_words(const TimeScene& scene, const Tree& tree, const TimeGuides& guides,
                      std::vector<TimeMatch>& matches) {
  const Leaning l{scene, tree, guides};
  std::vector<TimeMatch> out;
  out.reserve(matches.size());
  for (std::size_t i = 0; i < matches.size(); ++i) {
    TimeMatch& match = matches[i];
    if (i + 1 < matches.size()) share_nights(l, match, matches[i + 1]);
    const bool lends = lends_month(match.spec);
    auto front = lends ? day_in_front(l, match) : number_in_front(l, match);
    if (!front) front = hour_in_front(l, match);
    if (front && (out.empty() || out.back().last <= front->first)) out.push_back(*front);
    const std::size_t from = out.size();
    out.push_back(match);
    if (!lends || !l.ends_in_day(match)) continue;
    const bool last = i + 1 == matches.size();
    const std::size_t end = last ? scene.all.size() : matches[i + 1].first;
    for (auto next = day_behind(l, match, match); next && next->last <= end; next = day_behind(l, match, *next))
      out.push_back(*next);
    if (!last && out.size() > from + 1 && takes_year(scene, out, from, matches[i + 1])) ++i;
  }
  matches = std::move(out);
}

}  // namespace sitcen::reading
