#pragma once

#include <string>
#include <string_view>

namespace sitcen::ingest {

/// An address as it is meant where it stands (RFC 3986, 5.2): relative to the base, `.` and `..` taken out.
/// \param base      absolute, or empty where none is known
/// \param reference absolute or relative; white space around it does not count
/// \return the reference as it is where the base has no scheme
[[nodiscard]] std::string resolved(std::string_view base, std::string_view reference);

/// \return whether an address begins with a scheme and has a host: "https://..."
[[nodiscard]] bool has_scheme_and_host(std::string_view address);

}  // namespace sitcen::ingest
