#pragma once

#include <string_view>

namespace sitcen::ingest {

/// \return whether a file of an archive is one that programs leave for themselves, as in folders: a part of its path
///         begins with a dot
[[nodiscard]] inline bool is_hidden_path(std::string_view path) {
  if (path.starts_with("__MACOSX/")) return true;
  while (!path.empty()) {
    const std::string_view part = path.substr(0, path.find('/'));
    if (part.starts_with('.') && part != "." && part != "..") return true;
    path.remove_prefix(part.size() < path.size() ? part.size() + 1 : part.size());
  }
  return false;
}

}  // namespace sitcen::ingest
