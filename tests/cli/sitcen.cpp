#include "sitcen.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "places.h"

namespace sitcen::test {
namespace {

class Pipe {
 public:
  Pipe() {
    if (::pipe2(ends_.data(), O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
  }
  ~Pipe() {
    close_read();
    close_write();
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;
  [[nodiscard]] int read_end() const { return ends_[0]; }
  [[nodiscard]] int write_end() const { return ends_[1]; }
  void close_read() { close(ends_[0]); }
  void close_write() { close(ends_[1]); }

 private:
  static void close(int& end) {
    if (end >= 0) ::close(end);
    end = -1;
  }
  std::array<int, 2> ends_{-1, -1};
};

/// \return false at the end of the stream
bool read_some(int descriptor, std::string& into) {
  std::array<char, 65536> buffer{};
  const ssize_t count = ::read(descriptor, buffer.data(), buffer.size());
  if (count <= 0) return false;
  into.append(buffer.data(), static_cast<std::size_t>(count));
  return true;
}

/// Feeds and drains the child at the same time, so that neither waits for the other.
void talk(Pipe& in, Pipe& out, Pipe& err, std::string_view input, Ended& ended) {
  ::fcntl(in.write_end(), F_SETFL, O_NONBLOCK);
  bool out_open = out.read_end() >= 0, err_open = true;
  if (input.empty()) in.close_write();
  while (out_open || err_open) {
    std::array<pollfd, 3> waits = {pollfd{out_open ? out.read_end() : -1, POLLIN, 0},
                                   pollfd{err_open ? err.read_end() : -1, POLLIN, 0},
                                   pollfd{in.write_end(), POLLOUT, 0}};
    ::poll(waits.data(), waits.size(), -1);
    if (waits[0].revents != 0) out_open = read_some(out.read_end(), ended.out);
    if (waits[1].revents != 0) err_open = read_some(err.read_end(), ended.err);
    if (waits[2].revents == 0) continue;
    const ssize_t written = ::write(in.write_end(), input.data(), input.size());
    if (written > 0) input.remove_prefix(static_cast<std::size_t>(written));
    if (written < 0 || input.empty()) in.close_write();
  }
}

std::vector<std::string> environment(const Call& call) {
  std::map<std::string, std::string> variables = {{"PATH", "/usr/bin:/bin"}, {"TERM", "xterm"}, {"LANG", "C.UTF-8"}};
  for (const char* name : {"SITCEN_MODEL", "SITCEN_MODELS", "HOME", "TSAN_OPTIONS", "ASAN_OPTIONS"})
    if (const char* value = std::getenv(name)) variables[name] = value;
  for (const auto& [name, value] : call.variables) variables[name] = value;
  std::vector<std::string> out;
  for (const auto& [name, value] : variables) out.push_back(name + "=" + value);
  return out;
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> out;
  for (std::string& text : texts) out.push_back(text.data());
  out.push_back(nullptr);
  return out;
}

}  // namespace

Ended sitcen(const std::vector<std::string>& arguments, const Call& call) {
  ::signal(SIGPIPE, SIG_IGN);
  Pipe in, out, err;
  if (call.nobody_reads) out.close_read();
  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_adddup2(&actions, in.read_end(), 0);
  if (call.output_file.empty()) {
    ::posix_spawn_file_actions_adddup2(&actions, out.write_end(), 1);
  } else {
    ::posix_spawn_file_actions_addopen(&actions, 1, call.output_file.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0644);
  }
  ::posix_spawn_file_actions_adddup2(&actions, err.write_end(), 2);

  // The child must not inherit that SIGPIPE is ignored here.
  posix_spawnattr_t attributes;
  ::posix_spawnattr_init(&attributes);
  sigset_t pipe_signal;
  ::sigemptyset(&pipe_signal);
  ::sigaddset(&pipe_signal, SIGPIPE);
  ::posix_spawnattr_setsigdefault(&attributes, &pipe_signal);
  ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);

  std::vector<std::string> words = {kProgram};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<std::string> variables = environment(call);
  pid_t child = 0;
  const int failed =
      ::posix_spawn(&child, kProgram, &actions, &attributes, pointers(words).data(), pointers(variables).data());
  ::posix_spawn_file_actions_destroy(&actions);
  ::posix_spawnattr_destroy(&attributes);
  if (failed != 0) throw std::runtime_error(std::string("cannot start ") + kProgram);

  Ended ended;
  in.close_read();
  out.close_write();
  err.close_write();
  talk(in, out, err, call.input, ended);
  int status = 0;
  ::waitpid(child, &status, 0);
  ended.code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return ended;
}

TemporaryFolder::TemporaryFolder() {
  std::string name = (std::filesystem::temp_directory_path() / "sitcen-test-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
  path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

std::string TemporaryFolder::write(const std::string& name, const std::string& bytes) const {
  std::ofstream(path(name), std::ios::binary) << bytes;
  return path(name);
}

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::vector<std::string> lines(const std::string& text) {
  std::vector<std::string> out;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) out.push_back(line);
  return out;
}

}  // namespace sitcen::test
