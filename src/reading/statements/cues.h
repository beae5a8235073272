#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "reading/statements/cue_lexicon.h"
#include "reading/statements/scene.h"

namespace sitcen::reading {

/// A word of the lexicon that may report speech, thought or stance where it stands.
struct Cue {
  std::uint32_t token = 0;
  std::uint32_t particle = kNoToken;  ///< "out" of "point out"
  CuePos pos = CuePos::verb;
  std::span<const CueEntry> entries;  ///< the rows that fit word and particle, not empty
};

/// \return the first row with one of the frames, nullptr if there is none
[[nodiscard]] const CueEntry* entry_with(const Cue& cue, Frame frames);

/// Cues of the text in order.
[[nodiscard]] std::vector<Cue> find_cues(const Scene& scene);

}  // namespace sitcen::reading
