#include <algorithm>
#include <charconv>
#include <utility>

#include "reading/figures/guards.h"
#include "reading/times/date_order.h"
#include "reading/times/report_date.h"
#include "reading/times/resolve.h"
#include "reading/times/shared_words.h"
#include "reading/times/spoken_days.h"
#include "reading/times/time_grammar.h"
#include "reading/times/time_guards.h"
#include "reading/times/times.h"

namespace sitcen::reading {
namespace {

constexpr float kKnown = 0.95F;
constexpr float kOpen = 0.7F;

std::optional<Day> published_day(const std::optional<Timestamp>& time) {
  if (!time || time->precision < TimePrecision::day || time->value.size() < 10) return std::nullopt;
  int y = 0, m = 0, d = 0;
  const char* p = time->value.data();
  std::from_chars(p, p + 4, y);
  std::from_chars(p + 5, p + 7, m);
  std::from_chars(p + 8, p + 10, d);
  return day_of(y, m, d);
}

std::vector<const TimeEntry*> entries_of(const Lexemes& lexemes, const TimeWords& words) {
  std::vector<const TimeEntry*> out(lexemes.all.size(), nullptr);
  for (std::size_t i = 0; i < out.size(); ++i)
    if (lexemes.all[i].kind != LexemeKind::digits) out[i] = words.find(lexemes.all[i].text);
  return out;
}

bool may_begin(const TimeScene& scene, std::size_t at) {
  const auto telling = [&](std::size_t i) {
    return scene.is_digits(i) || (scene.has(i) && scene.entries[i] != nullptr && !scene.entries[i]->common);
  };
  if (scene.is_digits(at)) return true;
  if (scene.entries[at] == nullptr) return false;
  return telling(at) || telling(at + 1) || telling(at + 2) || telling(at + 3);
}

std::vector<TimeMatch> matches_in(const TimeScene& scene, const Tree& tree, const Knowledge& knowledge) {
  std::vector<TimeMatch> out;
  TimeMatcher matcher(scene, knowledge.times);
  for (std::size_t i = 0; i < scene.all.size();) {
    const auto match = may_begin(scene, i) ? matcher.match(i) : std::nullopt;
    if (!match || is_no_time(scene, tree, *match, knowledge.time_guides)) {
      ++i;
      continue;
    }
    i = match->last;
    if (!match->spec.is(TimeField::kind, static_cast<std::int32_t>(SpecKind::none))) out.push_back(*match);
  }
  return out;
}

Span span_of(const TimeScene& scene, const TimeMatch& match) {
  return {scene.all[match.first].span.begin, scene.all[match.last - 1].span.end};
}

TimeRef written(const TimeScene& scene, const TimeMatch& match, Resolved&& resolved) {
  TimeRef out;
  out.span = span_of(scene, match);
  out.type = resolved.type;
  out.value = std::move(resolved.value);
  out.mod = resolved.mod;
  out.anchor = std::move(resolved.anchor);
  if (resolved.begin) out.begin = value_of(*resolved.begin);
  if (resolved.end) out.end = value_of(*resolved.end);
  out.readings = std::move(resolved.readings);
  out.provenance.sentence = scene.token(match.last - 1).sentence;
  out.provenance.rule = resolved.rule;
  out.provenance.score = out.value.empty() ? kOpen : kKnown;
  return out;
}

/// The times of one document on their way: what was matched, and what each was worked out to.
struct Reading {
  const TimeScene& scene;
  const Tree& tree;
  const Knowledge& knowledge;
  std::span<const TimeMatch> matches;
  TimeContext context{};
  std::vector<Resolved> resolved{};

  [[nodiscard]] std::string_view word(std::size_t lexeme) const { return scene.all[lexeme].text; }
  [[nodiscard]] std::string_view word_before(const TimeMatch& match) const {
    return match.first == 0 ? std::string_view() : word(match.first - 1);
  }
  [[nodiscard]] bool guides(std::string_view word, GuideRole role) const {
    return knowledge.time_guides.plays(word, role);
  }
};

Tense tense_of(const Reading& r, const TimeMatch& match) {
  const Tense tense = tense_at(r.scene.doc, r.tree, r.scene.token_of[match.first], r.knowledge.time_guides);
  if (tense == Tense::before_past) return Tense::past;
  if (match.spec.is(TimeField::ahead, 1) || r.guides(r.word_before(match), GuideRole::ahead)) return Tense::future;
  return tense;
}

TimeContext context_of(const Reading& r, const TimeMatch& match) {
  TimeContext out = r.context;
  out.sentence = r.scene.token(match.last - 1).sentence;
  out.tense = tense_of(r, match);
  out.over = r.guides(r.word_before(match), GuideRole::since);
  return out;
}

/// The quarter that a report of business is about: the last one that is over.
void note_quarter(TimeContext& context, const Named& named) {
  const auto over = [&](const Named& n) { return !context.published || end_of(n.period) <= *context.published; };
  const bool better = !context.quarter || (over(named) && !over(*context.quarter)) ||
                      (over(named) == over(*context.quarter) && context.quarter->period.first < named.period.first);
  if (better) context.quarter = named;
  context.quarter->sentence = named.sentence;
}

/// Keeps a time for those that are counted from it.
void note(Reading& r, Resolved&& resolved) {
  const auto number = static_cast<std::uint32_t>(r.resolved.size());
  if (resolved.period) {
    const TimeMatch& match = r.matches[number];
    const Named named{*resolved.period, number, r.scene.token(match.last - 1).sentence};
    r.context.named[static_cast<std::size_t>(named.period.grain)] = named;
    if (named.period.grain == Grain::quarter) note_quarter(r.context, named);
  }
  r.resolved.push_back(std::move(resolved));
}

/// "from Monday to Friday", "between May and July", "1998-2001": two times that are the ends of one stretch.
bool is_stretch(const Reading& r, const TimeMatch& a, const TimeMatch& b) {
  if (b.first != a.last + 1 || a.spec.has(TimeField::kind) || b.spec.has(TimeField::kind)) return false;
  if (a.spec.has(TimeField::ref) || b.spec.has(TimeField::ref)) return false;
  const std::string_view before = r.word_before(a), link = r.word(a.last);
  if (r.guides(before, GuideRole::between)) return r.guides(link, GuideRole::with);
  if (!r.guides(link, GuideRole::to)) return false;
  return r.guides(before, GuideRole::from) || r.scene.is_symbol(a.last);
}

/// Days of the week and months that do not say which of many they are.
bool recurs(const TimeSpec& spec) {
  for (const TimeField f : {TimeField::year, TimeField::short_year, TimeField::day, TimeField::rel, TimeField::shift,
                            TimeField::decade, TimeField::century, TimeField::unit})
    if (spec.has(f)) return false;
  return spec.has(TimeField::weekday) || spec.has(TimeField::month) || spec.has(TimeField::season);
}

/// Both ends of a stretch: of two that recur the second is the next behind the first, of those that are over the first
/// is the last before the second.
std::pair<Resolved, Resolved> ends_of(const Reading& r, const TimeMatch& a, const TimeMatch& b) {
  const Holidays& holidays = r.knowledge.holidays;
  TimeContext first = context_of(r, a), second = context_of(r, b);
  if (recurs(a.spec) && b.spec.has(TimeField::year)) {  // "from May to July 2030"
    Resolved end = resolve(b.spec, second, holidays);
    if (end.period) {
      first.published = end.period->first;
      first.tense = Tense::past;
    }
    return {resolve(a.spec, first, holidays), std::move(end)};
  }
  if (!recurs(a.spec) || !recurs(b.spec)) return {resolve(a.spec, first, holidays), resolve(b.spec, second, holidays)};
  if (first.tense == Tense::past) {
    second.tense = Tense::past;
    Resolved end = resolve(b.spec, second, holidays);
    if (end.period) first.published = end.period->first;
    return {resolve(a.spec, first, holidays), std::move(end)};
  }
  Resolved begin = resolve(a.spec, first, holidays);
  if (begin.period) second.published = begin.period->first;
  second.tense = Tense::future;
  return {std::move(begin), resolve(b.spec, second, holidays)};
}

void resolve_all(Reading& r) {
  for (std::size_t i = 0; i < r.matches.size(); ++i) {
    const TimeMatch& match = r.matches[i];
    if (i + 1 == r.matches.size() || !is_stretch(r, match, r.matches[i + 1])) {
      note(r, resolve(match.spec, context_of(r, match), r.knowledge.holidays));
      continue;
    }
    auto [begin, end] = ends_of(r, match, r.matches[++i]);
    if (begin.period && end.period && begin.period->first <= end.period->first) {
      begin.end = end.period;
      end.begin = begin.period;
    }
    note(r, std::move(begin));
    note(r, std::move(end));
  }
}

/// "He said on Monday: 'We leave tomorrow'": what was counted from the report's day is counted from the day of the
/// words.
void count_from_spoken_days(Reading& r, std::span<const Statement> statements) {
  std::vector<TimePlace> places;
  places.reserve(r.matches.size());
  for (std::size_t i = 0; i < r.matches.size(); ++i)
    places.push_back({span_of(r.scene, r.matches[i]), r.scene.token_of[r.matches[i].first], r.resolved[i].period});
  const auto spoken = spoken_days(r.scene.doc, r.tree, statements, places);
  for (std::size_t i = 0; i < r.matches.size(); ++i) {
    const bool counted = r.resolved[i].anchor == r.context.published_as || r.resolved[i].rule == kUnanchored;
    const auto& said = spoken[i];
    if (!said || !counted) continue;
    TimeContext context = context_of(r, r.matches[i]);
    context.published = said->period.first;
    context.published_as = "t" + std::to_string(said->time + 1);
    context.named = {};
    r.resolved[i] = resolve(r.matches[i].spec, context, r.knowledge.holidays);
    if (!r.resolved[i].anchor.empty()) r.resolved[i].rule = "from the day it was said";
  }
}

}  // namespace

Times read_times(const Report& report, const Document& doc, const Tree& tree, std::span<const Statement> statements,
                 const Knowledge& knowledge) {
  Times out;
  if (doc.tokens.empty()) return out;
  const Lexemes lexemes(doc.text, knowledge.numbers.decimal_mark());
  const std::vector<std::uint32_t> token_of = tokens_of(doc, lexemes.all);
  const std::vector<const TimeEntry*> entries = entries_of(lexemes, knowledge.times.words());
  const TimeScene scene{doc, lexemes.all, token_of, entries, knowledge.numbers};
  std::vector<TimeMatch> matches = matches_in(scene, tree, knowledge);
  add_shared_words(scene, tree, knowledge.time_guides, matches);
  choose_date_order(matches, report.language, knowledge.time_guides);
  if (!report.published) out.published = report_date(scene, knowledge.times, matches);

  Reading reading{scene, tree, knowledge, matches};
  reading.context.published = published_day(report.published ? report.published : out.published);
  reading.context.published_as = "published";
  resolve_all(reading);
  count_from_spoken_days(reading, statements);
  for (std::size_t i = 0; i < matches.size(); ++i)
    out.all.push_back(written(scene, matches[i], std::move(reading.resolved[i])));
  return out;
}

}  // namespace sitcen::reading
