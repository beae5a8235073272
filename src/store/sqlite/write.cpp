#include "base/instant.h"
#include "store/check.h"
#include "store/sqlite/rows.h"

namespace sitcen::store {

std::string_view name(ReportStatus status) noexcept { return status == ReportStatus::withdrawn ? "withdrawn" : "read"; }

bool in_the_future(const std::optional<Timestamp>& time, Instant known_at) {
  if (!time) return false;
  const auto at = base::parse_instant(time->value);
  if (!at) return false;
  // Without an offset it may be any clock's; the first to show it is fourteen hours ahead of UTC.
  const bool has_offset =
      time->value.find_first_of("Z+", 10) != std::string::npos || time->value.find('-', 10) != std::string::npos;
  return *at - (has_offset ? std::chrono::hours(0) : std::chrono::hours(14)) > known_at;
}

std::string_view name(Outcome outcome) noexcept {
  switch (outcome) {
    case Outcome::added:
      return "added";
    case Outcome::updated:
      return "updated";
    case Outcome::unchanged:
      return "unchanged";
    case Outcome::reread:
      return "reread";
    case Outcome::rejected:
      return "rejected";
  }
  return "";
}

namespace sqlite {
namespace {

std::string_view words(std::string_view text, Span span) { return text.substr(span.begin, span.size()); }

/// The three columns of a time as a source gave it.
struct TimeColumns {
  explicit TimeColumns(const std::optional<Timestamp>& at) {
    if (!at) return;
    value = at->value;
    precision = name(at->precision);
    basis = name(at->basis);
  }
  std::optional<std::string_view> value, precision, basis;
};

}  // namespace

Result<std::vector<Outcome>> SqliteStore::add(const Batch& batch) {
  auto transaction = Transaction::begin(db_, "IMMEDIATE");
  if (!transaction) return fail(transaction.error());
  std::vector<Outcome> outcomes;
  std::optional<std::int64_t> engine;  // is written with the first thing it read
  for (const Arrival& arrival : batch.arrivals) {
    const auto outcome = add_one(arrival, batch, engine);
    if (!outcome) return fail(outcome.error());
    outcomes.push_back(*outcome);
  }
  for (const Rejection& rejection : batch.rejected)
    if (auto done = reject(rejection, batch.known_at); !done) return fail(done.error());
  if (auto done = transaction->commit(); !done) return fail(done.error());
  return outcomes;
}

Result<Outcome> SqliteStore::add_one(const Arrival& arrival, const Batch& batch, std::optional<std::int64_t>& engine) {
  const Report& report = arrival.report;
  if (const auto fault = fault_of(report, arrival.sentences, arrival.findings)) {
    const std::string reason = fail(ErrorCode::internal, {"report " + report.id + ": " + *fault}).value().message;
    if (auto done = reject({report.origin, std::nullopt, "internal", reason}, batch.known_at); !done)
      return fail(done.error());
    return Outcome::rejected;
  }

  std::int64_t by = 0;
  const auto know_engine = [&]() -> Result<void> {
    const bool is_of_batch = !arrival.engine || *arrival.engine == batch.engine;
    if (!is_of_batch || !engine) {
      const auto id = engine_id(is_of_batch ? batch.engine : *arrival.engine);
      if (!id) return fail(id.error());
      if (is_of_batch) engine = *id;
      by = *id;
      return {};
    }
    by = *engine;
    return {};
  };
  const auto row = ask("SELECT id FROM report WHERE key = ?", report.key);
  if (!row) return fail(row.error());
  if (*row) {
    const auto same = ask("SELECT id FROM version WHERE report = ? AND hash = ?", **row, report.version);
    if (!same) return fail(same.error());
    if (*same) {
      const auto read = holds(report.key, report.version, arrival.engine.value_or(batch.engine));
      if (!read) return fail(read.error());
      if (*read) {
        if (auto done = insert_raw(report, **same); !done) return fail(done.error());
        return Outcome::unchanged;
      }
      if (auto done = know_engine(); !done) return fail(std::move(done.error()));
      if (auto done = insert_raw(report, **same); !done) return fail(done.error());
      if (auto done = insert_source_says(arrival, **same); !done) return fail(done.error());
      if (auto done = remove_findings(**same); !done) return fail(done.error());
      if (auto done = insert_findings(arrival, **same); !done) return fail(done.error());
      const auto& findings = arrival.findings;
      if (auto done = put("UPDATE version SET engine = ?, actors = ?, statements = ? WHERE id = ?", by,
                          findings.actors.size(), findings.statements.size(), **same);
          !done)
        return fail(done.error());
      return Outcome::reread;
    }
  }

  if (auto done = know_engine(); !done) return fail(std::move(done.error()));
  std::int64_t owner = 0;
  std::int64_t number = 1;
  if (*row) {
    owner = **row;
    const auto last = ask("SELECT max(number) FROM version WHERE report = ?", owner);
    if (!last) return fail(last.error());
    number = last->value_or(0) + 1;
  } else {
    const auto made = ask("INSERT INTO report (key, given_id) VALUES (?, ?) RETURNING id", report.key, report.id);
    if (!made) return fail(made.error());
    owner = made->value_or(0);
  }
  const auto version = insert_version(arrival, owner, number, batch.known_at, by);
  if (!version) return fail(version.error());
  if (auto done = insert_raw(report, *version); !done) return fail(done.error());
  if (auto done = insert_source_says(arrival, *version); !done) return fail(done.error());
  if (auto done = insert_findings(arrival, *version); !done) return fail(done.error());
  if (auto done = join_family(*version, owner, report.text); !done) return fail(done.error());
  if (number == 1) return Outcome::added;
  // Versions may become known out of order (archives), so the whole chain is set anew.
  if (auto done =
          put("UPDATE version SET known_until = (SELECT n.known_at FROM version n WHERE n.report = version.report "
              "AND (n.known_at, n.number) > (version.known_at, version.number) "
              "ORDER BY n.known_at, n.number LIMIT 1) WHERE report = ?",
              owner);
      !done)
    return fail(done.error());
  return Outcome::updated;
}

Result<bool> SqliteStore::holds(std::string_view key, std::string_view version, const EngineStamp& engine) {
  const auto row =
      ask("SELECT v.id FROM report r JOIN version v ON v.report = r.id JOIN engine e ON e.id = v.engine "
          "WHERE r.key = ? AND v.hash = ? AND e.version = ? AND e.model = ? AND e.knowledge = ?",
          key, version, engine.version, engine.model, engine.knowledge);
  if (!row) return fail(row.error());
  return row->has_value();
}

Result<std::int64_t> SqliteStore::engine_id(const EngineStamp& engine) {
  if (auto done = put("INSERT INTO engine (version, model, knowledge) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                      engine.version, engine.model, engine.knowledge);
      !done)
    return fail(done.error());
  const auto id = ask("SELECT id FROM engine WHERE version = ? AND model = ? AND knowledge = ?", engine.version,
                      engine.model, engine.knowledge);
  if (!id) return fail(id.error());
  return id->value_or(0);
}

Result<std::int64_t> SqliteStore::insert_version(const Arrival& arrival, std::int64_t report, std::int64_t number,
                                                 Instant known_at, std::int64_t engine) {
  const Report& r = arrival.report;
  const TimeColumns published(r.published);
  const TimeColumns updated(r.updated);
  const TimeColumns fetched(r.fetched);
  const auto published_at = r.published ? base::parse_instant(r.published->value) : std::nullopt;
  const auto made =
      ask("INSERT INTO version (report, number, hash, known_at, engine, origin, source, url, title, byline, dateline, "
          "language, published, published_precision, published_basis, updated, updated_precision, updated_basis, "
          "fetched, fetched_precision, fetched_basis, published_at, actors, statements) "
          "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
          report, number, r.version, known_at, engine, r.origin, r.source, r.url, r.title, r.byline, r.dateline,
          r.language, published.value, published.precision, published.basis, updated.value, updated.precision,
          updated.basis, fetched.value, fetched.precision, fetched.basis, published_at, arrival.findings.actors.size(),
          arrival.findings.statements.size());
  if (!made) return fail(made.error());
  const std::int64_t version = made->value_or(0);
  if (auto done = put("INSERT INTO version_text (version, text) VALUES (?, ?)", version, r.text); !done)
    return fail(done.error());
  if (auto done = put("INSERT INTO word_index (rowid, title, text) VALUES (?, ?, ?)", version, r.title, r.text); !done)
    return fail(done.error());
  for (std::size_t i = 0; i < r.sections.size(); ++i)
    if (auto done = put("INSERT INTO section (version, number, kind, begin, end) VALUES (?, ?, ?, ?, ?)", version, i,
                        name(r.sections[i].kind), r.sections[i].span.begin, r.sections[i].span.end);
        !done)
      return fail(done.error());
  return version;
}

Result<void> SqliteStore::insert_findings(const Arrival& arrival, std::int64_t version) {
  for (std::size_t i = 0; i < arrival.sentences.size(); ++i)
    if (auto done = put("INSERT INTO sentence (version, number, begin, end) VALUES (?, ?, ?, ?)", version, i,
                        arrival.sentences[i].begin, arrival.sentences[i].end);
        !done)
      return done;
  const std::string_view text = arrival.report.text;
  const Findings& findings = arrival.findings;
  for (std::size_t i = 0; i < findings.actors.size(); ++i)
    if (auto done = insert_actor(findings.actors[i], i, text, version); !done) return done;
  for (std::size_t i = 0; i < findings.statements.size(); ++i)
    if (auto done = insert_statement(findings.statements[i], i, text, version); !done) return done;
  return insert_values(findings, text, version);
}

Result<void> SqliteStore::insert_actor(const Actor& actor, std::size_t number, std::string_view text,
                                       std::int64_t version) {
  if (auto done = put("INSERT INTO actor (version, number, kind, name, country) VALUES (?, ?, ?, ?, ?)", version,
                      number, name(actor.kind), actor.name, some(actor.country));
      !done)
    return done;
  for (std::size_t i = 0; i < actor.sector.size(); ++i)
    if (auto done = put("INSERT INTO actor_sector (version, actor, number, sector) VALUES (?, ?, ?, ?)", version,
                        number, i, actor.sector[i]);
        !done)
      return done;
  for (std::size_t i = 0; i < actor.roles.size(); ++i) {
    const Role& role = actor.roles[i];
    if (auto done =
            put("INSERT INTO role (version, actor, number, title, of_whom, begin, end, words) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                version, number, i, role.title, some(role.of), role.span.begin, role.span.end, words(text, role.span));
        !done)
      return done;
  }
  for (std::size_t i = 0; i < actor.mentions.size(); ++i) {
    const Mention& mention = actor.mentions[i];
    if (auto done = put("INSERT INTO mention (version, actor, number, begin, end, words, form, reason, sentence, rule, "
                        "score) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        version, number, i, mention.span.begin, mention.span.end, words(text, mention.span),
                        name(mention.form), mention.reason, mention.provenance.sentence, mention.provenance.rule,
                        static_cast<double>(mention.provenance.score));
        !done)
      return done;
  }
  return {};
}

Result<void> SqliteStore::insert_statement(const sitcen::Statement& statement, std::size_t number,
                                           std::string_view text, std::int64_t version) {
  std::optional<std::uint32_t> speaker;
  if (statement.speaker) speaker = statement.speaker->actor;
  if (auto done = put("INSERT INTO statement (version, number, kind, modality, speaker, parent, sentence, rule, score) "
                      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                      version, number, name(statement.kind), name(statement.modality), speaker, statement.parent,
                      statement.provenance.sentence, statement.provenance.rule,
                      static_cast<double>(statement.provenance.score));
      !done)
    return done;
  const auto piece = [&](const char* part, std::size_t i, Span span) {
    return put(
        "INSERT INTO statement_words (version, statement, part, number, begin, end, words) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        version, number, part, i, span.begin, span.end, words(text, span));
  };
  if (statement.speaker) {
    if (auto done = piece("speaker", 0, statement.speaker->span); !done) return done;
    for (const std::uint32_t candidate : statement.speaker->candidates)
      if (auto done = put("INSERT INTO statement_candidate (version, statement, actor) VALUES (?, ?, ?)", version,
                          number, candidate);
          !done)
        return done;
  }
  if (statement.addressee)
    if (auto done = piece("addressee", 0, *statement.addressee); !done) return done;
  if (statement.occasion)
    if (auto done = piece("occasion", 0, *statement.occasion); !done) return done;
  if (statement.modality_span)
    if (auto done = piece("modality", 0, *statement.modality_span); !done) return done;
  for (std::size_t i = 0; i < statement.cue.size(); ++i)
    if (auto done = piece("cue", i, statement.cue[i]); !done) return done;
  for (std::size_t i = 0; i < statement.content.size(); ++i)
    if (auto done = piece("content", i, statement.content[i]); !done) return done;
  return {};
}

Result<void> SqliteStore::remove_findings(std::int64_t version) {
  // Statements name actors, all name sentences: the pointing rows go first.
  if (auto done = remove_values(version); !done) return done;
  if (auto done = put("DELETE FROM statement WHERE version = ?", version); !done) return done;
  if (auto done = put("DELETE FROM actor WHERE version = ?", version); !done) return done;
  return put("DELETE FROM sentence WHERE version = ?", version);
}

Result<void> SqliteStore::reject(const Rejection& rejection, Instant known_at) {
  return put(
      "INSERT INTO rejected (origin, line, code, reason, known_at) VALUES (?, ?, ?, ?, ?) "
      "ON CONFLICT DO NOTHING",
      rejection.origin, rejection.line.value_or(0), rejection.code, rejection.reason, known_at);
}

}  // namespace sqlite
}  // namespace sitcen::store
