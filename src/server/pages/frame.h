#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "server/html.h"
#include "server/target.h"

namespace sitcen::server::pages {

enum class Place : unsigned char { elsewhere, reports, who, said, events, rejected, search };

/// What stands around the content of every page.
struct Frame {
  std::string title;
  Place place = Place::elsewhere;
  std::string searched{};   ///< what the search box holds
  std::string sheet{};      ///< address of one more style sheet
  std::string script{};     ///< address of a script that helps; the page reads without it
  std::string json{};       ///< address of the same content as JSON
  std::string skip{};       ///< anchor of a second part to skip to ...
  std::string skip_text{};  ///< ... and what it is
};

/// The way to the next page of a list, if there is one. \param label  what there is more of, for those who do not see
void write_turn(Html& h, const Target& target, const std::optional<std::string>& next, std::string_view label);

/// \return a whole page with the content that `content` writes into its main part
[[nodiscard]] std::string page(const Frame& frame, const std::function<void(Html&)>& content);

}  // namespace sitcen::server::pages
