#include "store/copies/compare.h"

#include <algorithm>
#include <unordered_map>

namespace sitcen::store::copies {
namespace {

constexpr std::size_t kGram = 4;    ///< words of a sequence: fewer are everybody's, more break with every word changed
constexpr std::size_t kFewest = 8;  ///< words of a text that can be a copy
constexpr std::size_t kStretch = 24;  ///< words in a row that no two reports have by chance

std::uint64_t mixed(std::uint64_t h) {
  h ^= h >> 32U;
  h *= 0xE9846AF9B1A615D;
  h ^= h >> 32U;
  h *= 0xE9846AF9B1A615D;
  return h ^ (h >> 28U);
}

std::vector<std::uint64_t> grams_of(std::span<const Word> words) {
  std::vector<std::uint64_t> out;
  if (words.size() < kGram) return out;
  out.reserve(words.size() - kGram + 1);
  for (std::size_t i = 0; i + kGram <= words.size(); ++i) {
    std::uint64_t h = 0;
    for (std::size_t k = 0; k < kGram; ++k) h = mixed(h ^ words[i + k].hash);
    out.push_back(h);
  }
  return out;
}

bool in(const std::vector<std::uint64_t>& sorted, std::uint64_t hash) {
  return std::binary_search(sorted.begin(), sorted.end(), hash);
}

/// How many words of a text stand in sequences that another has, and how many of them in a row at most.
struct Covered {
  std::size_t words = 0, longest = 0;
};
Covered covered(const Text& text, const Text& by) {
  Covered out;
  std::size_t end = 0;    // of what is covered so far
  std::size_t begin = 0;  // of the stretch that is open
  for (std::size_t i = 0; i < text.grams().size(); ++i) {
    if (!by.has(text.grams()[i])) continue;
    if (i > end || end == 0) begin = i;
    out.words += i + kGram - std::max(i, end);
    end = i + kGram;
    out.longest = std::max(out.longest, end - begin);
  }
  return out;
}

double share(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

double facts_shared(const Text& shorter, const Text& longer) {
  std::size_t all = 0;
  std::size_t known = 0;
  for (const Word& word : shorter.words()) {
    if (!word.fact) continue;
    ++all;
    known += longer.knows(word.hash) ? 1 : 0;
  }
  return all == 0 ? 1 : share(known, all);
}

}  // namespace

std::string_view name(CopyKind kind) noexcept {
  switch (kind) {
    case CopyKind::exact:
      return "exact";
    case CopyKind::near:
      return "near";
    case CopyKind::quoted:
      return "quoted";
  }
  return "";
}

Text::Text(std::string_view text) : words_(words_of(text)), grams_(grams_of(words_)), sorted_grams_(grams_) {
  std::sort(sorted_grams_.begin(), sorted_grams_.end());
  sorted_words_.reserve(words_.size());
  for (const Word& word : words_) sorted_words_.push_back(word.hash);
  std::sort(sorted_words_.begin(), sorted_words_.end());
}

bool Text::has(std::uint64_t gram) const { return in(sorted_grams_, gram); }
bool Text::knows(std::uint64_t word) const { return in(sorted_words_, word); }

std::optional<std::uint64_t> Text::hash() const {
  if (words_.size() < kFewest) return std::nullopt;
  std::uint64_t h = words_.size();
  for (const Word& word : words_) h = mixed(h ^ word.hash);
  return h;
}

std::vector<std::uint64_t> Text::sample() const {
  // A wide window picks among what narrow ones pick, so that texts of different lengths are sampled alike.
  constexpr std::size_t kNarrowest = 4;
  constexpr std::size_t kWidest = 32;
  constexpr std::size_t kWindows = 20;
  constexpr std::size_t kMost = 128;
  if (words_.size() < kFewest) return {};
  const std::size_t window = std::max(std::clamp(grams_.size() / kWindows, kNarrowest, kWidest), grams_.size() / kMost);
  std::vector<std::uint64_t> out;
  std::size_t smallest = grams_.size();  // none yet
  for (std::size_t end = 1; end <= grams_.size(); ++end) {
    const std::size_t begin = end > window ? end - window : 0;
    if (smallest < begin || smallest == grams_.size()) {
      smallest = begin;
      for (std::size_t i = begin; i < end; ++i)
        if (grams_[i] < grams_[smallest]) smallest = i;
    } else if (grams_[end - 1] < grams_[smallest]) {
      smallest = end - 1;
    }
    if (end >= window || end == grams_.size()) out.push_back(grams_[smallest]);
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  if (out.size() > 2 * kMost) out.resize(2 * kMost);
  return out;
}

Likeness compare(const Text& first, const Text& second) {
  const Covered one = covered(first, second);
  const Covered two = covered(second, first);
  Likeness out;
  out.in_first = share(one.words, first.words().size());
  out.in_second = share(two.words, second.words().size());
  out.similarity = share(one.words + two.words, first.words().size() + second.words().size());
  out.longest = one.longest;
  const bool first_is_shorter = first.words().size() <= second.words().size();
  out.facts = first_is_shorter ? facts_shared(first, second) : facts_shared(second, first);
  return out;
}

std::optional<CopyKind> kind_of(const Likeness& likeness) {
  constexpr double kMostOfOne = 0.5;
  constexpr double kSomeOfOther = 0.25;
  constexpr double kSameFacts = 0.65;
  const auto [less, more] = std::minmax(likeness.in_first, likeness.in_second);
  if (more >= kMostOfOne && less >= kSomeOfOther && likeness.facts >= kSameFacts) return CopyKind::near;
  if (likeness.longest >= kStretch) return CopyKind::quoted;
  return std::nullopt;
}

std::vector<Shared> shared_stretches(const Text& first, const Text& second) {
  constexpr std::size_t kPlaces =
      16;  // of one sequence that are tried: a text of one word a thousand times has no more
  std::unordered_map<std::uint64_t, std::vector<std::size_t>> places;
  for (std::size_t i = 0; i < second.grams().size(); ++i) {
    auto& all = places[second.grams()[i]];
    if (all.size() < kPlaces) all.push_back(i);
  }
  const auto& a = first.words();
  const auto& b = second.words();
  std::vector<Shared> out;
  for (std::size_t i = 0; i < first.grams().size();) {
    std::size_t best = 0;
    std::size_t where = 0;
    if (const auto found = places.find(first.grams()[i]); found != places.end()) {
      for (const std::size_t j : found->second) {
        std::size_t size = 0;
        while (i + size < a.size() && j + size < b.size() && a[i + size].hash == b[j + size].hash) ++size;
        if (size > best) {
          best = size;
          where = j;
        }
      }
    }
    if (best < kGram) {
      ++i;
      continue;
    }
    out.push_back(
        {{a[i].span.begin, a[i + best - 1].span.end}, {b[where].span.begin, b[where + best - 1].span.end}, best});
    i += best;
  }
  return out;
}

}  // namespace sitcen::store::copies
