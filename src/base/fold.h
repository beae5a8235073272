#pragma once

#include <string>
#include <string_view>

namespace sitcen::base {

/// \param text valid UTF-8
/// \return the text as names are compared: without case, accents and full stops; white space, hyphens and dashes
///         become one ' ', apostrophes of any kind '
[[nodiscard]] std::string fold(std::string_view text);

}  // namespace sitcen::base
