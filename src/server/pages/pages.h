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
[[nodiscard]] Result<Response> who(const Site& site, const Target& target);
[[nodiscard]] Result<Response> events(const Site& site, const Target& target);
[[nodiscard]] Result<Response> said(const Site& site, const Target& target);
[[nodiscard]] Result<Response> search(const Site& site, const Target& target);

/// The rules that light up the words of the statement whose number is the target, where no script runs. A style sheet
/// can name known names only: "12.css" is for s1 to s12.
[[nodiscard]] Result<Response> links_sheet(std::string_view name);

[[nodiscard]] Response error(const Error& error);

}  // namespace sitcen::server::pages
