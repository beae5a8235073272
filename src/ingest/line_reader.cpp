#include "ingest/line_reader.h"

#include <algorithm>
#include <cstring>

namespace sitcen::ingest {
namespace {

constexpr std::size_t kGrowth = 64 * 1024;

}  // namespace

Result<std::optional<Line>> LineReader::next() {
  Line line{number_ + 1, begin_, 0, {}};
  std::size_t searched = 0;  // bytes of the line that are in the buffer and hold no newline
  bool kept = true;
  for (;;) {
    const std::string_view pending(buffer_.data() + at_, filled_ - at_);
    const std::size_t newline = pending.find('\n', searched);
    const std::size_t end = std::min(newline, pending.size());
    kept = kept && end <= limit_;
    if (newline != std::string_view::npos) {
      line.size += end;
      if (kept) line.text = pending.substr(0, end);
      at_ += end + 1;
      begin_ += line.size + 1;
      break;
    }
    searched = end;
    if (!kept) {  // forget what was read of it
      line.size += end;
      at_ = filled_;
      searched = 0;
    }
    if (at_ > 0) {
      std::memmove(buffer_.data(), buffer_.data() + at_, filled_ - at_);
      filled_ -= at_;
      at_ = 0;
    }
    if (buffer_.size() < filled_ + kGrowth + padding_)
      buffer_.resize(std::max(2 * filled_, filled_ + kGrowth) + padding_);
    auto got = bytes_->read(std::span(buffer_).subspan(filled_, buffer_.size() - filled_ - padding_));
    if (!got) return fail(got.error());
    filled_ += *got;
    if (*got > 0) continue;
    if (line.size + filled_ == 0) return std::optional<Line>();
    line.size += filled_;
    if (kept) line.text = std::string_view(buffer_.data(), filled_);
    at_ = filled_;
    begin_ += line.size;
    break;
  }
  ++number_;
  return std::optional(line);
}

}  // namespace sitcen::ingest
