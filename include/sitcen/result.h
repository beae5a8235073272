#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace sitcen {

/// What went wrong. The one list is error_table.inc.
enum class ErrorCode : std::uint16_t {
#define SITCEN_ERROR(code, text, exit, http, metric, python) code,
#include "sitcen/error_table.inc"
#undef SITCEN_ERROR
};

/// One row of the error table.
struct ErrorInfo {
  ErrorCode code;
  std::string_view name;    ///< the code as written, e.g. "not_utf8"
  std::string_view text;    ///< with {} to be filled in order
  int exit_code;            ///< of the command
  int http_status;          ///< of the server
  std::string_view metric;  ///< label of sitcen_errors_total
  std::string_view python;  ///< exception of the Python package
};

/// \return the row of a code
[[nodiscard]] const ErrorInfo& info(ErrorCode code) noexcept;

struct Error {
  ErrorCode code = ErrorCode::internal;
  std::string message;  ///< the table's text, filled; says what a person can do
};

template <class T>
using Result = tl::expected<T, Error>;

/// \return an error with the table's text, its {} filled with `fillings` in order
[[nodiscard]] tl::unexpected<Error> fail(ErrorCode code, std::initializer_list<std::string_view> fillings = {});
[[nodiscard]] inline tl::unexpected<Error> fail(Error error) { return tl::unexpected<Error>(std::move(error)); }

}  // namespace sitcen
