#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "ingest/ingest.h"

struct UConverter;

namespace sitcen::ingest {

/// \return whether ICU knows an encoding of that name
[[nodiscard]] bool is_known_encoding(const std::string& name);

/// Turns the bytes of an input into UTF-8 as they come, in bounded memory. A byte order mark is dropped and, where no
/// encoding is given, decides it. UTF-8 passes as it is, unchecked. Where other bytes do not decode, one byte 0xFF,
/// which UTF-8 never has, stands in the output, so that only the line it stands in is lost.
class Decoder {
 public:
  /// \param encoding a name ICU knows; none: by byte order mark, else UTF-8
  [[nodiscard]] static Result<Decoder> create(ByteSource bytes, const std::optional<std::string>& encoding);

  /// \return how many bytes of UTF-8 were written to the front of `out`; 0 at the end
  [[nodiscard]] Result<std::size_t> read(std::span<char> out);

  /// What is wrong with a stretch of the output, if something is: not_utf8 with the offset into the stretch (a byte
  /// order mark before it counts), bad_encoding with the offset into the input.
  /// \param begin offset of `stretch` in the output; stretches are asked for in order
  [[nodiscard]] std::optional<Error> fault(std::string_view stretch, std::uint64_t begin);

 private:
  struct BadPlace {
    std::uint64_t out;
    std::uint64_t in;
  };
  using Converter = std::unique_ptr<UConverter, void (*)(UConverter*)>;

  Decoder(ByteSource bytes, Converter converter, std::string encoding);
  Result<void> start(const std::optional<std::string>& encoding);
  Result<void> fill();
  void convert(std::string_view input, bool flush);
  void append(std::u16string_view units);
  void append_bad(std::uint64_t at);

  ByteSource bytes_;
  Converter converter_;
  std::string encoding_;
  std::size_t mark_size_ = 0;  ///< bytes of a byte order mark that was dropped
  std::string ready_;          ///< UTF-8 waiting to be taken, from `taken_`
  std::size_t taken_ = 0;
  bool ended_ = false;
  std::uint64_t consumed_ = 0;  ///< input bytes given to the converter
  std::uint64_t produced_ = 0;  ///< bytes put in `ready_` so far
  char16_t lead_ = 0;           ///< a lead surrogate whose trail has not come yet
  bool line_has_bad_ = false;   ///< one place a line is kept: enough, and bounded
  std::deque<BadPlace> bad_;
};

}  // namespace sitcen::ingest
