#include "cli/report_list.h"

#include <utility>
#include <vector>

#include "cli/cards.h"
#include "cli/streams.h"

namespace sitcen::cli {
namespace {

constexpr std::ptrdiff_t kNote = 4;  ///< the column

/// A path's last part; an address stays whole.
std::string file_name(const std::string& origin) {
  return origin.find("://") == std::string::npos ? origin.substr(origin.rfind('/') + 1) : origin;
}

/// \param ask  calls the store with a visit of rows
template <class Row, class Ask>
int list_json(store::Store& store, const Asked& asked, const Ask& ask) {
  const auto context = context_of(store, asked);
  if (!context) return complain(context.error());
  Output out;
  Limit limit(asked.limit);
  const auto done = ask([&](Row&& row) { return limit.take() && out.write(picture::to_json(row, *context) + "\n"); });
  if (!done) return finish(out, complain(done.error()));
  limit.say_if_cut();
  return finish(out);
}

/// What a reader must know of a report before its title.
std::string note(const store::ReportRow& row) {
  std::string out;
  const auto add = [&](const std::string& text) { out += (out.empty() ? "" : ", ") + text; };
  if (row.withdrawn) add("withdrawn");
  if (row.publication_status == PublicationStatus::withheld) add("withheld");
  if (row.copy_of) add("copy");
  if (store::in_the_future(row.published, row.known_at)) add("in the future");
  if (row.versions > 1) add(std::to_string(row.versions) + " versions");
  return out;
}

}  // namespace

int list_reports(store::Store& store, const Asked& asked, const store::ReportFilter& filter, const Terminal& terminal) {
  if (asked.json)
    return list_json<store::ReportRow>(
        store, asked, [&](const auto& print) { return store.reports(asked.scope, filter, {}, print); });
  // A narrow terminal gets the day and short names, so that the title has room.
  const bool wide = terminal.width >= 110;
  std::vector<std::vector<std::string>> rows;
  bool noted = false;
  Limit limit(asked.limit);
  const auto done = store.reports(asked.scope, filter, {}, [&](store::ReportRow&& row) {
    if (!limit.take()) return false;
    rows.push_back({shown(row.published).substr(0, wide ? 16 : 10),
                    clip(printable(row.source.value_or("")), wide ? 28 : 16),
                    row.title ? *row.title : file_name(row.origin), std::to_string(row.statements), note(row),
                    clip(short_name(row.id, row.key), wide ? 28 : 16)});
    noted = noted || !rows.back()[kNote].empty();
    return true;
  });
  if (!done) return complain(done.error());
  std::vector<std::string> heads = {"PUBLISHED", "SOURCE", "TITLE", "SAID", "NOTE", "REPORT"};
  // A column that is empty would take its room from the titles.
  const auto without_note = [&](std::vector<std::string>& row) {
    if (!noted) row.erase(row.begin() + kNote);
  };
  without_note(heads);
  Table table(std::move(heads), 2, {3});
  for (std::vector<std::string>& row : rows) {
    without_note(row);
    table.row(std::move(row));
  }
  std::uint64_t rejected = 0;
  const auto counted = store.rejections(asked.scope, [&](store::RejectedRow&&) { return ++rejected > 0; });
  if (!counted) return complain(counted.error());
  Output out;
  if (limit.taken() > 0) out.write(table.text(terminal));
  limit.say_if_cut();
  out.write(dim_line({count(limit.taken(), "report", "reports"),
                      rejected == 0 ? "" : std::to_string(rejected) + " rejected (sitcen reports --status rejected)"},
                     0, terminal));
  return finish(out);
}

int list_rejected(store::Store& store, const Asked& asked, const Terminal& terminal) {
  if (asked.json)
    return list_json<store::RejectedRow>(store, asked,
                                         [&](const auto& print) { return store.rejections(asked.scope, print); });
  Output out;
  Limit limit(asked.limit);
  const auto done = store.rejections(asked.scope, [&](store::RejectedRow&& row) {
    if (!limit.take()) return false;
    const auto& what = row.rejection;
    const std::string line = what.line ? ":" + std::to_string(*what.line) : "";
    const StyledText origin{printable(what.origin) + line, Style::strong};
    const StyledText reason{printable(what.reason), Style::plain};
    return out.write(wrap(std::span(&origin, 1), {0, 2, terminal.width}, terminal) +
                     wrap(std::span(&reason, 1), {2, 2, terminal.width}, terminal) +
                     dim_line({what.code, base::rfc3339(row.known_at)}, 2, terminal));
  });
  if (!done) return finish(out, complain(done.error()));
  limit.say_if_cut();
  out.write(dim_line({std::to_string(limit.taken()) + " rejected"}, 0, terminal));
  return finish(out);
}

}  // namespace sitcen::cli
