#include "reading/times/time_guards.h"

namespace sitcen::reading {
namespace {

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

/// "40 euros a year", "24 hours a day": the second half of a rate. It hangs on what is counted, not on a verb.
bool is_rate(const TimeScene& scene, const TimeMatch& match) {
  if (match.last != match.first + 2 || match.first == 0) return false;
  if (!scene.is(match.first, "a") && !scene.is(match.first, "an")) return false;
  const Token& unit = scene.token(match.last - 1);
  if (scene.doc.dep(unit) != Dep::npadvmod) return false;
  const Token& before = scene.token(match.first - 1);
  if (before.pos == Pos::num || before.pos == Pos::sym) return true;
  const Token& head = scene.doc.tokens[unit.head];
  return head.pos == Pos::noun || head.pos == Pos::num || head.pos == Pos::sym || head.pos == Pos::propn;
}

}  // namespace

bool is_no_time(const TimeScene& scene, const TimeMatch& match) {
  return is_in_a_name(scene, match) || begins_a_name(scene, match) || is_rate(scene, match);
}

}  // namespace sitcen::reading
