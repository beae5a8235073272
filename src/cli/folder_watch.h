#pragma once

#include <deque>
#include <string>
#include <unordered_map>

#include "sitcen/result.h"

namespace sitcen::cli {

/// Tells of the files that are put into folders: written and closed, or moved there. Files whose names begin with a dot
/// are passed over, as programs write under such a name first.
class FolderWatch {
 public:
  FolderWatch();
  FolderWatch(FolderWatch&& other) noexcept;
  FolderWatch& operator=(FolderWatch&&) = delete;
  ~FolderWatch();

  /// \param recursive  the folders below it too, those that are made later among them
  /// \return file_unreadable where the folder cannot be watched
  [[nodiscard]] Result<void> add(const std::string& folder, bool recursive);

  /// Waits for a file. \return its path; empty after so many milliseconds without one
  [[nodiscard]] std::string next(int milliseconds);

 private:
  struct Folder {
    std::string path;
    bool recursive = false;
  };

  void take_events();
  void take_new_folder(const std::string& path);

  int descriptor_ = -1;
  std::unordered_map<int, Folder> folders_;
  std::deque<std::string> files_;
};

}  // namespace sitcen::cli
