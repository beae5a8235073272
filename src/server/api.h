#pragma once

#include <string_view>

#include "server/message.h"
#include "server/routes.h"
#include "server/target.h"
#include "sitcen/result.h"

namespace sitcen::server::api {

/// The questions under /api/v1, named as their commands. A list is one object: schema, as_of, rows (each as
/// sitcen.query/1 prints it) and next, the cursor to go on with, or null. docs/api.md has an example of each.
[[nodiscard]] Result<Response> reports(const Site& site, const Target& target);
[[nodiscard]] Result<Response> copies(const Site& site, const Target& target);
[[nodiscard]] Result<Response> diff(const Site& site, const Target& target);
[[nodiscard]] Result<Response> search(const Site& site, const Target& target);
[[nodiscard]] Result<Response> who(const Site& site, const Target& target);
[[nodiscard]] Result<Response> said(const Site& site, const Target& target);
[[nodiscard]] Result<Response> figures(const Site& site, const Target& target);
/// Times, places or events.
[[nodiscard]] Result<Response> findings(const Site& site, const Target& target, store::FindingKind kind);

/// One report with its text and all that was read from it, as sitcen.read/1.
/// \param name id, key, or the beginning of one of them
[[nodiscard]] Result<Response> report(const Site& site, const Target& target, std::string_view name);

}  // namespace sitcen::server::api
