#include <algorithm>

#include "store/check.h"
#include "store/sqlite/sqlite_store.h"

namespace sitcen::store::sqlite {
namespace {

/// The actors of many versions, found by version and number as the rows of the tables come by.
class Found {
 public:
  explicit Found(std::vector<VersionActors>& all) : all_(all) {}

  void add(VersionActors version) {
    place_[version.row] = all_.size();
    all_.push_back(std::move(version));
  }
  VersionActors* version(std::int64_t row) {
    const auto found = place_.find(row);
    return found == place_.end() ? nullptr : &all_[found->second];
  }
  ActorRow* actor(std::int64_t row, std::int64_t number) {
    VersionActors* owner = version(row);
    if (owner == nullptr || number < 0 || number >= static_cast<std::int64_t>(owner->actors.size())) return nullptr;
    return &owner->actors[static_cast<std::size_t>(number)];
  }

 private:
  std::vector<VersionActors>& all_;
  std::unordered_map<std::int64_t, std::size_t> place_;
};

}  // namespace

// Each table is gone through once from its beginning to its end, which for a whole store is faster than asking it for
// each version.
Result<std::vector<VersionActors>> SqliteStore::actors(std::optional<Instant> as_of) {
  const auto reading = Transaction::begin(db_, "DEFERRED");
  if (!reading) return fail(reading.error());
  std::vector<VersionActors> all;
  Found found(all);
  auto done = each(
      "SELECT v.id, r.given_id, r.key, v.hash, v.source, v.published, v.published_precision, v.published_basis, "
      "v.published_at, v.known_at, v.statements FROM version v JOIN report r ON r.id = v.report "
      "WHERE v.known_at <= ?1 AND (v.known_until IS NULL OR v.known_until > ?1) ORDER BY v.known_at, r.key",
      [&](const Query& row) {
        VersionActors version;
        version.row = row.integer(0);
        version.report = row.text(1);
        version.key = row.text(2);
        version.version = row.text(3);
        version.source = row.optional_text(4);
        version.published = timestamp(row, 5);
        if (!row.null(8)) version.published_at = instant(row.integer(8));
        version.known_at = instant(row.integer(9));
        version.statements = static_cast<std::uint32_t>(row.integer(10));
        found.add(std::move(version));
      },
      as_of_or_now(as_of));
  if (!done) return fail(done.error());

  bool lost = false;
  done = each("SELECT version, number, kind, name, country FROM actor ORDER BY version, number", [&](const Query& row) {
    VersionActors* version = found.version(row.integer(0));
    if (version == nullptr) return;
    lost = lost || row.integer(1) != static_cast<std::int64_t>(version->actors.size());
    ActorRow actor;
    actor.number = static_cast<std::uint32_t>(version->actors.size());
    actor.kind = named(row.text(2), ActorKind::unit);
    actor.name = row.text(3);
    actor.country = row.text(4);
    version->actors.push_back(std::move(actor));
  });
  if (!done) return fail(done.error());
  if (lost) return damaged("?", "an actor without the one before it");
  done = each("SELECT version, actor, title, of_whom, begin, end FROM role ORDER BY version, actor, number",
              [&](const Query& row) {
                if (ActorRow* actor = found.actor(row.integer(0), row.integer(1)))
                  actor->roles.push_back({std::string(row.text(2)), std::string(row.text(3)), span_at(row, 4)});
              });
  if (!done) return fail(done.error());
  done = each("SELECT version, actor, words FROM mention WHERE form = 'name' ORDER BY version, actor, number",
              [&](const Query& row) {
                ActorRow* actor = found.actor(row.integer(0), row.integer(1));
                if (actor != nullptr && (actor->names.empty() || actor->names.back() != row.text(2)))
                  actor->names.emplace_back(row.text(2));
              });
  if (!done) return fail(done.error());
  done = each("SELECT version, speaker, count(*) FROM statement WHERE speaker IS NOT NULL GROUP BY version, speaker",
              [&](const Query& row) {
                if (ActorRow* actor = found.actor(row.integer(0), row.integer(1)))
                  actor->statements = static_cast<std::uint32_t>(row.integer(2));
              });
  if (!done) return fail(done.error());
  for (VersionActors& version : all)
    for (ActorRow& actor : version.actors) {
      std::sort(actor.names.begin(), actor.names.end());
      actor.names.erase(std::unique(actor.names.begin(), actor.names.end()), actor.names.end());
    }
  return all;
}

Result<Evidence> SqliteStore::evidence(std::int64_t version, Span span) {
  const auto reading = Transaction::begin(db_, "DEFERRED");
  if (!reading) return fail(reading.error());
  Evidence out;
  auto done = each(
      "SELECT r.given_id, v.hash, v.origin, r.key, v.source FROM version v JOIN report r ON r.id = v.report "
      "WHERE v.id = ?",
      [&](const Query& row) {
        out.report = row.text(0);
        out.version = row.text(1);
        out.origin = row.text(2);
        out.key = row.text(3);
        out.source = row.optional_text(4);
      },
      version);
  if (!done) return fail(done.error());
  auto text = text_of(version);
  if (!text) return fail(text.error());
  out.text = std::move(*text);
  out.span = span;
  if (const auto fault = fault_of(span, *out.text)) return damaged(out.report, *fault);
  done = each(
      "SELECT number, begin, end FROM sentence WHERE version = ? AND begin <= ? ORDER BY number DESC LIMIT 1",
      [&](const Query& row) {
        out.sentence = static_cast<std::uint32_t>(row.integer(0));
        out.sentence_span = span_at(row, 1);
      },
      version, span.begin);
  if (!done) return fail(done.error());
  return out;
}

}  // namespace sitcen::store::sqlite
