#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "reading/statements/cues.h"
#include "reading/statements/scene.h"
#include "reading/statements/turns.h"

namespace sitcen::reading {

/// How a quotation is tied to the one who speaks.
enum class Tie : std::uint8_t {
  none,        ///< not speech of its own: a word in quotation marks, a title, part of an indirect statement
  before,      ///< X said, "..."
  after,       ///< "...," X said
  introduced,  ///< X turned to the economy: "..."; the verb is no cue of the lexicon
  joined,      ///< goes on in the statement of an earlier quotation: "...," X said. "..."
  extends,     ///< goes on in the statement of the sentence in front: X said it was late. "..."
  signed_,     ///< "..." - X: a dash and a name behind it, on its line or the next
  continued,   ///< a further statement of the same speaker, without a cue of its own
};

struct Link {
  Tie tie = Tie::none;
  std::uint32_t cue = kNone;       ///< index into the cues: before, after
  std::uint32_t verb = kNoToken;   ///< introduced; extends: where no such statement is found
  TokenRange name = {};            ///< signed: who; the dash stands right in front, or the verb of "Said Ana Kos:"
  std::uint32_t previous = kNone;  ///< quotation: joined, continued
};

/// What ties each quotation to its speaker, by what stands next to it in its paragraph and, for one that opens a
/// paragraph, at the end of the one before.
/// \param turns  those that stand in marks have their speaker
/// \return parallel to scene.quotations
[[nodiscard]] std::vector<Link> link_quotations(const Scene& scene, std::span<const Cue> cues,
                                                std::span<const Turn> turns);

}  // namespace sitcen::reading
