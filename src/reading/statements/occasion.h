#pragma once

#include "reading/statements/scene.h"

namespace sitcen::reading {

/// A phrase beside a cue that says where or when somebody spoke, and so is no part of what was said.
enum class Setting : std::uint8_t {
  none,
  time,      ///< "on Tuesday", "Thursday"
  occasion,  ///< "after the talks", "in an interview with the paper", "at a rally in Tarn"
};

/// \param phrase  head of a phrase that hangs on a cue
[[nodiscard]] Setting setting_of(const Scene& scene, std::uint32_t phrase);

/// \return the first phrase behind the verb, else in front of it, that names the occasion; empty if there is none
[[nodiscard]] TokenRange occasion_of(const Scene& scene, std::uint32_t verb);

}  // namespace sitcen::reading
