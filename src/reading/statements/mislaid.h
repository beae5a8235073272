#pragma once

#include <cstdint>

#include "reading/statements/cues.h"
#include "reading/statements/dependents.h"
#include "reading/statements/scene.h"

namespace sitcen::reading {

/// Reported clauses that the parser hung elsewhere, or has none of.

/// "assured voters he was fit", "asked them if they knew": the clause hangs on the hearer, or is taken for a condition.
/// \return its head, kNoToken if there is none
[[nodiscard]] std::uint32_t mislaid_clause(const Scene& scene, const Cue& cue, const Dependents& d);

/// "told them in a letter that ...": from the complementiser to the sentence's end, by the order of words alone. Also
/// "He says the miners | do not agree", of which the parser makes two sentences. \return empty if the words are others
[[nodiscard]] TokenRange clause_in_order(const Scene& scene, std::uint32_t cue);

}  // namespace sitcen::reading
