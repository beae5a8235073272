#include "language/frozen_table.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <bit>

namespace sitcen::language {
namespace {

std::uint64_t hash_of(std::string_view key) noexcept { return XXH3_64bits(key.data(), key.size()); }

}  // namespace

void FrozenTable::write(ModelFileWriter& out, const std::string& name, const std::vector<std::string>& keys) {
  std::string bytes;
  std::vector<std::uint32_t> ends;
  std::vector<std::uint32_t> slots(std::bit_ceil(keys.size() * 2 + 1), 0);
  for (const std::string& key : keys) {
    bytes += key;
    ends.push_back(static_cast<std::uint32_t>(bytes.size()));
    std::size_t slot = hash_of(key) & (slots.size() - 1);
    while (slots[slot] != 0) slot = (slot + 1) & (slots.size() - 1);
    slots[slot] = static_cast<std::uint32_t>(ends.size());
  }
  out.add_text(name + ".bytes", bytes);
  out.add(name + ".ends", std::span<const std::uint32_t>(ends));
  out.add(name + ".slots", std::span<const std::uint32_t>(slots));
}

Result<FrozenTable> FrozenTable::load(const ModelFile& file, const std::string& name) {
  const auto bytes = file.text(name + ".bytes");
  if (!bytes) return fail(bytes.error());
  const auto ends = file.array<std::uint32_t>(name + ".ends");
  if (!ends) return fail(ends.error());
  const auto slots = file.array<std::uint32_t>(name + ".slots");
  if (!slots) return fail(slots.error());

  FrozenTable table;
  table.bytes_ = *bytes;
  table.ends_ = *ends;
  table.slots_ = *slots;
  std::uint32_t begin = 0;
  for (const std::uint32_t end : *ends) {
    if (end < begin || end > bytes->size()) return file.damaged("table " + name + " has an end out of order");
    table.longest_ = std::max<std::size_t>(table.longest_, end - begin);
    begin = end;
  }
  // A free slot must be left, or a search for what is not there would not end.
  if (!std::has_single_bit(slots->size()) || slots->size() <= ends->size())
    return file.damaged("table " + name + " has too few slots");
  bool has_free = false;
  for (const std::uint32_t slot : *slots) {
    if (slot > ends->size()) return file.damaged("table " + name + " has a slot that points nowhere");
    has_free = has_free || slot == 0;
  }
  if (!has_free) return file.damaged("table " + name + " has no free slot");
  return table;
}

std::optional<std::uint32_t> FrozenTable::find(std::string_view key) const noexcept {
  if (key.size() > longest_ || ends_.empty()) return std::nullopt;
  for (std::size_t slot = hash_of(key);; ++slot) {
    const std::uint32_t entry = slots_[slot & (slots_.size() - 1)];
    if (entry == 0) return std::nullopt;
    if (this->key(entry - 1) == key) return entry - 1;
  }
}

std::string_view FrozenTable::key(std::uint32_t number) const noexcept {
  const std::uint32_t begin = number == 0 ? 0 : ends_[number - 1];
  return bytes_.substr(begin, ends_[number] - begin);
}

}  // namespace sitcen::language
