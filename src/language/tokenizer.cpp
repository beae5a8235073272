#include "language/tokenizer.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <cstring>

#include "language/chunks.h"

namespace sitcen::language {
namespace {

constexpr std::size_t kFirstCacheSlots = 4096;
constexpr std::size_t kLongestInSlot = 16;
constexpr std::size_t kLongestRemembered = 128;
constexpr std::size_t kMostTokens = 32;

template <class T>
std::uint64_t load(const char* at) noexcept {
  T value;
  std::memcpy(&value, at, sizeof value);
  return value;
}

std::uint64_t mix(std::uint64_t a, std::uint64_t b, std::uint64_t size) noexcept {
  std::uint64_t h = (a ^ (b * 0x9E3779B97F4A7C15ULL) ^ (size << 56)) * 0xC2B2AE3D27D4EB4FULL;
  h ^= h >> 32;
  h *= 0x9E3779B97F4A7C15ULL;
  return h ^ (h >> 29);
}

}  // namespace

Tokenizer::Tokenizer(const TokenizerModel& model, const Lexicon& lexicon, std::size_t cache_bytes)
    : model_(&model), cache_bytes_(cache_bytes), types_(lexicon), slots_(kFirstCacheSlots) {}

std::size_t Tokenizer::bytes() const noexcept {
  return slots_.size() * sizeof(Slot) + keys_.size() + remembered_.size() * sizeof(Remembered);
}

bool Tokenizer::begin_document() {
  if (bytes() + types_.bytes() <= cache_bytes_) return false;
  types_.clear();
  slots_.assign(kFirstCacheSlots, Slot{});
  slots_.shrink_to_fit();
  used_ = 0;
  keys_ = {};
  remembered_ = {};
  return true;
}

/// The bytes of a short chunk as two numbers, overlapping loads instead of a copy: with the size they are unambiguous.
Tokenizer::Slot Tokenizer::key_of(std::string_view chunk, std::uint64_t& hash) const noexcept {
  Slot key;
  const char* at = chunk.data();
  const std::size_t size = chunk.size();
  if (size > kLongestInSlot) {
    hash = XXH3_64bits(at, size);
    key.word[0] = hash;
  } else {
    if (size >= 8) {
      key.word[0] = load<std::uint64_t>(at);
      key.word[1] = load<std::uint64_t>(at + size - 8);
    } else if (size >= 4) {
      key.word[0] = load<std::uint32_t>(at);
      key.word[1] = load<std::uint32_t>(at + size - 4);
    } else {
      key.word[0] = load<std::uint8_t>(at) | load<std::uint8_t>(at + size / 2) << 8;
      key.word[1] = load<std::uint8_t>(at + size - 1);
    }
    hash = mix(key.word[0], key.word[1], size);
  }
  key.size = static_cast<std::uint16_t>(size);
  return key;
}

bool Tokenizer::is_same(const Slot& slot, const Slot& key, std::string_view chunk) const noexcept {
  if (slot.size != key.size || slot.word[0] != key.word[0]) return false;
  if (chunk.size() <= kLongestInSlot) return slot.word[1] == key.word[1];
  return std::memcmp(keys_.data() + slot.word[1], chunk.data(), chunk.size()) == 0;
}

void Tokenizer::tokenize(std::string_view text, std::vector<RawToken>& out) {
  out.clear();
  openers_.clear();
  for_each_chunk(text, [&](std::size_t begin, std::size_t end, bool space_after) {
    add_chunk(text, begin, end, out);
    out.back().space_after = space_after;
  });
  if (!openers_.empty()) apply_specials(text, out);
}

void Tokenizer::add_chunk(std::string_view text, std::size_t begin, std::size_t end, std::vector<RawToken>& out) {
  const std::string_view chunk = text.substr(begin, end - begin);
  auto at = static_cast<std::uint32_t>(begin);
  if (chunk.size() > kLongestRemembered) return add_new_chunk(chunk, Slot{}, slots_.size(), at, out);
  std::uint64_t hash = 0;
  const Slot key = key_of(chunk, hash);
  std::size_t index = hash & (slots_.size() - 1);
  for (; slots_[index].size != 0; index = (index + 1) & (slots_.size() - 1)) {
    const Slot& slot = slots_[index];
    if (!is_same(slot, key, chunk)) continue;
    if (slot.tokens == 1) {
      if (slot.opens_special) openers_.push_back(static_cast<std::uint32_t>(out.size()));
      out.push_back({{at, static_cast<std::uint32_t>(end)}, slot.first, false});
      return;
    }
    for (std::uint32_t i = slot.first; i < slot.first + slot.tokens; ++i) {
      const Remembered& token = remembered_[i];
      if (slot.opens_special && types_[token.type].opens_special)
        openers_.push_back(static_cast<std::uint32_t>(out.size()));
      out.push_back({{at, at + token.size}, token.type, false});
      at += token.size;
    }
    return;
  }
  add_new_chunk(chunk, key, index, at, out);
}

std::uint32_t Tokenizer::type_of(std::string_view spelling, StringId norm) {
  const std::uint32_t known = types_.size();
  const std::uint32_t number = types_.number_of(spelling, norm);
  if (number == known) types_[number].opens_special = model_->next_node(0, types_[number].orth) != 0;
  return number;
}

/// \param slot  where the chunk is to be remembered; past the end: not at all
void Tokenizer::add_new_chunk(std::string_view chunk, Slot key, std::size_t slot, std::uint32_t begin,
                              std::vector<RawToken>& out) {
  pieces_.clear();
  model_->split(chunk, true, scratch_, pieces_);
  const std::size_t first_token = out.size();
  bool opens_special = false;
  std::uint32_t at = 0;
  for (const Piece& piece : pieces_) {
    const std::uint32_t type = type_of(chunk.substr(at, piece.size), piece.norm);
    if (types_[type].opens_special) {
      opens_special = true;
      openers_.push_back(static_cast<std::uint32_t>(out.size()));
    }
    out.push_back({{begin + at, begin + at + piece.size}, type, false});
    at += piece.size;
  }
  if (slot >= slots_.size() || pieces_.size() > kMostTokens || bytes() > cache_bytes_) return;

  key.tokens = static_cast<std::uint8_t>(pieces_.size());
  key.opens_special = opens_special;
  if (pieces_.size() == 1) {
    key.first = out[first_token].type;
  } else {
    key.first = static_cast<std::uint32_t>(remembered_.size());
    for (std::size_t i = first_token; i < out.size(); ++i) remembered_.push_back({out[i].type, out[i].span.size()});
  }
  if (chunk.size() > kLongestInSlot) {
    key.word[1] = keys_.size();
    keys_ += chunk;
  }
  slots_[slot] = key;
  if (++used_ * 2 > slots_.size()) grow();
}

void Tokenizer::grow() {
  std::vector<Slot> slots(slots_.size() * 2);
  for (const Slot& old : slots_) {
    if (old.size == 0) continue;
    const std::uint64_t hash = old.size > kLongestInSlot ? old.word[0] : mix(old.word[0], old.word[1], old.size);
    std::size_t index = hash & (slots.size() - 1);
    while (slots[index].size != 0) index = (index + 1) & (slots.size() - 1);
    slots[index] = old;
  }
  slots_ = std::move(slots);
}

/// Special cases that were cut apart as affixes or infixes (":-)" in "(x:-)") are put together again: the longest
/// first, of equal ones the leftmost; a match blocks all it covers, even when it is not used itself, as in spaCy.
void Tokenizer::apply_specials(std::string_view text, std::vector<RawToken>& out) {
  matches_.clear();
  for (const std::uint32_t first : openers_) {
    std::uint32_t node = 0;
    for (std::uint32_t last = first; last < out.size(); ++last) {
      node = model_->next_node(node, types_[out[last].type].orth);
      if (node == 0) break;
      if (model_->ends_pattern(node)) matches_.push_back({first, last + 1});
    }
  }
  if (matches_.empty()) return;
  std::ranges::sort(matches_, [](Span2 a, Span2 b) {
    const std::uint32_t a_size = a.last - a.first;
    const std::uint32_t b_size = b.last - b.first;
    return a_size != b_size ? a_size > b_size : a.first < b.first;
  });
  seen_.assign(out.size(), false);
  std::erase_if(matches_, [&](Span2 match) {
    const bool is_blocked = seen_[match.first] || seen_[match.last - 1];
    std::fill(seen_.begin() + match.first, seen_.begin() + match.last, true);
    return is_blocked;
  });
  std::ranges::sort(matches_, {}, &Span2::first);

  rebuilt_.clear();
  std::uint32_t done = 0;
  const auto copy_to = [&](std::uint32_t end) {
    rebuilt_.insert(rebuilt_.end(), out.begin() + done, out.begin() + end);
    done = end;
  };
  for (const Span2 match : matches_) {
    copy_to(match.first);
    const Span span{out[match.first].span.begin, out[match.last - 1].span.end};
    const auto special = model_->find_special(text.substr(span.begin, span.size()));
    if (!special) continue;  // white space stands between the tokens: not that special case
    pieces_.clear();
    model_->append_special(*special, pieces_);
    std::uint32_t at = span.begin;
    for (const Piece& piece : pieces_) {
      rebuilt_.push_back({{at, at + piece.size}, type_of(text.substr(at, piece.size), piece.norm), false});
      at += piece.size;
    }
    rebuilt_.back().space_after = out[match.last - 1].space_after;
    done = match.last;
  }
  copy_to(static_cast<std::uint32_t>(out.size()));
  std::swap(out, rebuilt_);
}

}  // namespace sitcen::language
