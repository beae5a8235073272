#include <algorithm>
#include <map>
#include <set>

#include "store/copies/compare.h"
#include "store/sqlite/sqlite_store.h"

namespace sitcen::store::sqlite {
namespace {

CopyMember member_of(const Query& row) {
  CopyMember out;
  out.row = row.integer(0);
  out.key = row.text(1);
  out.version = row.text(2);
  out.id = row.text(3);
  out.origin = row.text(4);
  out.source = row.optional_text(5);
  out.published = timestamp(row, 6);
  if (const auto at = published_at(row)) out.published_at = instant(*at);
  out.title = row.optional_text(10);
  out.byline = row.optional_text(11);
  out.known_at = instant(row.integer(12));
  if (!row.null(13)) out.word_hash = row.integer(13);
  return out;
}

/// Who had the words first; the key decides between those that cannot be told apart.
bool earlier(const CopyMember& a, const CopyMember& b) {
  if (a.published_at.has_value() != b.published_at.has_value()) return a.published_at.has_value();
  if (a.published_at != b.published_at) return a.published_at < b.published_at;
  if (a.known_at != b.known_at) return a.known_at < b.known_at;
  return a.key < b.key;
}

/// What is asked of version v: that it is in force, at ?1.
constexpr const char* kInForce = "v.known_at <= ?1 AND (v.known_until IS NULL OR v.known_until > ?1) ";

/// Families of several reports, and families one of which quotes the other: of all reports, or of what one belongs to.
constexpr const char* kAll =
    "WITH wanted(family) AS (SELECT family FROM copied_family UNION SELECT o.family FROM quoted q JOIN version o "
    "ON o.id IN (q.version, q.other)) ";
constexpr const char* kOfOne =
    "WITH own(family) AS (SELECT v.family FROM version v JOIN report r ON r.id = v.report WHERE r.key = ?2), "
    "kin(version) AS (SELECT id FROM version WHERE family IN own), "
    "wanted(family) AS (SELECT family FROM own UNION SELECT o.family FROM quoted q JOIN version o ON o.id = q.other "
    "WHERE q.version IN kin UNION SELECT o.family FROM quoted q JOIN version o ON o.id = q.version "
    "WHERE q.other IN kin) ";

bool in_scope(const CopyMember& member, const Scope& scope) {
  if (scope.source && member.source != scope.source) return false;
  if (!scope.since && !scope.until) return true;
  return member.published_at && (!scope.since || member.published_at >= scope.since) &&
         (!scope.until || member.published_at < scope.until);
}

bool concerns(const CopyFamily& family, const Scope& scope, std::optional<std::string_view> key) {
  const auto is = [&](const CopyMember& member) { return key ? member.key == *key : in_scope(member, scope); };
  return std::ranges::any_of(family.members, is) ||
         std::ranges::any_of(family.quoted, [&](const auto& quoting) { return is(quoting.by); });
}

/// By the published time of who had it first, unknown last, and by key.
bool before(const CopyFamily& a, const CopyFamily& b) {
  const CopyMember& one = a.members.front();
  const CopyMember& two = b.members.front();
  if (one.published_at.has_value() != two.published_at.has_value()) return one.published_at.has_value();
  return one.published_at != two.published_at ? one.published_at < two.published_at : one.key < two.key;
}

}  // namespace

/// Families by their number, and the family of each version that is in one of them.
struct SqliteStore::Families {
  std::map<std::int64_t, CopyFamily> by_number;
  std::map<std::int64_t, std::int64_t> of_version;
  std::set<std::pair<std::int64_t, std::int64_t>> noted;  ///< pairs of which one quotes the other

  /// Notes that a version has a stretch of another: with the family that had it first, once for two families.
  void note(std::int64_t one, std::int64_t two) {
    const auto family_one = of_version.find(one);
    const auto family_two = of_version.find(two);
    if (family_one == of_version.end() || family_two == of_version.end()) return;
    std::pair first{family_one->second, one};
    std::pair later{family_two->second, two};
    if (first.first == later.first) return;
    if (earlier(by_number[later.first].members.front(), by_number[first.first].members.front()))
      std::swap(first, later);
    if (!noted.emplace(first.first, later.first).second) return;
    const auto& own = by_number[first.first].members;
    const auto& others = by_number[later.first].members;
    const auto member = std::ranges::find(own, first.second, &CopyMember::row);
    const auto by = std::ranges::find(others, later.second, &CopyMember::row);
    by_number[first.first].quoted.push_back({static_cast<std::size_t>(member - own.begin()), *by});
  }
};

Result<SqliteStore::Families> SqliteStore::read_families(const Scope& scope, std::optional<std::string_view> key) {
  Families out;
  auto members = db_.prepare(std::string(key ? kOfOne : kAll) + "SELECT " + kHeadColumns +
                             ", v.byline, v.known_at, v.word_hash, v.family FROM wanted w JOIN version v ON v.family = "
                             "w.family JOIN report r ON r.id = v.report WHERE " +
                             kInForce);
  if (!members) return fail(members.error());
  members->start(as_of_or_now(scope.as_of));
  if (key) members->bind(*key);
  for (;;) {
    const auto row = members->step();
    if (!row) return fail(row.error());
    if (!*row) break;
    out.by_number[members->integer(14)].members.push_back(member_of(*members));
    out.of_version[members->integer(0)] = members->integer(14);
  }
  for (auto& [number, family] : out.by_number) std::ranges::sort(family.members, earlier);
  for (const auto& [version, family] : out.of_version)
    if (auto done = each(
            "SELECT version, other FROM quoted WHERE version = ? ORDER BY other",
            [&](const Query& row) { out.note(row.integer(0), row.integer(1)); }, version);
        !done)
      return fail(done.error());
  for (auto& [number, family] : out.by_number) std::ranges::sort(family.quoted, earlier, &CopyFamily::Quoting::by);
  return out;
}

Result<std::vector<CopyFamily>> SqliteStore::copies(const Scope& scope, std::optional<std::string_view> key) {
  const auto reading = Transaction::begin(db_, "DEFERRED");
  if (!reading) return fail(reading.error());
  auto families = read_families(scope, key);
  if (!families) return fail(families.error());
  std::vector<CopyFamily> out;
  for (auto& [number, family] : families->by_number)
    if (family.members.size() + family.quoted.size() > 1 && concerns(family, scope, key))
      out.push_back(std::move(family));
  std::ranges::sort(out, before);
  return out;
}

Result<StoredReport> SqliteStore::outline(std::int64_t version) {
  StoredReport out;
  bool found = false;
  auto query = db_.prepare(std::string("SELECT ") + kHeadColumns +
                           ", v.byline FROM version v JOIN report r ON r.id = v.report WHERE v.id = ?");
  if (!query) return fail(query.error());
  const auto row = query->start(version).step();
  if (!row) return fail(row.error());
  if (*row) {
    out = head_of(*query);
    out.report.byline = query->optional_text(11);
    found = true;
  }
  query->finish();
  if (!found) return damaged(std::to_string(version), "a version that is not there");
  const auto text = text_of(version);
  if (!text) return fail(text.error());
  out.report.text = **text;
  if (auto done = read_spans(version, out); !done) return fail(done.error());
  return out;
}

Result<std::optional<std::string>> SqliteStore::fault_of_families() {
  std::optional<std::string> fault;
  const auto done = each(
      "SELECT v.id FROM version v LEFT JOIN version f ON f.id = v.family WHERE v.family IS NOT NULL AND f.id IS NULL "
      "UNION ALL SELECT f.version FROM fingerprint f LEFT JOIN version v ON v.id = f.version WHERE v.id IS NULL "
      "LIMIT 1",
      [&](const Query& row) {
        fault = "version row " + std::to_string(row.integer(0)) + " belongs to a family of copies that is not there";
      });
  if (!done) return fail(done.error());
  return fault;
}

}  // namespace sitcen::store::sqlite
