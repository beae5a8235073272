#include <algorithm>
#include <limits>

#include "store/check.h"
#include "store/sqlite/rows.h"
#include "store/sqlite/sqlite_store.h"

namespace sitcen::store::sqlite {
namespace {

std::optional<std::int64_t> number_in(std::string_view text) {
  const bool minus = text.starts_with('-');
  if (minus) text.remove_prefix(1);
  if (text.empty() || text.size() > 18 || text.find_first_not_of("0123456789") != std::string_view::npos)
    return std::nullopt;
  std::int64_t value = 0;
  for (const char c : text) value = value * 10 + (c - '0');
  return minus ? -value : value;
}

}  // namespace

Instant instant(std::int64_t ms) { return Instant{std::chrono::milliseconds(ms)}; }

std::string cursor_of(const Place& place) {
  std::string cursor = place.published_at ? std::to_string(*place.published_at) : "-";
  cursor += '|' + place.key;
  if (place.number >= 0) cursor += '|' + std::to_string(place.number);
  return cursor;
}

Result<Place> place_of(const std::string& cursor) {
  const auto bad = [&] { return fail(ErrorCode::bad_request, {"no such place in the list: " + cursor}); };
  Place place;
  const auto first = cursor.find('|');
  if (first == std::string::npos) return bad();
  const auto second = cursor.find('|', first + 1);
  const std::string_view all(cursor);
  if (cursor.substr(0, first) != "-") {
    place.published_at = number_in(all.substr(0, first));
    if (!place.published_at) return bad();
  }
  place.key = cursor.substr(first + 1, second == std::string::npos ? second : second - first - 1);
  if (second != std::string::npos) {
    const auto number = number_in(all.substr(second + 1));
    if (!number || *number < 0) return bad();
    place.number = *number;
  }
  return place;
}

std::optional<std::int64_t> published_at(const Query& row) {
  constexpr int kColumn = 9;  // of kHeadColumns
  return row.null(kColumn) ? std::nullopt : std::optional(row.integer(kColumn));
}

Result<After> After::read(const std::string& cursor) {
  After out;
  if (cursor.empty()) return out;
  auto place = place_of(cursor);
  if (!place) return fail(place.error());
  out.place_ = std::move(*place);
  return out;
}

const char* After::condition() const {
  if (!place_) return "";
  return place_->published_at
             ? " AND (v.published_at > ?5 OR (v.published_at = ?5 AND r.key >= ?6) OR v.published_at IS NULL) "
             : " AND v.published_at IS NULL AND ?5 IS NULL AND r.key >= ?6 ";
}

void After::bind_to(Query& query) const {
  if (!place_) return;
  query.bind(place_->published_at);
  query.bind(place_->key);
}

Instant as_of_or_now(const std::optional<Instant>& as_of) {
  return as_of.value_or(instant(std::numeric_limits<std::int64_t>::max()));
}

void bind_scope(Query& query, const Scope& scope) {
  query.bind(as_of_or_now(scope.as_of));
  query.bind(scope.since);
  query.bind(scope.until);
  query.bind(scope.source);
}

std::optional<Timestamp> timestamp(const Query& row, int column) {
  if (row.null(column)) return std::nullopt;
  return Timestamp{std::string(row.text(column)), named(row.text(column + 1), TimePrecision::second),
                   named(row.text(column + 2), TimeBasis::clock)};
}

Span span_at(const Query& row, int column) {
  return {static_cast<std::uint32_t>(row.integer(column)), static_cast<std::uint32_t>(row.integer(column + 1))};
}

ReportRow report_row(const Query& row) {
  ReportRow out;
  out.key = row.text(0);
  out.version = row.text(1);
  out.id = row.text(2);
  out.origin = row.text(3);
  out.source = row.optional_text(4);
  out.url = row.optional_text(5);
  out.title = row.optional_text(6);
  out.language = row.optional_text(7);
  out.published = timestamp(row, 8);
  out.fetched = timestamp(row, 11);
  out.known_at = instant(row.integer(14));
  out.actors = static_cast<std::uint32_t>(row.integer(15));
  out.statements = static_cast<std::uint32_t>(row.integer(16));
  out.versions = static_cast<std::uint32_t>(row.integer(17));
  out.updated = timestamp(row, 20);
  if (!row.null(23)) out.publication_status = named(row.text(23), PublicationStatus::cancelled);
  out.notice = row.optional_text(24);
  out.withdrawn = row.optional_text(25);
  out.copy_of = row.optional_text(26);
  out.cursor = cursor_of(
      {row.null(kPublishedAtColumn) ? std::nullopt : std::optional(row.integer(kPublishedAtColumn)), out.key});
  return out;
}

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

Result<void> SqliteStore::reports(const Scope& scope, const ReportFilter& filter, const Page& page,
                                  const Visit<ReportRow>& visit) {
  std::string sql =
      std::string("SELECT ") + kReportColumns + "FROM version v JOIN report r ON r.id = v.report WHERE " + kInScope;
  std::optional<Place> after;
  if (!page.after.empty()) {
    auto place = place_of(page.after);
    if (!place) return fail(place.error());
    after = std::move(*place);
    sql += after->published_at
               ? "AND (v.published_at < ?5 OR (v.published_at = ?5 AND r.key > ?6) OR v.published_at IS NULL) "
               : "AND v.published_at IS NULL AND ?5 IS NULL AND r.key > ?6 ";
  }
  if (filter.status)
    sql += *filter.status == ReportStatus::withdrawn ? "AND v.withdrawn IS NOT NULL " : "AND v.withdrawn IS NULL ";
  if (filter.language)
    sql += "AND (lower(v.language) = lower(?7) OR substr(lower(v.language), 1, length(?7) + 1) = lower(?7) || '-') ";
  sql += "ORDER BY v.published_at DESC, r.key";  // null is the smallest: last
  auto query = db_.prepare(sql);
  if (!query) return fail(query.error());
  query->start();
  bind_scope(*query, scope);
  query->bind(after ? after->published_at : std::nullopt);
  query->bind(after ? std::optional<std::string_view>(after->key) : std::nullopt);  // the text must outlive the query
  query->bind(filter.language);
  for (std::size_t given = 0; page.limit == 0 || given < page.limit; ++given) {
    const auto row = query->step();
    if (!row) return fail(row.error());
    if (!*row || !visit(report_row(*query))) break;
  }
  return {};
}

Result<void> SqliteStore::rejections(const Scope& scope, const Visit<RejectedRow>& visit) {
  auto query = db_.prepare(
      "SELECT origin, line, code, reason, known_at FROM rejected WHERE known_at <= ? "
      "ORDER BY origin, line, code, reason");
  if (!query) return fail(query.error());
  query->start(as_of_or_now(scope.as_of));
  for (;;) {
    const auto row = query->step();
    if (!row) return fail(row.error());
    if (!*row) return {};
    RejectedRow out;
    out.rejection.origin = query->text(0);
    if (const auto line = query->integer(1); line > 0) out.rejection.line = static_cast<std::uint64_t>(line);
    out.rejection.code = query->text(2);
    out.rejection.reason = query->text(3);
    out.known_at = instant(query->integer(4));
    if (!visit(std::move(out))) return {};
  }
}

Result<std::string> SqliteStore::find(std::string_view name) {
  if (name.empty()) return fail(ErrorCode::report_not_found, {"\"\""});
  const auto one = [&](const char* sql) -> Result<std::string> {
    const auto query = prepared(sql);
    if (!query) return fail(query.error());
    const auto row = (*query)->start(name).step();
    if (!row) return fail(row.error());
    std::string key = *row ? std::string((*query)->text(0)) : std::string();
    (*query)->finish();
    return key;
  };
  for (const char* sql :
       {"SELECT key FROM report WHERE given_id = ? ORDER BY key LIMIT 1", "SELECT key FROM report WHERE key = ?"}) {
    auto key = one(sql);
    if (!key || !key->empty()) return key;
  }

  constexpr std::size_t kShown = 3;
  std::size_t found = 0;
  std::string key;
  std::string shown;
  const auto done = each(
      "SELECT key, given_id FROM report WHERE given_id >= ?1 AND given_id < ?1 || char(1114111) "
      "UNION SELECT key, given_id FROM report WHERE key >= ?1 AND key < ?1 || char(1114111) "
      "ORDER BY given_id, key",
      [&](const Query& row) {
        key = row.text(0);
        if (found < kShown) shown += (found == 0 ? "" : ", ") + std::string(row.text(1));
        ++found;
      },
      name);
  if (!done) return fail(done.error());
  if (found == 0) return fail(ErrorCode::report_not_found, {name});
  if (found == 1) return key;
  if (found > kShown) shown += ", ...";
  return fail(ErrorCode::report_ambiguous, {std::to_string(found), name, shown});
}

Result<StoredReport> SqliteStore::report(std::string_view key, std::string_view version, std::optional<Instant> as_of) {
  const auto reading = Transaction::begin(db_, "DEFERRED");
  if (!reading) return fail(reading.error());
  const auto query = prepared(
      "SELECT v.id, r.key, v.hash, r.given_id, v.origin, v.source, v.url, v.title, v.byline, v.dateline, v.language, "
      "v.published, v.published_precision, v.published_basis, v.updated, v.updated_precision, v.updated_basis, "
      "v.fetched, v.fetched_precision, v.fetched_basis, v.known_at, e.version, e.model, e.knowledge, "
      "(SELECT count(*) FROM version w WHERE w.report = v.report AND w.known_at <= ?3), "
      "(SELECT count(*) FROM version w WHERE w.report = v.report "
      "AND (w.known_at, w.number) <= (v.known_at, v.number)), "
      "v.language_score, v.status, v.notice, v.withdrawn, b.sha256, b.size "
      "FROM report r JOIN version v ON v.report = r.id JOIN engine e ON e.id = v.engine "
      "LEFT JOIN raw b ON b.id = v.raw "
      "WHERE r.key = ?1 AND v.known_at <= ?3 AND (v.hash = ?2 "
      "OR (?2 = '' AND (v.known_until IS NULL OR v.known_until > ?3)))");
  if (!query) return fail(query.error());
  Query& row = (*query)->start(key, version, as_of_or_now(as_of));
  const auto found = row.step();
  if (!found) return fail(found.error());
  if (!*found) {
    row.finish();
    return fail(ErrorCode::report_not_found,
                {version.empty() ? key : std::string(key) + " in version " + std::string(version)});
  }
  StoredReport out;
  const std::int64_t id = row.integer(0);
  Report& report = out.report;
  report.key = row.text(1);
  report.version = row.text(2);
  report.id = row.text(3);
  report.origin = row.text(4);
  report.source = row.optional_text(5);
  report.url = row.optional_text(6);
  report.title = row.optional_text(7);
  report.byline = row.optional_text(8);
  report.dateline = row.optional_text(9);
  report.language = row.optional_text(10);
  report.published = timestamp(row, 11);
  report.updated = timestamp(row, 14);
  report.fetched = timestamp(row, 17);
  out.known_at = instant(row.integer(20));
  out.engine = {std::string(row.text(21)), std::string(row.text(22)), std::string(row.text(23))};
  out.versions = static_cast<std::uint32_t>(row.integer(24));
  out.number = static_cast<std::uint32_t>(row.integer(25));
  if (!row.null(26)) report.language_score = row.real(26);
  if (!row.null(27)) report.status = named(row.text(27), PublicationStatus::cancelled);
  report.notice = row.optional_text(28);
  out.withdrawn = row.optional_text(29);
  if (!row.null(30)) out.raw = RawInfo{std::string(row.text(30)), static_cast<std::uint64_t>(row.integer(31))};
  row.finish();

  if (auto done = read_other_values(id, report); !done) return fail(done.error());
  if (auto done = read_version(id, out); !done) return fail(done.error());
  return out;
}

Result<void> SqliteStore::read_version(std::int64_t version, StoredReport& into, Mentions mentions) {
  auto done = each(
      "SELECT text FROM version_text WHERE version = ?", [&](const Query& row) { into.report.text = row.text(0); },
      version);
  if (!done) return done;
  Rows rows{into.findings};
  if (done = read_spans(version, into); !done) return done;
  if (done = read_actors(version, rows, mentions); !done) return done;
  if (done = read_statements(version, rows); !done) return done;
  if (done = read_values(version, rows); !done) return done;
  into.names = std::move(rows.names);
  // Whoever gets the report may follow its indexes and spans, whatever happened to the file.
  if (rows.lost) return damaged(into.report.id, "a finding without the one it belongs to");
  if (const auto fault = fault_of(into.report, into.sentences, into.findings)) return damaged(into.report.id, *fault);
  return {};
}

tl::unexpected<Error> SqliteStore::damaged(std::string_view report, std::string_view why) const {
  return fail(ErrorCode::store_damaged, {db_.name(), "report " + std::string(report) + ": " + std::string(why)});
}

Result<void> SqliteStore::read_spans(std::int64_t version, StoredReport& into) {
  auto done = each(
      "SELECT kind, begin, end FROM section WHERE version = ? ORDER BY number",
      [&](const Query& row) {
        into.report.sections.push_back({named(row.text(0), SectionKind::dateline), span_at(row, 1)});
      },
      version);
  if (!done) return done;
  return each(
      "SELECT begin, end FROM sentence WHERE version = ? ORDER BY number",
      [&](const Query& row) { into.sentences.push_back(span_at(row, 0)); }, version);
}

Result<void> SqliteStore::read_actors(std::int64_t version, Rows& rows, Mentions mentions) {
  auto& actors = rows.findings.actors;
  auto done = each(
      "SELECT number, kind, name, country FROM actor WHERE version = ? ORDER BY number",
      [&](const Query& row) {
        Actor actor;
        actor.kind = named(row.text(1), ActorKind::unit);
        actor.name = row.text(2);
        actor.country = row.text(3);
        rows.push(actors, row.integer(0), std::move(actor));
      },
      version);
  if (!done) return done;
  done = each(
      "SELECT actor, sector FROM actor_sector WHERE version = ? ORDER BY actor, number",
      [&](const Query& row) {
        if (auto* actor = rows.owner(actors, row.integer(0))) actor->sector.emplace_back(row.text(1));
      },
      version);
  if (!done) return done;
  done = each(
      "SELECT actor, title, of_whom, begin, end FROM role WHERE version = ? ORDER BY actor, number",
      [&](const Query& row) {
        if (auto* actor = rows.owner(actors, row.integer(0)))
          actor->roles.push_back({std::string(row.text(1)), std::string(row.text(2)), span_at(row, 3)});
      },
      version);
  if (!done || mentions == Mentions::none) return done;
  return each(
      "SELECT actor, begin, end, form, reason, sentence, rule, score FROM mention WHERE version = ? "
      "ORDER BY actor, number",
      [&](const Query& row) {
        Mention mention;
        mention.span = span_at(row, 1);
        mention.form = named(row.text(3), MentionForm::pronoun);
        mention.reason = rows.kept(row.text(4));
        mention.provenance = {static_cast<std::uint32_t>(row.integer(5)), rows.kept(row.text(6)),
                              static_cast<float>(row.real(7))};
        if (auto* actor = rows.owner(actors, row.integer(0))) actor->mentions.push_back(mention);
      },
      version);
}

Result<void> SqliteStore::read_statements(std::int64_t version, Rows& rows) {
  auto& statements = rows.findings.statements;
  std::vector<std::optional<std::uint32_t>> speakers;
  auto done = each(
      "SELECT number, kind, modality, speaker, parent, sentence, rule, score FROM statement WHERE version = ? "
      "ORDER BY number",
      [&](const Query& row) {
        sitcen::Statement statement;
        statement.kind = named(row.text(1), StatementKind::indirect);
        statement.modality = named(row.text(2), Modality::thanked);
        statement.parent = index_at(row, 4);
        statement.provenance = {static_cast<std::uint32_t>(row.integer(5)), rows.kept(row.text(6)),
                                static_cast<float>(row.real(7))};
        rows.push(statements, row.integer(0), std::move(statement));
        speakers.push_back(index_at(row, 3));
      },
      version);
  if (!done) return done;
  done = each(
      "SELECT statement, part, begin, end FROM statement_words WHERE version = ? ORDER BY statement, part, number",
      [&](const Query& row) {
        auto* statement = rows.owner(statements, row.integer(0));
        if (statement == nullptr) return;
        const std::string_view part = row.text(1);
        const Span span = span_at(row, 2);
        if (part == "speaker")
          statement->speaker = Speaker{span, speakers[static_cast<std::size_t>(row.integer(0))], {}};
        if (part == "addressee") statement->addressee = span;
        if (part == "occasion") statement->occasion = span;
        if (part == "modality") statement->modality_span = span;
        if (part == "cue") statement->cue.push_back(span);
        if (part == "content") statement->content.push_back(span);
      },
      version);
  if (!done) return done;
  return each(
      "SELECT statement, actor FROM statement_candidate WHERE version = ? ORDER BY statement, actor",
      [&](const Query& row) {
        auto* statement = rows.owner(statements, row.integer(0));
        if (statement != nullptr && statement->speaker)
          statement->speaker->candidates.push_back(static_cast<std::uint32_t>(row.integer(1)));
      },
      version);
}

Result<std::shared_ptr<const std::string>> SqliteStore::text_of(std::int64_t version) {
  auto text = std::make_shared<std::string>();
  auto done =
      each("SELECT text FROM version_text WHERE version = ?", [&](const Query& row) { *text = row.text(0); }, version);
  if (!done) return fail(done.error());
  return text;
}

Result<Counts> SqliteStore::counts() {
  Counts out;
  const auto done = each(
      "SELECT (SELECT count(*) FROM report), (SELECT count(*) FROM version), "
      "(SELECT count(*) FROM sentence), (SELECT count(*) FROM actor), (SELECT count(*) FROM mention), "
      "(SELECT count(*) FROM role), (SELECT count(*) FROM statement), (SELECT count(*) FROM figure), "
      "(SELECT count(*) FROM rejected)",
      [&](const Query& row) {
        const auto at = [&](int column) { return static_cast<std::uint64_t>(row.integer(column)); };
        out = {at(0), at(1), at(2), at(3), at(4), at(5), at(6), at(7), at(8)};
      });
  if (!done) return fail(done.error());
  return out;
}

Result<std::optional<Instant>> SqliteStore::last_known() {
  const auto last =
      ask("SELECT max(known_at) FROM (SELECT max(known_at) AS known_at FROM version "
          "UNION ALL SELECT max(known_at) FROM rejected)");
  if (!last) return fail(last.error());
  return *last ? std::optional(instant(**last)) : std::nullopt;
}

}  // namespace sitcen::store::sqlite
