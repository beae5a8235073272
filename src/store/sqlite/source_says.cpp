#include "store/raw_bytes.h"
#include "store/sqlite/sqlite_store.h"

namespace sitcen::store::sqlite {

Result<void> SqliteStore::insert_source_says(const Arrival& arrival, std::int64_t version) {
  const Report& report = arrival.report;
  std::optional<std::string> withdrawn = arrival.withdrawn;
  if (!withdrawn && report.status == PublicationStatus::cancelled)
    withdrawn = report.notice.value_or("cancelled by its publisher");
  if (auto done = put("UPDATE version SET language_score = ?, status = ?, notice = ?, withdrawn = ? WHERE id = ?",
                      report.language_score, report.status ? std::optional(name(*report.status)) : std::nullopt,
                      report.notice, withdrawn, version);
      !done)
    return done;
  if (auto done = put("DELETE FROM other_value WHERE version = ?", version); !done) return done;
  for (std::size_t i = 0; i < report.other_values.size(); ++i) {
    const OtherValue& other = report.other_values[i];
    if (auto done = put("INSERT INTO other_value (version, number, field, value, basis) VALUES (?, ?, ?, ?, ?)",
                        version, i, name(other.field), other.value, name(other.basis));
        !done)
      return done;
  }
  return {};
}

Result<void> SqliteStore::read_other_values(std::int64_t version, Report& into) {
  return each(
      "SELECT field, value, basis FROM other_value WHERE version = ? ORDER BY number",
      [&](const Query& row) {
        into.other_values.push_back({named(row.text(0), MetadataField::language), std::string(row.text(1)),
                                     named(row.text(2), TimeBasis::clock)});
      },
      version);
}

Result<void> SqliteStore::insert_raw(const Report& report, std::int64_t version) {
  if (!report.raw) return {};
  const auto has = ask("SELECT raw FROM version WHERE id = ?", version);
  if (!has) return fail(has.error());
  if (*has) return {};
  const std::string hash = sha256_hex(*report.raw);
  auto id = ask("SELECT id FROM raw WHERE sha256 = ?", hash);
  if (!id) return fail(id.error());
  if (!*id) {
    const std::string frame = compressed(*report.raw);
    id = ask("INSERT INTO raw (sha256, size, zstd) VALUES (?, ?, ?) RETURNING id", hash, report.raw->size(),
             Blob{frame});
    if (!id) return fail(id.error());
  }
  return put("UPDATE version SET raw = ? WHERE id = ?", *id, version);
}

Result<std::vector<VersionRow>> SqliteStore::versions(std::string_view key, std::optional<Instant> as_of) {
  std::vector<VersionRow> out;
  const auto done = each(
      "SELECT v.hash, v.known_at FROM report r JOIN version v ON v.report = r.id WHERE r.key = ? AND v.known_at <= ? "
      "ORDER BY v.known_at, v.number",
      [&](const Query& row) {
        out.push_back({static_cast<std::uint32_t>(out.size() + 1), std::string(row.text(0)), instant(row.integer(1))});
      },
      key, as_of_or_now(as_of));
  if (!done) return fail(done.error());
  if (out.empty()) return fail(ErrorCode::report_not_found, {key});
  return out;
}

Result<bool> SqliteStore::holds_raw(std::string_view key, std::string_view version) {
  const auto row =
      ask("SELECT v.raw FROM report r JOIN version v ON v.report = r.id WHERE r.key = ? AND v.hash = ?", key, version);
  if (!row) return fail(row.error());
  return row->has_value();
}

Result<std::optional<std::string>> SqliteStore::raw(std::string_view key, std::string_view version) {
  std::optional<std::string> bytes;
  bool damaged_frame = false;
  const auto done = each(
      "SELECT b.sha256, b.size, b.zstd FROM report r JOIN version v ON v.report = r.id JOIN raw b ON b.id = v.raw "
      "WHERE r.key = ? AND v.hash = ?",
      [&](const Query& row) {
        bytes = decompressed(row.text(2), static_cast<std::size_t>(row.integer(1)));
        damaged_frame = !bytes || sha256_hex(*bytes) != row.text(0);
      },
      key, version);
  if (!done) return fail(done.error());
  if (damaged_frame) return damaged(key, "the bytes it was read from are not those that came in");
  return bytes;
}

Result<std::optional<std::string>> SqliteStore::fault_of_raw(std::int64_t version) {
  std::optional<std::string> fault;
  // An input of many reports is looked at with the first of them.
  const auto done = each(
      "SELECT b.sha256, b.size, b.zstd FROM version v JOIN raw b ON b.id = v.raw WHERE v.id = ?1 "
      "AND NOT EXISTS (SELECT 1 FROM version w WHERE w.raw = v.raw AND w.raw IS NOT NULL AND w.id < ?1)",
      [&](const Query& row) {
        const auto bytes = decompressed(row.text(2), static_cast<std::size_t>(row.integer(1)));
        if (!bytes) fault = "they do not unpack to the " + std::to_string(row.integer(1)) + " bytes they were";
        if (bytes && sha256_hex(*bytes) != row.text(0))
          fault = "their SHA-256 is not " + std::string(row.text(0)) + ", as it was when they came in";
      },
      version);
  if (!done) return fail(done.error());
  return fault;
}

}  // namespace sitcen::store::sqlite
