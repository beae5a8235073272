#include "cli/folder_watch.h"

#include <poll.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>
#include <utility>
#include <vector>

namespace sitcen::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::uint32_t kEvents = IN_CLOSE_WRITE | IN_MOVED_TO | IN_CREATE | IN_ONLYDIR;

}  // namespace

FolderWatch::FolderWatch() : descriptor_(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC)) {}

FolderWatch::FolderWatch(FolderWatch&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)),
      folders_(std::move(other.folders_)),
      files_(std::move(other.files_)) {}

FolderWatch::~FolderWatch() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

Result<void> FolderWatch::add(const std::string& folder, bool recursive) {
  const int watched = ::inotify_add_watch(descriptor_, folder.c_str(), kEvents);
  if (watched < 0) {
    return fail(ErrorCode::file_unreadable, {folder, std::generic_category().message(errno)});
  }
  folders_[watched] = {folder, recursive};
  if (!recursive) return {};
  std::error_code error;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    std::error_code ignored;
    const bool hidden = at->path().filename().string().starts_with('.');
    if (hidden || !at->is_directory(ignored) || at->is_symlink(ignored)) continue;
    if (auto added = add(at->path().string(), true); !added) return added;
  }
  return {};
}

std::string FolderWatch::next(int milliseconds) {
  if (files_.empty()) {
    pollfd wait{descriptor_, POLLIN, 0};
    if (::poll(&wait, 1, milliseconds) > 0) take_events();
  }
  if (files_.empty()) return {};
  std::string file = std::move(files_.front());
  files_.pop_front();
  return file;
}

void FolderWatch::take_events() {
  alignas(inotify_event) std::array<char, 64 * 1024> buffer;
  const ssize_t size = ::read(descriptor_, buffer.data(), buffer.size());
  for (ssize_t at = 0; at < size;) {
    inotify_event event{};
    std::memcpy(&event, buffer.data() + at, sizeof event);
    const char* const name = buffer.data() + at + sizeof event;
    at += static_cast<ssize_t>(sizeof event + event.len);
    const auto folder = folders_.find(event.wd);
    if (folder == folders_.end() || event.len == 0 || name[0] == '.') continue;
    const std::string path = (fs::path(folder->second.path) / name).string();
    if ((event.mask & IN_ISDIR) == 0) {
      if ((event.mask & IN_CREATE) == 0) files_.push_back(path);
    } else if (folder->second.recursive) {
      take_new_folder(path);
    }
  }
}

/// What was put into a folder before it was watched would be missed: it is told of now.
void FolderWatch::take_new_folder(const std::string& path) {
  if (!add(path, true)) return;  // it is gone again
  std::vector<std::string> files;
  std::error_code error;
  for (fs::recursive_directory_iterator at(path, error), end; !error && at != end; at.increment(error)) {
    std::error_code ignored;
    const bool hidden = at->path().filename().string().starts_with('.');
    if (!hidden && at->is_regular_file(ignored)) files.push_back(at->path().string());
  }
  std::ranges::sort(files);
  files_.insert(files_.end(), files.begin(), files.end());
}

}  // namespace sitcen::cli
