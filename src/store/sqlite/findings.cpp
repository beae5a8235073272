// Findings that are a stretch of the text with values. A new kind adds its table, its `insert` and its `read` here, and
// itself to the three lists: insert_values, read_values, kValueTables.

#include <array>
#include <functional>
#include <utility>

#include "store/sqlite/rows.h"
#include "store/sqlite/sqlite_store.h"

namespace sitcen::store {

std::string_view name(FindingKind kind) noexcept {
  switch (kind) {
    case FindingKind::figure:
      return "figure";
  }
  return "";
}

namespace sqlite {
namespace {

std::string_view words_at(std::string_view text, Span span) { return text.substr(span.begin, span.size()); }

std::optional<std::string_view> some(std::string_view text) {
  return text.empty() ? std::nullopt : std::optional(text);
}

std::optional<double> real(const Query& row, int column) {
  return row.null(column) ? std::nullopt : std::optional(row.real(column));
}

}  // namespace

Result<void> SqliteStore::insert_finding(const At& at, FindingKind kind, const Provenance& provenance,
                                         std::initializer_list<Part> parts) {
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
                        words_at(at.text, *part.span));
        !done)
      return done;
  }
  return {};
}

Result<void> SqliteStore::insert_figure(const Figure& figure, const At& at) {
  if (auto done =
          insert_finding(at, FindingKind::figure, figure.provenance,
                         {{"span", figure.span}, {"core", figure.core}, {"of", figure.of}, {"act", figure.act}});
      !done)
    return done;
  return put(
      "INSERT INTO figure (version, number, kind, value, low, high, unit, si, si_unit, approx, thing, act) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      at.version, at.number, name(figure.kind), figure.value, figure.low, figure.high, some(figure.unit), figure.si,
      some(figure.si_unit), some(figure.approx), some(figure.thing), some(figure.act_lemma));
}

Result<void> SqliteStore::insert_values(const Findings& findings, std::string_view text, std::int64_t version) {
  for (std::size_t i = 0; i < findings.figures.size(); ++i)
    if (auto done = insert_figure(findings.figures[i], {version, i, text}); !done) return done;
  return {};
}

Result<void> SqliteStore::remove_values(std::int64_t version) {
  if (auto done = put("DELETE FROM figure WHERE version = ?", version); !done) return done;
  return put("DELETE FROM finding WHERE version = ?", version);
}

Result<void> SqliteStore::read_finding(std::int64_t version, FindingKind kind, Rows& rows,
                                       const std::function<void(std::int64_t, const Provenance&)>& provenance,
                                       const std::function<void(std::int64_t, std::string_view, Span)>& part) {
  auto done = each(
      "SELECT number, sentence, rule, score FROM finding WHERE version = ? AND kind = ? ORDER BY number",
      [&](const Query& row) {
        provenance(row.integer(0), {static_cast<std::uint32_t>(row.integer(1)), rows.kept(row.text(2)),
                                    static_cast<float>(row.real(3))});
      },
      version, name(kind));
  if (!done) return done;
  return each(
      "SELECT number, part, begin, end FROM finding_words WHERE version = ? AND kind = ? ORDER BY number, part, piece",
      [&](const Query& row) { part(row.integer(0), row.text(1), span_at(row, 2)); }, version, name(kind));
}

Result<void> SqliteStore::read_figures(std::int64_t version, Rows& rows) {
  auto& figures = rows.findings.figures;
  auto done = each(
      "SELECT number, kind, value, low, high, unit, si, si_unit, approx, thing, act FROM figure WHERE version = ? "
      "ORDER BY number",
      [&](const Query& row) {
        Figure figure;
        figure.kind = named(row.text(1), FigureKind::range);
        figure.value = real(row, 2);
        figure.low = real(row, 3);
        figure.high = real(row, 4);
        figure.unit = row.text(5);
        figure.si = real(row, 6);
        figure.si_unit = rows.kept(row.text(7));
        figure.approx = rows.kept(row.text(8));
        figure.thing = row.text(9);
        figure.act_lemma = row.text(10);
        rows.push(figures, row.integer(0), std::move(figure));
      },
      version);
  if (!done) return done;
  return read_finding(
      version, FindingKind::figure, rows,
      [&](std::int64_t number, const Provenance& provenance) {
        if (auto* figure = rows.owner(figures, number)) figure->provenance = provenance;
      },
      [&](std::int64_t number, std::string_view part, Span span) {
        auto* figure = rows.owner(figures, number);
        if (figure == nullptr) return;
        if (part == "span") figure->span = span;
        if (part == "core") figure->core = span;
        if (part == "of") figure->of = span;
        if (part == "act") figure->act = span;
      });
}

Result<void> SqliteStore::read_values(std::int64_t version, Rows& rows) { return read_figures(version, rows); }

StoredReport head_of(const Query& row) {
  StoredReport out;
  out.report.key = row.text(1);
  out.report.version = row.text(2);
  out.report.id = row.text(3);
  out.report.origin = row.text(4);
  out.report.source = row.optional_text(5);
  out.report.published = timestamp(row, 6);
  out.report.title = row.optional_text(10);
  return out;
}

Result<void> SqliteStore::with(FindingKind kind, const Scope& scope, const Visit<StoredReport>& visit) {
  const auto reading = Transaction::begin(db_, "DEFERRED");
  if (!reading) return fail(reading.error());
  auto query = db_.prepare(std::string("SELECT ") + kHeadColumns +
                           "FROM version v JOIN report r ON r.id = v.report WHERE " + kInScope +
                           "AND EXISTS (SELECT 1 FROM finding f WHERE f.version = v.id AND f.kind = ?5) "
                           "ORDER BY v.published_at IS NULL, v.published_at, r.key");
  if (!query) return fail(query.error());
  query->start();
  bind_scope(*query, scope);
  query->bind(name(kind));
  for (;;) {
    const auto row = query->step();
    if (!row) return fail(row.error());
    if (!*row) return {};
    StoredReport stored = head_of(*query);
    if (auto done = read_version(query->integer(0), stored, Mentions::none); !done) return done;
    if (!visit(std::move(stored))) return {};
  }
}

Result<std::optional<std::string>> SqliteStore::fault_of_values(std::int64_t version) {
  // A kind, how many rows of values it has, how many findings, the last number.
  std::optional<std::string> fault;
  const auto done = each(
      "SELECT 'figure', (SELECT count(*) FROM figure WHERE version = ?1), count(*), ifnull(max(number) + 1, 0) "
      "FROM finding WHERE version = ?1 AND kind = 'figure'",
      [&](const Query& row) {
        if (row.integer(1) != row.integer(2) || row.integer(2) != row.integer(3))
          fault = "it has other values than findings of the kind " + std::string(row.text(0));
      },
      version);
  if (!done) return fail(done.error());
  return fault;
}

}  // namespace sqlite
}  // namespace sitcen::store
