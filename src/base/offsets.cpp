#include "sitcen/offsets.h"

#include <algorithm>

#include "base/utf8.h"

namespace sitcen {
namespace {

constexpr std::uint32_t kStep = 64;

/// How many units the code point that begins with this byte counts for; 0 for a continuation byte.
std::uint32_t units(char c, OffsetUnit unit) {
  if (base::is_continuation(c)) return 0;
  return unit == OffsetUnit::utf16 && static_cast<unsigned char>(c) >= 0xF0 ? 2 : 1;
}

}  // namespace

OffsetMap::OffsetMap(std::string_view text, OffsetUnit unit)
    : text_(text), unit_(unit), size_(static_cast<std::uint32_t>(text.size())) {
  const bool ascii = std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  if (unit == OffsetUnit::byte || ascii) return;
  marks_.reserve(text.size() / kStep + 1);
  std::uint32_t count = 0;
  for (std::uint32_t i = 0; i < text.size(); ++i) {
    if (i % kStep == 0) marks_.push_back(count);
    count += units(text[i], unit);
  }
  size_ = count;
}

std::uint32_t OffsetMap::from_byte(std::uint32_t byte) const {
  if (marks_.empty()) return byte;
  if (byte >= text_.size()) return size_;
  std::uint32_t count = marks_[byte / kStep];
  for (std::uint32_t i = byte / kStep * kStep; i < byte; ++i) count += units(text_[i], unit_);
  return count;
}

std::uint32_t OffsetMap::to_byte(std::uint32_t offset) const {
  if (marks_.empty()) return offset;
  if (offset >= size_) return static_cast<std::uint32_t>(text_.size());
  const auto mark = std::upper_bound(marks_.begin(), marks_.end(), offset) - 1;
  std::uint32_t count = *mark;
  auto i = static_cast<std::uint32_t>(mark - marks_.begin()) * kStep;
  while (base::is_continuation(text_[i])) ++i;  // the code point before the mark
  while (count + units(text_[i], unit_) <= offset) {
    count += units(text_[i], unit_);
    ++i;
    while (base::is_continuation(text_[i])) ++i;
  }
  return i;
}

}  // namespace sitcen
