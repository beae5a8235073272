#include "ingest/warc/records.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "ingest/ascii.h"
#include "ingest/header_fields.h"
#include "ingest/warc/record_heads.h"

namespace sitcen::ingest {
namespace {

constexpr std::size_t kUsualHead = 4096;
constexpr std::size_t kLongestHead = 64 * 1024;
constexpr std::size_t kChecked = std::size_t{1} << 20;  ///< blocks up to this size are searched for a swallowed record
constexpr std::size_t kBehind = 64;                     ///< bytes behind a block that say whether it ended there

/// \return the size of the head, the empty line included; 0 where it does not end in these bytes
std::size_t head_size(std::string_view bytes) {
  for (std::size_t at = bytes.find('\n'); at != std::string_view::npos; at = bytes.find('\n', at + 1)) {
    if (bytes.substr(at + 1).starts_with('\n')) return at + 2;
    if (bytes.substr(at + 1).starts_with("\r\n")) return at + 3;
  }
  return 0;
}

/// \return the block without the two line ends that stand before the next record
std::string_view without_line_ends(std::string_view block) {
  for (int i = 0; i < 2 && block.ends_with('\n'); ++i) {
    block.remove_suffix(1);
    if (block.ends_with('\r')) block.remove_suffix(1);
  }
  return block;
}

ByteSource unpacked_if_packed(ByteSource bytes, std::shared_ptr<Expansion> expansion, bool& recovers) {
  std::string head(4, '\0');
  std::size_t size = 0;
  std::optional<Error> error;
  while (size < head.size()) {
    auto got = bytes(std::span(head).subspan(size));
    if (!got) error = got.error();
    if (!got || *got == 0) break;
    size += *got;
  }
  head.resize(size);
  const auto packing = packing_of(head);
  ByteSource whole = [first = bytes_of(head), rest = std::move(bytes), error](std::span<char> buffer) {
    auto got = first(buffer);
    if (!got || *got > 0) return got;
    return error ? Result<std::size_t>(fail(*error)) : rest(buffer);
  };
  recovers = packing.has_value();
  if (!packing) return whole;
  const auto unpacker = std::make_shared<Unpacker>(std::move(whole), *packing, std::move(expansion), true);
  return [unpacker](std::span<char> buffer) { return unpacker->read(buffer); };
}

Window window_on(ByteSource bytes, std::shared_ptr<Expansion> expansion) {
  bool recovers = false;
  ByteSource plain = unpacked_if_packed(std::move(bytes), std::move(expansion), recovers);
  return {std::move(plain), recovers};
}

}  // namespace

WarcRecords::WarcRecords(ByteSource bytes, std::shared_ptr<Expansion> expansion)
    : window_(window_on(std::move(bytes), std::move(expansion))) {}

RecordFault WarcRecords::fault(std::string_view why) {
  return {number_, url_, fail(ErrorCode::record_damaged, {std::to_string(number_), why}).value()};
}

RecordFault WarcRecords::fault(const Error& error) {
  return fault(error.message + " (at byte " + std::to_string(window_.place()) + ")");
}

/// How long the block really is, as far as can be seen.
/// \param seen what the window has of it and of what follows
/// \return none where it is cut
std::optional<std::size_t> WarcRecords::true_size(std::string_view seen) const {
  const bool whole = seen.size() >= left_;
  if (whole) {
    const std::string_view behind = seen.substr(static_cast<std::size_t>(left_));
    const std::size_t next = behind.find_first_not_of("\r\n");
    if (next == std::string_view::npos || behind.substr(next).starts_with("WARC/") || is_arc_) return left_;
  }
  const std::string_view block = seen.substr(0, static_cast<std::size_t>(std::min<std::uint64_t>(left_, seen.size())));
  if (const auto next = is_arc_ ? std::nullopt : find_warc_head(block)) {
    return without_line_ends(block.substr(0, *next)).size();
  }
  if (whole) return left_;
  return std::nullopt;
}

std::string_view WarcRecords::peek(std::size_t size) {
  const std::size_t wanted = static_cast<std::size_t>(std::min<std::uint64_t>(size, left_));
  return window_.peek(wanted).substr(0, wanted);
}

Result<std::string_view> WarcRecords::block(std::size_t limit) {
  if (left_ > limit) return fail(ErrorCode::report_too_long, {std::to_string(left_), std::to_string(limit)});
  const std::string_view seen = window_.peek(static_cast<std::size_t>(left_) + kBehind);
  const auto size = true_size(seen);
  if (!size) {
    const auto cause = window_.resume();
    std::string why = cause ? cause->message : "it is cut";
    why += ": " + std::to_string(seen.size()) + " of " + std::to_string(left_) + " bytes are there";
    window_.drop(seen.size());
    left_ = 0;
    return fail(ErrorCode::record_damaged, {std::to_string(number_), why});
  }
  left_ = *size;
  return seen.substr(0, *size);
}

/// \return what is wrong with the block that was to be passed over
std::optional<RecordFault> WarcRecords::skip_block() {
  if (left_ == 0) return std::nullopt;
  if (left_ <= kChecked) {
    if (const auto size = true_size(window_.peek(static_cast<std::size_t>(left_) + kBehind))) left_ = *size;
  }
  const std::uint64_t missing = left_ - window_.skip(left_);
  left_ = 0;
  if (missing == 0) return std::nullopt;
  if (const auto cause = window_.resume()) return fault(*cause);
  return fault("it is cut: " + std::to_string(missing) + " bytes are missing at the end");
}

/// Goes on where the next record starts, whatever lies before it.
void WarcRecords::find_record() {
  lost_ = false;
  for (;;) {
    const std::string_view seen = window_.peek(kLongestHead);
    if (seen.empty()) {
      if (!window_.resume()) return;
      continue;
    }
    auto next = find_warc_head(seen);
    if (const auto arc = is_arc_ ? find_arc_head(seen) : std::nullopt; arc && (!next || *arc < *next)) next = arc;
    if (next) return window_.drop(*next);
    const bool more = seen.size() >= kLongestHead;
    window_.drop(more ? seen.size() - kUsualHead : seen.size());
  }
}

std::optional<tl::expected<RecordHead, RecordFault>> WarcRecords::next() {
  if (auto wrong = skip_block()) return tl::unexpected(std::move(*wrong));
  if (lost_) find_record();
  std::string_view seen;
  for (;;) {
    seen = window_.peek(kUsualHead);
    const std::size_t line_ends = std::min(seen.find_first_not_of("\r\n"), seen.size());
    if (!seen.empty() && line_ends == 0) break;
    window_.drop(line_ends);
    if (!seen.empty()) continue;
    const auto cause = window_.resume();
    if (!cause) return std::nullopt;
    ++number_;
    url_.clear();
    return tl::unexpected(fault(*cause));
  }
  ++number_;
  url_.clear();
  if (seen.starts_with("WARC/")) return read_warc();
  const std::size_t line_end = seen.find('\n');
  if (auto head = line_end == std::string_view::npos ? std::nullopt : read_arc_head(seen.substr(0, line_end))) {
    is_arc_ = true;
    window_.drop(line_end + 1);
    return begin(std::move(*head));
  }
  lost_ = true;
  return tl::unexpected(fault("no record starts at byte " + std::to_string(window_.place())));
}

tl::expected<RecordHead, RecordFault> WarcRecords::read_warc() {
  std::string_view seen = window_.peek(kUsualHead);
  std::size_t size = head_size(seen);
  if (size == 0) {
    seen = window_.peek(kLongestHead);
    size = head_size(seen.substr(0, kLongestHead));
  }
  if (size == 0) {
    window_.drop(std::min<std::size_t>(seen.size(), 5));  // its "WARC/", which is not to be found again
    lost_ = true;
    if (seen.size() >= kLongestHead) return tl::unexpected(fault("its head does not end"));
    const auto cause = window_.resume();
    return tl::unexpected(cause ? fault(*cause) : fault("its head is cut"));
  }
  auto head = read_warc_head(seen.substr(0, size));
  window_.drop(size);
  return begin(std::move(head));
}

tl::expected<RecordHead, RecordFault> WarcRecords::begin(ParsedHead parsed) {
  url_ = parsed.head.url;
  parsed.head.number = number_;
  if (parsed.length) {
    parsed.head.length = left_ = *parsed.length;
    return std::move(parsed.head);
  }
  lost_ = true;
  return tl::unexpected(fault("its head does not say how long it is"));
}

}  // namespace sitcen::ingest
