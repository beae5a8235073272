#include <fmt/format.h>

#include <charconv>

#include "server/pages/pages.h"

namespace sitcen::server::pages {

Result<Response> links_sheet(std::string_view sheet) {
  constexpr unsigned kMost = 10'000;
  unsigned statements = 0;
  const char* end = sheet.data() + sheet.size();
  const auto [rest, error] = std::from_chars(sheet.data(), end, statements);
  if (error != std::errc() || std::string_view(rest, end) != ".css" || statements > kMost)
    return fail(ErrorCode::not_found, {fmt::format("/links/{}", sheet)});
  // Siblings alone: a rule with :has() for each statement takes a browser seconds on a long report.
  std::string css;
  for (unsigned i = 1; i <= statements; ++i) css += fmt::format("#w-s{0}:target~.s{0}{{background:var(--lit)}}\n", i);
  return Response{200, "text/css; charset=utf-8", std::move(css), {}};
}

}  // namespace sitcen::server::pages
