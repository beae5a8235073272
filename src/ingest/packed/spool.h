#pragma once

#include <cstddef>
#include <memory>
#include <string_view>

#include "ingest/ingest.h"

namespace sitcen::ingest {

inline constexpr std::uint64_t kLargestSpool = std::uint64_t{16} << 30;

/// All bytes of an input that has to be read from its end first: in memory while they are few, in a file without a name
/// beyond.
class Spool {
 public:
  /// \return what the source reports; file_unwritable where there is no room; report_too_long beyond kLargestSpool
  [[nodiscard]] static Result<std::shared_ptr<const Spool>> of(const ByteSource& bytes);

  [[nodiscard]] std::string_view bytes() const { return bytes_; }

  Spool() = default;
  Spool(const Spool&) = delete;
  Spool& operator=(const Spool&) = delete;
  ~Spool();

 private:
  std::string memory_;
  void* mapped_ = nullptr;
  std::string_view bytes_;
};

}  // namespace sitcen::ingest
