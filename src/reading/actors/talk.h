#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "reading/actors/resolve.h"

namespace sitcen::reading {

/// Whether a document is a talk written down without names: short paragraphs, each a sentence or more, with questions
/// and "I" and "you". Its speakers are then told apart by turns.
/// \param phrase_at  per token: the phrase whose head it is, kNobody for none
/// \param quoted     per token: whether it stands in quotation marks
[[nodiscard]] bool is_talk(const Discourse& d, std::span<const std::uint32_t> phrase_at,
                           const std::vector<bool>& quoted);

}  // namespace sitcen::reading
