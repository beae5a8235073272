#pragma once

#include <string_view>

namespace sitcen {

/// \return the version of this sitcen: "0.1.0"
[[nodiscard]] std::string_view version() noexcept;

}  // namespace sitcen
