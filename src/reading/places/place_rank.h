#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "reading/places/gazetteer.h"
#include "reading/places/place_mentions.h"

namespace sitcen::reading {

/// What may be meant by one name, with how likely.
struct PlaceChoice {
  std::optional<std::uint32_t> row;  ///< none: unlisted, or too many are alike
  std::optional<std::uint32_t> runner_up;
  float score = 0, runner_up_score = 0;
  bool by_container = false;  ///< row is the state or country that it is said to lie in
  std::vector<std::string_view> reasons;
};

/// Decides for all mentions of a document together: what stands beside a name, in what country and near what the other
/// names lie, how many people live there. Cost linear in the mentions.
/// \param home  rows of the places that the source's name tells
/// \return parallel to mentions
[[nodiscard]] std::vector<PlaceChoice> choose_places(const Document& doc, const std::vector<PlaceMention>& mentions,
                                                     const Gazetteer& gazetteer,
                                                     const std::vector<std::uint32_t>& home);

}  // namespace sitcen::reading
