#include "server/asked.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace sitcen::server {
namespace {

constexpr std::array<std::string_view, 6> kShared = {"as_of", "since", "until", "source", "after", "limit"};

Result<void> check_names(const Target& target, std::span<const std::string_view> own) {
  for (std::size_t i = 0; i < target.parameters.size(); ++i) {
    const std::string& name = target.parameters[i].first;
    if (std::ranges::find(kShared, name) == kShared.end() && std::ranges::find(own, name) == own.end())
      return fail(ErrorCode::bad_request,
                  {fmt::format("there is no parameter {}; there are {}{}{}", name, fmt::join(own, ", "),
                               own.size() > 0 ? ", " : "", fmt::join(kShared, ", "))});
    for (std::size_t j = 0; j < i; ++j)
      if (target.parameters[j].first == name)
        return fail(ErrorCode::bad_request, {fmt::format("the parameter {} is given twice", name)});
  }
  return {};
}

Result<std::optional<base::Instant>> time(const Target& target, std::string_view name) {
  const std::optional<std::string_view> text = target.parameter(name);
  if (!text || text->empty()) return std::nullopt;
  const std::optional<base::Instant> at = base::parse_instant(*text);
  if (!at)
    return fail(ErrorCode::bad_request,
                {fmt::format("{}: not a time: {}; write it as 2031-03-12 or 2031-03-12T10:00:00Z", name, *text)});
  return at;
}

}  // namespace

Result<Asked> parse_asked(const Target& target, std::span<const std::string_view> own) {
  if (Result<void> names = check_names(target, own); !names) return fail(names.error());
  Asked asked;
  for (const auto& [name, into] : {std::pair{"as_of", &asked.scope.as_of}, std::pair{"since", &asked.scope.since},
                                   std::pair{"until", &asked.scope.until}}) {
    Result<std::optional<base::Instant>> at = time(target, name);
    if (!at) return fail(at.error());
    *into = *at;
  }
  if (const auto source = target.parameter("source"); source && !source->empty())
    asked.scope.source = std::string(*source);
  asked.page.after = target.parameter("after").value_or("");
  asked.page.limit = kDefaultLimit;
  if (const auto limit = target.parameter("limit")) {
    const char* end = limit->data() + limit->size();
    const auto [stop, error] = std::from_chars(limit->data(), end, asked.page.limit);
    if (error != std::errc() || stop != end || asked.page.limit < 1 || asked.page.limit > kMaxLimit)
      return fail(ErrorCode::bad_request,
                  {fmt::format("limit: not a whole number from 1 to {}: {}", kMaxLimit, *limit)});
  }
  return asked;
}

Result<Rows<picture::WhoRow>> who_page(picture::Who all, const picture::Compared& compared, const store::Page& page) {
  const auto id = [&](const picture::WhoRow& row) -> const std::string& { return compared.actors.all[row.actor].id; };
  return page_of(std::move(all.rows), id, page);
}

std::optional<std::string> given(const Target& target, std::string_view name) {
  const auto text = target.parameter(name);
  if (!text || text->find_first_not_of(" \t\r\n") == std::string_view::npos) return std::nullopt;
  return std::string(*text);
}

std::vector<std::string_view> names_of(const std::vector<picture::Parameter>& parameters) {
  std::vector<std::string_view> out;
  for (const picture::Parameter& one : parameters) out.emplace_back(one.name);
  return out;
}

picture::Typed typed_in(const Target& target, const std::vector<picture::Parameter>& parameters) {
  picture::Typed out;
  for (const picture::Parameter& one : parameters)
    if (auto text = given(target, one.name)) out[one.name] = *std::move(text);
  return out;
}

picture::SaidQuestion said_question(const Target& target) {
  return {given(target, "by"), given(target, "about"), given(target, "modality")};
}

std::string with_parameter(const Target& target, std::string_view name, std::string_view value) {
  std::string query;
  const auto add = [&](std::string_view key, std::string_view text) {
    query += query.empty() ? '?' : '&';
    query += percent_encode(key) + '=' + percent_encode(text);
  };
  for (const auto& [key, text] : target.parameters)
    if (key != name) add(key, text);
  if (!value.empty()) add(name, value);
  return target.path + query;
}

}  // namespace sitcen::server
