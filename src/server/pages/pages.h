#pragma once

#include <string_view>

#include "server/message.h"
#include "server/routes.h"
#include "server/target.h"
#include "sitcen/result.h"

namespace sitcen::server::pages {

/// The pages, a function and a file each. An error becomes a page that says it.
[[nodiscard]] Result<Response> reports(const Site& site, const Target& target);
[[nodiscard]] Result<Response> report(const Site& site, const Target& target, std::string_view name);
[[nodiscard]] Result<Response> rejected(const Site& site, const Target& target);
[[nodiscard]] Result<Response> search(const Site& site, const Target& target);

/// The rules that light up a datum's words when the datum is chosen or pointed at, and the other way round: for
/// statements s1 ... and actors a1 ... A style sheet can do this for known names only, hence one for each pair of
/// counts.
[[nodiscard]] Result<Response> links_sheet(std::string_view name);

[[nodiscard]] Response error(const Error& error);

}  // namespace sitcen::server::pages
