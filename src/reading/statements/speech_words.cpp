#include "reading/statements/speech_words.h"

#include <algorithm>
#include <array>
#include <utility>

#include "reading/tables/folded.h"
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
    {"copula", WordRole::copula},
    {"perfect", WordRole::perfect},
    {"support", WordRole::support},
    {"remote", WordRole::remote},
    {"hearer", WordRole::hearer},
    {"quoting", WordRole::quoting},
    {"inverted", WordRole::inverted},
    {"outlet", WordRole::outlet},
    {"outlook", WordRole::outlook},
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
    row.roles |= static_cast<std::uint64_t>(*role);
    if (*role == WordRole::modality) row.modality = *modality;
    longest_ = std::max(longest_, cell[0].size());
  });
}

const SpeechWords::Row* SpeechWords::find(std::string_view word) const {
  if (word.size() > longest_) return nullptr;
  const auto at = rows_.find(Folded(word).view());
  return at == rows_.end() ? nullptr : &at->second;
}

bool SpeechWords::plays(std::string_view word, WordRole role) const {
  const Row* row = find(word);
  return row != nullptr && (row->roles & static_cast<std::uint64_t>(role)) != 0;
}

std::optional<Modality> SpeechWords::modality(std::string_view word) const {
  const Row* row = find(word);
  if (row == nullptr || (row->roles & static_cast<std::uint64_t>(WordRole::modality)) == 0) return std::nullopt;
  return row->modality;
}

}  // namespace sitcen::reading
