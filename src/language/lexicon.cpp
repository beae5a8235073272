#include "language/lexicon.h"

#include <algorithm>
#include <cstring>
#include <string>

#include "base/utf8.h"
#include "language/unicode/unicode.h"

namespace sitcen::language {
namespace {

constexpr std::size_t kBuckets = std::size_t{1} << 16;
constexpr std::size_t kLongestShape = 100;  // spaCy gives all longer words one shape
constexpr int kLongestRun = 4;

/// \return the first code point
std::string_view first_of(std::string_view text) noexcept { return text.substr(0, base::decode(text, 0).size); }

/// \return the last `count` code points, or all
std::string_view last_of(std::string_view text, int count) noexcept {
  std::size_t at = text.size();
  while (at > 0 && count > 0) {
    --at;
    if (!base::is_continuation(text[at])) --count;
  }
  return text.substr(at);
}

/// X, x and d for letters and digits, anything else as it stands; equal ones at most four times in a row.
void append_shape(std::string& out, std::string_view text) {
  char32_t last = 0;
  int run = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto c = base::decode(text, at);
    const std::uint8_t flags = char_flags(c.value);
    char32_t shape = c.value;
    if ((flags & kAlpha) != 0) {
      shape = (flags & kUpper) != 0 ? U'X' : U'x';
    } else if ((flags & kDigit) != 0) {
      shape = U'd';
    }
    run = shape == last && at > 0 ? run + 1 : 0;
    last = shape;
    if (run < kLongestRun) base::append_utf8(out, shape);
    at += c.size;
  }
}

}  // namespace

StringId murmur_hash(std::string_view bytes) noexcept {
  constexpr std::uint64_t kMultiplier = 0xC6A4A7935BD1E995;
  constexpr int kShift = 47;
  constexpr std::uint64_t kSeed = 1;
  std::uint64_t hash = kSeed ^ (bytes.size() * kMultiplier);
  const char* at = bytes.data();
  for (const char* end = at + (bytes.size() & ~std::size_t{7}); at != end; at += 8) {
    std::uint64_t block;
    std::memcpy(&block, at, sizeof block);
    block *= kMultiplier;
    block ^= block >> kShift;
    hash = (hash ^ (block * kMultiplier)) * kMultiplier;
  }
  if (const std::size_t left = bytes.size() & 7; left > 0) {
    std::uint64_t block = 0;
    std::memcpy(&block, at, left);
    hash = (hash ^ block) * kMultiplier;
  }
  hash ^= hash >> kShift;
  hash *= kMultiplier;
  return hash ^ (hash >> kShift);
}

Result<Lexicon> Lexicon::load(const ModelFile& file) {
  Lexicon lexicon;
  auto symbols = FrozenTable::load(file, "lexicon.symbols");
  if (!symbols) return fail(std::move(symbols.error()));
  lexicon.symbols_ = *symbols;
  const auto symbol_ids = file.array<std::uint32_t>("lexicon.symbol_ids");
  if (!symbol_ids) return fail(symbol_ids.error());
  lexicon.symbol_ids_ = *symbol_ids;
  const auto norm_keys = file.array<std::uint64_t>("lexicon.norm_keys");
  if (!norm_keys) return fail(norm_keys.error());
  lexicon.norm_keys_ = *norm_keys;
  const auto norms = file.array<std::uint64_t>("lexicon.norms");
  if (!norms) return fail(norms.error());
  lexicon.norms_ = *norms;
  if (symbol_ids->size() != symbols->size() || norms->size() != norm_keys->size())
    return file.damaged("the lexicon's tables differ in length");
  if (!file.has("vectors.keys")) return lexicon;

  const auto keys = file.array<std::uint64_t>("vectors.keys");
  if (!keys) return fail(keys.error());
  lexicon.vector_keys_ = *keys;
  const auto rows = file.array<std::uint32_t>("vectors.key_rows");
  if (!rows) return fail(rows.error());
  lexicon.vector_rows_ = *rows;
  const auto buckets = file.array<std::uint32_t>("vectors.buckets");
  if (!buckets) return fail(buckets.error());
  lexicon.vector_buckets_ = *buckets;
  if (rows->size() != keys->size() || buckets->size() != kBuckets + 1 || buckets->front() != 0 ||
      buckets->back() != keys->size() || !std::ranges::is_sorted(*buckets))
    return file.damaged("the index of the vectors does not fit them");
  return lexicon;
}

StringId Lexicon::id(std::string_view text) const noexcept {
  if (text.empty()) return 0;
  // Common words are among the reserved ones ("mark", "prep", "root"): their id is a small number, not a hash.
  if (const auto symbol = symbols_.find(text)) return symbol_ids_[*symbol];
  return murmur_hash(text);
}

StringId Lexicon::norm(StringId orth) const noexcept {
  const auto at = std::ranges::lower_bound(norm_keys_, orth);
  if (at == norm_keys_.end() || *at != orth) return 0;
  return norms_[static_cast<std::size_t>(at - norm_keys_.begin())];
}

std::int32_t Lexicon::vector_row(StringId orth) const noexcept {
  if (vector_keys_.empty()) return -1;
  const std::size_t bucket = orth >> 48;
  for (std::uint32_t at = vector_buckets_[bucket]; at < vector_buckets_[bucket + 1]; ++at)
    if (vector_keys_[at] == orth) return static_cast<std::int32_t>(vector_rows_[at]);
  return -1;
}

WordType Lexicon::describe(std::string_view spelling) const {
  WordType type;
  std::string scratch;
  append_lower(scratch, spelling);
  type.orth = id(spelling);
  type.lower = id(scratch);
  type.norm = norm(type.orth);
  if (type.norm == 0) type.norm = type.lower;
  type.prefix = id(first_of(spelling));
  type.suffix = id(last_of(spelling, 3));
  std::size_t points = 0;
  for (const char c : spelling) points += base::is_continuation(c) ? 0 : 1;
  scratch.clear();
  if (points >= kLongestShape) {
    scratch = "LONG";
  } else {
    append_shape(scratch, spelling);
  }
  type.shape = id(scratch);
  type.is_space = is_space(spelling);
  type.is_alpha = is_alpha(spelling);
  type.vector_row = vector_row(type.orth);
  return type;
}

}  // namespace sitcen::language
