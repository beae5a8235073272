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
enum class WordRole : std::uint32_t {
  reason = 1 << 0,
  condition = 1 << 1,
  modality = 1 << 3,
  speaker = 1 << 4,
  vehicle = 1 << 5,
  source = 1 << 6,
  third_person = 1 << 7,
  expletive = 1 << 8,
  complementiser = 1 << 9,
  author = 1 << 10,
  light = 1 << 11,
  during = 1 << 12,
  beside = 1 << 13,
  stage = 1 << 14,
  causative = 1 << 15,
  opinion = 1 << 16,
  retaliation = 1 << 17,
  first_person = 1 << 18,
  thanks = 1 << 19,
  liking = 1 << 20,
  falsehood = 1 << 21,
  truth = 1 << 22,
  attack = 1 << 23,
  habit = 1 << 24,
  coming = 1 << 25,
  duty = 1 << 26,
  doubt = 1 << 27,
  state = 1 << 28,
  ago = 1 << 29,
  question = 1 << 30,
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
    std::uint32_t roles = 0;
    Modality modality = Modality::asserted;
  };
  [[nodiscard]] const Row* find(std::string_view word) const;

  tsl::robin_map<std::string_view, Row> rows_;
  std::vector<std::string_view> rejected_;
  std::size_t longest_ = 0;
};

}  // namespace sitcen::reading
