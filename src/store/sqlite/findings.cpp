// Findings that are a stretch of the text with values. A new kind gets a file with its `insert` and its `read`, and
// stands in the lists here: insert_values, kValueTables, read_values.

#include <array>
#include <functional>
#include <vector>

#include "store/sqlite/rows.h"
#include "store/sqlite/sqlite_store.h"

namespace sitcen::store {

std::string_view name(FindingKind kind) noexcept {
  switch (kind) {
    case FindingKind::figure:
      return "figure";
    case FindingKind::time:
      return "time";
    case FindingKind::place:
      return "place";
    case FindingKind::event:
      return "event";
  }
  return "";
}

namespace sqlite {

Result<void> SqliteStore::insert_finding(const At& at, FindingKind kind, const Provenance& provenance,
                                         std::span<const Part> parts) {
  if (auto done = put("INSERT INTO finding (version, kind, number, sentence, rule, score) VALUES (?, ?, ?, ?, ?, ?)",
                      at.version, name(kind), at.number, provenance.sentence, provenance.rule,
                      static_cast<double>(provenance.score));
      !done)
    return done;
  for (const Part& part : parts) {
    if (!part.span) continue;
    if (auto done = put("INSERT INTO finding_words (version, kind, number, part, piece, begin, end, words) "
                        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                        at.version, name(kind), at.number, part.name, part.piece, part.span->begin, part.span->end,
                        at.words(*part.span));
        !done)
      return done;
  }
  return {};
}

Result<void> SqliteStore::insert_values(const Findings& findings, std::string_view text, std::int64_t version) {
  const auto insert = [&](const auto& all, auto one_of) -> Result<void> {
    for (std::size_t i = 0; i < all.size(); ++i)
      if (auto done = (this->*one_of)(all[i], {version, i, text}); !done) return done;
    return {};
  };
  // Events name the others: they come last, and go first.
  if (auto done = insert(findings.figures, &SqliteStore::insert_figure); !done) return done;
  if (auto done = insert(findings.times, &SqliteStore::insert_time); !done) return done;
  if (auto done = insert(findings.places, &SqliteStore::insert_place); !done) return done;
  return insert(findings.events, &SqliteStore::insert_event);
}

Result<void> SqliteStore::remove_values(std::int64_t version) {
  for (const char* sql : {"DELETE FROM event WHERE version = ?", "DELETE FROM place WHERE version = ?",
                          "DELETE FROM time WHERE version = ?", "DELETE FROM figure WHERE version = ?",
                          "DELETE FROM finding WHERE version = ?"})
    if (auto done = put(sql, version); !done) return done;
  return {};
}

Result<void> SqliteStore::read_values(std::int64_t version, Rows& rows) {
  if (auto done = read_figures(version, rows); !done) return done;
  if (auto done = read_times(version, rows); !done) return done;
  if (auto done = read_places(version, rows); !done) return done;
  return read_events(version, rows);
}

Result<void> SqliteStore::read_labels(
    std::int64_t version, FindingKind kind,
    const std::function<void(std::int64_t, std::string_view, std::string_view)>& take) {
  return each(
      "SELECT number, part, label FROM finding_label WHERE version = ? AND kind = ? ORDER BY number, part, piece",
      [&](const Query& row) { take(row.integer(0), row.text(1), row.text(2)); }, version, name(kind));
}

Result<std::optional<std::string>> SqliteStore::fault_of_values(std::int64_t version) {
  // A kind, how many rows of values it has, how many findings, the last number.
  std::optional<std::string> fault;
  const auto done = each(
      "SELECT k.kind, k.many, count(f.number), ifnull(max(f.number) + 1, 0) FROM ("
      "SELECT 'figure' AS kind, (SELECT count(*) FROM figure WHERE version = ?1) AS many UNION ALL "
      "SELECT 'time', (SELECT count(*) FROM time WHERE version = ?1) UNION ALL "
      "SELECT 'place', (SELECT count(*) FROM place WHERE version = ?1) UNION ALL "
      "SELECT 'event', (SELECT count(*) FROM event WHERE version = ?1)) k "
      "LEFT JOIN finding f ON f.version = ?1 AND f.kind = k.kind GROUP BY k.kind ORDER BY k.kind",
      [&](const Query& row) {
        if (!fault && (row.integer(1) != row.integer(2) || row.integer(2) != row.integer(3)))
          fault = "it has other values than findings of the kind " + std::string(row.text(0));
      },
      version);
  if (!done) return fail(done.error());
  if (fault) return fault;
  const auto parties =
      ask("SELECT (SELECT count(*) FROM event_party WHERE version = ?1) - (SELECT count(*) FROM finding_words "
          "WHERE version = ?1 AND kind = 'event' AND part IN ('actor', 'recipient'))",
          version);
  if (!parties) return fail(parties.error());
  if (parties->value_or(0) != 0) fault = "its events have other parties than words for them";
  return fault;
}

}  // namespace sqlite
}  // namespace sitcen::store
