#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sitcen/result.h"

namespace sitcen::ingest {

/// All text of a piece of HTML that is an article and nothing else (of a feed, a mail, an agency's item), block by
/// block.
/// \param html UTF-8
/// \return bad_html
[[nodiscard]] Result<std::vector<std::string>> read_fragment(std::string_view html);

}  // namespace sitcen::ingest
