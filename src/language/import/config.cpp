#include "language/import/config.h"

#include <nlohmann/json.hpp>

namespace sitcen::language {
namespace {

using nlohmann::json;

std::string_view trim(std::string_view s) {
  const std::size_t first = s.find_first_not_of(" \t\r");
  if (first == s.npos) return {};
  return s.substr(first, s.find_last_not_of(" \t\r") - first + 1);
}

json parse_json(const std::optional<std::string>& text) {
  return text ? json::parse(*text, nullptr, false) : json(json::value_t::discarded);
}

}  // namespace

tl::expected<Config, std::string> Config::parse(std::string_view text) {
  Config config;
  Section* section = nullptr;
  std::string* value = nullptr;
  int line_number = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    ++line_number;
    const std::string_view content = trim(line);
    const auto bad = [&](std::string_view why) {
      return tl::unexpected("line " + std::to_string(line_number) + ": " + std::string(why));
    };
    if (content.empty() || content[0] == '#' || content[0] == ';') continue;
    if ((line[0] == ' ' || line[0] == '\t') && value != nullptr) {  // a value over several lines
      *value += '\n';
      *value += content;
      continue;
    }
    if (content[0] == '[') {
      if (content.back() != ']') return bad("a section without ]");
      section = &config.sections_[std::string(content.substr(1, content.size() - 2))];
      value = nullptr;
      continue;
    }
    const std::size_t equals = content.find('=');
    if (equals == content.npos) return bad("neither a section nor key = value");
    if (section == nullptr) return bad("a value before the first section");
    value = &(*section)[std::string(trim(content.substr(0, equals)))];
    *value = trim(content.substr(equals + 1));
  }
  return config;
}

std::optional<std::string> Config::raw(std::string_view section, std::string_view key) const {
  std::string in(section);
  std::string of(key);
  // A chain of references is short; a longer one is a circle.
  for (int step = 0; step < 8; ++step) {
    const auto s = sections_.find(in);
    if (s == sections_.end()) return std::nullopt;
    const auto v = s->second.find(of);
    if (v == s->second.end()) return std::nullopt;
    const std::string_view value = v->second;
    if (!value.starts_with("${") || !value.ends_with('}')) return v->second;
    const std::string_view reference = value.substr(2, value.size() - 3);
    std::size_t cut = reference.find(':');
    if (cut == reference.npos) cut = reference.rfind('.');
    if (cut == reference.npos) return std::nullopt;
    std::string next(reference.substr(0, cut));
    of = reference.substr(cut + 1);
    in = std::move(next);
  }
  return std::nullopt;
}

std::optional<std::string> Config::text(std::string_view section, std::string_view key) const {
  const json value = parse_json(raw(section, key));
  if (!value.is_string()) return std::nullopt;
  return value.get<std::string>();
}

std::optional<std::int64_t> Config::integer(std::string_view section, std::string_view key) const {
  const json value = parse_json(raw(section, key));
  if (!value.is_number_integer()) return std::nullopt;
  return value.get<std::int64_t>();
}

std::optional<bool> Config::boolean(std::string_view section, std::string_view key) const {
  const json value = parse_json(raw(section, key));
  if (!value.is_boolean()) return std::nullopt;
  return value.get<bool>();
}

std::optional<std::vector<std::string>> Config::texts(std::string_view section, std::string_view key) const {
  const json value = parse_json(raw(section, key));
  if (!value.is_array()) return std::nullopt;
  std::vector<std::string> out;
  for (const json& item : value) {
    if (!item.is_string()) return std::nullopt;
    out.push_back(item.get<std::string>());
  }
  return out;
}

std::optional<std::vector<std::int64_t>> Config::integers(std::string_view section, std::string_view key) const {
  const json value = parse_json(raw(section, key));
  if (!value.is_array()) return std::nullopt;
  std::vector<std::int64_t> out;
  for (const json& item : value) {
    if (!item.is_number_integer()) return std::nullopt;
    out.push_back(item.get<std::int64_t>());
  }
  return out;
}

}  // namespace sitcen::language
