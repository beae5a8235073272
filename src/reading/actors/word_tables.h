#pragma once

#include <tsl/robin_map.h>

#include <cstdint>
#include <optional>
#include <string_view>

namespace sitcen::reading {

/// The small words and plain nouns by which an actor is meant, compiled. Views point into the tables' texts.

enum class Number : std::uint8_t { unknown, singular, plural };
enum class Gender : std::uint8_t { unknown, male, female, neuter };
enum class Determiner : std::uint8_t { none, definite, indefinite, demonstrative, possessive, negative };
enum class PronounCase : std::uint8_t { subject, object, any, possessive, independent, reflexive };

/// A row of pronouns.tsv.
struct Pronoun {
  std::uint8_t person = 0;  ///< 1, 2, 3
  Number number = Number::unknown;
  Gender gender = Gender::unknown;
  PronounCase form = PronounCase::any;
};

enum class NounKind : std::uint8_t {
  none,
  person,
  kin,
  counterpart,
  people,
  group,
  organisation,
  weak,
  weak_person,
  country
};

/// A row of actor_nouns.tsv.
struct Noun {
  NounKind kind = NounKind::none;
  Gender gender = Gender::unknown;
};

/// A row of determiners.tsv.
struct WhichOne {
  Determiner determiner = Determiner::indefinite;
  std::uint8_t count = 0;  ///< how many there are; 0: not said
};

class WordTables {
 public:
  WordTables() = default;
  WordTables(std::string_view pronouns, std::string_view nouns, std::string_view determiners);

  /// \param word  as it stands in the text; ASCII capitals and an apostrophe in front do not matter
  [[nodiscard]] std::optional<Pronoun> pronoun(std::string_view word) const;
  /// \param word  in any case; one that is not listed is indefinite
  [[nodiscard]] WhichOne determiner(std::string_view word) const;
  /// \param lemma  in any case
  [[nodiscard]] Noun noun(std::string_view lemma) const;
  [[nodiscard]] std::size_t nouns() const noexcept { return nouns_.size(); }
  [[nodiscard]] std::size_t rejected() const noexcept { return rejected_; }

 private:
  tsl::robin_map<std::string_view, Pronoun> pronouns_;
  tsl::robin_map<std::string_view, Noun> nouns_;
  tsl::robin_map<std::string_view, WhichOne> determiners_;
  std::size_t rejected_ = 0;  ///< rows that were not understood
};

}  // namespace sitcen::reading
