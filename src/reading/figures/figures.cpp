#include "reading/figures/figures.h"

#include <utility>

#include "reading/figures/counted.h"
#include "reading/figures/draft.h"
#include "reading/figures/guards.h"

namespace sitcen::reading {
namespace {

constexpr float kPlain = 0.9F;
constexpr float kWithUnit = 0.97F;
constexpr double kLeastOfMany = 2;  ///< "hundreds" are two hundred at least

/// "Ana Kos, 51, will lead": a bare number between commas behind a person is an age.
bool is_age_behind_name(const FigureScene& scene, const Document& doc, std::span<const std::uint32_t> token_of,
                        const FigureDraft& draft) {
  if (draft.kind != FigureKind::number || !scene.is_digits(draft.first) || draft.last != draft.first + 1) return false;
  if (draft.value < 1 || draft.value > 119 || draft.first < 2 || !scene.is(draft.first - 1, ",")) return false;
  if (!scene.is(draft.last, ",") && !scene.is(draft.last, ".")) return false;
  const Token& name = doc.tokens[token_of[draft.first - 2]];
  if (doc.entity_type(name) == EntityType::person) return true;
  const bool surname = name.pos == Pos::propn && doc.entity_type(name) == EntityType::none;
  return surname && !scene.plays(draft.first - 2, FigureRole::month) && draft.value >= 16 && scene.is(draft.last, ",");
}

/// "it was - 20 degrees": a hyphen on its own behind a verb or a preposition is a minus.
void take_spaced_minus(const FigureScene& scene, const Document& doc, std::span<const std::uint32_t> token_of,
                       FigureDraft& draft) {
  if (draft.kind != FigureKind::temperature || draft.is_range() || draft.first < 2 || draft.value <= 0) return;
  if (!scene.is(draft.first - 1, "-") && !scene.is(draft.first - 1, "−")) return;
  const Pos before = doc.tokens[token_of[draft.first - 2]].pos;
  if (before != Pos::verb && before != Pos::aux && before != Pos::adp) return;
  --draft.first;
  draft.value = -draft.value;
}

/// Writes one figure down. A bound fills the value and the end that it bounds.
Figure written(const FigureScene& scene, const Document& doc, const Tree& tree, std::span<const std::uint32_t> token_of,
               const FigureDraft& draft, const Approximation& approximation) {
  Figure out;
  const auto span = [&](std::size_t first, std::size_t last) {
    return Span{scene.all[first].span.begin, scene.all[last - 1].span.end};
  };
  out.span = span(approximation.first, approximation.last);
  out.core = span(draft.first, draft.last);
  if (draft.rule == "two bounds") out.span = out.core;
  out.kind = draft.kind;
  out.unit = draft.unit;
  out.approx = approximation.approx;
  if (draft.is_range()) {
    out.low = draft.low;
    out.high = draft.high;
  } else if (draft.number.vague) {
    out.low = kLeastOfMany * draft.value;
    if (out.approx.empty()) out.approx = "about";
  } else {
    out.value = draft.value;
    const bool exact = out.approx == "exactly";
    if (exact || out.approx == "more_than" || out.approx == "at_least") out.low = draft.value;
    if (exact || out.approx == "less_than" || out.approx == "at_most" || out.approx == "almost") out.high = draft.value;
    if (draft.measure != nullptr && draft.measure->si != 0) {
      out.si = draft.value * draft.measure->si;
      out.si_unit = draft.measure->si_unit;
    }
  }
  const TokenRange tokens{token_of[draft.first], token_of[draft.last - 1] + 1};
  Counted about = counted(doc, tree, tokens, draft.kind);
  out.of = about.of;
  out.thing = std::move(about.thing);
  out.act = about.act;
  out.act_lemma = std::move(about.act_lemma);
  out.provenance.sentence = doc.tokens[tokens.first].sentence;
  out.provenance.rule = draft.rule;
  out.provenance.score = draft.unit.empty() ? kPlain : kWithUnit;
  return out;
}

}  // namespace

std::vector<Figure> read_figures(const Document& doc, const Tree& tree, const Knowledge& knowledge) {
  std::vector<Figure> out;
  if (doc.tokens.empty()) return out;
  const Lexemes lexemes(doc.text, knowledge.numbers.decimal_mark());
  const FigureScene scene{
      lexemes.all,
      doc.text,
      {knowledge.numbers, knowledge.units, knowledge.currencies, knowledge.figure_words, knowledge.approximators}};
  const std::vector<std::uint32_t> token_of = tokens_of(doc, lexemes.all);
  std::size_t i = 0;
  std::uint32_t end = 0;  // no figure begins in the words of the one before
  while (i < lexemes.all.size()) {
    auto draft = draft_at(scene, i);
    if (!draft) {
      ++i;
      continue;
    }
    if (auto range = range_from(scene, *draft)) draft = range;
    if (is_age_behind_name(scene, doc, token_of, *draft)) {
      draft->kind = FigureKind::age;
      draft->unit = "year";
      draft->rule = "age behind a name";
    }
    take_spaced_minus(scene, doc, token_of, *draft);
    const Approximation around = approximation(scene, *draft);
    i = std::max(draft->last, i + 1);
    if (scene.all[draft->first].span.begin < end) continue;
    if (is_no_figure(scene, doc, token_of, *draft, !around.approx.empty())) continue;
    out.push_back(written(scene, doc, tree, token_of, *draft, around));
    i = std::max(i, around.last);
    end = out.back().span.end;
  }
  return out;
}

}  // namespace sitcen::reading
