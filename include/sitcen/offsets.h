#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "sitcen/span.h"

namespace sitcen {

enum class OffsetUnit : std::uint8_t { codepoint, byte, utf16 };
/// \return "codepoint", "byte", "utf16"
[[nodiscard]] std::string_view name(OffsetUnit) noexcept;

/// Converts byte offsets of one text to code points or UTF-16 units and back, at the boundary only.
/// Built in one pass; ASCII text costs no memory. A conversion takes at most 64 bytes of looking.
class OffsetMap {
 public:
  /// \param text valid UTF-8; must outlive the map
  OffsetMap(std::string_view text, OffsetUnit unit);

  /// \param byte on a code point border, <= text.size()
  [[nodiscard]] std::uint32_t from_byte(std::uint32_t byte) const;
  /// \param offset in the map's unit, <= size(); inside a surrogate pair: the pair's begin
  [[nodiscard]] std::uint32_t to_byte(std::uint32_t offset) const;
  [[nodiscard]] Span from_bytes(Span s) const { return {from_byte(s.begin), from_byte(s.end)}; }
  [[nodiscard]] Span to_bytes(Span s) const { return {to_byte(s.begin), to_byte(s.end)}; }
  /// \return length of the text in the map's unit
  [[nodiscard]] std::uint32_t size() const { return size_; }
  [[nodiscard]] OffsetUnit unit() const { return unit_; }

 private:
  std::string_view text_;
  OffsetUnit unit_;
  std::uint32_t size_ = 0;
  std::vector<std::uint32_t> marks_;  ///< the unit offset at every 64th byte; empty where text is ASCII
};

}  // namespace sitcen
