#pragma once

#include <cstdint>
#include <span>

#include "reading/statements/cues.h"
#include "reading/statements/scene.h"
#include "reading/statements/surroundings.h"

namespace sitcen::reading {

/// The cues next to a quotation. Both return an index into the cues, kNone if there is none.

/// `"...," X said`, `"..." said X`: the cue of the clause that begins right behind the quotation.
[[nodiscard]] std::uint32_t cue_after(const Scene& scene, std::span<const Cue> cues, const Place& place);

/// `X said, "..."`: the cue of the words in front of the quotation.
/// \param gap         where to look, outside all quotations
/// \param introduced  a comma or colon stands right in front of the mark
[[nodiscard]] std::uint32_t cue_before(const Scene& scene, std::span<const Cue> cues, const Place& place,
                                       TokenRange gap, bool introduced);

}  // namespace sitcen::reading
