#include "ingest/byte_source.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>

namespace sitcen::ingest {
namespace {

std::string reason(int error) { return std::generic_category().message(error); }

class OpenFile {
 public:
  explicit OpenFile(int descriptor) : descriptor_(descriptor) {}
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;
  ~OpenFile() { ::close(descriptor_); }
  [[nodiscard]] int descriptor() const { return descriptor_; }

 private:
  int descriptor_;
};

Result<std::size_t> read_some(int descriptor, const std::string& origin, std::span<char> buffer) {
  for (;;) {
    const ssize_t got = ::read(descriptor, buffer.data(), buffer.size());
    if (got >= 0) return static_cast<std::size_t>(got);
    if (errno == EINTR) continue;
    if (errno == EISDIR) return fail(ErrorCode::is_a_folder, {origin});
    return fail(ErrorCode::file_unreadable, {origin, reason(errno)});
  }
}

}  // namespace

ByteSource bytes_of(std::string bytes) {
  return [text = std::move(bytes), at = std::size_t{0}](std::span<char> buffer) mutable -> Result<std::size_t> {
    const std::size_t count = std::min(buffer.size(), text.size() - at);
    std::copy_n(text.data() + at, count, buffer.data());
    at += count;
    return count;
  };
}

ByteSource bytes_of_descriptor(int descriptor, std::string origin) {
  return [descriptor, origin = std::move(origin)](std::span<char> buffer) {
    return read_some(descriptor, origin, buffer);
  };
}

Result<FileBytes> bytes_of_file(const std::filesystem::path& file) {
  const std::string origin = file.string();
  struct stat status{};
  if (::stat(file.c_str(), &status) != 0) {
    if (errno == ENOENT || errno == ENOTDIR) return fail(ErrorCode::file_not_found, {origin});
    return fail(ErrorCode::file_unreadable, {origin, reason(errno)});
  }
  // Looked at before it is opened: opening a device can change it.
  if (S_ISDIR(status.st_mode)) return fail(ErrorCode::is_a_folder, {origin});
  if (S_ISCHR(status.st_mode) || S_ISBLK(status.st_mode)) return fail(ErrorCode::is_a_device, {origin});
  const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return fail(ErrorCode::file_unreadable, {origin, reason(errno)});
  FileBytes out;
  if (S_ISREG(status.st_mode)) out.size = static_cast<std::uint64_t>(status.st_size);
  out.bytes = [opened = std::make_shared<OpenFile>(descriptor), origin](std::span<char> buffer) {
    return read_some(opened->descriptor(), origin, buffer);
  };
  return out;
}

}  // namespace sitcen::ingest
