#pragma once

#include <functional>
#include <map>
#include <span>
#include <unordered_map>

#include "store/sqlite/database.h"
#include "store/store.h"

namespace sitcen::store::copies {
class Text;
}

namespace sitcen::store::sqlite {

/// The store in a SQLite file: write.cpp, read.cpp, findings.cpp with a file for each kind of finding, with.cpp,
/// said.cpp, actors.cpp, search.cpp and verify.cpp hold its answers.
class SqliteStore final : public Store {
 public:
  [[nodiscard]] static Result<std::unique_ptr<Store>> open(const std::filesystem::path& file, Access access,
                                                           StoreOptions options);

  Result<std::vector<Outcome>> add(const Batch& batch) override;
  Result<bool> holds(std::string_view key, std::string_view version, const EngineStamp& engine) override;
  Result<bool> holds_raw(std::string_view key, std::string_view version) override;
  Result<void> reports(const Scope& scope, const ReportFilter& filter, const Page& page,
                       const Visit<ReportRow>& visit) override;
  Result<void> rejections(const Scope& scope, const Visit<RejectedRow>& visit) override;
  Result<std::string> find(std::string_view name) override;
  Result<StoredReport> report(std::string_view key, std::string_view version, std::optional<Instant> as_of) override;
  Result<std::vector<VersionRow>> versions(std::string_view key, std::optional<Instant> as_of) override;
  Result<std::optional<std::string>> raw(std::string_view key, std::string_view version) override;
  Result<void> search(const SearchTerms& terms, const Scope& scope, const Page& page,
                      const Visit<SearchHit>& visit) override;
  Result<void> said(const Scope& scope, const SaidFilter& filter, const Page& page, const Visit<Said>& visit) override;
  Result<void> with(const FindingFilter& filter, const Scope& scope, const std::string& after,
                    const Visit<Found>& visit) override;
  Result<void> figure_groups(const FigureFilter& filter, const Scope& scope, const std::optional<FigureGroup>& after,
                             const Visit<FigureGroup>& visit) override;
  Result<std::vector<VersionActors>> actors(std::optional<Instant> as_of) override;
  Result<Evidence> evidence(std::int64_t version, Span span) override;
  Result<std::vector<CopyFamily>> copies(const Scope& scope, std::optional<std::string_view> key) override;
  Result<StoredReport> outline(std::int64_t version) override;
  Result<Counts> counts() override;
  Result<std::optional<Instant>> last_known() override;
  Result<Verification> verify() override;

 private:
  explicit SqliteStore(Database db) : db_(std::move(db)) {}

  /// A statement prepared once for each text. \param sql a literal: its address is what it is found by
  [[nodiscard]] Result<Query*> prepared(const char* sql);
  template <class... Values>
  [[nodiscard]] Result<void> put(const char* sql, const Values&... values) {
    const auto statement = prepared(sql);
    if (!statement) return fail(statement.error());
    return (*statement)->start(values...).run();
  }
  /// Calls `see` with each row of an answer.
  template <class See, class... Values>
  [[nodiscard]] Result<void> each(const char* sql, const See& see, const Values&... values) {
    const auto query = prepared(sql);
    if (!query) return fail(query.error());
    (*query)->start(values...);
    for (;;) {
      const auto row = (*query)->step();
      if (!row) return fail(row.error());
      if (!*row) break;
      see(**query);
    }
    (*query)->finish();
    return {};
  }
  /// \return the first column of the first row; none if there is no row
  template <class... Values>
  [[nodiscard]] Result<std::optional<std::int64_t>> ask(const char* sql, const Values&... values) {
    const auto statement = prepared(sql);
    if (!statement) return fail(statement.error());
    const auto row = (*statement)->start(values...).step();
    if (!row) return fail(row.error());
    std::optional<std::int64_t> answer;
    if (*row && !(*statement)->null(0)) answer = (*statement)->integer(0);
    (*statement)->finish();
    return answer;
  }

  Result<Outcome> add_one(const Arrival& arrival, const Batch& batch, std::optional<std::int64_t>& engine);
  Result<std::int64_t> engine_id(const EngineStamp& engine);
  Result<std::int64_t> insert_version(const Arrival& arrival, std::int64_t report, std::int64_t number,
                                      Instant known_at, std::int64_t engine);
  Result<void> insert_findings(const Arrival& arrival, std::int64_t version);
  /// What a source says of its report beside the text, and the bytes it came in: raw.cpp.
  Result<void> insert_source_says(const Arrival& arrival, std::int64_t version);
  Result<void> insert_raw(const Report& report, std::int64_t version);
  Result<void> read_other_values(std::int64_t version, Report& into);
  /// Gives a version the family of the one it is a copy of, else one of its own, and notes what it quotes: copies.cpp.
  Result<void> join_family(std::int64_t version, std::int64_t report, std::string_view bytes);
  Result<void> set_family(std::int64_t version, std::int64_t report, std::int64_t family, std::int64_t word_hash);
  struct Candidate;
  Result<std::vector<Candidate>> compare_with(const copies::Text& text, std::size_t size,
                                              const std::map<std::int64_t, Candidate>& found, std::size_t wanted);
  struct Families;
  Result<Families> read_families(const Scope& scope, std::optional<std::string_view> key);
  /// Does so for versions that were written before there were families.
  Result<void> complete_families();
  /// \return what is wrong with the families as a whole
  Result<std::optional<std::string>> fault_of_families();
  /// \return what is wrong with the bytes a version was read from
  Result<std::optional<std::string>> fault_of_raw(std::int64_t version);
  Result<void> insert_actor(const Actor& actor, std::size_t number, std::string_view text, std::int64_t version);
  Result<void> insert_statement(const sitcen::Statement& statement, std::size_t number, std::string_view text,
                                std::int64_t version);
  Result<void> remove_findings(std::int64_t version);
  Result<void> reject(const Rejection& rejection, Instant known_at);

  struct Rows;

  /// Where a finding with values belongs.
  struct At {
    std::int64_t version = 0;
    std::size_t number = 0;  ///< index among those of its kind
    std::string_view text;   ///< of the version

    [[nodiscard]] std::string_view words(Span span) const { return text.substr(span.begin, span.size()); }
  };
  /// Words of a finding with values.
  struct Part {
    const char* name;  ///< "span": the finding as a whole
    std::optional<Span> span;
    std::size_t piece = 0;
  };
  Result<void> insert_finding(const At& at, FindingKind kind, const Provenance& provenance,
                              std::span<const Part> parts);
  template <class Labels>
  [[nodiscard]] Result<void> insert_labels(const At& at, FindingKind kind, const char* part, const Labels& labels) {
    for (std::size_t i = 0; i < labels.size(); ++i)
      if (auto done =
              put("INSERT INTO finding_label (version, kind, number, part, piece, label) VALUES (?, ?, ?, ?, ?, ?)",
                  at.version, name(kind), at.number, part, i, labels[i]);
          !done)
        return done;
    return {};
  }
  Result<void> insert_figure(const Figure& figure, const At& at);
  Result<void> insert_time(const TimeRef& time, const At& at);
  Result<void> insert_place(const sitcen::Place& place, const At& at);
  Result<void> insert_event(const Event& event, const At& at);
  Result<void> insert_parties(const std::vector<Party>& parties, const char* part, const At& at);
  /// All findings with values, each by its kind.
  Result<void> insert_values(const Findings& findings, std::string_view text, std::int64_t version);
  Result<void> remove_values(std::int64_t version);
  Result<void> read_values(std::int64_t version, Rows& rows);
  Result<void> read_figures(std::int64_t version, Rows& rows);
  Result<void> read_times(std::int64_t version, Rows& rows);
  Result<void> read_places(std::int64_t version, Rows& rows);
  Result<void> read_events(std::int64_t version, Rows& rows);
  Result<void> read_parties(std::int64_t version, Rows& rows);
  /// Reads the findings of a kind: `make` gives one from a row of its values, `part` takes words that are not the
  /// whole.
  template <class T, class Make, class TakePart>
  [[nodiscard]] Result<void> read_kind(std::int64_t version, FindingKind kind, Rows& rows, std::vector<T>& all,
                                       const char* values, const Make& make, const TakePart& part);
  /// Calls `take` with the number of the finding, the part and the label.
  Result<void> read_labels(std::int64_t version, FindingKind kind,
                           const std::function<void(std::int64_t, std::string_view, std::string_view)>& take);
  /// \return what is wrong with the findings with values of a version, as a whole
  Result<std::optional<std::string>> fault_of_values(std::int64_t version);

  struct Wanted;
  /// \return the pieces of text that each term has in each version, by version; for one statement all must be there
  Result<void> find_words(const SearchTerms& terms, Wanted& wanted);
  Result<void> find_mentions(std::span<const ActorRef> actors, Wanted& wanted);
  enum class Mentions : std::uint8_t { all, none };
  Result<void> read_version(std::int64_t version, StoredReport& into, Mentions mentions = Mentions::all);
  Result<void> read_spans(std::int64_t version, StoredReport& into);
  Result<void> read_actors(std::int64_t version, Rows& rows, Mentions mentions);
  Result<void> read_statements(std::int64_t version, Rows& rows);
  [[nodiscard]] tl::unexpected<Error> damaged(std::string_view report, std::string_view why) const;
  Result<std::shared_ptr<const std::string>> text_of(std::int64_t version);

  Database db_;
  std::unordered_map<const void*, Query> prepared_;
};

/// The columns of a ReportRow, from `version v JOIN report r`; the first parameter is the as-of instant.
inline constexpr const char* kReportColumns =
    "r.key, v.hash, r.given_id, v.origin, v.source, v.url, v.title, v.language, "
    "v.published, v.published_precision, v.published_basis, v.fetched, v.fetched_precision, v.fetched_basis, "
    "v.known_at, v.actors, v.statements, "
    "(SELECT count(*) FROM version w WHERE w.report = v.report AND w.known_at <= ?1), v.id, v.published_at, "
    "v.updated, v.updated_precision, v.updated_basis, v.status, v.notice, v.withdrawn, "
    // Whoever of the family had it first; the order is that of the index version_by_family.
    "(SELECT nullif(o.given_id, r.given_id) FROM version w JOIN report o ON o.id = w.report WHERE w.family = v.family "
    "AND w.known_at <= ?1 AND (w.known_until IS NULL OR w.known_until > ?1) "
    "ORDER BY w.published_at IS NULL, w.published_at, w.known_at, w.report LIMIT 1) ";
inline constexpr int kVersionColumn = 18, kPublishedAtColumn = 19, kReportColumnCount = 27;
[[nodiscard]] ReportRow report_row(const Query& row);

/// The conditions of a scope on `version v`, in force at ?1, with the parameters ?2 to ?4.
inline constexpr const char* kInScope =
    "v.known_at <= ?1 AND (v.known_until IS NULL OR v.known_until > ?1) "
    "AND (?2 IS NULL OR v.published_at >= ?2) AND (?3 IS NULL OR v.published_at < ?3) "
    "AND (?4 IS NULL OR v.source = ?4) ";
/// Binds ?1 to ?4.
void bind_scope(Query& statement, const Scope& scope);
[[nodiscard]] Instant as_of_or_now(const std::optional<Instant>& as_of);
[[nodiscard]] Instant instant(std::int64_t ms);

/// The columns of a report as evidence names it, from `version v JOIN report r`, and what they say.
inline constexpr const char* kHeadColumns =
    "v.id, r.key, v.hash, r.given_id, v.origin, v.source, v.published, v.published_precision, v.published_basis, "
    "v.published_at, v.title ";
[[nodiscard]] StoredReport head_of(const Query& row);

/// Where a row stands in an order by published time and key: "1931…|key|number", or "-|key" without a time.
struct Place {
  std::optional<std::int64_t> published_at;
  std::string key;
  std::int64_t number = -1;
};
[[nodiscard]] std::string cursor_of(const Place& place);
/// \return bad_request where the cursor names no place
[[nodiscard]] Result<Place> place_of(const std::string& cursor);

/// The order of lists, and the published time of a row of kHeadColumns, by which it goes.
inline constexpr const char* kInOrder = "ORDER BY v.published_at IS NULL, v.published_at, r.key";
[[nodiscard]] std::optional<std::int64_t> published_at(const Query& row);

/// What an answer in that order goes on from: a cursor, or its beginning.
class After {
 public:
  /// \return bad_request where the cursor names no place
  [[nodiscard]] static Result<After> read(const std::string& cursor);
  /// \return what `version v` and `report r` must fulfil, as " AND ..." with the parameters ?5 and ?6
  [[nodiscard]] const char* condition() const;
  void bind_to(Query& query) const;
  /// \return whether a row of the report at the cursor stands before its place or on it
  [[nodiscard]] bool passed(std::string_view key, std::int64_t number) const {
    return place_ && place_->key == key && number <= place_->number;
  }

 private:
  std::optional<Place> place_;
};

/// \return the terms as FTS5 reads them: each in quotation marks, so that nothing in them is syntax
[[nodiscard]] std::string fts_expression(std::span<const SearchTerm> terms);

[[nodiscard]] std::optional<Timestamp> timestamp(const Query& row, int column);
[[nodiscard]] Span span_at(const Query& row, int column);

/// \return the value of an enumeration with this name; its first where there is none
template <class Enum>
[[nodiscard]] Enum named(std::string_view wanted, Enum last) {
  for (int i = 0; i <= static_cast<int>(last); ++i)
    if (name(static_cast<Enum>(i)) == wanted) return static_cast<Enum>(i);
  return Enum{};
}

}  // namespace sitcen::store::sqlite
