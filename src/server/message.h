#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sitcen::server {

struct Header {
  std::string name, value;
};

/// One request as the pages and the API see it: no socket, no library type.
struct Request {
  std::string method;           ///< as sent: "GET"
  std::string target;           ///< origin form as sent, still percent-encoded: "/reports?limit=5"
  std::vector<Header> headers;  ///< in order, names as sent
  std::string body;

  /// \param name in any case
  /// \return all values of the field, joined with ", "; none if it was not sent
  [[nodiscard]] std::optional<std::string> header(std::string_view name) const;
};

/// What goes back. Content-Length, Date, Connection and the body of a HEAD or 304 answer are the HTTP layer's affair.
struct Response {
  int status = 200;
  std::string type;  ///< Content-Type; empty: none
  std::string body;
  std::vector<Header> headers;

  /// \return the first value of the field, none if there is none
  [[nodiscard]] std::optional<std::string_view> header(std::string_view name) const;
};

/// Called on worker threads, several at once. May block; must not throw (an exception becomes a bare 500).
using Handler = std::function<Response(const Request&)>;

/// ASCII only, as header names and the words of HTTP need it.
[[nodiscard]] bool equal_ignoring_case(std::string_view a, std::string_view b) noexcept;

/// \return the standard reason phrase; "" for a status this server never sends
[[nodiscard]] std::string_view reason_phrase(int status) noexcept;

}  // namespace sitcen::server
