#include <algorithm>

#include "base/utf8.h"
#include "store/sqlite/match_spans.h"
#include "store/sqlite/sqlite_store.h"

namespace sitcen::store::sqlite {
namespace {

constexpr std::uint32_t kSnippetBytes = 320;
constexpr std::uint32_t kBeforeMatch = 80;

struct Ranked {
  double score;
  std::string key;
  std::int64_t version;
};

/// "score|key": the place of a hit in the order of hits.
std::string rank_cursor(const Ranked& hit) {
  char score[40];
  std::snprintf(score, sizeof score, "%a", hit.score);
  return std::string(score) + '|' + hit.key;
}

std::uint32_t back_to_border(std::string_view text, std::uint32_t at) {
  while (at > 0 && at < text.size() && base::is_continuation(text[at])) --at;
  return at;
}

/// A long sentence, cut around its first match.
Span cut(std::string_view text, Span sentence, Span match) {
  if (sentence.size() <= kSnippetBytes) return sentence;
  const std::uint32_t lead = std::min(kBeforeMatch, match.begin - sentence.begin);
  std::uint32_t begin = match.begin - lead;
  if (begin > sentence.begin) {
    const auto space = text.find(' ', begin);
    if (space < match.begin) begin = static_cast<std::uint32_t>(space) + 1;
  }
  std::uint32_t end = std::min(sentence.end, begin + kSnippetBytes);
  if (end < sentence.end) {
    const auto space = text.rfind(' ', end);
    if (space != std::string_view::npos && space > match.end) end = static_cast<std::uint32_t>(space);
  }
  return {back_to_border(text, begin), back_to_border(text, end)};
}

/// The sentence that holds most matches; the first of several.
Span best_sentence(const std::vector<Span>& sentences, const std::vector<Span>& matches, std::string_view text) {
  if (matches.empty()) return {};
  Span best{0, static_cast<std::uint32_t>(text.size())};
  Span first = matches.front();
  std::size_t most = 0;
  auto match = matches.begin();
  for (const Span sentence : sentences) {
    while (match != matches.end() && match->begin < sentence.begin) ++match;
    const auto begin = match;
    while (match != matches.end() && match->begin < sentence.end) ++match;
    const auto count = static_cast<std::size_t>(match - begin);
    if (count <= most) continue;
    most = count;
    best = sentence;
    first = *begin;
  }
  return cut(text, best, first);
}

}  // namespace

std::string fts_expression(std::span<const SearchTerm> terms) {
  std::string out;
  for (const SearchTerm& term : terms) {
    if (!out.empty()) out += " AND ";
    out += '"';
    for (const char c : term.words) {
      if (c == '"') out += '"';
      out += c;
    }
    out += '"';
    if (term.prefix) out += " *";
  }
  return out;
}

Result<void> SqliteStore::search(const SearchTerms& terms, const Scope& scope, const Page& page,
                                 const Visit<SearchHit>& visit) {
  const auto reading = Transaction::begin(db_, "DEFERRED");
  if (!reading) return fail(reading.error());
  const std::string expression = fts_expression(terms);
  std::vector<Ranked> hits;
  {
    auto query = db_.prepare(std::string("SELECT -bm25(word_index, 4.0, 1.0), r.key, v.id FROM word_index "
                                         "JOIN version v ON v.id = word_index.rowid JOIN report r ON r.id = v.report "
                                         "WHERE word_index MATCH ?5 AND ") +
                             kInScope);
    if (!query) return fail(query.error());
    query->start();
    bind_scope(*query, scope);
    query->bind(expression);
    for (;;) {
      const auto row = query->step();
      if (!row) return fail(row.error());
      if (!*row) break;
      hits.push_back({query->real(0), std::string(query->text(1)), query->integer(2)});
    }
  }
  std::sort(hits.begin(), hits.end(),
            [](const Ranked& a, const Ranked& b) { return a.score != b.score ? a.score > b.score : a.key < b.key; });

  auto hit = hits.begin();
  if (!page.after.empty()) {
    hit = std::find_if(hits.begin(), hits.end(), [&](const Ranked& h) { return rank_cursor(h) == page.after; });
    if (hit == hits.end()) return fail(ErrorCode::bad_request, {"no such place in the list: " + page.after});
    ++hit;
  }
  auto row_query = db_.prepare(std::string("SELECT ") + kReportColumns +
                               ", match_spans(word_index) FROM word_index JOIN version v ON v.id = word_index.rowid "
                               "JOIN report r ON r.id = v.report WHERE word_index MATCH ?2 AND word_index.rowid = ?3");
  if (!row_query) return fail(row_query.error());
  for (std::size_t given = 0; hit != hits.end() && (page.limit == 0 || given < page.limit); ++given, ++hit) {
    const auto row = row_query->start(as_of_or_now(scope.as_of), expression, hit->version).step();
    if (!row) return fail(row.error());
    if (!*row) return fail(ErrorCode::store_damaged, {db_.name(), "the word index contradicts itself"});
    SearchHit out;
    out.report = report_row(*row_query);
    out.report.cursor = rank_cursor(*hit);
    out.score = hit->score;
    out.spans = spans_of(row_query->text(kReportColumnCount));
    row_query->finish();
    auto text = text_of(hit->version);
    if (!text) return fail(text.error());
    out.text = std::move(*text);
    StoredReport stored;
    if (auto done = read_spans(hit->version, stored); !done) return done;
    out.snippet_span = best_sentence(stored.sentences, out.spans, *out.text);
    out.snippet = out.spans.empty() ? out.report.title.value_or("")
                                    : out.text->substr(out.snippet_span.begin, out.snippet_span.size());
    if (!visit(std::move(out))) break;
  }
  return {};
}

}  // namespace sitcen::store::sqlite
