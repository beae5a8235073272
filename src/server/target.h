#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sitcen/result.h"

namespace sitcen::server {

/// A request target taken apart and percent-decoded.
struct Target {
  std::string path;                                             ///< still encoded, for messages: "/reports/a%2Fb"
  std::vector<std::string> segments;                            ///< decoded: {"reports", "a/b"}; "/" has none
  std::vector<std::pair<std::string, std::string>> parameters;  ///< decoded, in order

  /// \return the last value of the parameter
  [[nodiscard]] std::optional<std::string_view> parameter(std::string_view name) const;
};

/// Takes "/path?query" or "http://host/path?query".
/// \return bad_request for anything else, a broken %-escape, text that is not UTF-8 or holds a NUL; not_found for an
///         empty, "." or ".." segment (a trailing slash makes an empty one)
[[nodiscard]] Result<Target> parse_target(std::string_view target);

/// \return the text with everything but A-Z a-z 0-9 - . _ ~ percent-encoded, fit for a path segment or a parameter
[[nodiscard]] std::string percent_encode(std::string_view text);

}  // namespace sitcen::server
