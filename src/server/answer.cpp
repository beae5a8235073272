#include "server/answer.h"

#define XXH_INLINE_ALL
#include <fmt/format.h>
#include <xxhash.h>

#include <nlohmann/json.hpp>
#include <utility>

namespace sitcen::server {
namespace {

// Pages load what this server has embedded and nothing else: no inline script or style, nothing from elsewhere, and
// nobody frames them.
constexpr std::string_view kContentPolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'";

std::string etag_of(std::string_view body) {
  const XXH128_hash_t hash = XXH3_128bits(body.data(), body.size());
  return fmt::format("\"{:016x}{:016x}\"", hash.high64, hash.low64);
}

/// \return whether the list of If-None-Match names the tag (weak comparison) or is *
bool lists(std::string_view field, std::string_view tag) {
  while (!field.empty()) {
    const std::size_t comma = field.find(',');
    std::string_view one = field.substr(0, comma);
    field.remove_prefix(comma == std::string_view::npos ? field.size() : comma + 1);
    while (one.starts_with(' ') || one.starts_with('\t')) one.remove_prefix(1);
    while (one.ends_with(' ') || one.ends_with('\t')) one.remove_suffix(1);
    if (one.starts_with("W/")) one.remove_prefix(2);
    if (one == "*" || one == tag) return true;
  }
  return false;
}

}  // namespace

Response html_response(int status, std::string body) {
  return {status, "text/html; charset=utf-8", std::move(body), {}};
}

Response json_response(std::string body) { return {200, "application/json", std::move(body), {}}; }

Response problem_response(const Error& error, std::string_view instance) {
  const ErrorInfo& row = info(error.code);
  nlohmann::ordered_json problem;
  problem["type"] = fmt::format("urn:sitcen:error:{}", row.name);
  problem["title"] = reason_phrase(row.http_status);
  problem["status"] = row.http_status;
  problem["detail"] = error.message;
  problem["instance"] = instance;
  return {row.http_status,
          "application/problem+json",
          problem.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n",
          {}};
}

Response see_other(std::string location) { return {303, "", "", {{"Location", std::move(location)}}}; }

Response finish(const Request& request, Response response, Keep keep) {
  response.headers.push_back({"Content-Security-Policy", std::string(kContentPolicy)});
  response.headers.push_back({"X-Content-Type-Options", "nosniff"});
  response.headers.push_back({"Referrer-Policy", "no-referrer"});
  response.headers.push_back({"Cross-Origin-Opener-Policy", "same-origin"});
  response.headers.push_back({"Cross-Origin-Resource-Policy", "same-origin"});
  if (response.status != 200) {
    response.headers.push_back({"Cache-Control", "no-store"});
    return response;
  }
  const std::string tag = etag_of(response.body);
  response.headers.push_back({"ETag", tag});
  response.headers.push_back(
      {"Cache-Control", keep == Keep::forever ? "public, max-age=31536000, immutable" : "private, no-cache"});
  const std::optional<std::string> known = request.header("If-None-Match");
  if (!known || !lists(*known, tag)) return response;
  response.status = 304;
  response.body.clear();
  response.type.clear();
  return response;
}

}  // namespace sitcen::server
