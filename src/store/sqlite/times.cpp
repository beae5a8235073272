#include "base/timex.h"
#include "store/sqlite/rows.h"
#include "store/sqlite/sqlite_store.h"

namespace sitcen::store::sqlite {

namespace {

/// A duration stands where it begins and ends, if both are known.
std::optional<base::Period> place_in_calendar(const TimeRef& time) {
  if (const auto period = base::period_of(time.value)) return period;
  const auto first = base::period_of(time.begin);
  const auto last = base::period_of(time.end);
  if (!first || !last || last->end <= first->begin) return std::nullopt;
  return base::Period{first->begin, last->end};
}

}  // namespace

Result<void> SqliteStore::insert_time(const TimeRef& time, const At& at) {
  const Part whole{"span", time.span};
  if (auto done = insert_finding(at, FindingKind::time, time.provenance, {&whole, 1}); !done) return done;
  if (auto done = insert_labels(at, FindingKind::time, "reading", time.readings); !done) return done;
  std::optional<Instant> begin, end;
  if (const auto period = place_in_calendar(time)) {
    begin = period->begin;
    end = period->end;
  }
  return put(
      "INSERT INTO time (version, number, type, value, mod, anchor, begin, end, begin_at, end_at) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      at.version, at.number, name(time.type), some(time.value), some(time.mod), some(time.anchor), some(time.begin),
      some(time.end), begin, end);
}

Result<void> SqliteStore::read_times(std::int64_t version, Rows& rows) {
  auto& times = rows.findings.times;
  auto done = read_kind(
      version, FindingKind::time, rows, times,
      "SELECT number, type, value, mod, anchor, begin, end FROM time WHERE version = ? ORDER BY number",
      [&](const Query& row) {
        TimeRef time;
        time.type = named(row.text(1), TimeType::set);
        time.value = row.text(2);
        time.mod = rows.kept(row.text(3));
        time.anchor = row.text(4);
        time.begin = row.text(5);
        time.end = row.text(6);
        return time;
      },
      [](TimeRef&, std::string_view, Span) {});
  if (!done) return done;
  return read_labels(version, FindingKind::time, [&](std::int64_t number, std::string_view, std::string_view label) {
    if (auto* time = rows.owner(times, number)) time->readings.emplace_back(label);
  });
}

}  // namespace sitcen::store::sqlite
