#include "reading/actors/word_tables.h"

#include <array>
#include <utility>

#include "reading/tables/folded.h"
#include "reading/tables/names.h"
#include "reading/tables/table.h"

namespace sitcen::reading {
namespace {

constexpr auto kNumbers = std::to_array<std::pair<std::string_view, Number>>(
    {{"s", Number::singular}, {"p", Number::plural}, {"-", Number::unknown}});
constexpr auto kGenders = std::to_array<std::pair<std::string_view, Gender>>(
    {{"m", Gender::male}, {"f", Gender::female}, {"n", Gender::neuter}, {"-", Gender::unknown}});
constexpr auto kDeterminers = std::to_array<std::pair<std::string_view, Determiner>>({
    {"definite", Determiner::definite},
    {"indefinite", Determiner::indefinite},
    {"demonstrative", Determiner::demonstrative},
    {"negative", Determiner::negative},
    {"-", Determiner::none},
});
constexpr auto kCounts = std::to_array<std::pair<std::string_view, std::uint8_t>>({{"-", 0}, {"2", 2}, {"3", 3}});
constexpr auto kCases = std::to_array<std::pair<std::string_view, PronounCase>>({
    {"subject", PronounCase::subject},
    {"object", PronounCase::object},
    {"any", PronounCase::any},
    {"possessive", PronounCase::possessive},
    {"independent", PronounCase::independent},
    {"reflexive", PronounCase::reflexive},
});
constexpr auto kNounKinds = std::to_array<std::pair<std::string_view, NounKind>>({
    {"person", NounKind::person},
    {"kin", NounKind::kin},
    {"counterpart", NounKind::counterpart},
    {"people", NounKind::people},
    {"group", NounKind::group},
    {"organisation", NounKind::organisation},
    {"weak", NounKind::weak},
    {"weak-person", NounKind::weak_person},
    {"country", NounKind::country},
});

}  // namespace

WordTables::WordTables(std::string_view pronouns, std::string_view nouns, std::string_view determiners) {
  for_each_row(pronouns, 5, [&](std::span<const std::string_view> cell) {
    const auto number = named(kNumbers, cell[2]);
    const auto gender = named(kGenders, cell[3]);
    const auto form = named(kCases, cell[4]);
    const bool person = cell[1] == "1" || cell[1] == "2" || cell[1] == "3";
    if (!number || !gender || !form || !person) {
      ++rejected_;
      return;
    }
    pronouns_.try_emplace(cell[0], Pronoun{static_cast<std::uint8_t>(cell[1].front() - '0'), *number, *gender, *form});
  });
  for_each_row(nouns, 3, [&](std::span<const std::string_view> cell) {
    const auto kind = named(kNounKinds, cell[1]);
    const auto gender = named(kGenders, cell[2]);
    if (kind && gender)
      nouns_.try_emplace(cell[0], Noun{*kind, *gender});
    else
      ++rejected_;
  });
  for_each_row(determiners, 3, [&](std::span<const std::string_view> cell) {
    const auto determiner = named(kDeterminers, cell[1]);
    const auto count = named(kCounts, cell[2]);
    if (determiner && count)
      determiners_.try_emplace(cell[0], WhichOne{*determiner, *count});
    else
      ++rejected_;
  });
}

std::optional<Pronoun> WordTables::pronoun(std::string_view word) const {
  if (word.starts_with('\'')) word.remove_prefix(1);
  if (word.starts_with("\u2019")) word.remove_prefix(std::string_view("\u2019").size());
  const auto at = pronouns_.find(Folded(word).view());
  if (at == pronouns_.end()) return std::nullopt;
  return at->second;
}

WhichOne WordTables::determiner(std::string_view word) const {
  const auto at = determiners_.find(Folded(word).view());
  return at == determiners_.end() ? WhichOne{} : at->second;
}

Noun WordTables::noun(std::string_view lemma) const {
  const auto at = nouns_.find(Folded(lemma).view());
  return at == nouns_.end() ? Noun{} : at->second;
}

}  // namespace sitcen::reading
