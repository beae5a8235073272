#include "cli/atomic_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <string>

namespace sitcen::cli {
namespace {

/// A new file that is removed again unless it is kept.
class Draft {
 public:
  explicit Draft(const std::filesystem::path& target)
      : path_(target.string() + ".new-" + std::to_string(getpid())),
        descriptor_(::open(path_.c_str(), O_CREAT | O_WRONLY | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0666)) {}
  ~Draft() {
    if (descriptor_ < 0) return;
    close(descriptor_);
    if (!kept_) unlink(path_.c_str());
  }
  Draft(const Draft&) = delete;
  Draft& operator=(const Draft&) = delete;

  [[nodiscard]] bool write_all(std::string_view bytes) const {
    if (descriptor_ < 0) return false;
    while (!bytes.empty()) {
      const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
      if (written < 0 && errno == EINTR) continue;
      if (written < 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return fsync(descriptor_) == 0;
  }
  bool rename_to(const std::filesystem::path& target) {
    kept_ = std::rename(path_.c_str(), target.c_str()) == 0;
    return kept_;
  }

 private:
  std::string path_;
  int descriptor_ = -1;
  bool kept_ = false;
};

}  // namespace

Result<void> write_atomically(const std::filesystem::path& path, std::string_view bytes) {
  Draft draft(path);
  if (!draft.write_all(bytes) || !draft.rename_to(path))
    return fail(ErrorCode::file_unwritable, {path.string(), std::strerror(errno)});
  return {};
}

}  // namespace sitcen::cli
