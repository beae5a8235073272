#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "server/message.h"
#include "sitcen/result.h"

namespace sitcen::server {

/// Bounds on what one client may cost.
struct HttpLimits {
  std::size_t header_bytes = 16 * 1024;  ///< request line and fields; above: 431
  std::size_t body_bytes = 64 * 1024;    ///< above: 413
  std::size_t connections = 4096;        ///< open at once; above: 503 and closed
  std::size_t pending = 256;             ///< requests waiting for a worker; above: 503 with Retry-After
  std::chrono::milliseconds header_time{
      10'000};  ///< from the first byte of a request to the end of its header; then closed
  std::chrono::milliseconds body_time{30'000};   ///< for the body; then closed
  std::chrono::milliseconds idle_time{75'000};   ///< between two requests; then closed
  std::chrono::milliseconds write_time{30'000};  ///< for a client to take one answer; then closed
  std::chrono::milliseconds stop_time{5'000};    ///< for requests under way when the server stops
};

struct HttpOptions {
  std::string host = "127.0.0.1";          ///< an address or a name to listen on
  std::uint16_t port = 8474;               ///< 0: a free one
  std::vector<std::string> allowed_hosts;  ///< names to answer for besides this machine's own, behind a proxy
  unsigned workers = 2;                    ///< threads that call the handler
  HttpLimits limits;
  std::function<std::chrono::system_clock::time_point()> now;  ///< for Date
};

/// HTTP/1.1 over TCP: one thread reads and writes, workers call the handler. A listener on a loopback address answers
/// only requests whose Host names this machine (421 otherwise), so that no web page can reach it through a name of its
/// own.
class HttpServer {
 public:
  /// Binds and listens; connections are answered from `run` on.
  /// \return address_in_use if the address cannot be had, with the system's reason
  [[nodiscard]] static Result<HttpServer> listen(HttpOptions options, Handler handler);
  HttpServer(HttpServer&&) noexcept;
  HttpServer& operator=(HttpServer&&) noexcept;
  ~HttpServer();

  /// \return "http://127.0.0.1:8474"
  [[nodiscard]] const std::string& address() const noexcept;
  [[nodiscard]] std::uint16_t port() const noexcept;
  /// \return whether only this machine can reach it
  [[nodiscard]] bool local_only() const noexcept;

  enum class Signals : bool { leave, stop_on_interrupt };
  /// Serves until `stop`; with stop_on_interrupt SIGINT and SIGTERM stop it too, a second one at once.
  /// Requests under way are answered before it returns.
  void run(Signals signals = Signals::leave);
  /// May be called from any thread.
  void stop();

 private:
  struct State;
  explicit HttpServer(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace sitcen::server
