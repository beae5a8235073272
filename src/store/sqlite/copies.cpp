#include <algorithm>
#include <map>
#include <set>

#include "store/copies/compare.h"
#include "store/sqlite/sqlite_store.h"

namespace sitcen::store::sqlite {
namespace {

using copies::CopyKind;
using copies::Text;

/// A sequence of words that more families than this have is boilerplate: it says nothing, and is kept of no further
/// one.
constexpr std::int64_t kFamilies = 16;
constexpr std::size_t kCompared = 8;      ///< the most alike by their sample are compared word by word
constexpr std::size_t kShortSample = 12;  ///< one sequence in common says enough; of a longer sample two are wanted
constexpr std::size_t kBytesCompared = 256'000;
constexpr std::size_t kBytesForEach = 16;  ///< of the text that came in

}  // namespace

/// A version whose sample has sequences of the one that came in, and what comparing the two gave.
struct SqliteStore::Candidate {
  std::int64_t version = 0, family = 0;
  std::size_t sequences = 0;
  copies::Likeness likeness = {};
  std::optional<CopyKind> kind = {};
};

Result<void> SqliteStore::join_family(std::int64_t version, std::int64_t report, std::string_view bytes) {
  const Text text(bytes);
  const auto whole = text.hash();
  if (!whole) return put("UPDATE version SET family = id WHERE id = ?", version);
  const auto word_hash = static_cast<std::int64_t>(*whole);

  // The same words: nothing of it is new to its family.
  const auto same = ask(
      "SELECT v.family FROM fingerprint f JOIN version v ON v.id = f.version WHERE f.hash = ? AND v.word_hash = f.hash",
      word_hash);
  if (!same) return fail(same.error());
  if (const std::optional<std::int64_t> family = *same) return set_family(version, report, *family, word_hash);

  std::map<std::int64_t, Candidate> found;
  std::map<std::int64_t, std::set<std::int64_t>> families;  // that have a sequence of the sample already
  const std::vector<std::uint64_t> sample = text.sample();
  for (const std::uint64_t sequence : sample) {
    const auto hash = static_cast<std::int64_t>(sequence);
    std::vector<Candidate> rows;
    auto done = each(
        "SELECT version, family FROM fingerprint WHERE hash = ? LIMIT ?",
        [&](const Query& row) { rows.push_back({row.integer(0), row.integer(1)}); }, hash, kFamilies);
    if (!done) return done;
    if (static_cast<std::int64_t>(rows.size()) >= kFamilies) continue;
    auto& known = families[hash];
    for (const Candidate& row : rows) {
      known.insert(row.family);
      ++found.try_emplace(row.version, row).first->second.sequences;
    }
  }
  auto candidates = compare_with(text, bytes.size(), found, sample.size() < kShortSample ? 1 : 2);
  if (!candidates) return fail(candidates.error());

  const auto near = std::ranges::find(*candidates, CopyKind::near, &Candidate::kind);
  const std::int64_t family = near == candidates->end() ? version : near->family;
  if (auto done = set_family(version, report, family, word_hash); !done) return done;
  for (const Candidate& one : *candidates)
    if (one.kind && one.family != family)
      // What a report's own earlier version says is no quotation.
      if (auto done =
              put("INSERT INTO quoted (version, other, words) SELECT ?1, v.id, ?3 FROM version v WHERE v.id = ?2 "
                  "AND v.report <> ?4",
                  version, one.version, one.likeness.longest, report);
          !done)
        return done;
  const auto keep = [&](std::int64_t hash) {
    return put("INSERT INTO fingerprint (hash, version, family) VALUES (?, ?, ?)", hash, version, family);
  };
  if (auto done = keep(word_hash); !done) return done;
  for (const auto& [hash, known] : families)
    if (!known.contains(family))
      if (auto done = keep(hash); !done) return done;
  return {};
}

Result<void> SqliteStore::set_family(std::int64_t version, std::int64_t report, std::int64_t family,
                                     std::int64_t word_hash) {
  if (auto done = put("UPDATE version SET family = ?, word_hash = ? WHERE id = ?", family, word_hash, version); !done)
    return done;
  if (family == version) return {};
  return put(
      "INSERT INTO copied_family (family) SELECT ?1 WHERE EXISTS (SELECT 1 FROM version WHERE family = ?1 AND report "
      "<> ?2) ON CONFLICT DO NOTHING",
      family, report);
}

Result<std::vector<SqliteStore::Candidate>> SqliteStore::compare_with(const Text& text, std::size_t size,
                                                                      const std::map<std::int64_t, Candidate>& found,
                                                                      std::size_t wanted) {
  std::vector<Candidate> candidates;
  candidates.reserve(found.size());
  for (const auto& [version, one] : found) candidates.push_back(one);
  std::ranges::stable_sort(candidates, std::ranges::greater{}, &Candidate::sequences);
  std::erase_if(candidates, [&](const Candidate& one) { return one.sequences < wanted; });
  if (candidates.size() > kCompared) candidates.resize(kCompared);
  // A short text is not compared with one long text after the other, whoever sends them.
  std::size_t left = kBytesCompared + kBytesForEach * size;
  for (Candidate& one : candidates) {
    const auto other = text_of(one.version);
    if (!other) return fail(other.error());
    if (other->get()->size() > left) continue;
    left -= other->get()->size();
    one.likeness = copies::compare(text, Text(**other));
    one.kind = copies::kind_of(one.likeness);
    if (one.kind == CopyKind::near) break;  // whose sample is most alike; what it quotes, its family does
  }
  return candidates;
}

Result<void> SqliteStore::complete_families() {
  const auto missing = ask("SELECT id FROM version WHERE family IS NULL LIMIT 1");
  if (!missing) return fail(missing.error());
  if (!missing->has_value()) return {};
  auto transaction = Transaction::begin(db_, "IMMEDIATE");
  if (!transaction) return fail(transaction.error());
  for (;;) {
    std::int64_t version = 0;
    std::int64_t report = 0;
    auto done =
        each("SELECT id, report FROM version WHERE family IS NULL ORDER BY id LIMIT 1", [&](const Query& row) {
          version = row.integer(0);
          report = row.integer(1);
        });
    if (!done) return done;
    if (version == 0) break;
    const auto text = text_of(version);
    if (!text) return fail(text.error());
    if (auto joined = join_family(version, report, **text); !joined) return joined;
  }
  return transaction->commit();
}

}  // namespace sitcen::store::sqlite
