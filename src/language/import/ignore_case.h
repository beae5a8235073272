#pragma once

#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace sitcen::language {

/// Rewrites a regular expression of Python's `re` that ignores case for PCRE2. Python compares lower-cased letters and
/// knows a few more equal ones (i and dotless i), PCRE2 folds: where the two differ, and for long classes, the pattern
/// refers to a group that lists the code points. Groups, repetitions, anchors, classes and plain escapes are known.
/// \param python  without its flags
/// \return the reason if it uses something else
[[nodiscard]] tl::expected<std::string, std::string> to_pcre2_ignoring_case(std::string_view python);

}  // namespace sitcen::language
