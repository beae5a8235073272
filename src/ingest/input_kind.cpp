#include "ingest/input_kind.h"

#include <algorithm>
#include <filesystem>
#include <string>
#include <utility>

#include "ingest/ascii.h"

namespace sitcen::ingest {
namespace {

constexpr std::pair<std::string_view, InputKind> kNames[] = {
    {"text", InputKind::text}, {"html", InputKind::html}, {"jsonl", InputKind::jsonl}};

constexpr std::pair<std::string_view, InputKind> kSuffixes[] = {
    {".txt", InputKind::text},    {".text", InputKind::text},   {".md", InputKind::text},
    {".html", InputKind::html},   {".htm", InputKind::html},    {".xhtml", InputKind::html},
    {".jsonl", InputKind::jsonl}, {".ndjson", InputKind::jsonl}};

constexpr std::pair<std::string_view, InputKind> kMediaTypes[] = {{"text/plain", InputKind::text},
                                                                  {"text/markdown", InputKind::text},
                                                                  {"text/html", InputKind::html},
                                                                  {"application/xhtml+xml", InputKind::html},
                                                                  {"application/x-ndjson", InputKind::jsonl},
                                                                  {"application/jsonl", InputKind::jsonl}};

template <std::size_t N>
InputKind kind_in(const std::pair<std::string_view, InputKind> (&table)[N], std::string_view key) {
  for (const auto& [known, kind] : table) {
    if (key == known) return kind;
  }
  return InputKind::automatic;
}

}  // namespace

Result<InputKind> input_kind(std::string_view name) {
  const InputKind kind = kind_in(kNames, name);
  if (kind == InputKind::automatic) return fail(ErrorCode::unknown_input, {name});
  return kind;
}

std::vector<std::string> input_kind_names() {
  std::vector<std::string> names;
  for (const auto& [name, kind] : kNames) names.emplace_back(name);
  return names;
}

InputKind kind_of_suffix(std::string_view origin) {
  return kind_in(kSuffixes, lower_ascii(std::filesystem::path(origin).extension().string()));
}

InputKind kind_of_media_type(std::string_view media_type) {
  std::string_view bare = media_type.substr(0, media_type.find(';'));
  while (bare.ends_with(' ')) bare.remove_suffix(1);
  return kind_in(kMediaTypes, lower_ascii(std::string(bare)));
}

InputKind kind_of_content(std::string_view bytes) {
  std::string head(bytes);
  if (head.starts_with("\xEF\xBB\xBF")) head.erase(0, 3);
  if (head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF")) head.erase(0, 2);
  std::erase(head, '\0');
  head = lower_ascii(head);
  const std::size_t begin = std::min(head.find_first_not_of(" \t\r\n"), head.size());
  const std::string_view text = std::string_view(head).substr(begin);
  if (text.starts_with('{')) {
    const std::size_t next = text.find_first_not_of(" \t\r\n", 1);
    return next != std::string_view::npos && text[next] == '"' ? InputKind::jsonl : InputKind::text;
  }
  const bool is_page = text.starts_with("<!doctype html") || text.starts_with("<html") ||
                       (text.starts_with('<') && text.find("<html") != std::string_view::npos);
  return is_page ? InputKind::html : InputKind::text;
}

}  // namespace sitcen::ingest
