// The one translation unit that includes Boost.Beast: it takes 13 s and 750 MB to compile.
#include "server/http.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <csignal>
#include <unordered_set>
#include <utility>

namespace sitcen::server {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using boost::system::error_code;
using tcp = asio::ip::tcp;
using Stream = beast::tcp_stream;
using Parser = http::request_parser<http::string_body>;
using Message = http::response<http::string_body>;

/// Awaits without throwing: the error comes back in `error`.
auto redirect(error_code& error) { return asio::redirect_error(asio::use_awaitable, error); }

std::string http_date(std::chrono::system_clock::time_point time) {
  // Names of days and months by hand: strftime's follow the locale.
  static constexpr std::array kDays = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  static constexpr std::array kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                         "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const std::tm t = fmt::gmtime(std::chrono::system_clock::to_time_t(time));
  return fmt::format("{}, {:02} {} {} {:02}:{:02}:{:02} GMT", kDays[static_cast<std::size_t>(t.tm_wday)], t.tm_mday,
                     kMonths[static_cast<std::size_t>(t.tm_mon)], t.tm_year + 1900, t.tm_hour, t.tm_min, t.tm_sec);
}

/// A problem that is settled before a handler is asked.
Response problem(int status, std::string_view detail) {
  return {status,
          "application/problem+json",
          fmt::format(R"({{"type":"about:blank","title":"{}","status":{},"detail":"{}"}})", reason_phrase(status),
                      status, detail),
          {{"X-Content-Type-Options", "nosniff"}, {"Cache-Control", "no-store"}}};
}

/// \return the host of a Host field without its port: "[::1]:80" -> "::1"
std::string_view host_name(std::string_view host) {
  if (host.starts_with('[')) return host.substr(1, host.find(']') - 1);
  return host.substr(0, host.find(':'));
}

bool names_this_machine(std::string_view name) {
  if (equal_ignoring_case(name, "localhost")) return true;
  error_code bad;
  const asio::ip::address address = asio::ip::make_address(std::string(name), bad);
  return !bad && address.is_loopback();
}

Request to_request(const http::request<http::string_body>& message) {
  Request out;
  out.method = std::string(message.method_string());
  out.target = std::string(message.target());
  for (const auto& field : message)
    out.headers.push_back({std::string(field.name_string()), std::string(field.value())});
  out.body = message.body();
  return out;
}

/// What all connections of one server share; but for `workers` it belongs to the I/O thread.
struct Shared {
  HttpOptions options;
  Handler handler;
  bool local_only = false;
  bool stopping = false;
  std::size_t open = 0;              ///< connections
  std::size_t waiting = 0;           ///< requests given to the workers
  std::unordered_set<Stream*> idle;  ///< connections between two requests: may be closed at any time
  std::function<void()> on_drained;  ///< called when the last connection ends while stopping
  asio::thread_pool workers;

  Shared(HttpOptions o, Handler h)
      : options(std::move(o)), handler(std::move(h)), workers(std::max(1U, options.workers)) {}
};

enum class Body : bool { sent, left_out };
enum class Connection : bool { keep, close };

/// One connection, from its first request to its last.
/// Arguments of what is awaited are named values: g++ 12 destroys some temporaries of such expressions twice.
class Session {
 public:
  Session(tcp::socket socket, Shared& shared)
      : shared_(shared), limits_(shared.options.limits), stream_(std::move(socket)) {
    ++shared_.open;
  }
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;
  ~Session() {
    shared_.idle.erase(&stream_);
    --shared_.open;
    if (shared_.stopping && shared_.open == 0 && shared_.on_drained) shared_.on_drained();
  }

  asio::awaitable<void> run() {
    if (shared_.open > limits_.connections) {
      Response full = problem(503, "too many connections; try again");
      co_await write(std::move(full), Body::sent, 11, Connection::close);
      co_return;
    }
    bool more = true;
    while (more) {
      const bool begun = co_await wait_for_request();
      if (!begun) break;
      more = co_await serve_one();
    }
    error_code ignored;
    stream_.socket().shutdown(tcp::socket::shutdown_send, ignored);
  }

 private:
  /// \return true when the first byte of a request is there, false when the connection ended or the server stops
  asio::awaitable<bool> wait_for_request() {
    if (shared_.stopping) co_return false;
    if (buffer_.size() > 0) co_return true;
    shared_.idle.insert(&stream_);
    stream_.expires_after(limits_.idle_time);
    error_code error;
    const std::size_t got = co_await stream_.async_read_some(buffer_.prepare(4096), redirect(error));
    shared_.idle.erase(&stream_);
    if (error) co_return false;
    buffer_.commit(got);
    co_return true;
  }

  /// \return whether the connection may be used again
  asio::awaitable<bool> serve_one() {
    Parser parser;
    parser.header_limit(static_cast<std::uint32_t>(limits_.header_bytes));
    parser.body_limit(limits_.body_bytes);
    error_code error;
    stream_.expires_after(limits_.header_time);
    co_await http::async_read_header(stream_, buffer_, parser, redirect(error));
    if (error) {
      co_await refuse(error);
      co_return false;
    }
    if (!parser.is_done()) {
      if (equal_ignoring_case(parser.get()[http::field::expect], "100-continue")) {
        http::response<http::empty_body> go_on(http::status::continue_, 11);
        stream_.expires_after(limits_.write_time);
        co_await http::async_write(stream_, go_on, redirect(error));
        if (error) co_return false;
      }
      stream_.expires_after(limits_.body_time);
      co_await http::async_read(stream_, buffer_, parser, redirect(error));
      if (error) {
        co_await refuse(error);
        co_return false;
      }
    }
    const unsigned version = parser.get().version();
    const bool asked_to_keep = parser.keep_alive();
    const Request request = to_request(parser.get());
    Response response = co_await answer(request, version);
    const Body body = request.method == "HEAD" || response.status == 304 ? Body::left_out : Body::sent;
    const Connection connection = asked_to_keep && !shared_.stopping ? Connection::keep : Connection::close;
    const bool sent = co_await write(std::move(response), body, version, connection);
    if (!sent) co_return false;
    co_return connection == Connection::keep;
  }

  asio::awaitable<Response> answer(const Request& request, unsigned version) {
    const auto hosts =
        std::ranges::count_if(request.headers, [](const Header& h) { return equal_ignoring_case(h.name, "Host"); });
    if (hosts > 1 || (hosts == 0 && version >= 11)) co_return problem(400, "a request needs one Host field");
    if (shared_.local_only && hosts == 1 && !is_own_name(host_name(*request.header("Host"))))
      co_return problem(421, "this server answers for this machine only: ask localhost, or start it with --allow-host");
    if (shared_.waiting >= limits_.pending) {
      Response busy = problem(503, "too many requests are waiting; try again");
      busy.headers.push_back({"Retry-After", "1"});
      co_return busy;
    }
    const auto work = [this, &request]() -> asio::awaitable<Response> { co_return handle(request); };
    ++shared_.waiting;
    Response response = co_await asio::co_spawn(shared_.workers, work, asio::use_awaitable);
    --shared_.waiting;
    co_return response;
  }

  bool is_own_name(std::string_view name) const {
    return names_this_machine(name) ||
           std::ranges::any_of(shared_.options.allowed_hosts,
                               [&](const std::string& allowed) { return equal_ignoring_case(name, allowed); });
  }

  Response handle(const Request& request) const {
    try {
      return shared_.handler(request);
    } catch (...) {
      return problem(500, "the request could not be answered");
    }
  }

  /// Answers what is no request. A client that was too slow is not answered: its stream is closed already.
  asio::awaitable<void> refuse(error_code error) {
    const error_code from_http = http::error::bad_target;
    if (error == http::error::end_of_stream || error.category() != from_http.category()) co_return;
    Response response = problem(400, fmt::format("not an HTTP request: {}", error.message()));
    if (error == http::error::header_limit)
      response = problem(431, fmt::format("the request line and fields may have {} bytes", limits_.header_bytes));
    if (error == http::error::body_limit)
      response = problem(413, fmt::format("a body may have {} bytes", limits_.body_bytes));
    co_await write(std::move(response), Body::sent, 11, Connection::close);
    co_await drain();
  }

  /// Reads what a refused client still sends, for a while: closing at once would reset the connection and lose the
  /// answer.
  asio::awaitable<void> drain() {
    error_code error;
    stream_.socket().shutdown(tcp::socket::shutdown_send, error);
    stream_.expires_after(std::chrono::seconds(2));
    std::array<char, 4096> rest;
    std::size_t left = 1 << 20;
    while (!error && left > 0) {
      const std::size_t got = co_await stream_.async_read_some(asio::buffer(rest), redirect(error));
      left -= std::min(left, got);
    }
  }

  /// \return whether all of it was sent
  asio::awaitable<bool> write(Response response, Body body, unsigned version, Connection connection) {
    Message message(static_cast<http::status>(response.status), version);
    if (const std::string_view reason = reason_phrase(response.status); !reason.empty()) message.reason(reason);
    if (shared_.options.now) message.set(http::field::date, http_date(shared_.options.now()));
    if (!response.type.empty()) message.set(http::field::content_type, response.type);
    for (const Header& h : response.headers) message.insert(h.name, h.value);
    message.keep_alive(connection == Connection::keep);
    if (response.status != 304) message.content_length(response.body.size());
    if (body == Body::sent) message.body() = std::move(response.body);
    http::serializer<false, http::string_body> serializer(message);
    stream_.expires_after(limits_.write_time);
    error_code error;
    co_await http::async_write(stream_, serializer, redirect(error));
    co_return !error;
  }

  Shared& shared_;
  const HttpLimits& limits_;
  Stream stream_;
  beast::flat_buffer buffer_;
};

/// \return the address to bind: the first one the name stands for
Result<tcp::endpoint> resolve(asio::io_context& io, const std::string& host, std::uint16_t port) {
  error_code error;
  const asio::ip::address address = asio::ip::make_address(host, error);
  if (!error) return tcp::endpoint(address, port);
  const auto found = tcp::resolver(io).resolve(host, std::to_string(port), tcp::resolver::passive, error);
  if (error || found.empty()) return fail(ErrorCode::address_in_use, {host, error.message()});
  return found.begin()->endpoint();
}

std::string print(const tcp::endpoint& endpoint) {
  const std::string host = endpoint.address().to_string();
  if (endpoint.address().is_v6()) return fmt::format("http://[{}]:{}", host, endpoint.port());
  return fmt::format("http://{}:{}", host, endpoint.port());
}

}  // namespace

struct HttpServer::State {
  Shared shared;
  asio::io_context io{1};
  tcp::acceptor acceptor{io};
  asio::signal_set signals{io};
  asio::steady_timer last_call{io};  ///< when to give up on requests under way
  std::string address;
  std::uint16_t port = 0;

  State(HttpOptions options, Handler handler) : shared(std::move(options), std::move(handler)) {
    shared.on_drained = [this] {
      last_call.cancel();
      signals.cancel();
    };
  }
  // A worker may still hold a request of a connection: wait for it before the connections go.
  ~State() {
    shared.workers.join();
    shared.on_drained = nullptr;
  }

  asio::awaitable<void> accept() {
    while (!shared.stopping) {
      error_code error;
      tcp::socket socket = co_await acceptor.async_accept(redirect(error));
      if (error == asio::error::operation_aborted || !acceptor.is_open()) co_return;
      if (error) {
        // Out of file descriptors, most likely: let some connections end.
        asio::steady_timer pause(io, std::chrono::milliseconds(100));
        co_await pause.async_wait(redirect(error));
        continue;
      }
      error_code ignored;
      socket.set_option(tcp::no_delay(true), ignored);
      const auto session = [](tcp::socket own, Shared& all) -> asio::awaitable<void> {
        Session one(std::move(own), all);
        co_await one.run();
      };
      asio::co_spawn(io, session(std::move(socket), shared), asio::detached);
    }
  }

  void stop() {
    if (shared.stopping) return;
    shared.stopping = true;
    error_code ignored;
    acceptor.close(ignored);
    for (Stream* stream : shared.idle) stream->cancel();
    if (shared.open == 0) return shared.on_drained();
    last_call.expires_after(shared.options.limits.stop_time);
    last_call.async_wait([this](error_code error) {
      if (!error) io.stop();
    });
  }

  void stop_on_signal() {
    signals.async_wait([this](error_code error, int) {
      if (error) return;
      if (shared.stopping) return io.stop();
      stop_on_signal();
      stop();
    });
  }
};

HttpServer::HttpServer(std::unique_ptr<State> state) : state_(std::move(state)) {}
HttpServer::HttpServer(HttpServer&&) noexcept = default;
HttpServer& HttpServer::operator=(HttpServer&&) noexcept = default;
HttpServer::~HttpServer() = default;

Result<HttpServer> HttpServer::listen(HttpOptions options, Handler handler) {
  auto state = std::make_unique<State>(std::move(options), std::move(handler));
  const HttpOptions& wanted = state->shared.options;
  const Result<tcp::endpoint> endpoint = resolve(state->io, wanted.host, wanted.port);
  if (!endpoint) return fail(endpoint.error());
  error_code error;
  tcp::acceptor& acceptor = state->acceptor;
  acceptor.open(endpoint->protocol(), error);
  if (!error) acceptor.set_option(tcp::acceptor::reuse_address(true), error);
  if (!error) acceptor.bind(*endpoint, error);
  if (!error) acceptor.listen(asio::socket_base::max_listen_connections, error);
  if (error) return fail(ErrorCode::address_in_use, {print(*endpoint), error.message()});
  const tcp::endpoint bound = acceptor.local_endpoint(error);
  if (error) return fail(ErrorCode::address_in_use, {print(*endpoint), error.message()});
  state->address = print(bound);
  state->port = bound.port();
  state->shared.local_only = endpoint->address().is_loopback();
  return HttpServer(std::move(state));
}

const std::string& HttpServer::address() const noexcept { return state_->address; }

std::uint16_t HttpServer::port() const noexcept { return state_->port; }

bool HttpServer::local_only() const noexcept { return state_->shared.local_only; }

void HttpServer::run(Signals signals) {
  if (signals == Signals::stop_on_interrupt) {
    state_->signals.add(SIGINT);
    state_->signals.add(SIGTERM);
    state_->stop_on_signal();
  }
  asio::co_spawn(state_->io, state_->accept(), asio::detached);
  state_->io.run();
}

void HttpServer::stop() {
  asio::post(state_->io, [state = state_.get()] { state->stop(); });
}

}  // namespace sitcen::server
