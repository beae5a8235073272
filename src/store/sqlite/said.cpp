#include <algorithm>
#include <limits>

#include "store/sqlite/match_spans.h"
#include "store/sqlite/sqlite_store.h"

namespace sitcen::store::sqlite {
namespace {

/// \param places sorted by begin
/// \return whether one of them lies inside the piece
bool any_inside(const std::vector<Span>& places, Span piece) {
  auto place = std::lower_bound(places.begin(), places.end(), piece.begin,
                                [](Span span, std::uint32_t begin) { return span.begin < begin; });
  for (; place != places.end() && place->begin < piece.end; ++place)
    if (piece.covers(*place)) return true;
  return false;
}

bool any_inside(const std::vector<Span>& places, const std::vector<Span>& pieces) {
  return std::any_of(pieces.begin(), pieces.end(), [&](Span piece) { return any_inside(places, piece); });
}

}  // namespace

/// Where a question about something finds it, by version.
struct SqliteStore::Wanted {
  struct Places {
    std::vector<Span> mentions;
    std::vector<std::vector<Span>> terms;  ///< per term; one that is missing means the version lacks it
  };
  std::unordered_map<std::int64_t, Places> versions;
  std::size_t terms = 0;

  [[nodiscard]] const Places* in(std::int64_t version) const {
    const auto found = versions.find(version);
    return found == versions.end() ? nullptr : &found->second;
  }
  [[nodiscard]] bool holds(const Places& places, const std::vector<Span>& content) const {
    if (any_inside(places.mentions, content)) return true;
    return terms > 0 && places.terms.size() == terms &&
           std::all_of(places.terms.begin(), places.terms.end(),
                       [&](const std::vector<Span>& term) { return any_inside(term, content); });
  }
};

Result<void> SqliteStore::find_words(const SearchTerms& terms, Wanted& wanted) {
  wanted.terms = terms.size();
  auto query = db_.prepare("SELECT rowid, match_spans(word_index) FROM word_index WHERE word_index MATCH ?");
  if (!query) return fail(query.error());
  for (std::size_t i = 0; i < terms.size(); ++i) {
    const std::string expression = fts_expression(std::span(terms).subspan(i, 1));
    query->start(expression);
    for (;;) {
      const auto row = query->step();
      if (!row) return fail(row.error());
      if (!*row) break;
      auto& places = wanted.versions[query->integer(0)];
      if (places.terms.size() == i) places.terms.push_back(spans_of(query->text(1)));
    }
  }
  return {};
}

Result<void> SqliteStore::find_mentions(std::span<const ActorRef> actors, Wanted& wanted) {
  for (const ActorRef& actor : actors) {
    auto done = each(
        "SELECT begin, end FROM mention WHERE version = ? AND actor = ?",
        [&](const Query& row) { wanted.versions[actor.version].mentions.push_back(span_at(row, 0)); }, actor.version,
        actor.number);
    if (!done) return done;
  }
  for (auto& [version, places] : wanted.versions) std::sort(places.mentions.begin(), places.mentions.end());
  return {};
}

Result<void> SqliteStore::said(const Scope& scope, const SaidFilter& filter, const Page& page,
                               const Visit<Said>& visit) {
  const auto reading = Transaction::begin(db_, "DEFERRED");
  if (!reading) return fail(reading.error());
  Wanted about;
  if (filter.about) {
    if (filter.about->words)
      if (auto done = find_words(*filter.about->words, about); !done) return done;
    if (auto done = find_mentions(filter.about->actors, about); !done) return done;
  }
  const auto speaks_in = [&](std::int64_t version) {
    const auto first = std::lower_bound(filter.by->begin(), filter.by->end(), ActorRef{version, 0});
    return first != filter.by->end() && first->version == version;
  };

  std::string sql = std::string("SELECT ") + kHeadColumns +
                    "FROM version v JOIN report r ON r.id = v.report WHERE v.statements > 0 AND " + kInScope;
  auto after = After::read(page.after);
  if (!after) return fail(after.error());
  sql += after->condition();
  sql += kInOrder;
  auto query = db_.prepare(sql);
  if (!query) return fail(query.error());
  query->start();
  bind_scope(*query, scope);
  after->bind_to(*query);
  std::size_t left = page.limit == 0 ? std::numeric_limits<std::size_t>::max() : page.limit;
  while (left > 0) {
    const auto row = query->step();
    if (!row) return fail(row.error());
    if (!*row) break;
    const std::int64_t version = query->integer(0);
    // Reading a version is what costs: first ask what needs no reading.
    const Wanted::Places* places = filter.about ? about.in(version) : nullptr;
    if (filter.about && places == nullptr) continue;
    if (filter.by && !speaks_in(version)) continue;
    if (filter.modality) {
      const auto has =
          ask("SELECT 1 FROM statement WHERE version = ? AND modality = ? LIMIT 1", version, name(*filter.modality));
      if (!has) return fail(has.error());
      if (!*has) continue;
    }
    StoredReport stored = head_of(*query);
    const auto published = published_at(*query);
    if (auto done = read_version(version, stored, Mentions::none); !done) return done;
    for (Said& said : said_in(stored, version)) {
      if (after->passed(said.evidence.key, said.number)) continue;
      if (filter.modality && said.modality != *filter.modality) continue;
      if (filter.by && !(said.speaker && said.speaker->ref &&
                         std::binary_search(filter.by->begin(), filter.by->end(), *said.speaker->ref)))
        continue;
      if (places != nullptr && !about.holds(*places, said.content)) continue;
      if (left-- == 0) return {};
      said.cursor = cursor_of({published, said.evidence.key, static_cast<std::int64_t>(said.number)});
      if (!visit(std::move(said))) return {};
    }
  }
  return {};
}

}  // namespace sitcen::store::sqlite
