#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace sitcen::base {

/// \return the word of `known` that `typed` most likely stands for (one slip in three letters), or none
[[nodiscard]] std::optional<std::string> suggest(std::string_view typed, std::span<const std::string> known);

}  // namespace sitcen::base
