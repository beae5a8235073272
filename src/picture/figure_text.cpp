#include "picture/figure_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string_view>

namespace sitcen::picture {
namespace {

constexpr double kLongest = 1e15;  ///< larger numbers are written with an exponent
constexpr double kSmallest = 1e-6;

/// "31,000,000", "0.25", "1e+20"
std::string number(double value) {
  std::array<char, 64> digits{};
  const bool plain = std::abs(value) < kLongest && (value == 0 || std::abs(value) > kSmallest);
  const auto end = plain ? std::to_chars(digits.data(), digits.data() + digits.size(), value, std::chars_format::fixed)
                         : std::to_chars(digits.data(), digits.data() + digits.size(), value);
  if (end.ec != std::errc{}) return std::to_string(value);
  std::string out(digits.data(), end.ptr);
  if (!plain) return out;
  const std::size_t first = out.starts_with('-') ? 1 : 0;
  for (std::size_t at = std::min(out.find('.'), out.size()); at > first + 3; at -= 3) out.insert(at - 3, ",");
  return out;
}

std::string_view sign(std::string_view approx) {
  if (approx == "about") return "~";
  if (approx == "almost") return "almost ";
  if (approx == "more_than") return "> ";
  if (approx == "less_than") return "< ";
  if (approx == "at_least") return "≥ ";
  if (approx == "at_most") return "≤ ";
  return "";
}

std::string_view order(double value) {
  const double tens = std::fmod(value, 100);
  if (tens >= 11 && tens <= 13) return "th";
  const double last = std::fmod(value, 10);
  return last == 1 ? "st" : last == 2 ? "nd" : last == 3 ? "rd" : "th";
}

}  // namespace

std::string amount(const Figure& figure) {
  std::string out;
  if (figure.value) {
    out = std::string(sign(figure.approx)) + number(*figure.value);
    if (figure.kind == FigureKind::ordinal) out += order(*figure.value);
  } else if (figure.low && figure.high) {
    out = number(*figure.low) + "–" + number(*figure.high);
  } else if (figure.low || figure.high) {
    out = figure.low ? "≥ " + number(*figure.low) : "≤ " + number(*figure.high);
  }
  if (!figure.unit.empty()) out += ' ' + figure.unit;
  return out;
}

}  // namespace sitcen::picture
