#include "cli/progress.h"

#include <array>
#include <cstdio>

#include "cli/streams.h"
#include "cli/terminal.h"

namespace sitcen::cli {
namespace {

using namespace std::chrono_literals;

constexpr auto kBetweenLive = 100ms;
constexpr auto kBetweenLines = 10s;
constexpr double kSilent = 1.0;  ///< seconds: short work needs no line

std::string seconds_text(double seconds) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), seconds < 10 ? "%.2f s" : "%.0f s", seconds);
  return text.data();
}

std::string left_text(double seconds) {
  const auto whole = static_cast<unsigned long long>(seconds + 0.5);
  std::array<char, 48> text{};
  if (whole >= 3600) {
    std::snprintf(text.data(), text.size(), "%llu:%02llu:%02llu left", whole / 3600, whole / 60 % 60, whole % 60);
  } else {
    std::snprintf(text.data(), text.size(), "%llu:%02llu left", whole / 60, whole % 60);
  }
  return text.data();
}

std::string rate(std::size_t words, double seconds) {
  if (seconds <= 0) return "";
  return grouped(static_cast<std::uint64_t>(static_cast<double>(words) / seconds)) + " words/s";
}

std::string reports_text(std::size_t count) { return grouped(count) + (count == 1 ? " report" : " reports"); }

}  // namespace

void Progress::read(std::size_t words, std::optional<double> share) {
  const std::scoped_lock lock(mutex_);
  ++reports_;
  words_ += words;
  show(share);
}

void Progress::failed(std::string_view message) {
  const std::scoped_lock lock(mutex_);
  ++failed_;
  clear_line();
  say(printable(message));
}

void Progress::clear() {
  const std::scoped_lock lock(mutex_);
  clear_line();
}

std::size_t Progress::reports() const {
  const std::scoped_lock lock(mutex_);
  return reports_;
}

std::string Progress::summary() const {
  const std::scoped_lock lock(mutex_);
  std::string text = reports_text(reports_) + " read";
  if (failed_ > 0) text += ", " + grouped(failed_) + " not";
  return text + "; " + grouped(words_) + " words in " + seconds_text(seconds()) + " (" + rate(words_, seconds()) + ")";
}

double Progress::seconds() const { return std::chrono::duration<double>(Clock::now() - begin_).count(); }

void Progress::show(std::optional<double> share) {
  if (line_ == Line::none || seconds() < kSilent) return;
  const auto now = Clock::now();
  if (line_ == Line::lines && now - last_shown_ < kBetweenLines) return;
  if (line_ == Line::live && now - last_shown_ < kBetweenLive) return;
  last_shown_ = now;
  if (line_ == Line::lines) return say(state(share));
  std::fprintf(stderr, "\r%s\x1b[K", clip(state(share), terminal(2).width - 1).c_str());
  std::fflush(stderr);
  line_is_there_ = true;
}

void Progress::clear_line() {
  if (!line_is_there_) return;
  std::fputs("\r\x1b[K", stderr);
  std::fflush(stderr);
  line_is_there_ = false;
}

std::string Progress::state(std::optional<double> share) const {
  std::string text = reports_text(reports_) + ", " + grouped(words_) + " words, " + rate(words_, seconds());
  if (!share || *share <= 0) return text;
  text += ", " + std::to_string(static_cast<int>(*share * 100)) + " %, ";
  return text + left_text(seconds() * (1 - *share) / *share);
}

std::string grouped(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3;) {
    at -= 3;
    digits.insert(at, ",");
  }
  return digits;
}

std::size_t count_words(std::string_view text) {
  std::size_t count = 0;
  bool inside = false;
  for (const char c : text) {
    const bool space = c == ' ' || (c >= '\t' && c <= '\r');
    count += !space && !inside ? 1 : 0;
    inside = !space;
  }
  return count;
}

}  // namespace sitcen::cli
