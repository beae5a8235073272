#include "reading/places/place_tables.h"

#include <array>
#include <utility>

#include "reading/tables/folded.h"
#include "reading/tables/names.h"
#include "reading/tables/table.h"

namespace sitcen::reading {
namespace {

constexpr std::array<std::pair<std::string_view, PlaceWord>, 11> kRoles = {{{"institution", PlaceWord::institution},
                                                                            {"unit", PlaceWord::unit},
                                                                            {"units", PlaceWord::units},
                                                                            {"near", PlaceWord::near},
                                                                            {"compass", PlaceWord::compass},
                                                                            {"street", PlaceWord::street},
                                                                            {"particle", PlaceWord::particle},
                                                                            {"stative", PlaceWord::stative},
                                                                            {"media", PlaceWord::media},
                                                                            {"either", PlaceWord::either},
                                                                            {"origin", PlaceWord::origin}}};

}  // namespace

PlaceTables::PlaceTables(std::string_view words, std::string_view abbreviations) {
  for_each_row(words, 2, [&](auto cells) {
    const auto role = named(kRoles, cells[1]);
    if (!role || cells[0].empty()) {
      ++rejected_;
      return;
    }
    words_[cells[0]] |= static_cast<std::uint32_t>(*role);
  });
  for_each_row(abbreviations, 3, [&](auto cells) {
    if (cells[2] != "comma" && cells[2] != "free") {
      ++rejected_;
      return;
    }
    abbreviations_[cells[0]] = {cells[1], cells[2] == "comma"};
  });
}

bool PlaceTables::is(std::string_view word, PlaceWord role) const {
  const auto at = words_.find(Folded(word).view());
  return at != words_.end() && (at->second & static_cast<std::uint32_t>(role)) != 0;
}

const PlaceTables::Abbreviation* PlaceTables::abbreviation(std::string_view text) const {
  const auto at = abbreviations_.find(text);
  return at == abbreviations_.end() ? nullptr : &at->second;
}

}  // namespace sitcen::reading
