#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace sitcen::reading {

/// A word in small ASCII letters without a full stop at its end; longer words than any in the tables give "".
class Folded {
 public:
  explicit Folded(std::string_view word) {
    if (word.ends_with('.')) word.remove_suffix(1);
    if (word.size() > buffer_.size()) return;
    std::ranges::transform(word, buffer_.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    size_ = word.size();
  }
  [[nodiscard]] std::string_view view() const { return {buffer_.data(), size_}; }

 private:
  std::array<char, 32> buffer_{};
  std::size_t size_ = 0;
};

}  // namespace sitcen::reading
