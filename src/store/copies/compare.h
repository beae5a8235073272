#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "store/copies/words.h"

namespace sitcen::store::copies {

enum class CopyKind : std::uint8_t {
  exact,   ///< the same words
  near,    ///< one account: most of the one stands in the other, with the same facts
  quoted,  ///< a part of the one stands in the other
};
[[nodiscard]] std::string_view name(CopyKind kind) noexcept;

/// A text ready to be compared with others: its words, and its sequences of a few words, sorted.
class Text {
 public:
  explicit Text(std::string_view text);

  [[nodiscard]] const std::vector<Word>& words() const { return words_; }
  [[nodiscard]] const std::vector<std::uint64_t>& grams() const { return grams_; }  ///< in the order of the text
  [[nodiscard]] bool has(std::uint64_t gram) const;
  [[nodiscard]] bool knows(std::uint64_t word) const;
  /// \return a hash of all words; none where there are too few of them to be anybody's copy
  [[nodiscard]] std::optional<std::uint64_t> hash() const;
  /// \return sequences that are picked by chance, but the same ones in every text that has them and its surroundings
  /// (winnowing: Schleimer, Wilkerson and Aiken 2003); sorted; at most some 250
  [[nodiscard]] std::vector<std::uint64_t> sample() const;

 private:
  std::vector<Word> words_;
  std::vector<std::uint64_t> grams_, sorted_grams_, sorted_words_;
};

/// How much two texts share.
struct Likeness {
  double in_first = 0, in_second = 0;  ///< shares of the words that stand in sequences both have
  double similarity = 0;               ///< the same of both together
  double facts = 1;                    ///< share of the facts of the shorter one that the longer one has
  std::size_t longest = 0;             ///< words of the longest stretch of the first whose sequences both have
};
[[nodiscard]] Likeness compare(const Text& first, const Text& second);

/// \return what that makes of them; none: neither is a copy of the other
[[nodiscard]] std::optional<CopyKind> kind_of(const Likeness& likeness);

/// A stretch of equal words in two texts.
struct Shared {
  Span first, second;  ///< bytes
  std::size_t words = 0;
};
/// \return the longest stretches that leave nothing out, by their place in the first text; none overlaps another there
[[nodiscard]] std::vector<Shared> shared_stretches(const Text& first, const Text& second);

}  // namespace sitcen::store::copies
