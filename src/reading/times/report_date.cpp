#include "reading/times/report_date.h"

#include <string>
#include <string_view>

#include "reading/times/calendar.h"

namespace sitcen::reading {
namespace {

using F = TimeField;

constexpr std::uint32_t kHead = 1500;         ///< bytes in which a report gives its date
constexpr std::size_t kLongestDateline = 14;  ///< lexemes in front of a dateline's date
constexpr std::size_t kLongestLabel = 6;      ///< lexemes from the word "posted" to the date

enum class DatePlace { none, line, dateline, label };

std::size_t line_begin(const TimeScene& scene, std::size_t at) {
  while (at > 0 && !scene.begins_line(at)) --at;
  return at;
}

bool ends_line(const TimeScene& scene, std::size_t at) { return !scene.has(at) || scene.begins_line(at); }

/// Nothing but marks from `at` to the end of the line, which is near.
bool only_marks(const TimeScene& scene, std::size_t at) {
  for (std::size_t i = at; i < at + kLongestLabel; ++i) {
    if (ends_line(scene, i)) return true;
    if (!scene.is_symbol(i)) return false;
  }
  return false;
}

bool is_dash(const TimeScene& scene, std::size_t at) {
  return scene.is(at, "-") || scene.is(at, "\u2013") || scene.is(at, "\u2014");
}

DatePlace place_of(const TimeScene& scene, const TimeGrammar& grammar, const TimeMatch& match) {
  const std::size_t begin = line_begin(scene, match.first);
  if (match.first - begin > kLongestDateline) return DatePlace::none;
  bool names = match.first > begin;
  for (std::size_t i = match.first; i-- > begin;) {
    const bool near = match.first - i <= kLongestLabel;
    if (near && scene.is_word(i) && grammar.labels_date(scene.all[i].text)) return DatePlace::label;
    names = names && (scene.is_symbol(i) || scene.is_capital(i));
  }
  if (match.first == begin && only_marks(scene, match.last)) return DatePlace::line;
  if (!names) return DatePlace::none;
  if (only_marks(scene, match.last)) return DatePlace::line;  // "TARN, Estonia, 10 March 2031" on a line of its own
  for (std::size_t i = match.last; i < match.last + kLongestLabel && !ends_line(scene, i); ++i) {
    if (is_dash(scene, i) && !scene.glued(i + 1)) return DatePlace::dateline;
    if (!scene.is_symbol(i) && !scene.is_capital(i)) break;
  }
  return DatePlace::none;
}

std::string two(int value) { return std::string(value < 10 ? "0" : "") + std::to_string(value); }

std::optional<Timestamp> timestamp(const TimeSpec& spec) {
  if (!spec.has(F::year) || !spec.has(F::month) || !spec.has(F::day) || spec.has(F::year2)) return std::nullopt;
  if (spec.has(F::rel) || spec.has(F::shift) || spec.has(F::kind)) return std::nullopt;
  const auto day = day_of(spec.at(F::year), spec.at(F::month), spec.at(F::day));
  if (!day) return std::nullopt;
  Timestamp out;
  out.basis = TimeBasis::text;
  out.precision = TimePrecision::day;
  out.value = value_of(Period{Grain::day, *day});
  if (!spec.has(F::hour) || spec.at(F::hour) > 23) return out;
  int hour = spec.at(F::hour);
  if (spec.is(F::half_day, 1) && hour < 12) hour += 12;
  if (spec.is(F::half_day, 0) && hour == 12) hour = 0;
  out.precision = TimePrecision::minute;
  out.value += "T" + two(hour) + ":" + two(spec.get(F::minute, 0));
  if (spec.has(F::second) && spec.at(F::second) < 60) {
    out.precision = TimePrecision::second;
    out.value += ":" + two(spec.at(F::second));
  }
  if (!spec.has(F::zone)) return out;
  const int zone = spec.at(F::zone);
  const int size = zone < 0 ? -zone : zone;
  out.value += zone == 0 ? "Z" : (zone < 0 ? "-" : "+") + two(size / 60) + ":" + two(size % 60);
  return out;
}

}  // namespace

std::optional<Timestamp> report_date(const TimeScene& scene, const TimeGrammar& grammar,
                                     std::span<const TimeMatch> matches) {
  std::optional<Timestamp> best;
  DatePlace best_place = DatePlace::none;
  for (const TimeMatch& match : matches) {
    if (scene.all[match.first].span.begin > kHead) break;
    const DatePlace place = place_of(scene, grammar, match);
    if (place <= best_place) continue;
    if (const auto found = timestamp(match.spec)) {
      best = found;
      best_place = place;
    }
  }
  return best;
}

}  // namespace sitcen::reading
