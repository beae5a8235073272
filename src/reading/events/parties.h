#pragma once

#include <cstdint>
#include <vector>

#include "reading/events/arguments.h"
#include "sitcen/findings.h"

namespace sitcen::reading {

/// Whether those who act may be guests where they act: then the only country of the sentence says nothing of them.
enum class Abroad : std::uint8_t { no, yes };

/// Who stands where a frame looks for somebody, coded with country and sector; of a coordination each part.
/// \return sorted by span
[[nodiscard]] std::vector<Party> parties(const EventScene& scene, const Arguments& arguments, const Sources& sources,
                                         Abroad abroad);

/// Who makes a statement: one party, or none where nobody is named.
[[nodiscard]] std::vector<Party> speaker_of(const EventScene& scene, const Statement& statement);

/// Who is meant in what is asked, promised or threatened: "said that Iraq must go", "threatened to attack Chad".
[[nodiscard]] std::vector<Party> parties_of_complement(const EventScene& scene, const Arguments& arguments);

}  // namespace sitcen::reading
