#include "store/sqlite/word_index_check.h"

#include <sqlite3.h>

#include <algorithm>
#include <array>

#include "store/sqlite/match_spans.h"

namespace sitcen::store::sqlite {
namespace {

constexpr std::size_t kLongestWord = 32768;  // FTS5 cuts a longer one

/// A number for a word at a place; summed over a version, whatever the order.
std::uint64_t mark(std::string_view word, int column, std::int64_t place) {
  std::uint64_t hash = 0xcbf29ce484222325U;  // FNV-1a
  const auto add = [&](std::uint64_t byte) { hash = (hash ^ byte) * 0x100000001b3U; };
  for (const char c : word) add(static_cast<unsigned char>(c));
  add(0x100U + static_cast<std::uint64_t>(column));
  add(static_cast<std::uint64_t>(place) + 0x200U);
  hash ^= hash >> 29;
  return hash * 0xbf58476d1ce4e5b9U;
}

struct Sum {
  std::uint64_t value = 0;
  int column = 0;
  std::int64_t place = 0;
};

int see_word(void* context, int flags, const char* word, int size, int, int) {
  auto& sum = *static_cast<Sum*>(context);
  if ((flags & FTS5_TOKEN_COLOCATED) != 0) return SQLITE_OK;
  sum.value += mark({word, std::min(static_cast<std::size_t>(size), kLongestWord)}, sum.column, sum.place++);
  return SQLITE_OK;
}

}  // namespace

struct WordIndexCheck::Tokenizer {
  fts5_tokenizer calls{};
  Fts5Tokenizer* made = nullptr;
};

void WordIndexCheck::Delete::operator()(Tokenizer* tokenizer) const {
  if (tokenizer->made != nullptr) tokenizer->calls.xDelete(tokenizer->made);
  delete tokenizer;
}

Result<WordIndexCheck> WordIndexCheck::read(Database& db) {
  WordIndexCheck check;
  const auto api = fts5_of(db);
  if (!api) return fail(api.error());
  void* context = nullptr;
  check.tokenizer_.reset(new Tokenizer);
  auto& tokenizer = *check.tokenizer_;
  std::array<const char*, 2> arguments = {"remove_diacritics", "2"};  // as in the schema
  if ((*api)->xFindTokenizer(*api, "unicode61", &context, &tokenizer.calls) != SQLITE_OK ||
      tokenizer.calls.xCreate(context, arguments.data(), static_cast<int>(arguments.size()), &tokenizer.made) !=
          SQLITE_OK)
    return fail(ErrorCode::internal, {"this SQLite has no unicode61"});

  if (auto made = db.run("CREATE VIRTUAL TABLE IF NOT EXISTS temp.indexed_words "
                         "USING fts5vocab(main, word_index, instance)");
      !made)
    return fail(made.error());
  auto query = db.prepare("SELECT doc, col = 'text', \"offset\", term FROM temp.indexed_words");
  if (!query) return fail(query.error());
  for (;;) {
    const auto row = query->step();
    if (!row) return fail(row.error());
    if (!*row) return check;
    check.sums_[query->integer(0)] += mark(query->text(3), static_cast<int>(query->integer(1)), query->integer(2));
  }
}

bool WordIndexCheck::agrees(std::int64_t version, std::string_view title, std::string_view text) {
  std::uint64_t total = 0;
  int column = 0;
  for (const std::string_view words : {title, text}) {
    Sum sum;
    sum.column = column++;
    tokenizer_->calls.xTokenize(tokenizer_->made, &sum, FTS5_TOKENIZE_DOCUMENT, words.data(),
                                static_cast<int>(words.size()), see_word);
    total += sum.value;
  }
  const auto known = sums_.find(version);
  if (known == sums_.end()) return total == 0;
  const bool same = known->second == total;
  sums_.erase(known);
  return same;
}

std::optional<std::int64_t> WordIndexCheck::left_over() const {
  if (sums_.empty()) return std::nullopt;
  return std::min_element(sums_.begin(), sums_.end(), [](const auto& a, const auto& b) { return a.first < b.first; })
      ->first;
}

}  // namespace sitcen::store::sqlite
