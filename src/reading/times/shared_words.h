#pragma once

#include <vector>

#include "reading/times/time_grammar.h"
#include "reading/times/time_guides.h"
#include "reading/times/time_scene.h"
#include "reading/tree.h"

namespace sitcen::reading {

/// Adds the times that lean on a word of the one beside them: the 25th of "24 and 25 April", the 20 of "between 20 and
/// 30 minutes".
/// \param matches  in text order, before and after
void add_shared_words(const TimeScene& scene, const Tree& tree, const TimeGuides& guides,
                      std::vector<TimeMatch>& matches);

}  // namespace sitcen::reading
