#include "reading/statements/speech_words.h"

#include <algorithm>
#include <array>
#include <utility>

#include "reading/tables/names.h"
#include "reading/tables/table.h"

namespace sitcen::reading {
namespace {

constexpr auto kRoles = std::to_array<std::pair<std::string_view, WordRole>>({
    {"reason", WordRole::reason},
    {"condition", WordRole::condition},
    {"modality", WordRole::modality},
    {"speaker", WordRole::speaker},
    {"vehicle", WordRole::vehicle},
    {"source", WordRole::source},
    {"third_person", WordRole::third_person},
    {"expletive", WordRole::expletive},
    {"complementiser", WordRole::complementiser},
    {"author", WordRole::author},
    {"light", WordRole::light},
    {"during", WordRole::during},
    {"beside", WordRole::beside},
    {"stage", WordRole::stage},
    {"causative", WordRole::causative},
    {"opinion", WordRole::opinion},
    {"retaliation", WordRole::retaliation},
    {"first_person", WordRole::first_person},
    {"thanks", WordRole::thanks},
    {"liking", WordRole::liking},
    {"falsehood", WordRole::falsehood},
    {"truth", WordRole::truth},
    {"attack", WordRole::attack},
    {"habit", WordRole::habit},
    {"coming", WordRole::coming},
    {"duty", WordRole::duty},
    {"doubt", WordRole::doubt},
    {"state", WordRole::state},
    {"ago", WordRole::ago},
    {"question", WordRole::question},
});

}  // namespace

SpeechWords::SpeechWords(std::string_view table) {
  for_each_row(table, 3, [&](std::span<const std::string_view> cell) {
    const auto role = named(kRoles, cell[1]);
    const auto modality = cell[2] == "-" ? std::optional(Modality::asserted) : modality_named(cell[2]);
    if (!role || !modality) {
      rejected_.push_back(cell[0]);
      return;
    }
    Row& row = rows_[cell[0]];
    row.roles = static_cast<std::uint32_t>(row.roles | static_cast<std::uint32_t>(*role));
    if (*role == WordRole::modality) row.modality = *modality;
    longest_ = std::max(longest_, cell[0].size());
  });
}

const SpeechWords::Row* SpeechWords::find(std::string_view word) const {
  std::array<char, 32> lower{};
  if (word.size() > longest_ || word.size() > lower.size()) return nullptr;
  std::ranges::transform(word, lower.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  const auto at = rows_.find(std::string_view(lower.data(), word.size()));
  return at == rows_.end() ? nullptr : &at->second;
}

bool SpeechWords::plays(std::string_view word, WordRole role) const {
  const Row* row = find(word);
  return row != nullptr && (row->roles & static_cast<std::uint32_t>(role)) != 0;
}

std::optional<Modality> SpeechWords::modality(std::string_view word) const {
  const Row* row = find(word);
  if (row == nullptr || (row->roles & static_cast<std::uint32_t>(WordRole::modality)) == 0) return std::nullopt;
  return row->modality;
}

}  // namespace sitcen::reading
