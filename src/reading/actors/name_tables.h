#pragma once

#include <tsl/robin_map.h>

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace sitcen::reading {

/// The three tables of names, compiled. Views point into the tables' texts, which must outlive them.
/// Names are looked up as they stand in the text, without a leading article.

struct Country {
  std::string_view code;  ///< ISO 3166-1 alpha-3
  std::string_view name;
  std::string_view capital;  ///< the first one; empty where the country is its own capital
};

/// countries.tsv
class Countries {
 public:
  Countries() = default;
  explicit Countries(std::string_view table);

  /// \return the country of a name ("Belarus", "U.S."), nullptr if it is none
  [[nodiscard]] const Country* named(std::string_view name) const { return find(names_, name); }
  /// \return the country of an adjective or a people ("Belarusian", "Poles")
  [[nodiscard]] const Country* nationality(std::string_view word) const { return find(nationalities_, word); }
  /// \return the country of a capital ("Minsk")
  [[nodiscard]] const Country* capital(std::string_view name) const { return find(capitals_, name); }
  [[nodiscard]] std::span<const Country> all() const noexcept { return rows_; }

 private:
  using Index = tsl::robin_map<std::string_view, std::uint32_t>;
  [[nodiscard]] const Country* find(const Index& index, std::string_view key) const;

  std::vector<Country> rows_;
  Index names_, nationalities_, capitals_;
};

struct Organisation {
  std::string_view name;
  std::string_view country;  ///< ISO 3166-1 alpha-3, empty for none
  std::string_view sector;   ///< PLOVER
};

/// organisations.tsv
class Organisations {
 public:
  Organisations() = default;
  explicit Organisations(std::string_view table);

  /// \return the organisation of a name or another one ("NATO", "Kremlin"), nullptr if it is not listed
  [[nodiscard]] const Organisation* named(std::string_view name) const;
  [[nodiscard]] std::span<const Organisation> all() const noexcept { return rows_; }

 private:
  std::vector<Organisation> rows_;
  tsl::robin_map<std::string_view, std::uint32_t> names_;
};

enum class NameRole : std::uint8_t { none, honorific, generation, designator, former, portfolio, article, of, unit };

/// titles.tsv and name_words.tsv
class Titles {
 public:
  Titles() = default;
  Titles(std::string_view titles, std::string_view name_words);

  /// \param word  as it stands in the text; capitals, a full stop at the end and a plural s do not matter
  /// \return PLOVER sector of the title with that head, none if it is no title
  [[nodiscard]] std::optional<std::string_view> sector(std::string_view word) const;
  [[nodiscard]] NameRole role(std::string_view word) const;
  [[nodiscard]] std::size_t size() const noexcept { return sectors_.size(); }

 private:
  tsl::robin_map<std::string_view, std::string_view> sectors_;
  tsl::robin_map<std::string_view, NameRole> roles_;
};

/// offices.tsv: which titles may stand for one another.
class Offices {
 public:
  Offices() = default;
  explicit Offices(std::string_view table);

  /// \param head   of a title, in any case
  /// \param words  that stand beside it
  /// \return its classes as bits; two titles that share one can mean one person; 0: no such office
  [[nodiscard]] std::uint32_t classes(std::string_view head, std::span<const std::string_view> words) const;
  [[nodiscard]] std::size_t size() const noexcept { return rows_.size(); }

 private:
  struct Row {
    std::string_view title, with;
    std::uint32_t bit = 0;
  };
  std::vector<Row> rows_;                                   ///< those of one title together
  tsl::robin_map<std::string_view, std::uint32_t> titles_;  ///< its first row
};

}  // namespace sitcen::reading
