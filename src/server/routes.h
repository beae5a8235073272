#pragma once

#include <memory>
#include <string>

#include "picture/readers.h"
#include "server/message.h"

namespace sitcen::server {

/// What the pages and the API are made from.
struct Site {
  std::shared_ptr<picture::Readers> readers;
  std::string version;  ///< of sitcen
};

/// \return what answers every request: finds the page or the question by its path, and says in HTML or, under /api, as
///         problem+json what cannot be answered
[[nodiscard]] Handler make_handler(Site site);

}  // namespace sitcen::server
