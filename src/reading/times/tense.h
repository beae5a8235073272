#pragma once

#include <cstdint>

#include "reading/times/time_guides.h"
#include "reading/tree.h"
#include "sitcen/document.h"

namespace sitcen::reading {

/// Which way from now a clause looks.
enum class Tense : std::uint8_t {
  none,
  past,
  before_past,  ///< "had left": before another time that is over
  present,
  future
};

/// \return the tense of the clause that a token stands in: of the verb it hangs on. What hangs on a verb of planning
///         ("set for Friday", "planned to leave on Friday") is to come.
[[nodiscard]] Tense tense_at(const Document& doc, const Tree& tree, std::uint32_t token, const TimeGuides& guides);

/// \return whether the verb that an adverb stands beside tells of what is over ("soon became", "was soon released"),
///         not of a wish or plan within what is over ("hoped to leave soon")
[[nodiscard]] bool is_told_as_past(const Document& doc, const Tree& tree, std::uint32_t adverb,
                                   const TimeGuides& guides);

}  // namespace sitcen::reading
