#pragma once

#include <span>
#include <string_view>
#include <vector>

namespace sitcen::reading {

/// Calls `row(columns)` for each line of a table of knowledge/: tab separated, '#' starts a comment line, empty lines
/// are left out, missing columns are "". The views point into `text`.
template <class F>
void for_each_row(std::string_view text, std::size_t columns, F&& row) {
  std::vector<std::string_view> cells(columns);
  while (!text.empty()) {
    std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(line.size() < text.size() ? line.size() + 1 : line.size());
    if (line.empty() || line.front() == '#') continue;
    for (std::string_view& cell : cells) {
      cell = line.substr(0, line.find('\t'));
      line.remove_prefix(cell.size() < line.size() ? cell.size() + 1 : line.size());
    }
    row(std::span<const std::string_view>(cells));
  }
}

/// Calls `item(view)` for each part of a list like "that,quote,np"; empty parts are left out.
template <class F>
void for_each_item(std::string_view list, char separator, F&& item) {
  while (!list.empty()) {
    const std::string_view part = list.substr(0, list.find(separator));
    list.remove_prefix(part.size() < list.size() ? part.size() + 1 : list.size());
    if (!part.empty()) item(part);
  }
}

}  // namespace sitcen::reading
