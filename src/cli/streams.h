#pragma once

#include <string>
#include <string_view>

#include "sitcen/result.h"

namespace sitcen::cli {

/// Standard output for data: buffered, and it notices when writing fails.
/// A reader that has gone away (closed pipe) is no error: `open()` turns false, the command stops and exits with 0.
class Output {
 public:
  explicit Output(int descriptor = 1) : descriptor_(descriptor) {}
  ~Output() { flush(); }
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  /// \return open()
  bool write(std::string_view text);
  /// Hands everything written so far to the reader. \return open()
  bool flush();
  /// \return false: nobody reads, or the disk is full; write no more
  [[nodiscard]] bool open() const noexcept { return open_; }
  /// Flushes. \return file_unwritable where writing failed for another reason than a closed pipe
  [[nodiscard]] Result<void> finish();

 private:
  int descriptor_;
  bool open_ = true;
  int error_ = 0;  ///< errno of the failed write
  std::string buffer_;
};

/// Prints "sitcen: MESSAGE" on standard error.
void say(std::string_view message);
/// Says the error. \return its exit code
int complain(const Error& error);
/// Ends a command: finishes `out` and says what went wrong.
/// \return `code`, or the error's exit code where `code` is 0
int finish(Output& out, int code = 0);

}  // namespace sitcen::cli
