#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "language/strings.h"

namespace sitcen::language {

/// spaCy's string ids, before there is a model to ask.
class StringIds {
 public:
  StringIds();
  [[nodiscard]] StringId operator()(std::string_view text) const;
  /// \return the reserved strings with their numbers
  [[nodiscard]] const std::map<std::string, std::uint32_t, std::less<>>& symbols() const { return symbols_; }

 private:
  std::map<std::string, std::uint32_t, std::less<>> symbols_;
};

/// Calls row(left, right) for each row of a table of two columns.
template <class Row>
void for_each_row(std::string_view table, Row row) {
  while (!table.empty()) {
    const std::size_t end = std::min(table.find('\n'), table.size());
    const std::string_view line = table.substr(0, end);
    table.remove_prefix(std::min(end + 1, table.size()));
    if (line.empty() || line.starts_with("# ")) continue;
    const std::size_t tab = line.find('\t');
    row(line.substr(0, tab), line.substr(tab + 1));
  }
}

}  // namespace sitcen::language
