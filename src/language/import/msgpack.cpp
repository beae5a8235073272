#include "language/import/msgpack.h"

#include <bit>
#include <limits>

#include "base/utf8.h"

namespace sitcen::language {
namespace {

// Leading bytes of the format (msgpack spec).
constexpr std::uint8_t kFixMap = 0x80, kFixArray = 0x90, kFixText = 0xA0;
constexpr std::uint8_t kNull = 0xC0, kNever = 0xC1, kFalse = 0xC2, kTrue = 0xC3;
constexpr std::uint8_t kBytes8 = 0xC4, kBytes32 = 0xC6, kExt8 = 0xC7, kExt32 = 0xC9;
constexpr std::uint8_t kFloat32 = 0xCA, kFloat64 = 0xCB;
constexpr std::uint8_t kUnsigned8 = 0xCC, kUnsigned64 = 0xCF, kSigned8 = 0xD0, kSigned64 = 0xD3;
constexpr std::uint8_t kFixExt1 = 0xD4, kFixExt16 = 0xD8;
constexpr std::uint8_t kText8 = 0xD9, kText32 = 0xDB;
constexpr std::uint8_t kArray16 = 0xDC, kArray32 = 0xDD, kMap16 = 0xDE, kMap32 = 0xDF;
constexpr std::uint8_t kNegativeFix = 0xE0;

constexpr bool is_fix(std::uint8_t lead, std::uint8_t fix) {
  return fix == kFixText ? (lead & 0xE0) == kFixText : (lead & 0xF0) == fix;
}
constexpr bool is_within(std::uint8_t lead, std::uint8_t first, std::uint8_t last) {
  return lead >= first && lead <= last;
}

}  // namespace

MsgpackReader::Kind MsgpackReader::peek() const noexcept {
  if (at_end()) return Kind::nothing;
  const auto lead = static_cast<std::uint8_t>(bytes_[at_]);
  if (lead < kFixMap || lead >= kNegativeFix || is_within(lead, kUnsigned8, kSigned64)) return Kind::integer;
  if (is_fix(lead, kFixMap) || lead == kMap16 || lead == kMap32) return Kind::map;
  if (is_fix(lead, kFixArray) || lead == kArray16 || lead == kArray32) return Kind::array;
  if (is_fix(lead, kFixText) || is_within(lead, kText8, kText32)) return Kind::text;
  if (is_within(lead, kBytes8, kBytes32)) return Kind::bytes;
  if (lead == kFloat32 || lead == kFloat64) return Kind::number;
  if (lead == kNull) return Kind::null;
  return lead == kFalse || lead == kTrue ? Kind::boolean : Kind::other;
}

std::string MsgpackReader::error() const {
  if (!failed_) return {};
  return "byte " + std::to_string(failed_at_) + ": " + std::string(expected_);
}

void MsgpackReader::fail(std::string_view expected) noexcept {
  if (failed_) return;
  failed_ = true;
  failed_at_ = at_;
  expected_ = expected;
}

std::uint64_t MsgpackReader::big_endian(std::size_t at, std::size_t size) const noexcept {
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < size; ++i) value = (value << 8) | static_cast<std::uint8_t>(bytes_[at + i]);
  return value;
}

std::string_view MsgpackReader::payload(std::size_t size) {
  if (!has(size)) {
    fail("it ends in the middle of an item");
    return {};
  }
  const std::string_view out = bytes_.substr(at_, size);
  at_ += size;
  return out;
}

std::uint32_t MsgpackReader::container(std::uint8_t fix, std::uint8_t code16, std::uint32_t items,
                                       std::string_view expected) {
  if (at_end()) {
    fail(expected);
    return 0;
  }
  const auto lead = static_cast<std::uint8_t>(bytes_[at_]);
  std::uint64_t count = lead & 0x0F;
  std::size_t head = 1;
  if (lead == code16 || lead == code16 + 1) {
    const std::size_t width = lead == code16 ? 2 : 4;
    if (!has(1 + width)) {
      fail("it ends in the middle of an item");
      return 0;
    }
    count = big_endian(at_ + 1, width);
    head += width;
  } else if (!is_fix(lead, fix)) {
    fail(expected);
    return 0;
  }
  // Every item takes a byte at least: a count above that is a lie, and believing it would cost memory and time.
  if (count * items > bytes_.size() - at_ - head) {
    fail("it holds fewer items than it says");
    return 0;
  }
  at_ += head;
  return static_cast<std::uint32_t>(count);
}

std::uint32_t MsgpackReader::map() { return container(kFixMap, kMap16, 2, "a map was expected"); }
std::uint32_t MsgpackReader::array() { return container(kFixArray, kArray16, 1, "an array was expected"); }

std::string_view MsgpackReader::text() {
  const std::size_t begin = at_;
  const std::string_view text = peek() == Kind::bytes ? bytes() : text_payload();
  if (!base::find_invalid_utf8(text)) return text;
  at_ = begin;
  fail("a text that is UTF-8 was expected");
  return {};
}

std::string_view MsgpackReader::text_payload() {
  if (peek() != Kind::text) {
    fail("a text was expected");
    return {};
  }
  const auto lead = static_cast<std::uint8_t>(bytes_[at_]);
  if (is_fix(lead, kFixText)) {
    ++at_;
    return payload(lead & 0x1F);
  }
  const std::size_t width = std::size_t{1} << (lead - kText8);
  if (!has(1 + width)) {
    fail("it ends in the middle of an item");
    return {};
  }
  const std::uint64_t size = big_endian(at_ + 1, width);
  at_ += 1 + width;
  return payload(size);
}

std::string_view MsgpackReader::bytes() {
  if (peek() != Kind::bytes) {
    fail("bytes were expected");
    return {};
  }
  const std::size_t width = std::size_t{1} << (static_cast<std::uint8_t>(bytes_[at_]) - kBytes8);
  if (!has(1 + width)) {
    fail("it ends in the middle of an item");
    return {};
  }
  const std::uint64_t size = big_endian(at_ + 1, width);
  at_ += 1 + width;
  return payload(size);
}

bool MsgpackReader::boolean() {
  if (peek() != Kind::boolean) {
    fail("true or false was expected");
    return false;
  }
  return static_cast<std::uint8_t>(bytes_[at_++]) == kTrue;
}

bool MsgpackReader::null() {
  if (peek() != Kind::null) return false;
  ++at_;
  return true;
}

std::uint64_t MsgpackReader::unsigned_integer() {
  if (peek() == Kind::integer && static_cast<std::uint8_t>(bytes_[at_]) == kUnsigned64) {
    if (!has(9)) {
      fail("it ends in the middle of an item");
      return 0;
    }
    const std::uint64_t value = big_endian(at_ + 1, 8);
    at_ += 9;
    return value;
  }
  const std::size_t begin = at_;
  const std::int64_t value = integer();
  if (value >= 0) return static_cast<std::uint64_t>(value);
  at_ = begin;
  fail("a number of 0 or more was expected");
  return 0;
}

std::int64_t MsgpackReader::integer() {
  if (peek() != Kind::integer) {
    fail("a whole number was expected");
    return 0;
  }
  const auto lead = static_cast<std::uint8_t>(bytes_[at_]);
  if (lead < kFixMap || lead >= kNegativeFix) {
    ++at_;
    return static_cast<std::int8_t>(lead);
  }
  const bool is_signed = lead >= kSigned8;
  const std::size_t width = std::size_t{1} << (lead - (is_signed ? kSigned8 : kUnsigned8));
  if (!has(1 + width)) {
    fail("it ends in the middle of an item");
    return 0;
  }
  const std::uint64_t value = big_endian(at_ + 1, width);
  if (!is_signed && value > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())) {
    fail("a smaller number was expected");
    return 0;
  }
  at_ += 1 + width;
  if (!is_signed) return static_cast<std::int64_t>(value);
  const auto unused = static_cast<unsigned>(64 - 8 * width);
  return static_cast<std::int64_t>(value << unused) >> unused;
}

double MsgpackReader::number() {
  if (peek() == Kind::integer) return static_cast<double>(integer());
  if (peek() != Kind::number) {
    fail("a number was expected");
    return 0;
  }
  const std::size_t width = static_cast<std::uint8_t>(bytes_[at_]) == kFloat32 ? 4 : 8;
  if (!has(1 + width)) {
    fail("it ends in the middle of an item");
    return 0;
  }
  const std::uint64_t raw = big_endian(at_ + 1, width);
  at_ += 1 + width;
  if (width == 4) return static_cast<double>(std::bit_cast<float>(static_cast<std::uint32_t>(raw)));
  return std::bit_cast<double>(raw);
}

std::string_view MsgpackReader::skip() {
  const std::size_t begin = at_;
  // Counting what is still open instead of recursing: depth costs nothing.
  for (std::uint64_t open = 1; open > 0 && !failed_; --open) {
    switch (peek()) {
      case Kind::null:
        ++at_;
        break;
      case Kind::boolean:
        ++at_;
        break;
      case Kind::integer: {
        if (static_cast<std::uint8_t>(bytes_[at_]) == kUnsigned64) {
          unsigned_integer();
        } else {
          integer();
        }
        break;
      }
      case Kind::number:
        number();
        break;
      case Kind::text:
        text_payload();
        break;
      case Kind::bytes:
        bytes();
        break;
      case Kind::array:
        open += array();
        break;
      case Kind::map:
        open += std::uint64_t{2} * map();
        break;
      case Kind::other: {
        const auto lead = static_cast<std::uint8_t>(bytes_[at_]);
        if (is_within(lead, kFixExt1, kFixExt16)) {
          ++at_;
          payload(1 + (std::size_t{1} << (lead - kFixExt1)));
        } else if (is_within(lead, kExt8, kExt32) && has(1 + (std::size_t{1} << (lead - kExt8)))) {
          const std::size_t width = std::size_t{1} << (lead - kExt8);
          const std::uint64_t size = big_endian(at_ + 1, width);
          at_ += 1 + width;
          payload(size + 1);
        } else {
          fail(lead == kNever ? "a byte that the format never uses" : "it ends in the middle of an item");
        }
        break;
      }
      case Kind::nothing:
        fail("it ends too early");
        break;
    }
  }
  return failed_ ? std::string_view() : bytes_.substr(begin, at_ - begin);
}

}  // namespace sitcen::language
