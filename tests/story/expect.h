#pragma once

#include <string>
#include <vector>

#include "reading/reader.h"
#include "story.h"

namespace sitcen::story {

/// \return one message for each expectation that the readings do not meet: FILE:LINE, what was expected, what was read
[[nodiscard]] std::vector<std::string> unmet(const Story& story, const std::vector<reading::Reading>& readings);

}  // namespace sitcen::story
