#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ingest/ascii.h"

namespace sitcen::ingest {

/// Walks through the text; every step either takes what it names or leaves the place as it is.
class TimeCursor {
 public:
  explicit TimeCursor(std::string_view text) : rest_(text) {}

  [[nodiscard]] bool at_end() const { return rest_.empty(); }
  [[nodiscard]] bool at_digit() const { return !rest_.empty() && is_digit(rest_.front()); }

  bool take(char c) {
    if (rest_.empty() || lower_ascii(rest_.front()) != c) return false;
    rest_.remove_prefix(1);
    return true;
  }

  void skip_spaces() {
    while (take(' ') || take('\t') || take('\n') || take('\r')) {
    }
  }

  void skip_digits() {
    while (at_digit()) rest_.remove_prefix(1);
  }

  /// \return a number of exactly `digits` digits, if it lies in [low, high]
  std::optional<int> number(std::size_t digits, int low, int high) {
    if (rest_.size() < digits) return std::nullopt;
    int value = 0;
    for (std::size_t i = 0; i < digits; ++i) {
      if (!is_digit(rest_[i])) return std::nullopt;
      value = value * 10 + (rest_[i] - '0');
    }
    if (value < low || value > high) return std::nullopt;
    rest_.remove_prefix(digits);
    return value;
  }

  /// "(Central European Time)"
  void skip_comment() {
    if (rest_.starts_with('(') && rest_.ends_with(')')) rest_ = {};
  }

  std::string word() {
    std::string out;
    while (!rest_.empty() && lower_ascii(rest_.front()) >= 'a' && lower_ascii(rest_.front()) <= 'z') {
      out += lower_ascii(rest_.front());
      rest_.remove_prefix(1);
    }
    return out;
  }

 private:
  std::string_view rest_;
};

}  // namespace sitcen::ingest
