#pragma once

#include <optional>
#include <span>

#include "reading/times/time_grammar.h"
#include "sitcen/report.h"

namespace sitcen::reading {

/// The day a report came out as its own first lines give it: behind a word that says so ("Posted: 23.02.2022
/// 10:27:00"), in a line of its own, or in a dateline ("TARN, 18 February 2031 -").
/// \param matches  the times of the text in order, not yet worked out
/// \return none where no such date is whole and can be read in one way alone
[[nodiscard]] std::optional<Timestamp> report_date(const TimeScene& scene, const TimeGrammar& grammar,
                                                   std::span<const TimeMatch> matches);

}  // namespace sitcen::reading
