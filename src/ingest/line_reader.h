#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "ingest/decoder.h"

namespace sitcen::ingest {

/// A line without its newline. A line that is too long has no text, but its size.
struct Line {
  std::size_t number = 0;   ///< from 1
  std::uint64_t begin = 0;  ///< in the decoder's output
  std::uint64_t size = 0;   ///< bytes
  std::string_view text;    ///< valid until the next line is read; at least `padding` bytes may be read after it
};

/// Cuts an input into lines at '\n'. A line beyond the limit is passed over without being kept.
class LineReader {
 public:
  /// \param limit   bytes of the longest line that is kept
  /// \param padding readable bytes behind each line
  LineReader(Decoder& bytes, std::size_t limit, std::size_t padding)
      : bytes_(&bytes), limit_(limit), padding_(padding) {}

  /// \return the next line, none at the end
  [[nodiscard]] Result<std::optional<Line>> next();
  [[nodiscard]] std::size_t number() const { return number_; }

 private:
  Decoder* bytes_;
  std::size_t limit_;
  std::size_t padding_;
  std::size_t number_ = 0;
  std::uint64_t begin_ = 0;
  std::string buffer_;  ///< bytes read and not yet given: [at_, filled_)
  std::size_t at_ = 0;
  std::size_t filled_ = 0;
};

}  // namespace sitcen::ingest
