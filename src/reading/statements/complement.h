#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "reading/statements/cues.h"
#include "reading/statements/scene.h"

namespace sitcen::reading {

/// What a cue governs in the parse.
struct Complement {
  Frame frame = Frame::none;
  const CueEntry* entry = nullptr;
  std::vector<TokenRange> content;  ///< in text order
  std::uint32_t head = kNoToken;    ///< head word of what is said
  TokenRange addressee;
  std::uint32_t preposition = kNoToken;  ///< belongs to the cue: "for" of "call for"
  bool passive = false;
  bool impersonal = false;  ///< its subject is part of what is said, and nobody is named who says it
  std::string_view rule;    ///< where the frame does not say how it was read
};
/// \return whom a cue tells what it reports: its object or "to" phrase, empty if nobody is named
[[nodiscard]] TokenRange addressee_of(const Scene& scene, const Cue& cue);

/// \return frame none if it governs nothing that its rows allow
[[nodiscard]] Complement complement_of(const Scene& scene, const Cue& cue);

}  // namespace sitcen::reading
