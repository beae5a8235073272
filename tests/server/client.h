#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace sitcen::test {

/// What a server sent back, taken apart without the code under test.
struct Reply {
  int status = 0;
  std::string head;                           ///< status line and fields as sent
  std::map<std::string, std::string> fields;  ///< names in lower case
  std::string body;
};

/// A TCP connection to 127.0.0.1 that sends any bytes, also ones that are no HTTP. Reads give up after 5 s.
class Client {
 public:
  explicit Client(std::uint16_t port);
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;
  ~Client();

  void send(std::string_view bytes);
  /// Reads one reply; a status of 0 means that the connection ended before one.
  /// \param head_only the reply to HEAD: it has no body whatever Content-Length says
  [[nodiscard]] Reply read(bool head_only = false);
  /// \return whether the server has closed the connection (waits for it, up to `seconds`)
  [[nodiscard]] bool closed(int seconds = 5);

 private:
  bool fill(int seconds = 5);

  int socket_ = -1;
  std::string buffer_;
};

}  // namespace sitcen::test
