#pragma once

#include <vector>

#include "reading/statements/scene.h"
#include "reading/statements/subject.h"

namespace sitcen::reading {

/// A paragraph that names its speaker in front: "TARN: Good morning." in a transcript, "Kos: we will not sell" in a
/// headline.
struct Turn {
  Subject speaker;
  std::uint32_t colon = 0;
  TokenRange words;                 ///< behind the colon, to the paragraph's end
  bool headline = false;            ///< the first paragraph: a paraphrase, not the speaker's own words
  std::uint32_t quotation = kNone;  ///< whose marks stand around name and words
};

/// \return turns in text order: labels in capitals, labels that come back, and an actor's name in the first paragraph
[[nodiscard]] std::vector<Turn> read_turns(const Scene& scene);

}  // namespace sitcen::reading
