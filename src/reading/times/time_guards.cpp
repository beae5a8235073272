#include "reading/times/time_guards.h"

#include "reading/statements/quotations.h"
#include "reading/times/tense.h"

namespace sitcen::reading {
namespace {

constexpr std::size_t kLongestTitle = 3;  ///< words of it beside the time
constexpr std::int32_t kFutureRef = 2;    ///< index into kRefs

/// Part of a longer name: "the Sunday Mirror", "August Kovac".
bool is_in_a_name(const TimeScene& scene, const TimeMatch& match) {
  const Token& first = scene.token(match.first);
  switch (scene.doc.entity_type(first)) {
    case EntityType::person:
    case EntityType::org:
    case EntityType::product:
    case EntityType::work_of_art:
    case EntityType::gpe:
    case EntityType::fac:
    case EntityType::event:
    case EntityType::law:
      break;
    default:
      return false;
  }
  if (!scene.is_capital(match.first) && !scene.is_digits(match.first)) return false;
  const bool begins_before = first.iob == Iob::inside;
  const std::uint32_t behind = scene.token_of[match.last - 1] + 1;
  const bool ends_behind = behind < scene.doc.tokens.size() && scene.doc.tokens[behind].iob == Iob::inside;
  return begins_before || ends_behind;
}

/// "The Sunday Herald": one word that stands before a name as part of it.
bool begins_a_name(const TimeScene& scene, const TimeMatch& match) {
  const std::size_t next = match.last;
  if (match.last != match.first + 1 || !scene.is_word(next) || scene.entries[next] != nullptr) return false;
  if (!scene.is_capital(match.first) || !scene.is_capital(next) || scene.begins_line(next)) return false;
  const Token& token = scene.token(match.first);
  return scene.doc.dep(token) == Dep::compound && scene.doc.tokens[token.head].pos == Pos::propn;
}

/// A mark, or the second of two strokes that make one: "``".
bool is_quote(const TimeScene& scene, std::size_t at) {
  if (!scene.has(at)) return false;
  if (is_quotation_mark(scene.all[at].text)) return true;
  if (at == 0 || !scene.glued(at)) return false;
  return is_quotation_mark(scene.doc.str(Span{scene.all[at - 1].span.begin, scene.all[at].span.end}));
}

/// `"This Week"`, `"60 Minutes"`: a short title in quotation marks, all its words with capitals.
bool is_a_title(const TimeScene& scene, const TimeMatch& match) {
  const auto plain = [&](std::size_t i) { return !scene.is_word(i) || !scene.is_capital(i); };
  std::size_t first = match.first, last = match.last;
  for (std::size_t i = first; i < last; ++i)
    if (plain(i) && !scene.is_digits(i)) return false;
  while (first > 0 && match.first - first < kLongestTitle && (!plain(first - 1) || scene.is_digits(first - 1))) --first;
  while (last - match.last < kLongestTitle && scene.is_symbol(last) && !is_quote(scene, last)) ++last;  // "High Noon."
  return first > 0 && last - first > 1 && is_quote(scene, first - 1) && is_quote(scene, last);
}

/// "the Tarn 2000 index", "Orla '11": the number of a name.
bool numbers_a_name(const TimeScene& scene, const TimeMatch& match) {
  const TimeSpec& spec = match.spec;
  if (match.first == 0 || !(spec.has(TimeField::year) || spec.has(TimeField::short_year))) return false;
  const auto is_name = [&](std::size_t i) {
    return scene.is_word(i) && scene.entries[i] == nullptr && scene.token(i).pos == Pos::propn;
  };
  if (!is_name(match.first - 1) || scene.begins_line(match.first)) return false;
  if (spec.has(TimeField::short_year)) return match.last == match.first + 2;
  return match.last == match.first + 1 && is_name(match.last) && !scene.begins_line(match.last) &&
         scene.token(match.first).head == scene.token(match.last).head;
}

/// "40 euros a year", "24 hours a day": the second half of a rate. It hangs on what is counted, not on a verb.
bool is_rate(const TimeScene& scene, const TimeMatch& match, const TimeGuides& guides) {
  if (match.last != match.first + 2 || match.first == 0) return false;
  if (!guides.plays(scene.all[match.first].text, GuideRole::each)) return false;
  const Token& unit = scene.token(match.last - 1);
  if (scene.doc.dep(unit) != Dep::npadvmod) return false;
  const Token& before = scene.token(match.first - 1);
  if (before.pos == Pos::num || before.pos == Pos::sym) return true;
  const Token& head = scene.doc.tokens[unit.head];
  return head.pos == Pos::noun || head.pos == Pos::num || head.pos == Pos::sym || head.pos == Pos::propn;
}

/// "he was soon released": shortly after something else, and nothing to come.
bool is_soon_of_the_past(const TimeScene& scene, const Tree& tree, const TimeMatch& match, const TimeGuides& guides) {
  if (!match.spec.is(TimeField::ref, kFutureRef) || scene.token(match.last - 1).pos != Pos::adv) return false;
  return is_told_as_past(scene.doc, tree, scene.token_of[match.last - 1], guides);
}

}  // namespace

bool is_no_time(const TimeScene& scene, const Tree& tree, const TimeMatch& match, const TimeGuides& guides) {
  return is_in_a_name(scene, match) || begins_a_name(scene, match) || is_a_title(scene, match) ||
         numbers_a_name(scene, match) || is_rate(scene, match, guides) ||
         is_soon_of_the_past(scene, tree, match, guides);
}

}  // namespace sitcen::reading
