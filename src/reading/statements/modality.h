#pragma once

#include <optional>

#include "reading/statements/cues.h"
#include "reading/statements/scene.h"
#include "sitcen/findings.h"

namespace sitcen::reading {

/// How a statement means its content, and the words that decided.
struct ReadModality {
  Modality value = Modality::asserted;
  std::optional<Span> span;
};

/// \param verb   the reporting verb, kNoToken where there is none
/// \param entry  the cue's row, nullptr where there is none
/// \param head   head word of what is said, kNoToken where there is none
[[nodiscard]] ReadModality modality_of(const Scene& scene, std::uint32_t verb, const CueEntry* entry,
                                       std::uint32_t head);

}  // namespace sitcen::reading
