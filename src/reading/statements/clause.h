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

/// Who does what a verb says: its subject, the one it shares, or the agent of a passive.
struct Subject {
  std::uint32_t head = kNoToken;
  TokenRange range;  ///< the noun phrase; a relative pronoun stands for itself
};
[[nodiscard]] Subject subject_of(const Scene& scene, std::uint32_t verb);
/// The same for a cue of any part of speech: "his claim", "the claim by X", "X is sure", "X made the claim".
[[nodiscard]] Subject subject_of(const Scene& scene, const Cue& cue);

/// What a cue governs in the parse.
struct Complement {
  Frame frame = Frame::none;
  const CueEntry* entry = nullptr;
  std::vector<TokenRange> content;  ///< in text order
  std::uint32_t head = kNoToken;    ///< head word of what is said
  TokenRange addressee;
  std::uint32_t preposition = kNoToken;  ///< belongs to the cue: "for" of "call for"
  bool passive = false;
};
/// \return frame none if it governs nothing that its rows allow
[[nodiscard]] Complement complement_of(const Scene& scene, const Cue& cue);

}  // namespace sitcen::reading
