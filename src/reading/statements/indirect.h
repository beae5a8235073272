#pragma once

#include <optional>

#include "reading/statements/draft.h"
#include "reading/statements/statements.h"

namespace sitcen::reading {

/// What a cue reports by its own grammar: a clause, an infinitive, an object, a phrase. Strict: clauses of speech
/// verbs.
[[nodiscard]] std::optional<Draft> governed(const Scene& scene, const Cue& cue, StatementScope scope);

/// What `according to X` reports: the sentence around it.
/// \param word  any token; none unless it is the first of these words
[[nodiscard]] std::optional<Draft> according_to(const Scene& scene, std::uint32_t word);

/// What "in the view of X", "in X's words" reports: the sentence around it.
/// \param word  any token; none unless it is the preposition
[[nodiscard]] std::optional<Draft> in_the_view_of(const Scene& scene, std::uint32_t word);

/// Cuts the clause of `said that X, "Y"` off in front of the quotation.
/// \return false where the quotation is all that the cue reports
[[nodiscard]] bool keeps_clause(const Scene& scene, Draft& draft, TokenRange quotation);

}  // namespace sitcen::reading
