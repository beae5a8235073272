#include "ingest/packed/window.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace sitcen::ingest {
namespace {

constexpr std::size_t kRead = 256 * 1024;

}  // namespace

std::string_view Window::peek(std::size_t least) {
  while (filled_ - at_ < least && !ended_ && !fault_) {
    // Twice what is asked for: what is moved to the front has then been paid for by as many bytes that were passed.
    if (buffer_.size() < 2 * least || buffer_.size() < kRead) buffer_.resize(std::max(2 * least, kRead));
    if (at_ == filled_ || buffer_.size() - at_ < least) {
      std::memmove(buffer_.data(), buffer_.data() + at_, filled_ - at_);
      filled_ -= at_;
      at_ = 0;
    }
    auto got = bytes_(std::span(buffer_).subspan(filled_));
    if (!got) {
      fault_ = got.error();
      ended_ = !recovers_;
      break;
    }
    ended_ = *got == 0;
    filled_ += *got;
  }
  return {buffer_.data() + at_, filled_ - at_};
}

std::uint64_t Window::skip(std::uint64_t bytes) {
  std::uint64_t left = bytes;
  while (left > 0) {
    const std::size_t step = static_cast<std::size_t>(std::min<std::uint64_t>(left, peek(1).size()));
    if (step == 0) break;
    drop(step);
    left -= step;
  }
  return bytes - left;
}

std::optional<Error> Window::resume() { return std::exchange(fault_, std::nullopt); }

}  // namespace sitcen::ingest
