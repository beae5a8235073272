#include "reading/figures/guards.h"

#include <cmath>

namespace sitcen::reading {
namespace {

/// Whether a unit of time stands behind a lexeme: "three years", "a 12-month plan".
bool counts_time(const FigureScene& scene, std::size_t behind) {
  const std::size_t i = scene.is(behind, "-") ? behind + 1 : behind;
  const Unit* unit = scene.is_word(i) ? scene.tables.units.named(scene.all[i].text) : nullptr;
  return unit != nullptr && unit->dimension == Dimension::time;
}

/// Letters right before or behind, or a hyphen to letters before: "F-16", "scp-173m", "13F", "Q3".
bool in_a_code(const FigureScene& scene, const FigureDraft& draft) {
  if (!scene.is_digits(draft.first) || draft.kind == FigureKind::money) return false;
  const std::size_t i = draft.first;
  if (scene.glued(i) && i > 0) {
    if (scene.is_word(i - 1)) return true;
    const bool joined = scene.is(i - 1, "-") || scene.is(i - 1, "_") || scene.is(i - 1, "/") || scene.is(i - 1, "=") ||
                        scene.is(i - 1, "%") || scene.is(i - 1, "#") || scene.is(i - 1, "@");
    if (joined && scene.glued(i - 1) && i > 1 && scene.is_word(i - 2) &&
        scene.number_word(i - 2).role == NumberRole::none)
      return true;
    if (scene.is(i - 1, "#") || scene.is(i - 1, "@") || scene.is(i - 1, "%") || scene.is(i - 1, "=")) return true;
  }
  const bool plain = draft.kind == FigureKind::number || draft.kind == FigureKind::ordinal;
  if (plain && scene.glued(draft.last) && scene.has(draft.last)) {
    if (scene.is_word(draft.last)) return true;
    if (scene.is(draft.last, "%") || scene.is(draft.last, "=") || scene.is(draft.last, "&")) return true;
  }
  return false;
}

bool is_label(const FigureScene& scene, const FigureDraft& draft) {
  if (!scene.is_digits(draft.first) || draft.first == 0 || draft.number.scaled) return false;
  std::size_t i = draft.first - 1;
  if (scene.is(i, ".") && i > 0) --i;
  if (scene.is(i, "#") || scene.is(i, "№")) return true;
  return scene.plays(i, FigureRole::label) && !counts_time(scene, draft.last);
}

/// "1. Boil the water": the number of a line.
bool numbers_a_line(const FigureScene& scene, const FigureDraft& draft) {
  if (!scene.is_digits(draft.first) || !scene.is_word(draft.last + 1)) return false;
  if (!(scene.is(draft.last, ".") || scene.is(draft.last, ")"))) return false;
  const std::uint32_t begin = scene.all[draft.first].span.begin;
  return (begin == 0 || scene.text[begin - 1] == '\n') && draft.value < 200;
}

/// "one another", "one after the other", "one by one"
bool is_of_a_pair(const FigureScene& scene, std::uint32_t one) {
  const auto fellow = [&](std::uint32_t i) {
    return scene.is(i, "another") || scene.is(i, "other") || scene.is(i, "one");
  };
  if (scene.is(one + 1, "another") || (one > 1 && scene.is(one - 1, "by") && scene.is(one - 2, "one"))) return true;
  if (!scene.is(one + 1, "after") && !scene.is(one + 1, "by")) return false;
  return fellow(one + 2) || (scene.is(one + 2, "the") && fellow(one + 3));
}

bool is_pronoun(const FigureScene& scene, const Document& doc, std::span<const std::uint32_t> token_of,
                const FigureDraft& draft) {
  if (!scene.is(draft.first, "one") || draft.last != draft.first + 1) return false;
  if (is_of_a_pair(scene, draft.first)) return true;
  if (draft.first > 0 && scene.plays(draft.first - 1, FigureRole::pronoun)) return true;
  const Token& token = doc.tokens[token_of[draft.first]];
  return token.pos == Pos::pron || doc.tag(token) == "PRP" || doc.tag(token) == "NN";
}

/// "a second", "20 seconds": time.
bool is_time_unit(const FigureScene& scene, const Document& doc, std::span<const std::uint32_t> token_of,
                  const FigureDraft& draft) {
  if (!scene.is(draft.last - 1, "second") || draft.kind != FigureKind::ordinal) return false;
  return doc.tokens[token_of[draft.last - 1]].pos == Pos::noun && draft.first + 1 == draft.last && draft.first > 0 &&
         (scene.is(draft.first - 1, "a") || scene.is(draft.first - 1, "per") || scene.is(draft.first - 1, "one") ||
          scene.is(draft.first - 1, "every"));
}

bool is_plural_noun(const Document& doc, std::uint32_t token) {
  const std::string_view tag = doc.tag(doc.tokens[token]);
  return tag == "NNS" || tag == "NNPS";
}

/// "50 rooms", "24 A320s": whether a token counts the noun in the plural behind it.
bool counts_noun(const Document& doc, std::uint32_t token) {
  const Token& t = doc.tokens[token];
  return doc.dep(t) == Dep::nummod && t.head > token && is_plural_noun(doc, t.head);
}

bool is_year(const FigureScene& scene, const Document& doc, std::uint32_t token, const FigureDraft& draft) {
  if (!draft.number.bare_year || draft.value < 1000 || draft.value >= 2200) return false;
  const Token& t = doc.tokens[token];
  if (doc.entity_type(t) == EntityType::date) return true;
  if (counts_noun(doc, token)) return false;
  if (draft.first > 0 && scene.plays(draft.first - 1, FigureRole::before_year)) return draft.value >= 1500;
  return draft.value >= 1900 && draft.value < 2100 && doc.dep(t) != Dep::nummod;
}

/// Whether a number may be part of a date or a clock time: "5", "2031", "nine", "21st"; not "7,162.90", "two million".
bool may_be_date(const FigureScene& scene, const FigureDraft& draft) {
  constexpr double kLongestWords = 100;  // "nineteen", "twenty-first"
  if (draft.number.scaled || draft.value != std::floor(draft.value)) return false;
  if (!scene.is_digits(draft.first)) return draft.value < kLongestWords;
  return scene.all[draft.first].digits != Digits::grouped && scene.all[draft.first].span.size() <= 8;
}

/// "Talvin 737", "the Brennau 100 index": a number right behind a name that counts nothing.
bool ends_a_name(const FigureScene& scene, const Document& doc, std::uint32_t token, const FigureDraft& draft) {
  if (draft.kind != FigureKind::number || draft.last != draft.first + 1 || !scene.is_digits(draft.first)) return false;
  if (token == 0 || draft.first == 0 || !scene.is_word(draft.first - 1) || counts_noun(doc, token)) return false;
  if (scene.all[draft.first].digits != Digits::whole && scene.all[draft.first].digits != Digits::decimal) return false;
  const Token& before = doc.tokens[token - 1];
  if (before.pos != Pos::propn || before.sentence != doc.tokens[token].sentence) return false;
  const std::uint32_t head = doc.tokens[token].head;
  return head <= token || doc.tokens[head].pos == Pos::noun || doc.tokens[head].pos == Pos::propn;
}

/// What the model's entity says of a number in it.
bool is_part_of_entity(const FigureScene& scene, const Document& doc, std::uint32_t token, const FigureDraft& draft) {
  switch (doc.entity_type(doc.tokens[token])) {
    case EntityType::date:
    case EntityType::time:
      return may_be_date(scene, draft) && !counts_time(scene, draft.last);
    case EntityType::product:
    case EntityType::org:
    case EntityType::fac:
    case EntityType::law:
    case EntityType::work_of_art:
    case EntityType::person:
      return !counts_noun(doc, token);
    case EntityType::event:
      return draft.kind == FigureKind::number;
    default:
      return false;
  }
}

}  // namespace

std::vector<std::uint32_t> tokens_of(const Document& doc, std::span<const Lexeme> lexemes) {
  std::vector<std::uint32_t> out(lexemes.size(), 0);
  std::uint32_t token = 0;
  for (std::size_t i = 0; i < lexemes.size(); ++i) {
    while (token + 1 < doc.tokens.size() && doc.tokens[token].span.end <= lexemes[i].span.begin) ++token;
    out[i] = token;
  }
  return out;
}

bool is_no_figure(const FigureScene& scene, const Document& doc, std::span<const std::uint32_t> token_of,
                  const FigureDraft& draft, bool approximated) {
  if (in_a_code(scene, draft) || numbers_a_line(scene, draft)) return true;
  const bool plain =
      draft.kind == FigureKind::number || draft.kind == FigureKind::ordinal || draft.kind == FigureKind::range;
  if (!plain) return false;
  if (is_label(scene, draft) || is_pronoun(scene, doc, token_of, draft) || is_time_unit(scene, doc, token_of, draft))
    return true;
  const std::uint32_t first = token_of[draft.first];
  if (is_year(scene, doc, first, draft) && !approximated) return true;
  return ends_a_name(scene, doc, first, draft) || is_part_of_entity(scene, doc, token_of[draft.last - 1], draft);
}

}  // namespace sitcen::reading
