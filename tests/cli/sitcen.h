#pragma once

#include <map>
#include <string>
#include <vector>

namespace sitcen::test {

/// How one call of the real program ended.
struct Ended {
  int code = -1;
  std::string out, err;
};

struct Call {
  std::string input = {};                             ///< what it finds on standard input
  std::string output_file = {};                       ///< where standard output goes instead of Ended::out
  bool nobody_reads = false;                          ///< standard output is a pipe whose reader has gone
  std::map<std::string, std::string> variables = {};  ///< on top of an environment without colour and width
};

/// Runs the built sitcen and waits for it.
Ended sitcen(const std::vector<std::string>& arguments, const Call& call = {});

/// A folder of its own that goes away with the object.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  [[nodiscard]] std::string path(const std::string& name) const { return path_ + "/" + name; }
  /// \return the path of the new file
  std::string write(const std::string& name, const std::string& bytes) const;

 private:
  std::string path_;
};

bool contains(const std::string& text, const std::string& part);

/// \return the lines without their ends
std::vector<std::string> lines(const std::string& text);

}  // namespace sitcen::test
