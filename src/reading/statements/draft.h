#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "reading/statements/cues.h"
#include "reading/statements/scene.h"
#include "reading/statements/subject.h"
#include "sitcen/findings.h"

namespace sitcen::reading {

/// A statement before it is written down in spans.
struct Draft {
  std::vector<TokenRange> cue;      ///< in text order
  std::vector<TokenRange> content;  ///< in text order
  Subject speaker;
  TokenRange addressee, occasion;
  std::uint32_t verb = kNoToken;  ///< the reporting word and its row, where there is one
  const CueEntry* entry = nullptr;
  std::optional<StatementKind> kind;  ///< where quotation marks do not tell it
  std::string_view rule;
  float score = 0;
};

/// \return the words of a cue, in text order: the word, its particle, its preposition
[[nodiscard]] std::vector<TokenRange> cue_words(const Cue& cue, std::uint32_t preposition = kNoToken);

/// \return the piece kept inside the quotation of its cue, with whole quotations inside the piece
[[nodiscard]] TokenRange fitted(const Scene& scene, TokenRange piece, std::uint32_t cue);

}  // namespace sitcen::reading
