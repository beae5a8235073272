#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/terminal.h"
#include "sitcen/findings.h"
#include "sitcen/report.h"
#include "store/store.h"

namespace sitcen::cli {

/// "2031-03-12 10:27 +01:00", "2031-03-12 10:27 UTC", "2031-03-12": a time as its source gave it, for people
[[nodiscard]] std::string shown(const std::optional<Timestamp>& time);
/// What a report is called: its id, or the beginning of its key, which is long.
[[nodiscard]] std::string short_name(const std::string& id, const std::string& key);
/// "1 report", "2 reports"
[[nodiscard]] std::string count(std::uint64_t number, std::string_view one, std::string_view many);
/// What a report is called where it has no title: its first words.
[[nodiscard]] std::string heading(const std::optional<std::string>& title, std::string_view text);
/// The parts that are there with dots between them, in the dim style, wrapped under `indent`.
[[nodiscard]] std::string dim_line(const std::vector<std::string>& parts, std::size_t indent, const Terminal& terminal);

/// What a datum says, the sentence with its words marked, and below it where that stands, then `facts`.
[[nodiscard]] std::string sentence_card(const std::string& meaning, const store::Evidence& evidence,
                                        const std::optional<Timestamp>& published,
                                        const std::vector<std::string>& facts, const Terminal& terminal);

/// A table: a heading and rows, each column as wide as it needs, the column `flexible` clipped to what is left.
class Table {
 public:
  /// \param numbers columns that are aligned to the right
  Table(std::vector<std::string> headings, std::size_t flexible, std::vector<std::size_t> numbers = {});
  void row(std::vector<std::string> cells);
  [[nodiscard]] std::string text(const Terminal& terminal) const;

 private:
  std::vector<std::vector<std::string>> rows_;  ///< the first is the headings
  std::size_t flexible_;
  std::vector<std::size_t> numbers_;
};

}  // namespace sitcen::cli
