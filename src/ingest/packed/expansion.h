#pragma once

#include <cstddef>
#include <cstdint>

namespace sitcen::ingest {

inline constexpr std::size_t kDeepestPart = 4;          ///< containers around a part that is still opened
inline constexpr std::size_t kMostMembers = 100'000;    ///< of one archive
inline constexpr std::uint64_t kMostRatio = 250;        ///< unpacked bytes to packed ones, beyond the free ones
inline constexpr std::uint64_t kFreeBytes = 64U << 20;  ///< may be unpacked from however few
inline constexpr std::uint64_t kMostUnpacked = std::uint64_t{1} << 40;  ///< of one input, whatever its size

/// How far an input and all that is packed in it have grown: shared by the containers in it, so that archives in
/// archives cannot multiply.
struct Expansion {
  std::uint64_t packed = 0;    ///< bytes of the outermost input read so far
  std::uint64_t unpacked = 0;  ///< bytes unpacked at any depth

  /// \return whether that is still within the bounds
  [[nodiscard]] bool grow(std::uint64_t bytes) {
    unpacked += bytes;
    return unpacked <= kMostUnpacked && unpacked <= 4 * kFreeBytes + kMostRatio * packed;
  }
};

}  // namespace sitcen::ingest
