#include "reading/figures/unit_words.h"

#include <algorithm>
#include <string_view>

namespace sitcen::reading {
namespace {

constexpr std::size_t kLongestUnit = 4;  ///< lexemes of one name of a unit
constexpr std::size_t kLongestSign = 3;  ///< "km/h"

std::optional<UnitWords> named_unit(const FigureScene& scene, std::size_t at) {
  std::optional<UnitWords> out;
  for (std::size_t last = at + 1; last <= at + kLongestUnit && last <= scene.all.size(); ++last) {
    const Lexeme& lexeme = scene.all[last - 1];
    if (lexeme.kind != LexemeKind::word && !(lexeme.text == "-" && lexeme.glued)) break;
    if (const Unit* unit = scene.tables.units.named(scene.joined(at, last))) out = UnitWords{last, unit};
  }
  return out;
}

/// Signs, the longest first: "km/h", "km2", "°C", "m".
std::optional<UnitWords> unit_sign(const FigureScene& scene, std::size_t at) {
  for (std::size_t last = std::min(at + kLongestSign, scene.all.size()); last > at; --last) {
    bool whole = true;
    for (std::size_t i = at + 1; i < last; ++i) whole = whole && (scene.glued(i) || scene.is_word(i));
    const Unit* unit = whole ? scene.tables.units.symbol(scene.original(at, last)) : nullptr;
    if (unit == nullptr) continue;
    // "24703 m212", "scp-173m4": letters with digits behind them are names.
    if (scene.glued(last) && scene.is_digits(last)) return std::nullopt;
    return UnitWords{last, unit};
  }
  return std::nullopt;
}

/// "(kg)", "[kg]": a unit in brackets.
std::optional<UnitWords> bracketed_unit(const FigureScene& scene, std::size_t at) {
  constexpr std::string_view kOpen = "([{<";
  constexpr std::string_view kClose = ")]}>";
  if (!scene.has(at) || scene.all[at].text.size() != 1) return std::nullopt;
  const std::size_t kind = kOpen.find(scene.all[at].text[0]);
  if (kind == std::string_view::npos) return std::nullopt;
  auto out = simple_unit(scene, at + 1);
  if (!out || !scene.is(out->last, kClose.substr(kind, 1)) || out->unit->dimension == Dimension::time)
    return std::nullopt;
  ++out->last;
  return out;
}

}  // namespace

std::optional<UnitWords> simple_unit(const FigureScene& scene, std::size_t at) {
  if (!scene.has(at) || scene.is_digits(at)) return std::nullopt;
  if (scene.is_word(at))
    if (auto named = named_unit(scene, at)) return named;
  return unit_sign(scene, at);
}

std::optional<UnitWords> unit_at(const FigureScene& scene, std::size_t at) {
  auto out = simple_unit(scene, at);
  if (!out) return bracketed_unit(scene, at);
  if (out->unit->dimension == Dimension::time) return out;
  const bool per = scene.is(out->last, "per") || (scene.is(out->last, "/") && scene.glued(out->last));
  if (!per) return out;
  if (const auto below = simple_unit(scene, out->last + 1)) {
    out->per = below->unit;
    out->last = below->last;
  }
  return out;
}

}  // namespace sitcen::reading
