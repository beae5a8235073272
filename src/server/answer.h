#pragma once

#include <string>
#include <string_view>

#include "server/message.h"
#include "sitcen/result.h"

namespace sitcen::server {

/// How long a client may keep an answer without asking again.
enum class Keep : bool {
  ask,      ///< it may keep it, but asks each time whether it still holds (ETag)
  forever,  ///< its address changes whenever its content does
};

[[nodiscard]] Response html_response(int status, std::string body);
[[nodiscard]] Response json_response(std::string body);

/// RFC 9457: what a program gets instead of an answer. The type names the row of the error table.
/// \param instance the path that was asked for
[[nodiscard]] Response problem_response(const Error& error, std::string_view instance);

/// 303 to another address of this server.
[[nodiscard]] Response see_other(std::string location);

/// Adds what every answer has: the headers that keep foreign content out, Cache-Control and ETag; turns the answer into
/// a 304 if the client has this very body (If-None-Match).
[[nodiscard]] Response finish(const Request& request, Response response, Keep keep);

}  // namespace sitcen::server
