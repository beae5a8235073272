#include "language/type_table.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace sitcen::language {
namespace {

constexpr std::size_t kFirstTypeSlots = 4096;

std::uint32_t hash_of(std::string_view spelling, StringId norm) noexcept {
  const std::uint64_t hash = XXH3_64bits_withSeed(spelling.data(), spelling.size(), norm);
  return static_cast<std::uint32_t>(hash >> 32);
}

}  // namespace

TypeTable::TypeTable(const Lexicon& lexicon) : lexicon_(&lexicon), slots_(kFirstTypeSlots) {}

std::size_t TypeTable::bytes() const noexcept {
  return types_.size() * (sizeof(WordType) + sizeof(StringId)) + text_.size() + slots_.size() * sizeof(Slot);
}

void TypeTable::clear() {
  types_ = {};
  norms_ = {};
  text_ = {};
  slots_.assign(kFirstTypeSlots, Slot{});
  slots_.shrink_to_fit();
  used_ = 0;
  ++generation_;
}

std::uint32_t TypeTable::number_of(std::string_view spelling, StringId norm) {
  const bool is_kept = spelling.size() <= kLongestKept;
  const std::uint32_t hash = is_kept ? hash_of(spelling, norm) : 0;
  std::size_t slot = hash & (slots_.size() - 1);
  if (is_kept) {
    for (; slots_[slot].entry != 0; slot = (slot + 1) & (slots_.size() - 1)) {
      const std::uint32_t number = slots_[slot].entry - 1;
      if (slots_[slot].hash == hash && norms_[number] == norm && text(number) == spelling) return number;
    }
  }
  const auto number = static_cast<std::uint32_t>(types_.size());
  WordType type = lexicon_->describe(spelling);
  if (norm != 0) type.norm = norm;
  if (is_kept) {
    type.text = static_cast<std::uint32_t>(text_.size());
    type.text_size = static_cast<std::uint32_t>(spelling.size());
    text_ += spelling;
    slots_[slot] = {hash, number + 1};
  }
  types_.push_back(type);
  norms_.push_back(norm);
  if (is_kept && ++used_ * 2 > slots_.size()) grow();
  return number;
}

void TypeTable::grow() {
  std::vector<Slot> slots(slots_.size() * 2);
  for (const Slot& old : slots_) {
    if (old.entry == 0) continue;
    std::size_t slot = old.hash & (slots.size() - 1);
    while (slots[slot].entry != 0) slot = (slot + 1) & (slots.size() - 1);
    slots[slot] = old;
  }
  slots_ = std::move(slots);
}

}  // namespace sitcen::language
