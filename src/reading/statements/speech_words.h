#pragma once

#include <tsl/robin_map.h>

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "sitcen/findings.h"

namespace sitcen::reading {

/// What part a small word plays, as bits.
enum class WordRole : std::uint64_t {
  reason = 1ULL << 0,
  condition = 1ULL << 1,
  modality = 1ULL << 2,
  speaker = 1ULL << 3,
  vehicle = 1ULL << 4,
  source = 1ULL << 5,
  third_person = 1ULL << 6,
  expletive = 1ULL << 7,
  complementiser = 1ULL << 8,
  author = 1ULL << 9,
  light = 1ULL << 10,
  during = 1ULL << 11,
  beside = 1ULL << 12,
  stage = 1ULL << 13,
  causative = 1ULL << 14,
  opinion = 1ULL << 15,
  retaliation = 1ULL << 16,
  first_person = 1ULL << 17,
  thanks = 1ULL << 18,
  liking = 1ULL << 19,
  falsehood = 1ULL << 20,
  truth = 1ULL << 21,
  attack = 1ULL << 22,
  habit = 1ULL << 23,
  coming = 1ULL << 24,
  duty = 1ULL << 25,
  doubt = 1ULL << 26,
  state = 1ULL << 27,
  ago = 1ULL << 28,
  question = 1ULL << 29,
  copula = 1ULL << 30,
  perfect = 1ULL << 31,
  support = 1ULL << 32,
  remote = 1ULL << 33,
  hearer = 1ULL << 34,
  quoting = 1ULL << 35,
  outlook = 1ULL << 36,
  inverted = 1ULL << 37,
  outlet = 1ULL << 38,
};

/// speech_words.tsv, compiled. Views point into the table's text, which must outlive it.
class SpeechWords {
 public:
  SpeechWords() = default;
  explicit SpeechWords(std::string_view table);

  /// \param word as it stands in the text; ASCII capitals do not matter
  [[nodiscard]] bool plays(std::string_view word, WordRole role) const;
  /// \return the modality a helping verb gives
  [[nodiscard]] std::optional<Modality> modality(std::string_view word) const;
  [[nodiscard]] std::span<const std::string_view> rejected() const noexcept { return rejected_; }

 private:
  struct Row {
    std::uint64_t roles = 0;
    Modality modality = Modality::asserted;
  };
  [[nodiscard]] const Row* find(std::string_view word) const;

  tsl::robin_map<std::string_view, Row> rows_;
  std::vector<std::string_view> rejected_;
  std::size_t longest_ = 0;
};

}  // namespace sitcen::reading
