#pragma once

// RapidJSON's empty stack asks whether null plus something is past null, which clang's UBSan takes for an overflow.
#ifdef __clang__
#pragma clang attribute push(__attribute__((no_sanitize("pointer-overflow"))), apply_to = function)
#endif
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>
#ifdef __clang__
#pragma clang attribute pop
#endif

#include <array>
#include <charconv>
#include <cmath>
#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sitcen/report.h"
#include "sitcen/span.h"

namespace sitcen::base {

/// RapidJSON's Writer with the few words our formats are written in.
class JsonWriter {
 public:
  void begin_object() { writer_.StartObject(); }
  void end_object() { writer_.EndObject(); }
  void begin_array() { writer_.StartArray(); }
  void end_array() { writer_.EndArray(); }
  void key(std::string_view name) { writer_.Key(name.data(), length(name)); }

  void null() { writer_.Null(); }
  void value(std::string_view text) { writer_.String(text.empty() ? "" : text.data(), length(text)); }
  void value(const std::string& text) { value(std::string_view(text)); }
  void value(const char* text) { value(std::string_view(text)); }
  void value(std::uint32_t number) { writer_.Uint(number); }
  void value(std::uint64_t number) { writer_.Uint64(number); }
  void value(bool flag) { writer_.Bool(flag); }
  /// The shortest digits that read back as the same number; never as a float's neighbour in double.
  template <std::floating_point Number>
  void value(Number number) {
    if (!std::isfinite(number)) return null();
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    writer_.RawValue(digits.data(), static_cast<std::size_t>(end - digits.data()), rapidjson::kNumberType);
  }
  template <class T>
  void value(const std::optional<T>& given) {
    if (given) return value(*given);
    null();
  }
  template <class T>
  void value(const std::vector<T>& all) {
    begin_array();
    for (const T& one : all) value(one);
    end_array();
  }
  void value(const Timestamp& time) {
    begin_object();
    entry("value", time.value);
    entry("precision", name(time.precision));
    entry("basis", name(time.basis));
    end_object();
  }
  void value(Span span) {
    begin_array();
    value(span.begin);
    value(span.end);
    end_array();
  }

  template <class T>
  void entry(std::string_view name, const T& given) {
    key(name);
    value(given);
  }
  /// An empty text means that nothing is known.
  void entry_or_null(std::string_view name, std::string_view text) {
    key(name);
    if (text.empty()) return null();
    value(text);
  }

  void entry_null(std::string_view name) {
    key(name);
    null();
  }

  [[nodiscard]] std::string_view text() const { return {buffer_.GetString(), buffer_.GetSize()}; }

 private:
  static rapidjson::SizeType length(std::string_view text) { return static_cast<rapidjson::SizeType>(text.size()); }

  rapidjson::StringBuffer buffer_;
  rapidjson::Writer<rapidjson::StringBuffer> writer_{buffer_};
};

}  // namespace sitcen::base
