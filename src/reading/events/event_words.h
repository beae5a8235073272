#pragma once

#include <tsl/robin_map.h>

#include <array>
#include <bitset>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace sitcen::reading {

inline constexpr std::size_t kMostWordClasses = 192;
using WordClasses = std::bitset<kMostWordClasses>;

/// The classes of event_words.tsv that the reader itself asks for; the lexicon may name any class of the table.
enum class EventWord : std::uint8_t {
  light,
  occur,
  partake,
  implicative,
  unreal,
  planned,
  uncertain,
  denied,
  negative,
  generic,
  condition,
  habitual,
  sport,
  sport_weak,
  market,
  market_weak,
  fiction,
  fiction_part,
  performer,
  fiction_act,
  drill,
  drill_weak,
  court,
  era,
  memorial,
  security,
  facility,
  vehicle,
  weapon,
  armed,
  human,
  count,
  years,
  creed,
  disaster,
  disaster_weak,
  violence,
  share,
  spell,
  chief,
};
inline constexpr std::size_t kEventWords = static_cast<std::size_t>(EventWord::chief) + 1;

/// event_words.tsv, event_sectors.tsv and event_places.tsv, compiled. Views point into the tables'
/// texts, which must outlive them.
class EventWords {
 public:
  EventWords() = default;
  EventWords(std::string_view words, std::string_view sectors, std::string_view places);

  /// \param lemma  in any case
  /// \return the classes of a word, none if it is not listed
  [[nodiscard]] const WordClasses& classes(std::string_view lemma) const;
  [[nodiscard]] bool is(std::string_view lemma, EventWord word) const { return is(classes(lemma), word); }
  [[nodiscard]] bool is(const WordClasses& classes, EventWord word) const {
    return classes[own_[static_cast<std::size_t>(word)]];
  }
  /// \return the bit of a class of the table
  [[nodiscard]] std::optional<std::size_t> bit(std::string_view class_name) const;
  /// \return PLOVER's sector of people called by that noun ("police": COP), "" where it says none
  [[nodiscard]] std::string_view sector(std::string_view lemma) const;
  /// \param name  as it stands in the text
  /// \return the code of whose territory, people or leader it is, "" where the table does not say
  [[nodiscard]] std::string_view country(std::string_view name) const;
  /// \return class names that the reader asks for and the table lacks, lines that were not understood
  [[nodiscard]] const std::vector<std::string_view>& rejected() const noexcept { return rejected_; }

 private:
  std::size_t bit_of(std::string_view class_name);

  tsl::robin_map<std::string_view, WordClasses> words_;
  tsl::robin_map<std::string_view, std::string_view> sectors_, places_;
  std::vector<std::string_view> names_;  ///< of the classes, by bit
  std::array<std::size_t, kEventWords> own_{};
  std::vector<std::string_view> rejected_;
};

}  // namespace sitcen::reading
