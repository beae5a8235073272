#pragma once

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "sitcen/findings.h"

namespace sitcen::reading {

/// \return the value a table calls by that name
template <class T, std::size_t N>
[[nodiscard]] std::optional<T> named(const std::array<std::pair<std::string_view, T>, N>& names,
                                     std::string_view name) {
  const auto at = std::ranges::find(names, name, &std::pair<std::string_view, T>::first);
  if (at == names.end()) return std::nullopt;
  return at->second;
}

/// \return the modality that prints as `word`
[[nodiscard]] inline std::optional<Modality> modality_named(std::string_view word) {
  for (int m = 0; m <= static_cast<int>(Modality::thanked); ++m)
    if (name(static_cast<Modality>(m)) == word) return static_cast<Modality>(m);
  return std::nullopt;
}

}  // namespace sitcen::reading
