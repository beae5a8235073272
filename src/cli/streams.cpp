#include "cli/streams.h"

#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace sitcen::cli {
namespace {

constexpr std::size_t kBuffer = 64 << 10;

/// \return 0, or the errno of the write that failed
int write_all(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(descriptor, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return errno;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  return 0;
}

}  // namespace

bool Output::write(std::string_view text) {
  if (!open_) return false;
  buffer_ += text;
  return buffer_.size() < kBuffer || flush();
}

bool Output::flush() {
  if (!open_) return false;
  error_ = write_all(descriptor_, buffer_);
  buffer_.clear();
  open_ = error_ == 0;
  return open_;
}

Result<void> Output::finish() {
  flush();
  if (error_ == 0 || error_ == EPIPE) return {};
  return fail(ErrorCode::file_unwritable, {"standard output", std::generic_category().message(error_)});
}

void say(std::string_view message) {
  std::string line = "sitcen: ";
  line += message;
  line += '\n';
  // Where standard error cannot be written either there is nobody left to tell.
  (void)write_all(2, line);
}

int complain(const Error& error) {
  say(error.message);
  return info(error.code).exit_code;
}

int finish(Output& out, int code) {
  const Result<void> finished = out.finish();
  if (finished) return code;
  const int failed = complain(finished.error());
  return code != 0 ? code : failed;
}

}  // namespace sitcen::cli
