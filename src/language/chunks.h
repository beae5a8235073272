#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "base/utf8.h"
#include "language/unicode/unicode.h"

namespace sitcen::language {

namespace chunk_detail {

enum ByteKind : std::uint8_t { kOther, kAsciiSpace, kMaybeSpace };

/// What a first byte says: only four lead bytes begin a white-space character outside ASCII.
inline constexpr std::array<std::uint8_t, 256> kKinds = [] {
  std::array<std::uint8_t, 256> kinds{};
  for (const int c : {0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x1C, 0x1D, 0x1E, 0x1F, 0x20})
    kinds[static_cast<std::size_t>(c)] = kAsciiSpace;
  for (const int c : {0xC2, 0xE1, 0xE2, 0xE3}) kinds[static_cast<std::size_t>(c)] = kMaybeSpace;
  return kinds;
}();

inline bool is_space_at(std::string_view text, std::size_t at) noexcept {
  const std::uint8_t kind = kKinds[static_cast<unsigned char>(text[at])];
  if (kind == kOther) return false;
  return kind == kAsciiSpace || is_space(base::decode(text, at).value);
}

}  // namespace chunk_detail

/// Cuts a text into runs of white space and runs without, as spaCy does: one ' ' after a run without belongs to it and
/// is told by `space_after`; other white space is a chunk of its own.
/// \param text   valid UTF-8
/// \param chunk  called with (begin, end, space_after), bytes, in order
template <class Chunk>
void for_each_chunk(std::string_view text, Chunk chunk) {
  using chunk_detail::is_space_at;
  const std::size_t size = text.size();
  std::size_t begin = 0;
  while (begin < size) {
    std::size_t end = begin;
    // Continuation bytes are never the start of white space, so going byte by byte keeps to code points.
    while (end < size && is_space_at(text, end))
      end += chunk_detail::kKinds[static_cast<unsigned char>(text[end])] == chunk_detail::kAsciiSpace
                 ? 1
                 : base::decode(text, end).size;
    if (end > begin) {
      chunk(begin, end, false);
      begin = end;
    }
    while (end < size && !is_space_at(text, end)) ++end;
    if (end == begin) continue;
    const bool space_after = end < size && text[end] == ' ';
    chunk(begin, end, space_after);
    begin = space_after ? end + 1 : end;
  }
}

}  // namespace sitcen::language
