#pragma once

#include "reading/times/time_grammar.h"
#include "reading/times/time_guides.h"
#include "reading/tree.h"

namespace sitcen::reading {

/// Whether words that look like a time are none: part of a name, a number that counts things, a verb.
[[nodiscard]] bool is_no_time(const TimeScene& scene, const Tree& tree, const TimeMatch& match,
                              const TimeGuides& guides);

}  // namespace sitcen::reading
