#pragma once

#ifndef ZLIB_CONST
#define ZLIB_CONST  // its input is not written to
#endif
#include <libdeflate.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <cstddef>
#include <span>
#include <string_view>

namespace sitcen::ingest {

/// What one step took from the input and gave.
struct Step {
  std::size_t taken = 0;
  std::size_t given = 0;
  bool ended = false;    ///< the member is complete
  bool damaged = false;  ///< the member cannot be read on
};

/// zlib: gzip members of any size, and deflate.
class Inflater {
 public:
  explicit Inflater(int window_bits) : ready_(::inflateInit2(&stream_, window_bits) == Z_OK) {}
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;
  ~Inflater() {
    if (ready_) ::inflateEnd(&stream_);
  }

  void reset() {
    if (ready_) ::inflateReset(&stream_);
  }

  Step step(std::string_view in, std::span<char> out) {
    if (!ready_) return {.damaged = true};
    stream_.next_in = reinterpret_cast<const Bytef*>(in.data());
    stream_.avail_in = static_cast<uInt>(std::min<std::size_t>(in.size(), kLargestStep));
    stream_.next_out = reinterpret_cast<Bytef*>(out.data());
    stream_.avail_out = static_cast<uInt>(std::min<std::size_t>(out.size(), kLargestStep));
    const uInt in_before = stream_.avail_in;
    const uInt out_before = stream_.avail_out;
    const int status = ::inflate(&stream_, Z_NO_FLUSH);
    return {in_before - stream_.avail_in, out_before - stream_.avail_out, status == Z_STREAM_END,
            status != Z_OK && status != Z_STREAM_END && status != Z_BUF_ERROR};
  }

 private:
  static constexpr std::size_t kLargestStep = std::size_t{1} << 20;

  z_stream stream_{};
  bool ready_;
};

struct FreeDeflate {
  void operator()(libdeflate_decompressor* d) const noexcept { ::libdeflate_free_decompressor(d); }
};
struct FreeZstd {
  void operator()(ZSTD_DCtx* d) const noexcept { ::ZSTD_freeDCtx(d); }
};

}  // namespace sitcen::ingest
