#pragma once

#include <cstdint>

#include "reading/statements/cues.h"
#include "reading/statements/scene.h"

namespace sitcen::reading {

/// Who does what a word says.
struct Subject {
  std::uint32_t head = kNoToken;  ///< kNoToken: nobody is named
  TokenRange range;               ///< the noun phrase; a relative pronoun stands for itself
};

/// The subject of a verb: its own, the one it shares with the verb above, or the agent of a passive.
[[nodiscard]] Subject subject_of(const Scene& scene, std::uint32_t verb);

/// The same for a cue of any part of speech: "his claim", "the claim by X", "X is sure", "X made the claim".
[[nodiscard]] Subject subject_of(const Scene& scene, const Cue& cue);

/// Whose a noun is: "Kos's view", "the view of Ana Kos". Nobody where the text does not say it.
[[nodiscard]] Subject owner_of(const Scene& scene, std::uint32_t noun);

/// Who did what the words in front of a participle tell: "She nodded at the map, adding: ..."
[[nodiscard]] Subject subject_in_front(const Scene& scene, std::uint32_t participle);
/// The noun phrase that begins at a token, by the order of words alone; nobody where none does.
[[nodiscard]] Subject noun_at(const Scene& scene, std::uint32_t first);
/// The noun phrase right behind a verb ("said Ana Kos"), else right in front of it, by the order of words alone.
[[nodiscard]] Subject noun_beside(const Scene& scene, std::uint32_t verb);

}  // namespace sitcen::reading
