#pragma once

#include <sys/types.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace sitcen::test {

/// The real program, running beside the test.
class Running {
 public:
  enum class Input : std::uint8_t { none, pipe };
  explicit Running(const std::vector<std::string>& arguments, Input input = Input::none);
  ~Running();
  Running(const Running&) = delete;
  Running& operator=(const Running&) = delete;

  /// Writes to its standard input, which stays open. \param bytes  few enough for a pipe to hold
  void write(const std::string& bytes) const;
  void close_input();
  /// Waits until so many whole lines stand on its standard output, it has ended, or a minute
  /// has passed without a word from it.
  void wait_for_lines(std::size_t count);
  void signal(int number) const;
  /// Waits for its end. \return the exit code, or -1 where a signal ended it
  int wait();
  /// \return the whole lines of its standard output so far; all of them after `wait`
  [[nodiscard]] const std::vector<std::string>& lines() const { return lines_; }

 private:
  bool read_some();

  pid_t process_ = -1;
  int input_ = -1, output_ = -1;
  std::string rest_;
  std::vector<std::string> lines_;
};

}  // namespace sitcen::test
