#include "reading/figures/figure_words.h"

#include <array>
#include <utility>

#include "reading/tables/names.h"
#include "reading/tables/table.h"

namespace sitcen::reading {
namespace {

constexpr auto kRoles = std::to_array<std::pair<std::string_view, FigureRole>>({
    {"angle", FigureRole::angle},
    {"label", FigureRole::label},
    {"pronoun", FigureRole::pronoun},
    {"before_year", FigureRole::before_year},
    {"change", FigureRole::change},
    {"price", FigureRole::price},
    {"age", FigureRole::age},
    {"old", FigureRole::old},
    {"between", FigureRole::between},
    {"to", FigureRole::to},
    {"from", FigureRole::from},
    {"percent", FigureRole::percent},
    {"cent", FigureRole::cent},
    {"points", FigureRole::points},
    {"score", FigureRole::score},
    {"month", FigureRole::month},
    {"of", FigureRole::of},
});

}  // namespace

FigureWords::FigureWords(std::string_view table) {
  for_each_row(table, 2, [&](std::span<const std::string_view> cell) {
    if (const auto role = named(kRoles, cell[1])) roles_[cell[0]] |= static_cast<std::uint32_t>(*role);
  });
}

bool FigureWords::plays(std::string_view word, FigureRole role) const {
  const auto at = roles_.find(word);
  return at != roles_.end() && (at->second & static_cast<std::uint32_t>(role)) != 0;
}

Approximators::Approximators(std::string_view table) {
  for_each_row(table, 3, [&](std::span<const std::string_view> cell) {
    if (cell[1] == "after") {
      behind_.try_emplace(cell[0], cell[2]);
      begins_.try_emplace(cell[0].substr(0, cell[0].find(' ')), cell[0]);
      return;
    }
    before_.try_emplace(cell[0], cell[2]);
    const std::size_t space = cell[0].rfind(' ');
    ends_.try_emplace(space == std::string_view::npos ? cell[0] : cell[0].substr(space + 1), cell[0]);
  });
}

std::string_view Approximators::find(const Index& index, std::string_view phrase) {
  const auto at = index.find(phrase);
  return at == index.end() ? std::string_view() : at->second;
}

}  // namespace sitcen::reading
