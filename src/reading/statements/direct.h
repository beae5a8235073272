#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "reading/statements/draft.h"
#include "reading/statements/link.h"
#include "reading/statements/turns.h"

namespace sitcen::reading {

/// The statement of a quotation that has a cue, a verb or a name of its own.
/// \param link   with a cue, a verb or a name
/// \param inner  the quotation without its marks
[[nodiscard]] Draft quoted(const Scene& scene, std::span<const Cue> cues, const Link& link, TokenRange inner);

/// A transcript's turn, or what a headline lets somebody say.
[[nodiscard]] Draft spoken(const Scene& scene, const Turn& turn);

/// Gives each quotation that goes on in an earlier statement to it, and one that continues a speech its speaker.
/// \param draft_of  per quotation: its draft, ~0 for none; filled up
/// \param drafts    pieces are added to them, and new ones at the end
void continue_speech(const Scene& scene, std::span<const Cue> cues, std::span<const Link> links,
                     std::vector<std::uint32_t>& draft_of, std::vector<Draft>& drafts);

}  // namespace sitcen::reading
