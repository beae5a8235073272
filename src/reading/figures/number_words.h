#pragma once

#include <tsl/robin_map.h>

#include <cstdint>
#include <string_view>

namespace sitcen::reading {

enum class NumberRole : std::uint8_t {
  none,
  zero,
  unit,
  teen,
  ten,
  hundred,
  scale,
  dozen,
  half,
  quarter,
  sign,
  point,
  ordinal,
  suffix,
  few,
  period,
  decimal,
};

/// The mark between the whole and the parts of a number in digits; the other one parts groups of three.
enum class DecimalMark : std::uint8_t { point, comma };

struct NumberWord {
  NumberRole role = NumberRole::none;
  double value = 0;
};

/// number_words.tsv. Views point into the table's text, which must outlive it.
class NumberWords {
 public:
  NumberWords() = default;
  explicit NumberWords(std::string_view table);

  /// \param word  in small letters
  [[nodiscard]] NumberWord find(std::string_view word) const;
  [[nodiscard]] DecimalMark decimal_mark() const {
    return find(",").role == NumberRole::decimal ? DecimalMark::comma : DecimalMark::point;
  }
  /// \return the ordinal that `word` is the plural of ("fifths"): a part of one
  [[nodiscard]] NumberWord part(std::string_view word) const;

 private:
  tsl::robin_map<std::string_view, NumberWord> words_;
};

}  // namespace sitcen::reading
