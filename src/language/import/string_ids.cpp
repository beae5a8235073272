#include "language/import/string_ids.h"

#include <charconv>

#include "knowledge.h"
#include "language/lexicon.h"

namespace sitcen::language {

StringIds::StringIds() {
  for_each_row(knowledge::table("spacy/symbols.tsv"), [&](std::string_view name, std::string_view number) {
    std::uint32_t id = 0;
    std::from_chars(number.data(), number.data() + number.size(), id);
    symbols_[std::string(name)] = id;
  });
}

StringId StringIds::operator()(std::string_view text) const {
  if (text.empty()) return 0;
  const auto symbol = symbols_.find(text);
  return symbol == symbols_.end() ? murmur_hash(text) : symbol->second;
}

}  // namespace sitcen::language
