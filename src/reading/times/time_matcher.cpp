#include <algorithm>

#include "reading/times/time_forms.h"
#include "reading/times/time_grammar.h"

namespace sitcen::reading {
namespace {

constexpr std::size_t kKeptPlaces = 16;  ///< lexemes that results are kept of: more than most times are long

bool holds(const TimeScene& scene, std::size_t at, WordNeed need) {
  const Token& token = scene.token(at);
  switch (need) {
    case WordNeed::none:
      return true;
    case WordNeed::capital:
      return scene.is_capital(at);
    case WordNeed::name:
      return scene.is_capital(at) && (token.pos == Pos::propn || scene.is_dated(at));
    case WordNeed::noun:
      return token.pos == Pos::noun || token.pos == Pos::propn || scene.is_dated(at);
    case WordNeed::plain_noun:
      return token.pos == Pos::noun;
    case WordNeed::adjective:
      return token.pos == Pos::adj;
    case WordNeed::adverb:
      return token.pos == Pos::adv;
    case WordNeed::modifier:
      return token.pos != Pos::noun && token.pos != Pos::propn && scene.doc.dep(token) != Dep::compound;
    case WordNeed::quantifier:
      return scene.doc.dep(token) == Dep::quantmod || scene.doc.dep(token) == Dep::advmod;
    case WordNeed::entity:
      return scene.is_dated(at);
  }
  return false;
}

const std::optional<TimeMatch> kNothing;

}  // namespace

TimeMatcher::TimeMatcher(const TimeScene& scene, const TimeGrammar& grammar)
    : scene_(scene), rules_(grammar.rules()), kept_(rules_.size() * kKeptPlaces) {}

std::optional<TimeMatch> TimeMatcher::match(std::size_t at) {
  if (rules_.empty()) return std::nullopt;
  return rule(rules_.size() - 1, at);
}

const SymbolSet* TimeMatcher::symbols_at(std::size_t at) const {
  if (scene_.is_digits(at)) return &symbols_of_digits();
  if (!scene_.has(at) || scene_.entries[at] == nullptr) return nullptr;
  return &scene_.entries[at]->symbols;
}

const std::optional<TimeMatch>& TimeMatcher::rule(std::size_t index, std::size_t at) {
  const SymbolSet* symbols = symbols_at(at);
  if (symbols == nullptr || (*symbols & rules_[index].begins).none()) return kNothing;
  Kept& kept = kept_[at % kKeptPlaces * rules_.size() + index];
  if (kept.at == at) return kept.found;
  kept.found = longest(rules_[index], at, *symbols);
  kept.at = at;
  return kept.found;
}

std::optional<TimeMatch> TimeMatcher::longest(const TimeRule& rule, std::size_t at, const SymbolSet& symbols) {
  std::optional<TimeMatch> best;
  for (const TimePattern& pattern : rule.patterns) {
    if ((symbols & pattern.begins).none()) continue;
    TimeMatch found;
    found.begin = at;
    found.first = at;
    if (!elements(pattern, 0, at, found)) continue;
    if (best && found.end <= best->end) continue;
    found.spec.merge(pattern.sets);
    best = found;
  }
  return best;
}

/// What stands from element `index` on; fills `found` where it does.
bool TimeMatcher::elements(const TimePattern& pattern, std::size_t index, std::size_t at, TimeMatch& found) {
  if (index == pattern.first) found.first = at;
  if (index == pattern.last) found.last = at;
  if (index == pattern.elements.size()) {
    found.end = at;
    return found.first < found.last;
  }
  const TimeElement& element = pattern.elements[index];
  const bool cut = at != found.begin && scene_.has(at) && scene_.begins_line(at);
  if (!cut) {
    for (const TimeChoice& choice : element.choices) {
      const auto step = one(choice, at);
      if (!step) continue;
      const TimeSpec before = found.spec;
      found.spec.merge(step->spec);
      if (elements(pattern, index + 1, step->end, found)) {
        if (pattern.elements.size() == 1) {
          found.first = step->first;
          found.last = step->last;
        }
        return true;
      }
      found.spec = before;
    }
  }
  return element.optional && elements(pattern, index + 1, at, found);
}

std::optional<TimeMatcher::Step> TimeMatcher::one(const TimeChoice& choice, std::size_t at) {
  if (!scene_.has(at)) return std::nullopt;
  Step out;
  out.first = at;
  if (choice.is_rule) {
    const auto& found = rule(choice.id, at);
    if (!found) return std::nullopt;
    out.end = found->end;
    out.first = found->first;
    out.last = found->last;
    out.spec = found->spec;
    return out;
  }
  if (choice.id < static_cast<TimeSymbol>(FormClass::count_)) {
    const auto form = form_at(scene_, static_cast<FormClass>(choice.id), at);
    if (!form) return std::nullopt;
    out.end = out.last = form->last;
    out.spec = form->spec;
    if (choice.field != TimeField::count_) out.spec.set(choice.field, form->value);
    return out;
  }
  const TimeEntry* entry = scene_.entries[at];
  if (entry == nullptr || !entry->symbols.test(choice.id)) return std::nullopt;
  const auto word = std::ranges::find(entry->words, choice.id, &TimeWord::symbol);
  if (word == entry->words.end() || !holds(scene_, at, word->need)) return std::nullopt;
  out.end = out.last = at + 1;
  if (choice.field != TimeField::count_) out.spec.set(choice.field, word->value);
  return out;
}

}  // namespace sitcen::reading
