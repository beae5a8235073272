#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>

#include "server/pages/pages.h"

namespace sitcen::server::pages {
namespace {

constexpr unsigned kMost = 4000;  // data of one kind: what one sheet may hold

std::optional<unsigned> take_number(std::string_view& text) {
  unsigned value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || value > kMost) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return value;
}

}  // namespace

Result<Response> links_sheet(std::string_view sheet) {
  const auto nothing = fail(ErrorCode::not_found, {fmt::format("/links/{}", sheet)});
  std::string_view rest = sheet;
  const std::optional<unsigned> statements = take_number(rest);
  if (!statements || !rest.starts_with('-')) return nothing;
  rest.remove_prefix(1);
  const std::optional<unsigned> actors = take_number(rest);
  if (!actors || rest != ".css") return nothing;

  std::string css;
  const auto add = [&](char letter, unsigned number) {
    const std::string id = fmt::format("{}{}", letter, number);
    // From the datum, or from its own words, to its words; and from its words to the datum.
    css += fmt::format(
        ".pair:has(#{0}:is(:target,:hover,:focus-within)) .m.{0},.pair:has(.text "
        ".{0}:is(:target,:hover,:focus-visible)) .m.{0}",
        id);
    if (letter == 's') css += fmt::format(",.pair:has(#w-{0}:is(:target,:hover,:focus-visible)) .m.{0}", id);
    css += "{background:var(--lit)}\n";
    css += fmt::format(".pair:has(.m.{0}:hover) #{0}{{box-shadow:inset 3px 0 var(--accent)}}\n", id);
  };
  for (unsigned i = 1; i <= *statements; ++i) add('s', i);
  for (unsigned i = 1; i <= *actors; ++i) add('a', i);
  return Response{200, "text/css; charset=utf-8", std::move(css), {}};
}

}  // namespace sitcen::server::pages
