#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <type_traits>

namespace sitcen::language {

/// FNV-1a of 64 bits, as tests/strings/make_golden.py forms it: compares with Python what would be long to write down.
class Digest {
 public:
  void add(std::string_view bytes) {
    for (const char byte : bytes) value_ = (value_ ^ static_cast<unsigned char>(byte)) * 0x100000001B3;
  }
  /// The bytes of a number as they lie in memory.
  template <class Number>
    requires std::is_arithmetic_v<Number>
  void add(Number value) {
    std::array<char, sizeof(Number)> bytes{};
    std::memcpy(bytes.data(), &value, sizeof(Number));
    add(std::string_view(bytes.data(), bytes.size()));
  }
  [[nodiscard]] std::uint64_t value() const { return value_; }

 private:
  std::uint64_t value_ = 0xCBF29CE484222325;
};

}  // namespace sitcen::language
