#include <algorithm>
#include <charconv>
#include <utility>

#include "reading/figures/guards.h"
#include "reading/times/report_date.h"
#include "reading/times/resolve.h"
#include "reading/times/time_grammar.h"
#include "reading/times/time_guards.h"
#include "reading/times/times.h"

namespace sitcen::reading {
namespace {

constexpr float kKnown = 0.95F;
constexpr float kOpen = 0.7F;

std::optional<Day> day_of(const std::optional<Timestamp>& time) {
  if (!time || time->precision < TimePrecision::day || time->value.size() < 10) return std::nullopt;
  int y = 0, m = 0, d = 0;
  const char* p = time->value.data();
  std::from_chars(p, p + 4, y);
  std::from_chars(p + 5, p + 7, m);
  std::from_chars(p + 8, p + 10, d);
  return reading::day_of(y, m, d);
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

std::vector<TimeMatch> matches_in(const TimeScene& scene, const TimeGrammar& grammar) {
  std::vector<TimeMatch> out;
  TimeMatcher matcher(scene, grammar);
  for (std::size_t i = 0; i < scene.all.size();) {
    const auto match = may_begin(scene, i) ? matcher.match(i) : std::nullopt;
    if (!match || is_no_time(scene, *match)) {
      ++i;
      continue;
    }
    i = match->last;
    if (!match->spec.is(TimeField::kind, static_cast<std::int32_t>(SpecKind::none))) out.push_back(*match);
  }
  return out;
}

TimeRef written(const TimeScene& scene, const TimeMatch& match, Resolved&& resolved) {
  TimeRef out;
  out.span = {scene.all[match.first].span.begin, scene.all[match.last - 1].span.end};
  out.type = resolved.type;
  out.value = std::move(resolved.value);
  out.mod = resolved.mod;
  out.anchor = std::move(resolved.anchor);
  out.readings = std::move(resolved.readings);
  out.provenance.sentence = scene.token(match.last - 1).sentence;
  out.provenance.rule = resolved.rule;
  out.provenance.score = out.value.empty() ? kOpen : kKnown;
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

}  // namespace

Times read_times(const Document& doc, const Tree& tree, const std::optional<Timestamp>& published,
                 const Knowledge& knowledge) {
  Times out;
  if (doc.tokens.empty()) return out;
  const Lexemes lexemes(doc.text);
  const std::vector<std::uint32_t> token_of = tokens_of(doc, lexemes.all);
  const std::vector<const TimeEntry*> entries = entries_of(lexemes, knowledge.times.words());
  const TimeScene scene{doc, lexemes.all, token_of, entries, knowledge.numbers};
  const std::vector<TimeMatch> matches = matches_in(scene, knowledge.times);
  if (!published) out.published = report_date(scene, knowledge.times, matches);

  TimeContext context;
  context.published = day_of(published ? published : out.published);
  context.published_as = "published";
  for (const TimeMatch& match : matches) {
    context.sentence = scene.token(match.last - 1).sentence;
    context.tense = tense_at(doc, tree, token_of[match.first]);
    if (match.first > 0 && knowledge.times.looks_ahead(lexemes.all[match.first - 1].text))
      context.tense = Tense::future;
    Resolved resolved = resolve(match.spec, context, knowledge.holidays);
    if (resolved.period) {
      const Named named{*resolved.period, static_cast<std::uint32_t>(out.all.size()), context.sentence};
      context.last = named;
      if (named.period.grain == Grain::quarter) note_quarter(context, named);
    }
    out.all.push_back(written(scene, match, std::move(resolved)));
  }
  return out;
}

}  // namespace sitcen::reading
