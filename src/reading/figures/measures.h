#pragma once

#include <tsl/robin_map.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sitcen::reading {

enum class Dimension : std::uint8_t { other, time, temperature, degree, length };

/// A unit of measure.
struct Unit {
  std::string_view name;     ///< in the singular: "kilometer"
  std::string_view si_unit;  ///< empty: none
  double si = 0;             ///< factor to it; 0: it takes more than a factor, or there is none
  Dimension dimension = Dimension::other;
};

/// units.tsv. Views point into the table's text, which must outlive it.
class Units {
 public:
  Units() = default;
  explicit Units(std::string_view table);

  /// \param words  in small letters, one space between two: "square metres"
  [[nodiscard]] const Unit* named(std::string_view words) const;
  /// \param sign  as it stands: "km", "MW"
  [[nodiscard]] const Unit* symbol(std::string_view sign) const;

 private:
  std::vector<Unit> rows_;
  tsl::robin_map<std::string_view, std::uint32_t> names_, symbols_;
};

/// Money: a currency, or a part of one.
struct Currency {
  std::string_view code;  ///< ISO 4217, or the name of a unit that several share ("franc")
  std::string_view part;  ///< "cent"; empty: the whole unit
  double parts = 1;       ///< how many of the part make one
  bool is_word = false;   ///< it means other things too: "pounds", "won", "#" for the sign of the pound
};

/// currencies.tsv
class Currencies {
 public:
  Currencies() = default;
  explicit Currencies(std::string_view table);

  /// \param words  in small letters, full stops left out
  [[nodiscard]] std::optional<Currency> named(std::string_view words) const;
  /// \param sign  in small letters, nothing between its parts: "us$"
  [[nodiscard]] std::optional<Currency> sign(std::string_view sign) const;
  /// \param code  as it stands; small letters only where they cannot be a word
  [[nodiscard]] std::optional<Currency> code(std::string_view code) const;

 private:
  using Index = tsl::robin_map<std::string_view, Currency>;
  static std::optional<Currency> find(const Index& index, std::string_view key);
  Index names_, signs_, codes_, small_codes_;
};

}  // namespace sitcen::reading
