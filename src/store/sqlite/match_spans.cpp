#include "store/sqlite/match_spans.h"

#include <sqlite3.h>

#include <algorithm>

namespace sitcen::store::sqlite {
namespace {

constexpr int kTextColumn = 1;

/// Tokens [first, last) of the text, then the bytes they cover.
struct Match {
  int first, last;
  Span span;
};

struct Walk {
  std::vector<Match>* matches;  // sorted by their first token
  int token = 0;
};

int see_token(void* context, int flags, const char*, int, int begin, int end) {
  auto& walk = *static_cast<Walk*>(context);
  if ((flags & FTS5_TOKEN_COLOCATED) != 0) return SQLITE_OK;
  for (Match& match : *walk.matches) {
    if (match.first > walk.token) break;
    if (match.first == walk.token) match.span.begin = static_cast<std::uint32_t>(begin);
    if (match.last == walk.token + 1) match.span.end = static_cast<std::uint32_t>(end);
  }
  ++walk.token;
  return SQLITE_OK;
}

/// Matches that share a byte become one.
std::vector<Span> joined(const std::vector<Match>& matches) {
  std::vector<Span> spans;
  for (const Match& match : matches) spans.push_back(match.span);
  std::sort(spans.begin(), spans.end());
  std::vector<Span> out;
  for (const Span span : spans) {
    if (!out.empty() && span.begin < out.back().end)
      out.back().end = std::max(out.back().end, span.end);
    else
      out.push_back(span);
  }
  return out;
}

int find_matches(const Fts5ExtensionApi* api, Fts5Context* fts, std::vector<Span>& out) {
  int count = 0;
  if (const int code = api->xInstCount(fts, &count); code != SQLITE_OK) return code;
  std::vector<Match> matches;
  for (int i = 0; i < count; ++i) {
    int phrase = 0;
    int column = 0;
    int token = 0;
    if (const int code = api->xInst(fts, i, &phrase, &column, &token); code != SQLITE_OK) return code;
    if (column == kTextColumn) matches.push_back({token, token + api->xPhraseSize(fts, phrase), {}});
  }
  if (matches.empty()) return SQLITE_OK;
  std::sort(matches.begin(), matches.end(), [](const Match& a, const Match& b) { return a.first < b.first; });
  const char* text = nullptr;
  int size = 0;
  if (const int code = api->xColumnText(fts, kTextColumn, &text, &size); code != SQLITE_OK) return code;
  Walk walk{&matches};
  if (const int code = api->xTokenize(fts, text, size, &walk, see_token); code != SQLITE_OK) return code;
  out = joined(matches);
  return SQLITE_OK;
}

void match_spans(const Fts5ExtensionApi* api, Fts5Context* fts, sqlite3_context* context, int, sqlite3_value**) {
  std::vector<Span> spans;
  if (const int code = find_matches(api, fts, spans); code != SQLITE_OK)
    return sqlite3_result_error_code(context, code);
  sqlite3_result_blob64(context, spans.data(), spans.size() * sizeof(Span), SQLITE_TRANSIENT);
}

}  // namespace

Result<fts5_api*> fts5_of(Database& db) {
  sqlite3_stmt* stmt = nullptr;
  const int code = sqlite3_prepare_v2(db.handle(), "SELECT fts5(?1)", -1, &stmt, nullptr);
  if (code != SQLITE_OK) return db.failure(code);
  fts5_api* api = nullptr;
  sqlite3_bind_pointer(stmt, 1, static_cast<void*>(&api), "fts5_api_ptr", nullptr);
  sqlite3_step(stmt);
  sqlite3_finalize(stmt);
  if (api == nullptr) return fail(ErrorCode::internal, {"this SQLite has no FTS5"});
  return api;
}

Result<void> add_match_spans(Database& db) {
  const auto api = fts5_of(db);
  if (!api) return fail(api.error());
  const int code = (*api)->xCreateFunction(*api, "match_spans", nullptr, match_spans, nullptr);
  if (code != SQLITE_OK) return db.failure(code);
  return {};
}

std::vector<Span> spans_of(std::string_view blob) {
  std::vector<Span> spans(blob.size() / sizeof(Span));
  if (!spans.empty()) std::memcpy(spans.data(), blob.data(), spans.size() * sizeof(Span));
  return spans;
}

}  // namespace sitcen::store::sqlite
