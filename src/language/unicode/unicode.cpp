#include "language/unicode/unicode.h"

#include "base/utf8.h"

namespace sitcen::language {
namespace {

struct CharRecord {
  std::uint8_t flags;
  std::int32_t lower;  ///< to add for the lower case
};

#include "language/unicode/tables.inc"

constexpr char32_t kBlockSize = 128;
constexpr char32_t kCapitalSigma = 0x3A3;
constexpr char32_t kSmallSigma = 0x3C3;
constexpr char32_t kFinalSigma = 0x3C2;
constexpr char32_t kCapitalIWithDot = 0x130;  // the one code point whose lower case is longer

const CharRecord& record(char32_t point) noexcept {
  return kRecords[kRecordOf[kBlocks[point / kBlockSize] * kBlockSize + point % kBlockSize]];
}

char32_t code_point_before(std::string_view text, std::size_t& at) noexcept {
  do {
    --at;
  } while (base::is_continuation(text[at]));
  return base::decode(text, at).value;
}

/// A sigma is final if a cased letter stands before it and none after it, case-ignorable ones passed over.
bool is_final_sigma(std::string_view text, std::size_t at, std::size_t end) noexcept {
  bool cased_before = false;
  while (at > 0) {
    const std::uint8_t flags = char_flags(code_point_before(text, at));
    if ((flags & kCaseIgnorable) != 0) continue;
    cased_before = (flags & kCased) != 0;
    break;
  }
  if (!cased_before) return false;
  while (end < text.size()) {
    const auto c = base::decode(text, end);
    const std::uint8_t flags = char_flags(c.value);
    if ((flags & kCaseIgnorable) == 0) return (flags & kCased) == 0;
    end += c.size;
  }
  return true;
}

bool all_of(std::string_view text, std::uint8_t flag) noexcept {
  if (text.empty()) return false;
  for (std::size_t at = 0; at < text.size();) {
    const auto c = base::decode(text, at);
    if ((char_flags(c.value) & flag) == 0) return false;
    at += c.size;
  }
  return true;
}

}  // namespace

std::uint8_t char_flags(char32_t point) noexcept { return record(point).flags; }

void append_lower(std::string& out, std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char byte = text[at];
    if (static_cast<unsigned char>(byte) < 0x80) {
      out += byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte | 0x20) : byte;
      ++at;
      continue;
    }
    const auto c = base::decode(text, at);
    if (c.value == kCapitalSigma) {
      base::append_utf8(out, is_final_sigma(text, at, at + c.size) ? kFinalSigma : kSmallSigma);
    } else if (c.value == kCapitalIWithDot) {
      out += "i\u0307";
    } else {
      base::append_utf8(out, static_cast<char32_t>(static_cast<std::int32_t>(c.value) + record(c.value).lower));
    }
    at += c.size;
  }
}

bool is_alpha(std::string_view text) noexcept { return all_of(text, kAlpha); }
bool is_space(std::string_view text) noexcept { return all_of(text, kSpace); }

std::uint64_t python_properties_digest() noexcept { return kPropertiesDigest; }
std::uint64_t python_lowering_digest() noexcept { return kLoweringDigest; }

}  // namespace sitcen::language
