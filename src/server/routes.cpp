#include "server/routes.h"

#include <algorithm>
#include <functional>
#include <initializer_list>
#include <optional>
#include <utility>

#include "server/answer.h"
#include "server/api.h"
#include "server/assets.h"
#include "server/pages/pages.h"
#include "server/target.h"

namespace sitcen::server {
namespace {

/// What one path answers, and how long the answer holds.
struct Found {
  std::function<Result<Response>()> answer;
  Keep keep = Keep::ask;
};

Result<Response> asset(const Asset& found) {
  return Response{200, std::string(found.type), std::string(found.content), {}};
}

Result<Response> health() { return Response{200, "text/plain; charset=utf-8", "ok\n", {}}; }

/// \return nothing where no page, question or file has this path
std::optional<Found> find(const Site& site, const Target& target) {
  const std::vector<std::string>& path = target.segments;
  const auto is = [&](std::initializer_list<std::string_view> wanted) {
    return std::ranges::equal(path, wanted,
                              [](std::string_view have, std::string_view want) { return want == "*" || have == want; });
  };
  if (is({})) return Found{[&] { return pages::reports(site, target); }};
  if (is({"reports", "*"})) return Found{[&] { return pages::report(site, target, path[1]); }};
  if (is({"who"})) return Found{[&] { return pages::who(site, target); }};
  if (is({"said"})) return Found{[&] { return pages::said(site, target); }};
  if (is({"events"})) return Found{[&] { return pages::events(site, target); }};
  if (is({"rejected"})) return Found{[&] { return pages::rejected(site, target); }};
  if (is({"search"})) return Found{[&] { return pages::search(site, target); }};
  if (is({"links", "*"})) return Found{[&] { return pages::links_sheet(path[1]); }};
  if (is({"healthz"})) return Found{health};
  if (is({"api", "v1", "reports"})) return Found{[&] { return api::reports(site, target); }};
  if (is({"api", "v1", "reports", "*"})) return Found{[&] { return api::report(site, target, path[3]); }};
  if (is({"api", "v1", "copies"})) return Found{[&] { return api::copies(site, target); }};
  if (is({"api", "v1", "diff"})) return Found{[&] { return api::diff(site, target); }};
  if (is({"api", "v1", "search"})) return Found{[&] { return api::search(site, target); }};
  if (is({"api", "v1", "who"})) return Found{[&] { return api::who(site, target); }};
  if (is({"api", "v1", "said"})) return Found{[&] { return api::said(site, target); }};
  if (is({"api", "v1", "figures"})) return Found{[&] { return api::figures(site, target); }};
  for (const auto& [name, kind] : {std::pair{"times", store::FindingKind::time},
                                   {"places", store::FindingKind::place},
                                   {"events", store::FindingKind::event}})
    if (is({"api", "v1", name})) return Found{[&, kind] { return api::findings(site, target, kind); }};
  for (const Asset& one : assets())
    if (one.path == target.path) return Found{[&one] { return asset(one); }, Keep::forever};
  return std::nullopt;
}

Response say(const Error& error, std::string_view path) {
  if (path == "/api" || path.starts_with("/api/")) return problem_response(error, path);
  return pages::error(error);
}

Response answer(const Site& site, const Request& request) {
  const std::string_view raw_path = std::string_view(request.target).substr(0, request.target.find('?'));
  const Result<Target> target = parse_target(request.target);
  if (!target) return finish(request, say(target.error(), raw_path), Keep::ask);
  const std::optional<Found> found = find(site, *target);
  if (!found) return finish(request, say(fail(ErrorCode::not_found, {target->path}).value(), target->path), Keep::ask);
  if (request.method != "GET" && request.method != "HEAD") {
    Response refused = say(fail(ErrorCode::method_not_allowed, {target->path, request.method}).value(), target->path);
    refused.headers.push_back({"Allow", "GET, HEAD"});
    return finish(request, std::move(refused), Keep::ask);
  }
  Result<Response> response = found->answer();
  if (!response) return finish(request, say(response.error(), target->path), Keep::ask);
  return finish(request, *std::move(response), found->keep);
}

}  // namespace

Handler make_handler(Site site) {
  return [site = std::move(site)](const Request& request) { return answer(site, request); };
}

}  // namespace sitcen::server
