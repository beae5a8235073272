#include "reading/times/time_words.h"

#include <array>
#include <initializer_list>
#include <utility>

#include "reading/figures/number_words.h"
#include "reading/tables/names.h"
#include "reading/tables/table.h"

namespace sitcen::reading {
namespace {

constexpr auto kForms = std::to_array<std::pair<std::string_view, TimeField>>({
    {"NUM", TimeField::amount},
    {"ORD", TimeField::nth},
    {"DAY", TimeField::day},
    {"DAYTH", TimeField::day},
    {"YEAR", TimeField::year},
    {"YY", TimeField::short_year},
    {"YEARWORDS", TimeField::year},
    {"DECADE", TimeField::decade},
    {"HOUR", TimeField::hour},
    {"HHMM", TimeField::count_},
    {"CLOCK", TimeField::count_},
    {"POINTCLOCK", TimeField::count_},
    {"NUMDATE", TimeField::count_},
    {"OFFSET", TimeField::zone},
    {"'S", TimeField::count_},
    {"-", TimeField::count_},
});
static_assert(kForms.size() == static_cast<std::size_t>(FormClass::count_));

/// The field that each class of the table sets.
constexpr auto kClasses = std::to_array<std::pair<std::string_view, TimeField>>({
    {"MONTH", TimeField::month},
    {"MONTHABBR", TimeField::month},
    {"WEEKDAY", TimeField::weekday},
    {"WEEKDAYS", TimeField::weekday},
    {"WEEKDAYABBR", TimeField::weekday},
    {"SEASON", TimeField::season},
    {"PART", TimeField::part},
    {"UNIT", TimeField::unit},
    {"UNITS", TimeField::unit},
    {"BARE", TimeField::unit},
    {"PERIOD", TimeField::unit},
    {"FREQ", TimeField::unit},
    {"LAST", TimeField::rel},
    {"NEXT", TimeField::rel},
    {"THIS", TimeField::rel},
    {"DAYWORD", TimeField::rel},
    {"AMPM", TimeField::half_day},
    {"ZONE", TimeField::zone},
    {"SOME", TimeField::amount},
    {"ROUGH", TimeField::mod},
    {"EARLY", TimeField::mod},
    {"LATE", TimeField::mod},
    {"OPENING", TimeField::mod},
    {"CLOSING", TimeField::mod},
    {"MIDDLE", TimeField::mod},
    {"REF", TimeField::ref},
    {"SOON", TimeField::ref},
    {"TENS", TimeField::decade},
});

constexpr auto kNeeds = std::to_array<std::pair<std::string_view, WordNeed>>({
    {"", WordNeed::none},
    {"capital", WordNeed::capital},
    {"name", WordNeed::name},
    {"noun", WordNeed::noun},
    {"plain_noun", WordNeed::plain_noun},
    {"adjective", WordNeed::adjective},
    {"adverb", WordNeed::adverb},
    {"modifier", WordNeed::modifier},
    {"quantifier", WordNeed::quantifier},
    {"entity", WordNeed::entity},
});

}  // namespace

TimeWords::TimeWords() {
  for (const auto& [name, field] : kForms) classes_.emplace(name, new_symbol(field));
}

TimeSymbol TimeWords::new_symbol(TimeField field) {
  fields_.push_back(field);
  return static_cast<TimeSymbol>(fields_.size() - 1);
}

TimeEntry& TimeWords::entry(std::string_view word) {
  const auto [at, added] = index_.try_emplace(word, static_cast<std::uint32_t>(entries_.size()));
  if (added) entries_.emplace_back();
  return entries_[at->second];
}

TimeSymbol TimeWords::symbol(std::string_view name) {
  if (const auto at = classes_.find(name); at != classes_.end()) return at->second;
  const TimeSymbol made = new_symbol(named(kClasses, name).value_or(TimeField::count_));
  classes_.emplace(name, made);
  return made;
}

TimeSymbol TimeWords::literal(std::string_view word) {
  const auto [at, added] = literals_.try_emplace(word, TimeSymbol{0});
  if (added) at.value() = new_symbol(TimeField::count_);
  TimeEntry& e = entry(word);
  if (!e.symbols.test(at->second)) {
    e.symbols.set(at->second);
    e.words.push_back({at->second, 0, WordNeed::none});
  }
  return at->second;
}

void TimeWords::add(std::string_view table, std::string_view numbers) {
  for_each_row(table, 4, [&](std::span<const std::string_view> cell) {
    const TimeSymbol of = symbol(cell[1]);
    TimeEntry& e = entry(cell[0]);
    if (cell[1] == "COMMON") {
      e.common = true;
      return;
    }
    e.symbols.set(of);
    e.words.push_back({of, code_of(fields_[of], cell[2]).value_or(0), named(kNeeds, cell[3]).value_or(WordNeed::none)});
  });
  const auto begins = [&](std::string_view word, std::initializer_list<FormClass> forms) {
    for (const FormClass form : forms) entry(word).symbols.set(static_cast<TimeSymbol>(form));
  };
  for (const std::string_view mark : {"'", "\u2019", "\u2018", "`"})
    begins(mark, {FormClass::short_year, FormClass::decade, FormClass::possessive});
  for (const std::string_view mark : {"-", "\u2013"}) begins(mark, {FormClass::hyphen, FormClass::offset});
  begins("+", {FormClass::offset});
  for_each_row(numbers, 3, [&](std::span<const std::string_view> cell) {
    if (cell[1] == "point" || cell[1] == "sign" || cell[1] == "suffix") return;
    TimeEntry& e = entry(cell[0]);
    for (const FormClass form : {FormClass::number, FormClass::ordinal, FormClass::year_words})
      e.symbols.set(static_cast<TimeSymbol>(form));
  });
}

}  // namespace sitcen::reading
