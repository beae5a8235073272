#pragma once

#include <compare>
#include <cstdint>
#include <type_traits>

namespace sitcen {

/// A stretch of a report version's text: UTF-8 bytes, half open, begin <= end <= text.size().
/// Never points into the middle of a code point. Convert at the boundary with OffsetMap.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  [[nodiscard]] constexpr std::uint32_t size() const noexcept { return end - begin; }
  [[nodiscard]] constexpr bool empty() const noexcept { return begin == end; }
  [[nodiscard]] constexpr bool covers(Span other) const noexcept { return begin <= other.begin && other.end <= end; }
  [[nodiscard]] constexpr bool overlaps(Span other) const noexcept { return begin < other.end && other.begin < end; }
  friend constexpr auto operator<=>(Span, Span) = default;
};
static_assert(std::is_trivially_copyable_v<Span>);

}  // namespace sitcen
