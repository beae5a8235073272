#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <variant>
#include <vector>

#include "base/instant.h"
#include "sitcen/findings.h"
#include "sitcen/report.h"
#include "sitcen/result.h"
#include "store/search_terms.h"

namespace sitcen::store {

using base::Instant;

/// What read a report: findings of another engine, model or knowledge replace those in the store.
struct EngineStamp {
  std::string version;
  std::string model;  ///< "": none, as there was no model for the report's language
  std::string knowledge;
  friend auto operator<=>(const EngineStamp&, const EngineStamp&) = default;
};

/// A report that was read: its sentences (bytes into its text, sorted) and what was found in it.
struct Arrival {
  Report report;
  std::vector<Span> sentences;
  Findings findings;
  /// Why it no longer stands, where its text says so; a status of `cancelled` says so by itself.
  std::optional<std::string> withdrawn = {};
  std::optional<EngineStamp> engine = {};  ///< none: the batch's
};

/// An input that could not be read. The same input with the same reason is one rejection, however often it is tried.
struct Rejection {
  std::string origin;
  std::optional<std::uint64_t> line;  ///< of the file, from 1, where one file holds many reports
  std::string code;                   ///< name of the error, e.g. "not_utf8"
  std::string reason;                 ///< its message
};

/// What is written in one transaction: all of it or nothing.
struct Batch {
  Instant known_at;  ///< the time of knowing; read from the clock by the caller
  EngineStamp engine;
  std::vector<Arrival> arrivals;
  std::vector<Rejection> rejected;
};

enum class Outcome : std::uint8_t {
  added,      ///< a report that was not known
  updated,    ///< a new version of a known report
  unchanged,  ///< this version is known, read by the same engine
  reread,     ///< this version is known; its findings were replaced by those of another engine
  rejected,   ///< a finding points outside the text or into a code point: kept as a rejection with the reason
};
[[nodiscard]] std::string_view name(Outcome outcome) noexcept;

/// The kinds of findings that are a stretch of the text with values.
enum class FindingKind : std::uint8_t { figure, time, place, event };
[[nodiscard]] std::string_view name(FindingKind kind) noexcept;

/// Which part of the store a question looks at. Times are half open: [since, until).
struct Scope {
  std::optional<Instant> as_of = {};              ///< what was known then; none: all that is known now
  std::optional<Instant> since = {}, until = {};  ///< of the published time; a report without one is outside any bound
  std::optional<std::string> source = {};
};

/// Whether a report stands, or its source has taken it back.
enum class ReportStatus : std::uint8_t { read, withdrawn };
[[nodiscard]] std::string_view name(ReportStatus status) noexcept;

/// Which reports are wanted; what is not given does not matter.
struct ReportFilter {
  std::optional<ReportStatus> status = {};
  std::optional<std::string> language = {};  ///< BCP 47; "en" is also "en-GB"; capitals do not matter
};

/// A page of an ordered answer: what follows the row with this cursor, at most `limit` rows (0: no limit).
struct Page {
  std::string after;
  std::size_t limit = 0;
};

/// Gets the rows of an answer one by one; returns false to stop.
template <class Row>
using Visit = std::function<bool(Row&&)>;

/// A report as a line of a list: the metadata of its version in force.
struct ReportRow {
  std::string key, version, id, origin;
  std::uint32_t versions = 1;  ///< how many are known
  std::optional<std::string> source, url, title, language;
  std::optional<Timestamp> published, updated, fetched;
  Instant known_at{};  ///< when this version became known
  std::optional<PublicationStatus> publication_status;
  std::optional<std::string> notice;
  std::optional<std::string> withdrawn;      ///< why it no longer stands
  std::optional<std::string> copy_of;        ///< id of the report that had the same account first
  std::uint32_t actors = 0, statements = 0;  ///< read from this version
  std::string cursor;                        ///< of this row in this order
};

struct RejectedRow {
  Rejection rejection;
  Instant known_at{};
};

/// \return whether a time lies after the time of knowing, wherever its clock stands
[[nodiscard]] bool in_the_future(const std::optional<Timestamp>& time, Instant known_at);

/// What is kept of the bytes a report was read from, without them.
struct RawInfo {
  std::string sha256;
  std::uint64_t size = 0;
};

/// A version of a report, as a line of the list of its versions.
struct VersionRow {
  std::uint32_t number = 1;  ///< among those known, from 1
  std::string version;
  Instant known_at{};
};

/// A version of a report with all that was read from it, as the readers gave it.
struct StoredReport {
  Report report;  ///< without its raw bytes, which `Store::raw` gives
  std::optional<RawInfo> raw;
  std::optional<std::string> withdrawn;
  std::uint32_t number = 1, versions = 1;  ///< this version's place among those known, from 1
  Instant known_at{};
  EngineStamp engine;
  std::vector<Span> sentences;
  Findings findings;  ///< its names of rules and reasons live in `names`
  std::shared_ptr<const std::unordered_set<std::string>> names;
};

/// The words a datum was read from.
struct Evidence {
  std::string report, version, origin;  ///< report: its id as given, else its key
  std::string key;
  std::optional<std::string> source;
  Span span;                                ///< bytes into *text
  std::uint32_t sentence = 0;               ///< index
  Span sentence_span;                       ///< bytes into *text
  std::shared_ptr<const std::string> text;  ///< of the version

  [[nodiscard]] std::string_view words() const { return std::string_view(*text).substr(span.begin, span.size()); }
};

/// An actor of one version, by its place in this store: holds as long as the version is not read anew.
struct ActorRef {
  std::int64_t version = 0;  ///< row of the version
  std::uint32_t number = 0;  ///< index into its actors
  friend auto operator<=>(const ActorRef&, const ActorRef&) = default;
};

/// An actor as one report gives it: what is compared across reports.
struct ActorRow {
  std::uint32_t number = 0;
  ActorKind kind = ActorKind::person;
  std::string name, country;
  std::vector<Role> roles;
  std::vector<std::string> names;  ///< the different words of its mentions by name; empty: it is never named
  std::uint32_t statements = 0;    ///< of which it is the speaker for sure
};

/// The actors of a version in force.
struct VersionActors {
  std::int64_t row = 0;  ///< of the version
  std::string report, key, version;
  std::optional<std::string> source;
  std::optional<Timestamp> published;
  std::optional<Instant> published_at;
  Instant known_at{};
  std::uint32_t statements = 0;
  std::vector<ActorRow> actors;
};

/// Which statements are wanted; what is not given does not matter. Lists of actors are sorted.
struct SaidFilter {
  struct About {
    std::vector<ActorRef> actors;      ///< what is said mentions one of them ...
    std::optional<SearchTerms> words;  ///< ... or has all of these words
  };
  std::optional<std::vector<ActorRef>> by;  ///< the speaker is one of them, for sure
  std::optional<About> about;
  std::optional<Modality> modality;
};

/// What figures that stand together count: thing and verb (lemmas) in a unit.
struct FigureGroup {
  std::string thing, act, unit;
};
struct FigureFilter {
  std::optional<FigureKind> kind = {};
  std::vector<std::string> words =
      {};  ///< its thing, its verb, or the report's words for them have all of these; folded
  std::optional<FigureGroup> group = {};  ///< it belongs to this one; without thing and verb: to none
};
struct TimeFilter {
  std::optional<TimeType> type;
  std::optional<Instant> from, to;  ///< its place in the calendar overlaps [from, to); one that has none is outside
};
struct PlaceFilter {
  struct Near {
    sitcen::Place::Point point;
    double km = 0;
  };
  std::optional<std::string> name;  ///< its name, or its words in the report, hold these words in a row; folded
  std::optional<std::string> country;
  std::optional<PlacePrecision> precision;
  std::optional<PlaceRole> role;
  std::optional<Near> near;
};
struct EventFilter {
  std::optional<EventType> type;
  std::optional<Modality> modality;
  std::optional<std::vector<ActorRef>> actors, recipients;  ///< one of its actors, of its recipients is one of them
  std::optional<std::string> country;                       ///< code of a party, or country of its place
  std::optional<std::string> place;                         ///< its place is called so, as in PlaceFilter
};
/// Which findings of a kind are wanted; what is not given does not matter. In the order of FindingKind.
using FindingFilter = std::variant<FigureFilter, TimeFilter, PlaceFilter, EventFilter>;

/// A version in force that has findings that are wanted, with all that was read from it but the mentions of actors.
struct Found {
  StoredReport report;
  std::vector<std::uint32_t> numbers;  ///< the findings' indexes among those of their kind, sorted; at least one
  std::string cursor;                  ///< of the report; a finding's is this, '|' and its number
};

/// A statement with its speaker, in the words of its report.
struct Said {
  struct Speaker {
    std::string as_given;             ///< the words, e.g. "the minister"
    std::optional<std::string> name;  ///< fullest name of the actor in the report
    std::optional<ActorKind> kind;
    std::optional<Role> role;             ///< the first one the report gives the actor
    std::optional<ActorRef> ref;          ///< of the actor
    std::vector<std::string> candidates;  ///< names, where it may be one of several
    Span span;
  };
  std::string id;            ///< the same as long as the version and the engine are
  std::uint32_t number = 0;  ///< index into the statements of its version
  std::optional<Speaker> speaker;
  std::optional<Span> addressee, occasion;
  StatementKind kind = StatementKind::direct;
  Modality modality = Modality::asserted;
  std::vector<Span> cue, content;
  std::optional<std::string> title;  ///< of the report
  std::optional<Timestamp> published;
  std::string rule;
  float score = 0;
  Evidence evidence;  ///< its span reaches from the first to the last piece of content
  std::string cursor;
};

/// \param text  of the report, shared by all that is read from it
/// \return the words at a span that was read from a report
[[nodiscard]] Evidence evidence_in(const StoredReport& stored, std::shared_ptr<const std::string> text, Span span,
                                   std::uint32_t sentence);

/// \param version  row of the report's version
/// \return the statements of a report, in the words of its text; without cursors
[[nodiscard]] std::vector<Said> said_in(const StoredReport& stored, std::int64_t version = 0);

struct SearchHit {
  ReportRow report;
  double score = 0;     ///< BM25, higher is better
  std::string snippet;  ///< the sentence with most of the words, cut where it is long; the title if only that has them
  Span snippet_span;    ///< bytes into the text; empty if the snippet is the title
  std::vector<Span> spans;  ///< every match: bytes into the text, sorted
  std::shared_ptr<const std::string> text;
};

/// A version in force that shares words with others: who had them first is decided by its published time (unknown
/// last), then by when it was known.
struct CopyMember {
  std::int64_t row = 0;  ///< of the version
  std::string key, version, id, origin;
  std::optional<std::string> source, title, byline;
  std::optional<Timestamp> published;
  std::optional<Instant> published_at;
  Instant known_at{};
  std::optional<std::int64_t> word_hash;  ///< equal: the same words
};

/// Versions in force of one family: one account, mostly in the same words, each of another report.
struct CopyFamily {
  std::vector<CopyMember> members;  ///< who had it first, first; at least one
  struct Quoting {
    std::size_t member = 0;  ///< whose words it has a stretch of
    CopyMember by;           ///< of another family, and had the words later
  };
  std::vector<Quoting> quoted;  ///< sorted as members are; a family of one member has at least one
};

struct Counts {
  std::uint64_t reports = 0, versions = 0, sentences = 0, actors = 0, mentions = 0, roles = 0, statements = 0,
                figures = 0, rejected = 0;
};

/// What a check of the whole store found.
struct Verification {
  struct Fault {
    std::string report, version;  ///< id and version
    std::string datum;            ///< e.g. "mention 3 of actor 0"
    Span span;
    std::string what;  ///< what is wrong, with the words claimed and the words found
  };
  Counts counts;
  std::uint64_t checked = 0;  ///< data whose words were compared
  std::uint64_t bad = 0;
  std::optional<Fault> first;
};

/// Where reports, their versions and all that was read from them are kept. One writer, many readers, each with a
/// Store of its own: an object is used by one thread at a time. Answers are sorted, and are the same for the same
/// content whatever the order it came in, save where the order of knowing is the question.
/// Errors: store_locked, store_full, store_read_only, store_damaged; after one, the store is as before the call.
class Store {
 public:
  virtual ~Store() = default;

  /// Writes a batch in one transaction; when it returns, the batch outlives the process and a loss of power.
  /// \return what became of each arrival, in order
  [[nodiscard]] virtual Result<std::vector<Outcome>> add(const Batch& batch) = 0;

  /// \return whether this version of this report is stored with the findings of this engine
  [[nodiscard]] virtual Result<bool> holds(std::string_view key, std::string_view version,
                                           const EngineStamp& engine) = 0;

  /// \return whether the bytes that this version was read from are stored
  [[nodiscard]] virtual Result<bool> holds_raw(std::string_view key, std::string_view version) = 0;

  /// Reports, newest published first, those without a published time last; equal times by key.
  [[nodiscard]] virtual Result<void> reports(const Scope& scope, const ReportFilter& filter, const Page& page,
                                             const Visit<ReportRow>& visit) = 0;
  [[nodiscard]] Result<void> reports(const Scope& scope, const Page& page, const Visit<ReportRow>& visit) {
    return reports(scope, ReportFilter{}, page, visit);
  }
  /// Inputs that could not be read, by origin and line.
  [[nodiscard]] virtual Result<void> rejections(const Scope& scope, const Visit<RejectedRow>& visit) = 0;

  /// \param name a report's id, its key, or the beginning of one of them
  /// \return the key; report_not_found, report_ambiguous
  [[nodiscard]] virtual Result<std::string> find(std::string_view name) = 0;
  /// \param version hash of the version wanted; empty: the one in force (at `as_of`)
  /// \return report_not_found
  [[nodiscard]] virtual Result<StoredReport> report(std::string_view key, std::string_view version = {},
                                                    std::optional<Instant> as_of = {}) = 0;

  /// \return the versions of a report in the order in which they became known; report_not_found
  [[nodiscard]] virtual Result<std::vector<VersionRow>> versions(std::string_view key,
                                                                 std::optional<Instant> as_of = {}) = 0;
  /// \return the bytes a version was read from; none where they were not kept; store_damaged where they are others
  [[nodiscard]] virtual Result<std::optional<std::string>> raw(std::string_view key, std::string_view version) = 0;

  /// Reports that have all terms in their text or title, best first; equal scores by key.
  [[nodiscard]] virtual Result<void> search(const SearchTerms& terms, const Scope& scope, const Page& page,
                                            const Visit<SearchHit>& visit) = 0;
  /// Statements, by published time (unknown last), report key and place in the text.
  [[nodiscard]] virtual Result<void> said(const Scope& scope, const SaidFilter& filter, const Page& page,
                                          const Visit<Said>& visit) = 0;
  /// The versions in force that have findings that are wanted, by published time (unknown last) and report key.
  /// \param after cursor of a finding: what is before it or it itself is left out; empty: nothing is
  [[nodiscard]] virtual Result<void> with(const FindingFilter& filter, const Scope& scope, const std::string& after,
                                          const Visit<Found>& visit) = 0;
  /// What the figures that are wanted count, by thing, verb and unit; not those that count nothing.
  [[nodiscard]] virtual Result<void> figure_groups(const FigureFilter& filter, const Scope& scope,
                                                   const std::optional<FigureGroup>& after,
                                                   const Visit<FigureGroup>& visit) = 0;
  /// The actors of all versions in force, in the order of knowing; equal times by key.
  [[nodiscard]] virtual Result<std::vector<VersionActors>> actors(std::optional<Instant> as_of) = 0;
  /// \param version row of the version
  /// \return the words at a place, with the sentence they begin in
  [[nodiscard]] virtual Result<Evidence> evidence(std::int64_t version, Span span) = 0;

  /// The families of copies, those of no published time last, by the published time and key of who had it first.
  /// \param key  families that this report belongs to, quotes or is quoted by; none: all that have a member in scope
  [[nodiscard]] virtual Result<std::vector<CopyFamily>> copies(const Scope& scope,
                                                               std::optional<std::string_view> key) = 0;
  /// \param version  row of the version
  /// \return its report with text, sections and sentences, without findings
  [[nodiscard]] virtual Result<StoredReport> outline(std::int64_t version) = 0;

  [[nodiscard]] virtual Result<Counts> counts() = 0;
  /// \return the latest time of knowing in the store; none when it is empty
  [[nodiscard]] virtual Result<std::optional<Instant>> last_known() = 0;

  /// Reads everything again: the file's own structure, references, the word index, and for each datum that its span
  /// lies on code point borders inside its version's text and holds the words the datum claims, in its sentence.
  /// \return store_damaged where the file itself is; else what was checked and the first fault
  [[nodiscard]] virtual Result<Verification> verify() = 0;
};

/// \return the schema this sitcen reads and writes: the number of its last step
[[nodiscard]] std::uint32_t schema() noexcept;

enum class Access : std::uint8_t {
  read,   ///< of an existing store
  write,  ///< makes the store if there is none, brings an older one up to this schema
};

struct StoreOptions {
  std::chrono::milliseconds patience{5000};  ///< how long a writer waits for another before store_locked
};

/// \param location a SQLite file
/// \return store_not_found, store_is_newer, store_is_older, store_read_only, store_locked, store_damaged
[[nodiscard]] Result<std::unique_ptr<Store>> open_store(const std::filesystem::path& location, Access access,
                                                        StoreOptions options = {});

}  // namespace sitcen::store
