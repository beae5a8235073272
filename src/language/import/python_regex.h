#pragma once

#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace sitcen::language {

/// Rewrites a regular expression of Python's `re` (str, no flags but (?u) and (?iu)) for PCRE2 with UTF and without
/// UCP: \u and \U escapes, the classes \s \d \w, which there depend on PCRE2's own tables, and \Z.
/// \return the reason if it uses what the two mean differently
[[nodiscard]] tl::expected<std::string, std::string> to_pcre2(std::string_view python);

}  // namespace sitcen::language
