#include "running.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <stdexcept>

#include "places.h"

namespace sitcen::test {

Running::Running(const std::vector<std::string>& arguments, Input input) {
  std::vector<std::string> words = {test::kProgram};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<char*> values;
  for (auto& word : words) values.push_back(word.data());
  values.push_back(nullptr);
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
  std::array<int, 2> given{-1, -1};
  if (input == Input::pipe && pipe2(given.data(), O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
  process_ = fork();
  if (process_ == 0) {
    const int nowhere = open("/dev/null", O_RDWR);
    dup2(input == Input::pipe ? given[0] : nowhere, 0);
    dup2(ends[1], 1);
    dup2(nowhere, 2);
    execv(values.front(), values.data());
    _exit(127);
  }
  close(ends[1]);
  output_ = ends[0];
  if (input == Input::pipe) close(given[0]);
  input_ = given[1];
}

void Running::write(const std::string& bytes) const {
  if (::write(input_, bytes.data(), bytes.size()) != static_cast<ssize_t>(bytes.size()))
    throw std::runtime_error("the program does not take its input");
}

void Running::close_input() {
  if (input_ >= 0) close(input_);
  input_ = -1;
}

Running::~Running() {
  if (process_ > 0) {
    kill(process_, SIGKILL);
    waitpid(process_, nullptr, 0);
  }
  close_input();
  close(output_);
}

bool Running::read_some() {
  std::array<char, 1 << 16> bytes{};
  const ssize_t size = read(output_, bytes.data(), bytes.size());
  if (size <= 0) return false;
  rest_.append(bytes.data(), static_cast<std::size_t>(size));
  for (std::size_t end = 0; (end = rest_.find('\n')) != std::string::npos; rest_.erase(0, end + 1))
    lines_.push_back(rest_.substr(0, end));
  return true;
}

void Running::wait_for_lines(std::size_t count) {
  pollfd said{output_, POLLIN, 0};
  while (lines_.size() < count && poll(&said, 1, 60'000) > 0 && read_some()) {
  }
}

void Running::signal(int number) const { kill(process_, number); }

int Running::wait() {
  while (read_some()) {
  }
  int status = 0;
  waitpid(process_, &status, 0);
  process_ = -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace sitcen::test
