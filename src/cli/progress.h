#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

namespace sitcen::cli {

/// Counts what a command has read and tells people on standard error. May be used from any thread.
class Progress {
 public:
  enum class Line : std::uint8_t {
    none,   ///< nothing while it runs
    live,   ///< one line that is written over, from the first second on: a terminal
    lines,  ///< a line every ten seconds: a file or a pipe
  };

  explicit Progress(Line line) : line_(line) {}

  /// Counts one more report. \param share how much of all the work is done, if that is known
  void read(std::size_t words, std::optional<double> share);
  /// Counts one that could not be read, and says why.
  void failed(std::string_view message);
  /// Takes the live line away.
  void clear();
  /// \return "17 reports read, 1 not; 4,321 words in 0.4 s (10,800 words/s)"
  [[nodiscard]] std::string summary() const;
  [[nodiscard]] std::size_t reports() const;

 private:
  using Clock = std::chrono::steady_clock;

  void show(std::optional<double> share);
  void clear_line();
  [[nodiscard]] std::string state(std::optional<double> share) const;
  [[nodiscard]] double seconds() const;

  const Line line_;
  mutable std::mutex mutex_;
  const Clock::time_point begin_ = Clock::now();
  Clock::time_point last_shown_ = begin_;
  std::size_t reports_ = 0, failed_ = 0, words_ = 0;
  bool line_is_there_ = false;
};

/// \return 12345 as "12,345"
[[nodiscard]] std::string grouped(std::uint64_t number);

/// \return how many stretches of anything but ASCII white space there are
[[nodiscard]] std::size_t count_words(std::string_view text);

}  // namespace sitcen::cli
