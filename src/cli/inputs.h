#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "cli/folder_watch.h"
#include "ingest/ingest.h"

namespace sitcen::cli {

/// The reports of all inputs of a call, one after the other in the order given. Used by one thread at a time.
class Inputs {
 public:
  enum class Watch : std::uint8_t { no, folders };

  /// \param watch  folders: after all inputs have been read, wait for files that are put into the folders among the
  ///               paths, until the command is asked to finish
  /// \param paths     files, "-" for standard input, and folders where `recursive`: all regular files below them whose
  ///                  names do not begin with a dot, sorted by path; links to folders are not followed
  Inputs(std::vector<std::string> paths, ingest::IngestOptions options, bool recursive, Watch watch = Watch::no);

  /// \return the next report or rejection, none at the end
  [[nodiscard]] std::optional<ingest::Reading> next();

  /// \return how much of the inputs has been given out, 0 to 1; none where that cannot be known (standard input, pipes)
  [[nodiscard]] std::optional<double> share() const;

 private:
  struct Input {
    std::string path;
    std::optional<std::uint64_t> bytes;  ///< none: not a regular file
  };

  void add(const std::string& path, bool recursive);
  void add_folder(const std::string& path, bool recursive);
  void begin(const Input& input);
  bool wait_for_file();

  ingest::IngestOptions options_;
  std::optional<FolderWatch> watch_;
  std::vector<Input> inputs_;
  std::vector<ingest::Rejection> broken_folders_;
  std::size_t at_ = 0;  ///< index of the input being read
  std::optional<ingest::ReportSource> source_;
  bool sizes_known_ = true;
  std::uint64_t all_bytes_ = 0, done_bytes_ = 0, text_bytes_ = 0;  ///< text_bytes_: of the input being read
};

}  // namespace sitcen::cli
