#include "ingest/document/tool.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <memory>
#include <optional>

#include "ingest/header_fields.h"
#include "ingest/part.h"

namespace sitcen::ingest {
namespace {

constexpr std::array<std::string_view, 4> kFolders = {"/usr/bin/", "/usr/local/bin/", "/bin/", "/opt/homebrew/bin/"};
constexpr std::size_t kLongestReason = 300;
constexpr int kNotStarted = 127;

struct CloseFile {
  void operator()(std::FILE* file) const noexcept { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, CloseFile>;

std::optional<std::string> path_of(const Tool& tool) {
  for (const std::string_view folder : kFolders) {
    std::string path = std::string(folder) + std::string(tool.name);
    if (::access(path.c_str(), X_OK) == 0) return path;
  }
  return std::nullopt;
}

tl::unexpected<Error> failed(const Tool& tool, std::string_view why) {
  return fail(ErrorCode::tool_failed, {tool.name, why});
}

void limit(__rlimit_resource_t what, rlim_t most) {
  const rlimit value{most, most};
  ::setrlimit(what, &value);
}

/// In the child: nothing here may allocate.
[[noreturn]] void become(const char* path, char* const* arguments, char* const* environment, int in, int out,
                         int complaints) {
  ::dup2(in, STDIN_FILENO);
  ::dup2(out, STDOUT_FILENO);
  ::dup2(complaints, STDERR_FILENO);
  ::close_range(3, ~0U, 0);
  limit(RLIMIT_CPU, kToolSeconds);
  limit(RLIMIT_AS, kToolMemory);
  limit(RLIMIT_FSIZE, kToolFile);
  limit(RLIMIT_CORE, 0);
  ::signal(SIGALRM, SIG_DFL);
  ::alarm(kToolSeconds);  // an alarm outlives exec: the system ends a program that waits for ever
  ::execve(path, arguments, environment);
  ::_exit(kNotStarted);
}

std::string first_line(std::FILE* file) {
  std::rewind(file);
  std::string text(kLongestReason, '\0');
  text.resize(std::fread(text.data(), 1, text.size(), file));
  text = readable_utf8(trimmed(text));
  return text.substr(0, text.find('\n'));
}

}  // namespace

bool is_installed(const Tool& tool) { return path_of(tool).has_value(); }

Result<std::string> run_tool(const Tool& tool, const std::vector<std::string>& arguments, std::string_view input,
                             std::size_t most_output) {
  const auto path = path_of(tool);
  if (!path) return fail(ErrorCode::tool_missing, {tool.name, tool.package});
  const File in(std::tmpfile());
  const File complaints(std::tmpfile());
  std::array<int, 2> pipe{};
  if (!in || !complaints || std::fwrite(input.data(), 1, input.size(), in.get()) != input.size() ||
      std::fflush(in.get()) != 0 || ::pipe2(pipe.data(), O_CLOEXEC) != 0) {
    return failed(tool, "there is no room for a file to hand it over");
  }
  std::rewind(in.get());

  std::vector<std::string> words = {std::string(tool.name)};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<char*> argv;
  for (std::string& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);
  std::string locale = "LC_ALL=C.UTF-8";
  std::string one_thread = "OMP_THREAD_LIMIT=1";
  std::array<char*, 3> environment = {locale.data(), one_thread.data(), nullptr};

  const pid_t child = ::fork();
  if (child == 0) {
    become(path->c_str(), argv.data(), environment.data(), ::fileno(in.get()), pipe[1], ::fileno(complaints.get()));
  }
  ::close(pipe[1]);
  if (child < 0) {
    ::close(pipe[0]);
    return failed(tool, "it could not be started");
  }
  std::string out;
  std::array<char, 64 * 1024> buffer;
  bool too_long = false;
  for (;;) {
    const ssize_t got = ::read(pipe[0], buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) break;
    out.append(buffer.data(), static_cast<std::size_t>(got));
    too_long = out.size() > most_output;
    if (!too_long) continue;
    ::kill(child, SIGKILL);
    break;
  }
  ::close(pipe[0]);
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (too_long) {
    return fail(ErrorCode::report_too_long, {std::to_string(out.size()) + " or more", std::to_string(most_output)});
  }
  if (WIFSIGNALED(status)) {
    const int signal = WTERMSIG(status);
    const bool late = signal == SIGALRM || signal == SIGXCPU || signal == SIGKILL;
    return failed(
        tool, late ? "it took longer than " + std::to_string(kToolSeconds) + " seconds" : std::string("it broke off"));
  }
  if (WEXITSTATUS(status) == 0) return out;
  const std::string said = first_line(complaints.get());
  return failed(tool, said.empty() ? "exit code " + std::to_string(WEXITSTATUS(status)) : said);
}

}  // namespace sitcen::ingest
