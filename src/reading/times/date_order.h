#pragma once

#include <optional>
#include <span>
#include <string>

#include "reading/times/time_grammar.h"
#include "reading/times/time_guides.h"

namespace sitcen::reading {

/// Chooses between the readings of dates such as 01/02/2022: as the other dates of the text are written, else as the
/// region of the report's language ("en-GB") writes them. Where neither is known, or dates disagree, both stay.
void choose_date_order(std::span<TimeMatch> matches, const std::optional<std::string>& language,
                       const TimeGuides& guides);

}  // namespace sitcen::reading
