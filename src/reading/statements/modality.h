#pragma once

#include <optional>
#include <span>

#include "reading/statements/cues.h"
#include "reading/statements/scene.h"
#include "sitcen/findings.h"

namespace sitcen::reading {

/// How a statement means its content, and the words that decided.
struct ReadModality {
  Modality value = Modality::asserted;
  std::optional<Span> span;
};

/// What the reporting words say of it, else what the content says of itself, by its main clauses: of several sentences
/// more than half must be of one kind, else the whole is asserted.
/// \param verb     the reporting word, kNoToken where there is none
/// \param entry    the cue's row, nullptr where there is none
/// \param content  what is said, in text order
[[nodiscard]] ReadModality modality_of(const Scene& scene, std::uint32_t verb, const CueEntry* entry,
                                       std::span<const TokenRange> content);

}  // namespace sitcen::reading
