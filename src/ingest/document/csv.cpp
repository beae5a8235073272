#include "ingest/document/csv.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "ingest/ascii.h"
#include "ingest/decoder.h"
#include "ingest/given_time.h"
#include "ingest/header_fields.h"
#include "ingest/identity.h"
#include "ingest/line_reader.h"
#include "ingest/text.h"

namespace sitcen::ingest {
namespace {

enum class Column : std::uint8_t { text, title, published, url, source, id, language, byline, other };

constexpr std::array<std::string_view, 8> kColumns = {"text",   "title", "published", "url",
                                                      "source", "id",    "language",  "byline"};
constexpr std::size_t kMostColumns = 1000;

struct Row {
  std::size_t line = 0;  ///< it begins in, from 1
  std::vector<std::string> cells;
  std::optional<Error> fault;
};

/// Cuts a table into rows; a cell in quotes may hold line ends.
class RowReader {
 public:
  RowReader(Decoder& decoder, std::size_t limit) : decoder_(&decoder), lines_(decoder, limit, 0), limit_(limit) {}

  /// \return the next row that is not blank; none at the end
  Result<std::optional<Row>> next(char comma) {
    for (;;) {
      Row row;
      row.line = lines_.number() + 1;
      std::string pending;
      bool quoted = false;
      do {
        auto line = lines_.next();
        if (!line) return fail(line.error());
        if (!*line) {
          if (!quoted) return std::optional<Row>();
          row.fault = damaged(row.line, "a quotation mark is not closed");
          return std::optional(std::move(row));
        }
        take_line(**line, quoted, pending, row, comma);
      } while (quoted);
      if (row.fault || row.cells.size() > 1 || !is_blank(row.cells.empty() ? std::string() : row.cells.front())) {
        return std::optional(std::move(row));
      }
    }
  }

  static Error damaged(std::size_t line, std::string_view why) {
    return fail(ErrorCode::record_damaged, {"in line " + std::to_string(line), why}).value();
  }

 private:
  void take_line(const Line& line, bool& quoted, std::string& cell, Row& row, char comma) {
    const std::size_t so_far = cell.size();
    if (line.size > limit_ || so_far + line.size > limit_) {
      // Whether its quotes are closed is not known: the next line is taken for a new row.
      const std::string size = std::to_string(so_far + line.size);
      row.fault = fail(ErrorCode::report_too_long, {size, std::to_string(limit_)}).value();
      quoted = false;
      return;
    }
    if (auto fault = decoder_->fault(line.text, line.begin); fault && !row.fault) row.fault = std::move(fault);
    std::string_view text = line.text;
    if (text.ends_with('\r')) text.remove_suffix(1);
    if (quoted) cell += '\n';
    std::size_t at = 0;
    const auto close = [&] {
      if (row.cells.size() < kMostColumns) row.cells.push_back(std::move(cell));
      cell.clear();
    };
    bool at_start = !quoted;  // of a cell
    while (at < text.size()) {
      const char c = text[at++];
      if (quoted) {
        if (c != '"') {
          cell += c;
        } else if (at < text.size() && text[at] == '"') {
          cell += text[at++];
        } else {
          quoted = false;
        }
      } else if (c == '"' && at_start) {
        quoted = true;
      } else if (c == comma) {
        close();
        at_start = true;
        continue;
      } else {
        cell += c;
      }
      at_start = false;
    }
    if (!quoted) close();
  }

  Decoder* decoder_;
  LineReader lines_;
  std::size_t limit_;
};

class CsvReports {
 public:
  CsvReports(Decoder decoder, InputHint hint)
      : hint_(std::move(hint)), decoder_(std::move(decoder)), rows_(decoder_, hint_.options.max_report_bytes) {}

  std::optional<Reading> next() {
    if (ended_) return std::nullopt;
    if (columns_.empty()) {
      if (auto rejection = read_names()) {
        ended_ = true;
        return rejection;
      }
    }
    auto row = rows_.next(comma_);
    if (!row || !*row) {
      ended_ = true;
      if (!row) return rejected(hint_, row.error());
      if (any_) return std::nullopt;
      return rejected(hint_, fail(ErrorCode::empty_report).value());
    }
    any_ = true;
    auto report = report_of(**row);
    if (!report) return rejected(hint_, report.error(), (*row)->line);
    return std::move(*report);
  }

 private:
  /// Reads the row that names the columns; which sign stands between them, it shows.
  std::optional<Reading> read_names() {
    auto names = rows_.next('\0');
    if (!names) return rejected(hint_, names.error());
    if (!*names || (*names)->cells.empty()) return rejected(hint_, fail(ErrorCode::empty_report).value());
    const std::string line = (*names)->cells.front();
    for (const char comma : {',', ';', '\t'}) {
      columns_.clear();
      std::string_view rest = line;
      for (;;) {
        const std::size_t end = std::min(rest.find(comma), rest.size());
        std::string name = lower_ascii(trimmed(rest.substr(0, end)));
        std::erase(name, '"');
        const auto known = std::ranges::find(kColumns, name);
        columns_.push_back(static_cast<Column>(known - kColumns.begin()));
        if (end == rest.size() || columns_.size() == kMostColumns) break;
        rest.remove_prefix(end + 1);
      }
      comma_ = comma;
      if (std::ranges::find(columns_, Column::text) != columns_.end()) return std::nullopt;
    }
    return rejected(hint_, RowReader::damaged((*names)->line, "it names the columns, and none is called text"));
  }

  Result<Report> report_of(Row& row) const {
    if (row.fault) return fail(std::move(*row.fault));
    if (row.cells.size() > columns_.size()) {
      return fail(
          RowReader::damaged(row.line, "it has more cells than there are columns (is a quotation mark missing?)"));
    }
    Report report;
    report.origin = hint_.origin;
    std::string id;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      std::string& cell = row.cells[i];
      if (is_blank(cell)) continue;
      switch (columns_[i]) {
        case Column::text:
          report.text = std::move(cell);
          break;
        case Column::title:
          report.title = std::move(cell);
          break;
        case Column::published:
          report.published = read_given_time(cell, TimeBasis::given);
          break;
        case Column::url:
          report.url = canonical_url(trimmed(cell));
          break;
        case Column::source:
          report.source = std::move(cell);
          break;
        case Column::id:
          id = trimmed(cell);
          break;
        case Column::language:
          report.language = std::move(cell);
          break;
        case Column::byline:
          report.byline = std::move(cell);
          break;
        case Column::other:
          break;
      }
    }
    if (report.text.empty()) return fail(ErrorCode::empty_report);
    identify(report, id);
    return report;
  }

  InputHint hint_;
  Decoder decoder_;
  RowReader rows_;  ///< reads from decoder_: neither moves
  std::vector<Column> columns_;
  char comma_ = ',';
  bool any_ = false;
  bool ended_ = false;
};

}  // namespace

Reports read_csv(ByteSource bytes, InputHint hint) {
  auto decoder = Decoder::create(std::move(bytes), hint.options.encoding);
  if (!decoder) return reports_of({rejected(hint, decoder.error())});
  const auto rows = std::make_shared<CsvReports>(std::move(*decoder), std::move(hint));
  return [rows] { return rows->next(); };
}

}  // namespace sitcen::ingest
