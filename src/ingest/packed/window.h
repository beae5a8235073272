#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "ingest/ingest.h"
#include "ingest/packed/unpacker.h"

namespace sitcen::ingest {

/// An input read piece by piece, in a buffer that holds no more than was asked for at once. Where the input is damaged
/// the bytes end, until `resume`.
class Window {
 public:
  /// \param recovers whether the source can be read on after a failure, as an Unpacker can
  Window(ByteSource bytes, bool recovers) : bytes_(std::move(bytes)), recovers_(recovers) {}

  /// \return what is in the buffer: `least` bytes or more, fewer only before a fault or the end. Valid until the next
  ///         call.
  [[nodiscard]] std::string_view peek(std::size_t least);
  /// Goes on behind so many of the bytes seen.
  void drop(std::size_t bytes) {
    at_ += bytes;
    place_ += bytes;
  }
  /// Passes bytes over without keeping them.
  /// \return how many there were
  std::uint64_t skip(std::uint64_t bytes);

  [[nodiscard]] const std::optional<Error>& fault() const { return fault_; }
  /// What stopped the bytes, after which they go on.
  std::optional<Error> resume();
  [[nodiscard]] std::uint64_t place() const { return place_; }  ///< of the next byte, from the start

 private:
  ByteSource bytes_;
  bool recovers_;
  bool ended_ = false;
  std::optional<Error> fault_;
  std::string buffer_;
  std::size_t at_ = 0, filled_ = 0;
  std::uint64_t place_ = 0;
};

}  // namespace sitcen::ingest
