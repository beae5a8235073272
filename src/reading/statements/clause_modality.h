#pragma once

#include "reading/statements/modality.h"

namespace sitcen::reading {

/// How one main clause means what it says: by question mark, condition, helping verbs, negation, tense and mood.
/// \param head   its verb, or the head word of a verbless clause
/// \param piece  the content it stands in; in a quotation "I" and "we" are the speaker
[[nodiscard]] ReadModality clause_modality(const Scene& scene, std::uint32_t head, TokenRange piece);

}  // namespace sitcen::reading
