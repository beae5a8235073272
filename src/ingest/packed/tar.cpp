#include "ingest/packed/tar.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "ingest/packed/expansion.h"
#include "ingest/packed/hidden.h"
#include "ingest/packed/window.h"
#include "ingest/part.h"

namespace sitcen::ingest {
namespace {

constexpr std::size_t kBlock = 512;
constexpr std::size_t kLongestName = 64 * 1024;  ///< of a long name, or the fields of a pax header

std::string_view field(std::string_view header, std::size_t at, std::size_t size) {
  const std::string_view all = header.substr(at, size);
  return all.substr(0, all.find('\0'));
}

/// Octal digits, or GNU's bytes of a number that octal is too short for.
std::optional<std::uint64_t> number(std::string_view bytes) {
  if ((static_cast<unsigned char>(bytes[0]) & 0x80U) != 0) {
    std::uint64_t value = 0;
    for (const char byte : bytes.substr(bytes.size() - 8)) value = value << 8 | static_cast<unsigned char>(byte);
    return value >> 62 == 0 ? std::optional(value) : std::nullopt;
  }
  const std::size_t begin = std::min(bytes.find_first_not_of(' '), bytes.size());
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(bytes.data() + begin, bytes.data() + bytes.size(), value, 8);
  const bool ended = end == bytes.data() + bytes.size() || *end == '\0' || *end == ' ';
  return error == std::errc() && ended ? std::optional(value) : std::nullopt;
}

/// \return the value of a pax header's field; lines "SIZE KEY=VALUE\n"
std::optional<std::string> pax_value(std::string_view fields, std::string_view key) {
  std::optional<std::string> found;
  while (!fields.empty()) {
    std::size_t size = 0;
    const auto [end, error] = std::from_chars(fields.data(), fields.data() + fields.size(), size);
    const std::size_t head = static_cast<std::size_t>(end - fields.data());
    if (error != std::errc() || size <= head + 1 || size > fields.size()) break;
    const std::string_view line = fields.substr(head + 1, size - head - 2);
    if (line.starts_with(key) && line.substr(key.size()).starts_with('=')) found = line.substr(key.size() + 1);
    fields.remove_prefix(size);
  }
  return found;
}

class TarReports {
 public:
  TarReports(ByteSource bytes, InputHint hint) : hint_(std::move(hint)), window_(std::move(bytes), false) {}

  std::optional<Reading> next() {
    for (;;) {
      if (inside_) {
        if (auto reading = inside_()) return reading;
        inside_ = {};
      }
      if (ended_) return std::nullopt;
      if (auto rejection = next_file()) return rejection;
    }
  }

 private:
  Reading damaged(std::string_view why) const {
    return rejected(hint_, fail(ErrorCode::archive_damaged, {why}).value());
  }

  Reading cut() {
    ended_ = true;
    if (auto cause = window_.resume()) return rejected(hint_, std::move(*cause));
    return damaged("it is cut");
  }

  /// Goes on to the next header and opens its file.
  std::optional<Reading> next_file() {
    left_ -= window_.skip(left_);
    if (left_ > 0) return cut();
    const std::string_view header = window_.peek(kBlock).substr(0, kBlock);
    if (header.empty() && !window_.fault()) {
      ended_ = true;
      return any_ ? std::nullopt : std::optional<Reading>(damaged("it is empty"));
    }
    if (header.size() < kBlock) return cut();
    any_ = true;
    if (std::ranges::all_of(header, [](char c) { return c == '\0'; })) {  // the end, or the start of another archive
      window_.drop(kBlock);
      return std::nullopt;
    }
    const auto size = number(header.substr(124, 12));
    if (!is_tar_header(header) || !size) {
      window_.drop(kBlock);
      if (std::exchange(lost_, true)) return std::nullopt;
      return damaged("a header is damaged");
    }
    lost_ = false;
    const char type = header[156];
    std::string path = long_name_ ? std::move(*long_name_) : std::string(field(header, 0, 100));
    const std::string_view prefix = field(header, 345, 155);
    if (!long_name_ && header.substr(257, 6) == std::string_view("ustar\0", 6) && !prefix.empty()) {
      path = std::string(prefix) + '/' + path;
    }
    window_.drop(kBlock);
    left_ = (*size + kBlock - 1) / kBlock * kBlock;
    if (type == 'L' || type == 'x') return take_name(type, *size);
    long_name_.reset();
    const bool is_file = type == '0' || type == '\0' || type == '7';
    if (!is_file || path.ends_with('/') || is_hidden_path(path)) return std::nullopt;
    if (++members_ > kMostMembers) {
      ended_ = true;
      return damaged("it holds more than " + std::to_string(kMostMembers) + " files");
    }
    inside_ = open_reports(file_bytes(*size), part_of(hint_, path), *size);
    return std::nullopt;
  }

  /// A file whose content is the name of the next one.
  std::optional<Reading> take_name(char type, std::uint64_t size) {
    if (size > kLongestName) return damaged("a name is too long");
    const std::string_view content = window_.peek(static_cast<std::size_t>(left_));
    if (content.size() < size) return cut();
    const std::string_view name = content.substr(0, static_cast<std::size_t>(size));
    long_name_ = type == 'x' ? pax_value(name, "path") : std::optional<std::string>(name.substr(0, name.find('\0')));
    return std::nullopt;
  }

  ByteSource file_bytes(std::uint64_t size) {
    return [this, size](std::span<char> buffer) mutable -> Result<std::size_t> {
      const std::string_view seen = window_.peek(1);
      if (seen.empty() && size > 0) {
        if (window_.fault()) return fail(*window_.fault());
        return fail(ErrorCode::archive_damaged, {"it is cut"});
      }
      const std::size_t count = static_cast<std::size_t>(std::min<std::uint64_t>({buffer.size(), seen.size(), size}));
      std::copy_n(seen.data(), count, buffer.data());
      window_.drop(count);
      size -= count;
      left_ -= count;
      return count;
    };
  }

  InputHint hint_;
  Window window_;
  std::uint64_t left_ = 0;  ///< bytes up to the next header
  std::optional<std::string> long_name_;
  std::size_t members_ = 0;
  bool any_ = false;
  bool lost_ = false;  ///< in the middle of what is no archive
  bool ended_ = false;
  Reports inside_;  ///< reads from window_: this does not move
};

}  // namespace

bool is_tar_header(std::string_view block) {
  if (block.size() < kBlock) return false;
  const auto told = number(block.substr(148, 8));
  std::uint64_t sum = 0;
  for (std::size_t i = 0; i < kBlock; ++i) {
    sum += i >= 148 && i < 156 ? static_cast<unsigned char>(' ') : static_cast<unsigned char>(block[i]);
  }
  return block[0] != '\0' && told == sum;
}

Reports read_tar(ByteSource bytes, InputHint hint) {
  const auto files = std::make_shared<TarReports>(std::move(bytes), std::move(hint));
  return [files] { return files->next(); };
}

}  // namespace sitcen::ingest
