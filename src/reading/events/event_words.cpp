#include "reading/events/event_words.h"

#include <algorithm>

#include "reading/tables/folded.h"
#include "reading/tables/table.h"

namespace sitcen::reading {
namespace {

constexpr std::array<std::string_view, kEventWords> kOwn = {
    "light",    "occur",        "partake",   "implicative",   "unreal",   "planned",    "uncertain", "denied",
    "negative", "generic",      "condition", "habitual",      "sport",    "sport_weak", "market",    "market_weak",
    "fiction",  "fiction_part", "performer", "fiction_act",   "drill",    "drill_weak", "court",     "era",
    "memorial", "security",     "facility",  "vehicle",       "weapon",   "armed",      "human",     "count",
    "years",    "creed",        "disaster",  "disaster_weak", "violence", "share",      "spell",     "chief"};

}  // namespace

EventWords::EventWords(std::string_view words, std::string_view sectors, std::string_view places) {
  for_each_row(words, 2, [&](auto cells) {
    const std::size_t bit = bit_of(cells[0]);
    if (bit == kMostWordClasses || cells[1].empty()) return rejected_.push_back(cells[0]);
    for_each_item(cells[1], ',', [&](std::string_view word) { words_[word].set(bit); });
  });
  for_each_row(sectors, 2, [&](auto cells) {
    for_each_item(cells[1], ',', [&](std::string_view word) { sectors_[word] = cells[0]; });
  });
  for_each_row(places, 2, [&](auto cells) {
    for_each_item(cells[1], ',', [&](std::string_view name) { places_[name] = cells[0]; });
  });
  own_.fill(kMostWordClasses - 1);
  if (words.empty()) return;
  for (std::size_t i = 0; i < kOwn.size(); ++i) {
    const auto at = bit(kOwn[i]);
    if (!at)
      rejected_.push_back(kOwn[i]);
    else
      own_[i] = *at;
  }
}

std::size_t EventWords::bit_of(std::string_view class_name) {
  if (const auto known = bit(class_name)) return *known;
  // The last bit stays free: it is what a class that the table lacks asks for.
  if (names_.size() + 1 >= kMostWordClasses) return kMostWordClasses;
  names_.push_back(class_name);
  return names_.size() - 1;
}

std::optional<std::size_t> EventWords::bit(std::string_view class_name) const {
  const auto at = std::ranges::find(names_, class_name);
  if (at == names_.end()) return std::nullopt;
  return static_cast<std::size_t>(at - names_.begin());
}

const WordClasses& EventWords::classes(std::string_view lemma) const {
  static constexpr WordClasses kNoClasses{};
  const auto at = words_.find(Folded(lemma).view());
  return at == words_.end() ? kNoClasses : at->second;
}

std::string_view EventWords::sector(std::string_view lemma) const {
  const auto at = sectors_.find(Folded(lemma).view());
  return at == sectors_.end() ? std::string_view() : at->second;
}

std::string_view EventWords::country(std::string_view name) const {
  const auto at = places_.find(name);
  return at == places_.end() ? std::string_view() : at->second;
}

}  // namespace sitcen::reading
