#pragma once

#include <string>

#include "sitcen/findings.h"

namespace sitcen::picture {

/// A figure as people read it: "12", "~40", "> 38 %", "20–30", "≥ 24", "31,000,000 EUR", "3rd".
[[nodiscard]] std::string amount(const Figure& figure);

}  // namespace sitcen::picture
