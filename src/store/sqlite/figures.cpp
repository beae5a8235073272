#include "base/fold.h"
#include "store/sqlite/rows.h"
#include "store/sqlite/sqlite_store.h"

namespace sitcen::store::sqlite {

Result<void> SqliteStore::insert_figure(const Figure& figure, const At& at) {
  const std::vector<Part> parts = {
      {"span", figure.span}, {"core", figure.core}, {"of", figure.of}, {"act", figure.act}};
  if (auto done = insert_finding(at, FindingKind::figure, figure.provenance, parts); !done) return done;
  std::string called = figure.thing + ' ' + figure.act_lemma;
  for (const auto& span : {figure.of, figure.act})
    if (span) called += ' ' + std::string(at.words(*span));
  return put(
      "INSERT INTO figure (version, number, kind, value, low, high, unit, si, si_unit, approx, thing, act, called) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      at.version, at.number, name(figure.kind), figure.value, figure.low, figure.high, some(figure.unit), figure.si,
      some(figure.si_unit), some(figure.approx), some(figure.thing), some(figure.act_lemma), base::fold(called));
}

Result<void> SqliteStore::read_figures(std::int64_t version, Rows& rows) {
  return read_kind(
      version, FindingKind::figure, rows, rows.findings.figures,
      "SELECT number, kind, value, low, high, unit, si, si_unit, approx, thing, act FROM figure WHERE version = ? "
      "ORDER BY number",
      [&](const Query& row) {
        Figure figure;
        figure.kind = named(row.text(1), FigureKind::range);
        figure.value = real_at(row, 2);
        figure.low = real_at(row, 3);
        figure.high = real_at(row, 4);
        figure.unit = row.text(5);
        figure.si = real_at(row, 6);
        figure.si_unit = rows.kept(row.text(7));
        figure.approx = rows.kept(row.text(8));
        figure.thing = row.text(9);
        figure.act_lemma = row.text(10);
        return figure;
      },
      [](Figure& figure, std::string_view part, Span span) {
        if (part == "core") figure.core = span;
        if (part == "of") figure.of = span;
        if (part == "act") figure.act = span;
      });
}

}  // namespace sitcen::store::sqlite
