#pragma once

#include <cstddef>
#include <optional>

#include "reading/figures/draft.h"

namespace sitcen::reading {

/// Money whose sign or code stands in front: "$5 million", "USD 23 billion".
[[nodiscard]] std::optional<FigureDraft> money_draft(const FigureScene& scene, std::size_t at);

/// Makes a number an amount of money if its currency stands behind it: "five Swiss francs", "13 dollars 45 cents".
/// \return whether it does
bool read_money(const FigureScene& scene, FigureDraft& draft);

}  // namespace sitcen::reading
