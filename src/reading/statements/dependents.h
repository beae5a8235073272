#pragma once

#include <cstdint>

#include "reading/statements/scene.h"

namespace sitcen::reading {

/// What hangs on a verb, a noun or an adjective; kNoToken where there is none.
struct Dependents {
  std::uint32_t subject = kNoToken, passive_subject = kNoToken, agent = kNoToken;
  std::uint32_t clause = kNoToken, infinitive = kNoToken, object = kNoToken, dative = kNoToken;
  std::uint32_t predicate = kNoToken;  ///< oprd, acomp, attr
  bool passive = false;
};
[[nodiscard]] Dependents dependents(const Scene& scene, std::uint32_t word);

[[nodiscard]] bool is_verb(const Scene& scene, std::uint32_t token);
/// "to" in front of an infinitive, kNoToken if there is none.
[[nodiscard]] std::uint32_t infinitive_mark(const Scene& scene, std::uint32_t verb);
/// "He said it was late, suggesting that ...": \return the cue above that the participle shares its subject with,
/// kNoToken if the word is no such participle
[[nodiscard]] std::uint32_t reporting_cue(const Scene& scene, std::uint32_t participle);
/// "He said it was late and added that ...": \return the cue above, where the parser joins its fellow to the clause
/// between them; kNoToken if the word is no such fellow
[[nodiscard]] std::uint32_t fellow_cue(const Scene& scene, std::uint32_t verb);
[[nodiscard]] bool comma_before(const Scene& scene, std::uint32_t token);
/// \return what a preposition governs, kNoToken if there is nothing
[[nodiscard]] std::uint32_t object_of_preposition(const Scene& scene, std::uint32_t preposition);

}  // namespace sitcen::reading
