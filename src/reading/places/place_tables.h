#pragma once

#include <tsl/robin_map.h>

#include <cstdint>
#include <string_view>
#include <vector>

namespace sitcen::reading {

/// What a word may be beside a place's name, as bits; the roles of place_words.tsv.
enum class PlaceWord : std::uint32_t {
  none = 0,
  institution = 1U << 0U,
  unit = 1U << 1U,
  units = 1U << 2U,
  near = 1U << 3U,
  compass = 1U << 4U,
  street = 1U << 5U,
  particle = 1U << 6U,
  stative = 1U << 7U,
  media = 1U << 8U,
  either = 1U << 9U,
  origin = 1U << 10U,
};

/// place_words.tsv and place_abbreviations.tsv, compiled. Views point into the tables' texts, which must outlive them.
class PlaceTables {
 public:
  struct Abbreviation {
    std::string_view code;       ///< "US.KS"
    bool behind_a_comma = true;  ///< counts there alone
  };

  PlaceTables() = default;
  PlaceTables(std::string_view words, std::string_view abbreviations);

  /// \param word  in any case
  [[nodiscard]] bool is(std::string_view word, PlaceWord role) const;
  /// \return nullptr if it is none; written exactly so
  [[nodiscard]] const Abbreviation* abbreviation(std::string_view text) const;
  [[nodiscard]] std::size_t size() const noexcept { return words_.size(); }
  /// \return lines that could not be understood; a test holds it at none
  [[nodiscard]] std::size_t rejected() const noexcept { return rejected_; }

 private:
  tsl::robin_map<std::string_view, std::uint32_t> words_;
  tsl::robin_map<std::string_view, Abbreviation> abbreviations_;
  std::size_t rejected_ = 0;
};

}  // namespace sitcen::reading
