#include "ingest/header_fields.h"

#include <algorithm>

#include "ingest/ascii.h"

namespace sitcen::ingest {
namespace {

constexpr std::string_view kSpace = " \t\r\n";

bool is_name(std::string_view text) {
  return !text.empty() && std::ranges::none_of(text, [](char c) { return c <= ' ' || c == 0x7F; });
}

/// Takes a value that may be quoted off the front; what follows starts at a ';' or is empty.
std::string take_value(std::string_view& rest) {
  std::string out;
  if (!rest.starts_with('"')) {
    const std::size_t end = std::min(rest.find(';'), rest.size());
    out = trimmed(rest.substr(0, end));
    rest.remove_prefix(end);
    return out;
  }
  std::size_t at = 1;
  for (; at < rest.size() && rest[at] != '"'; ++at) {
    if (rest[at] == '\\' && at + 1 < rest.size()) ++at;
    out += rest[at];
  }
  rest.remove_prefix(std::min(at + 1, rest.size()));
  rest.remove_prefix(std::min(rest.find(';'), rest.size()));
  return out;
}

}  // namespace

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(kSpace);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kSpace) - begin + 1);
}

bool equal_ignoring_case(std::string_view a, std::string_view lower_case) {
  return std::ranges::equal(a, lower_case, [](char x, char y) { return lower_ascii(x) == y; });
}

std::optional<std::string_view> HeaderBlock::find(std::string_view name) const {
  for (const HeaderField& field : fields) {
    if (equal_ignoring_case(field.name, name)) return field.value;
  }
  return std::nullopt;
}

HeaderBlock read_header_fields(std::string_view bytes) {
  HeaderBlock block;
  std::size_t at = 0;
  while (at < bytes.size()) {
    const std::size_t newline = bytes.find('\n', at);
    const std::size_t next = newline == std::string_view::npos ? bytes.size() : newline + 1;
    std::string_view line = bytes.substr(at, next - at);
    if (trimmed(line).empty() && (line.front() == '\n' || line.front() == '\r')) {
      block.complete = newline != std::string_view::npos;
      at = next;
      break;
    }
    const bool folded = line.front() == ' ' || line.front() == '\t';
    if (folded && !block.fields.empty()) {
      std::string_view& value = block.fields.back().value;
      const std::string_view part = trimmed(line);
      if (!part.empty()) {
        const char* begin = value.empty() ? part.data() : value.data();
        value = {begin, static_cast<std::size_t>(part.data() + part.size() - begin)};
      }
    } else if (const std::size_t colon = line.find(':'); colon != std::string_view::npos) {
      std::string_view name = line.substr(0, colon);
      while (name.ends_with(' ') || name.ends_with('\t')) name.remove_suffix(1);
      if (is_name(name)) {
        std::string_view value = trimmed(line.substr(colon + 1));
        if (value.empty()) value = line.substr(colon + 1, 0);
        block.fields.push_back({name, value});
      }
    }
    at = next;
  }
  block.size = at;
  return block;
}

std::string unfolded(std::string_view value) {
  std::string out;
  while (!value.empty()) {
    const std::size_t end = std::min(value.find('\n'), value.size());
    const std::string_view line = trimmed(value.substr(0, end));
    if (!out.empty() && !line.empty()) out += ' ';
    out += line;
    value.remove_prefix(std::min(end + 1, value.size()));
  }
  return out;
}

std::optional<std::string> MediaType::parameter(std::string_view name) const {
  for (const auto& [key, value] : parameters) {
    if (key == name) return value;
  }
  return std::nullopt;
}

MediaType read_media_type(std::string_view value) {
  MediaType out;
  const std::size_t end = std::min(value.find(';'), value.size());
  out.type = lower_ascii(trimmed(value.substr(0, end)));
  std::string_view rest = value.substr(end);
  while (!rest.empty()) {
    rest.remove_prefix(1);  // the ';'
    const std::size_t equals = rest.find('=');
    const std::size_t stop = std::min(rest.find(';'), rest.size());
    if (equals == std::string_view::npos || equals > stop) {
      rest.remove_prefix(stop);
      continue;
    }
    std::string name = lower_ascii(trimmed(rest.substr(0, equals)));
    rest = rest.substr(equals + 1);
    rest.remove_prefix(std::min(rest.find_first_not_of(kSpace), rest.size()));
    out.parameters.emplace_back(std::move(name), take_value(rest));
  }
  return out;
}

}  // namespace sitcen::ingest
