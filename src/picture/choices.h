#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/fold.h"
#include "sitcen/result.h"

namespace sitcen::picture {

/// \return the names of all values of an enumeration
template <class Enum>
[[nodiscard]] std::vector<std::string> names_up_to(Enum last) {
  std::vector<std::string> out;
  for (int i = 0; i <= static_cast<int>(last); ++i) out.emplace_back(name(static_cast<Enum>(i)));
  return out;
}

/// The value that a person means who types its name; capitals do not matter.
/// \param what  is asked for, e.g. "modality"
/// \return none where nothing is typed; bad_request for a name that none has
template <class Enum>
[[nodiscard]] Result<std::optional<Enum>> chosen(std::string_view what, const std::optional<std::string>& typed,
                                                 Enum last) {
  if (!typed) return std::optional<Enum>();
  std::string list;
  for (int i = 0; i <= static_cast<int>(last); ++i) {
    const auto one = static_cast<Enum>(i);
    if (base::fold(name(one)) == base::fold(*typed)) return std::optional(one);
    list += (list.empty() ? "" : ", ") + std::string(name(one));
  }
  return fail(ErrorCode::bad_request, {std::string(what) + ": one of " + list + ", not " + *typed});
}

}  // namespace sitcen::picture
