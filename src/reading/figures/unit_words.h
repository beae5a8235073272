#pragma once

#include <cstddef>
#include <optional>

#include "reading/figures/draft.h"

namespace sitcen::reading {

/// A unit as the text names it: lexemes up to `last`.
struct UnitWords {
  std::size_t last = 0;
  const Unit* unit = nullptr;
  const Unit* per = nullptr;  ///< "metres per second"
};

/// "square metres", "km", "km2", "m²".
[[nodiscard]] std::optional<UnitWords> simple_unit(const FigureScene& scene, std::size_t at);
/// The same with what stands below "per", or in brackets: "km/h", "(kg)".
[[nodiscard]] std::optional<UnitWords> unit_at(const FigureScene& scene, std::size_t at);

}  // namespace sitcen::reading
