#pragma once

#include <span>
#include <string_view>

namespace sitcen::knowledge {

/// One table of knowledge/ as it stands in the repository, embedded in the program.
struct Table {
  std::string_view path;  ///< "en/cues.tsv"
  std::string_view text;
};

/// \return all tables, sorted by path
[[nodiscard]] std::span<const Table> tables() noexcept;
/// \return the table's text, empty if there is none of that path
[[nodiscard]] std::string_view table(std::string_view path) noexcept;
/// \return "sha256:..." over all tables: which knowledge a finding was read with
[[nodiscard]] std::string_view version() noexcept;

}  // namespace sitcen::knowledge
