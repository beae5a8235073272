#pragma once

#include <functional>
#include <string>

#include "server/html.h"

namespace sitcen::server::pages {

enum class Place : unsigned char { elsewhere, reports, who, said, rejected, search };

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

/// \return a whole page with the content that `content` writes into its main part
[[nodiscard]] std::string page(const Frame& frame, const std::function<void(Html&)>& content);

}  // namespace sitcen::server::pages
