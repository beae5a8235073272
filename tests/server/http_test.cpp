// The HTTP layer over real sockets, with a handler that says what it was asked.
#include "server/http.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <latch>
#include <string>
#include <thread>
#include <vector>

#include "client.h"

namespace sitcen::server {
namespace {

using namespace std::chrono_literals;
using test::Client;
using test::Reply;

Response echo(const Request& request) {
  Response response{200, "text/plain", request.method + " " + request.target + " " + request.body, {{"ETag", "\"e\""}}};
  if (request.target == "/throws") throw std::runtime_error("a bug");
  if (request.target == "/same") response.status = 304;
  if (request.target == "/big") response.body = std::string(8 << 20, 'x');
  return response;
}

/// A server on a free port, run by a thread of its own until the end of the test.
class Running {
 public:
  explicit Running(HttpLimits limits = {}, Handler handler = echo, unsigned workers = 2)
      : server_([&] {
          HttpOptions options;
          options.port = 0;
          options.workers = workers;
          options.limits = limits;
          options.allowed_hosts = {"centre.example"};
          options.now = [] { return std::chrono::system_clock::time_point(1'000'000'000s); };
          return *HttpServer::listen(std::move(options), std::move(handler));
        }()) {
    thread_ = std::thread([this] { server_.run(); });
  }
  ~Running() { stop(); }
  void stop() {
    server_.stop();
    if (thread_.joinable()) thread_.join();
  }
  [[nodiscard]] std::uint16_t port() const { return server_.port(); }
  [[nodiscard]] HttpServer& server() { return server_; }

 private:
  HttpServer server_;
  std::thread thread_;
};

const std::string kHost = "Host: localhost\r\n";

std::string get(const std::string& target) { return "GET " + target + " HTTP/1.1\r\n" + kHost + "\r\n"; }

Reply ask(const Running& server, const std::string& bytes) {
  Client client(server.port());
  client.send(bytes);
  return client.read();
}

TEST(Http, AnswersWithLengthDateAndType) {
  Running server;
  const Reply reply = ask(server, get("/reports?limit=5"));
  EXPECT_EQ(reply.status, 200);
  EXPECT_TRUE(reply.head.starts_with("HTTP/1.1 200 OK\r\n"));
  EXPECT_EQ(reply.body, "GET /reports?limit=5 ");
  EXPECT_EQ(reply.fields.at("content-length"), "21");
  EXPECT_EQ(reply.fields.at("content-type"), "text/plain");
  EXPECT_EQ(reply.fields.at("date"), "Sun, 09 Sep 2001 01:46:40 GMT");
}

TEST(Http, KeepsTheConnectionForManyRequestsAlsoPipelined) {
  Running server;
  Client client(server.port());
  for (int i = 0; i < 3; ++i) {
    client.send(get("/" + std::to_string(i)));
    EXPECT_EQ(client.read().body, "GET /" + std::to_string(i) + " ");
  }
  client.send(get("/a") + get("/b") + get("/c"));
  EXPECT_EQ(client.read().body, "GET /a ");
  EXPECT_EQ(client.read().body, "GET /b ");
  EXPECT_EQ(client.read().body, "GET /c ");
}

TEST(Http, ClosesWhenAskedToAndForHttp10) {
  Running server;
  Client close(server.port());
  close.send("GET / HTTP/1.1\r\n" + kHost + "Connection: close\r\n\r\n");
  EXPECT_EQ(close.read().fields.at("connection"), "close");
  EXPECT_TRUE(close.closed());
  Client old(server.port());
  old.send("GET / HTTP/1.0\r\n\r\n");
  EXPECT_EQ(old.read().status, 200);
  EXPECT_TRUE(old.closed());
}

TEST(Http, HeadHasTheLengthButNoBody) {
  Running server;
  Client client(server.port());
  client.send("HEAD / HTTP/1.1\r\n" + kHost + "\r\n");
  const Reply head = client.read(true);
  EXPECT_EQ(head.status, 200);
  EXPECT_EQ(head.fields.at("content-length"), "7");  // "HEAD / "
  client.send(get("/after"));
  EXPECT_EQ(client.read().body, "GET /after ");  // nothing of the first answer is left in between
}

TEST(Http, NotModifiedHasNeitherBodyNorLength) {
  Running server;
  Client client(server.port());
  client.send(get("/same"));
  const Reply reply = client.read();
  EXPECT_EQ(reply.status, 304);
  EXPECT_FALSE(reply.fields.contains("content-length"));
  EXPECT_EQ(reply.fields.at("etag"), "\"e\"");
  client.send(get("/after"));
  EXPECT_EQ(client.read().body, "GET /after ");
}

TEST(Http, SendsABigAnswerWhole) {
  Running server;
  EXPECT_EQ(ask(server, get("/big")).body.size(), std::size_t{8} << 20);
}

TEST(Http, TakesABodyInOnePieceInChunksAndAfterContinue) {
  Running server;
  EXPECT_EQ(ask(server, "POST /p HTTP/1.1\r\n" + kHost + "Content-Length: 5\r\n\r\nhello").body, "POST /p hello");
  EXPECT_EQ(
      ask(server, "POST /p HTTP/1.1\r\n" + kHost + "Transfer-Encoding: chunked\r\n\r\n3\r\nhel\r\n2\r\nlo\r\n0\r\n\r\n")
          .body,
      "POST /p hello");
  Client client(server.port());
  client.send("POST /p HTTP/1.1\r\n" + kHost + "Expect: 100-continue\r\nContent-Length: 5\r\n\r\n");
  EXPECT_EQ(client.read().status, 100);
  client.send("hello");
  EXPECT_EQ(client.read().body, "POST /p hello");
}

TEST(Http, RefusesWhatIsNoRequestAndCloses) {
  Running server;
  const std::string nul("GET /\0 HTTP/1.1\r\nHost: localhost\r\n\r\n", 37);
  for (const std::string& bytes : std::vector<std::string>{
           "hello\r\n\r\n", "GET / HTTP/9.9\r\n" + kHost + "\r\n", "GET  / HTTP/1.1\r\n" + kHost + "\r\n",
           "GET / HTTP/1.1\r\nHost : localhost\r\n\r\n", std::string("GET / HTTP/1.1\nHost: localhost\n\n"), nul,
           "POST / HTTP/1.1\r\n" + kHost + "Content-Length: 1\r\nContent-Length: 2\r\n\r\nab",
           "POST / HTTP/1.1\r\n" + kHost + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
           "POST / HTTP/1.1\r\n" + kHost + "Content-Length: -1\r\n\r\n",
           "POST / HTTP/1.1\r\n" + kHost + "Transfer-Encoding: chunked\r\n\r\nxyz\r\n"}) {
    Client client(server.port());
    client.send(bytes);
    Reply reply = client.read();
    EXPECT_EQ(reply.status, 400) << bytes;
    EXPECT_EQ(reply.fields["content-type"], "application/problem+json") << bytes;
    EXPECT_TRUE(client.closed()) << bytes;
  }
}

TEST(Http, BoundsHeaderAndBody) {
  Running server({.header_bytes = 2000, .body_bytes = 100});
  const std::string long_field = "GET / HTTP/1.1\r\n" + kHost + "X: " + std::string(3000, 'x') + "\r\n\r\n";
  EXPECT_EQ(ask(server, long_field).status, 431);
  EXPECT_EQ(ask(server, get("/" + std::string(3000, 'a'))).status, 431);
  std::string endless = "GET / HTTP/1.1\r\n" + kHost;
  for (int i = 0; i < 20000; ++i) endless += "X: y\r\n";
  EXPECT_EQ(ask(server, endless).status, 431);
  EXPECT_EQ(ask(server, "POST / HTTP/1.1\r\n" + kHost + "Content-Length: 101\r\n\r\n").status, 413);
  EXPECT_EQ(ask(server, "POST / HTTP/1.1\r\n" + kHost + "Transfer-Encoding: chunked\r\n\r\n65\r\n" +
                            std::string(101, 'x') + "\r\n0\r\n\r\n")
                .status,
            413);
  EXPECT_EQ(ask(server, "POST / HTTP/1.1\r\n" + kHost + "Content-Length: 100\r\n\r\n" + std::string(100, 'x')).status,
            200);
}

TEST(Http, ClosesOnSlowAndOnSilentClientsWhileOthersAreServed) {
  Running server({.header_time = 200ms, .body_time = 200ms, .idle_time = 200ms});
  Client silent(server.port());
  Client slow(server.port());
  Client slow_body(server.port());
  slow.send("GET / HT");
  slow_body.send("POST / HTTP/1.1\r\n" + kHost + "Content-Length: 10\r\n\r\nab");
  EXPECT_EQ(ask(server, get("/")).status, 200);
  EXPECT_TRUE(silent.closed());
  EXPECT_TRUE(slow.closed());
  EXPECT_TRUE(slow_body.closed());
}

TEST(Http, ASlowHeaderHasOneDeadlineHoweverOftenAByteComes) {
  Running server({.header_time = 300ms});
  Client drip(server.port());
  for (int i = 0; i < 100; ++i) {
    drip.send("G");
    std::this_thread::sleep_for(20ms);
    if (drip.closed(0)) return;
  }
  FAIL() << "2 s of dripping and still connected";
}

TEST(Http, AnswersForThisMachineOnly) {
  Running server;
  const auto status = [&](const std::string& host) {
    return ask(server, "GET / HTTP/1.1\r\nHost: " + host + "\r\n\r\n").status;
  };
  EXPECT_EQ(status("localhost"), 200);
  EXPECT_EQ(status("LOCALHOST:8474"), 200);
  EXPECT_EQ(status("127.0.0.1:8474"), 200);
  EXPECT_EQ(status("[::1]:8474"), 200);
  EXPECT_EQ(status("centre.example"), 200);  // --allow-host
  EXPECT_EQ(status("evil.example"), 421);    // a name that was made to point at 127.0.0.1
  EXPECT_EQ(status("localhost.evil.example"), 421);
  EXPECT_EQ(status(""), 421);
  EXPECT_EQ(ask(server, "GET / HTTP/1.1\r\n\r\n").status, 400);
  EXPECT_EQ(ask(server, "GET / HTTP/1.1\r\n" + kHost + kHost + "\r\n").status, 400);
}

TEST(Http, ABugInTheHandlerIsAnAnswerAndNotTheEnd) {
  Running server;
  Client client(server.port());
  client.send(get("/throws"));
  EXPECT_EQ(client.read().status, 500);
  client.send(get("/next"));
  EXPECT_EQ(client.read().status, 200);
}

TEST(Http, SaysBusyWhenTooManyRequestsWait) {
  std::latch release(1);
  std::latch entered(1);
  const Handler slow = [&](const Request& request) {
    entered.count_down();
    release.wait();
    return echo(request);
  };
  Running server({.pending = 1}, slow, 1);
  Client first(server.port());
  first.send(get("/slow"));
  entered.wait();
  const Reply second = ask(server, get("/second"));  // answered although the only worker is taken
  EXPECT_EQ(second.status, 503);
  EXPECT_EQ(second.fields.at("retry-after"), "1");
  release.count_down();
  EXPECT_EQ(first.read().body, "GET /slow ");
}

TEST(Http, BoundsOpenConnections) {
  Running server({.connections = 2});
  Client a(server.port());
  Client b(server.port());
  a.send(get("/"));
  b.send(get("/"));
  EXPECT_EQ(a.read().status, 200);
  EXPECT_EQ(b.read().status, 200);
  Client c(server.port());
  EXPECT_EQ(c.read().status, 503);
  EXPECT_TRUE(c.closed());
}

TEST(Http, AnswersManyAtOnce) {
  Running server;
  std::vector<std::thread> clients;
  std::atomic<int> right = 0;
  for (int t = 0; t < 8; ++t)
    clients.emplace_back([&, t] {
      Client client(server.port());
      for (int i = 0; i < 50; ++i) {
        const std::string target = "/" + std::to_string(t) + "/" + std::to_string(i);
        client.send(get(target));
        if (client.read().body == "GET " + target + " ") ++right;
      }
    });
  for (std::thread& thread : clients) thread.join();
  EXPECT_EQ(right, 400);
}

TEST(Http, StopsAfterTheRequestUnderWayAndLetsIdleConnectionsGo) {
  std::latch release(1);
  std::latch entered(1);
  Running server({}, [&](const Request& request) {
    entered.count_down();
    release.wait();
    return echo(request);
  });
  Client idle(server.port());
  Client busy(server.port());
  busy.send(get("/last"));
  entered.wait();
  server.server().stop();
  EXPECT_TRUE(idle.closed());
  release.count_down();
  const Reply reply = busy.read();
  EXPECT_EQ(reply.body, "GET /last ");
  EXPECT_EQ(reply.fields.at("connection"), "close");
  server.stop();
  EXPECT_THROW(Client{server.port()}, std::runtime_error);
}

TEST(Http, SaysThatAnAddressIsTakenAndBySoWhichAddress) {
  Running server;
  HttpOptions options;
  options.port = server.port();
  const Result<HttpServer> second = HttpServer::listen(options, echo);
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().code, ErrorCode::address_in_use);
  EXPECT_EQ(second.error().message,
            "cannot listen on http://127.0.0.1:" + std::to_string(server.port()) + ": Address already in use");
  options.host = "no such host";
  EXPECT_EQ(HttpServer::listen(options, echo).error().code, ErrorCode::address_in_use);
}

TEST(Http, TellsItsAddress) {
  Running server;
  EXPECT_EQ(server.server().address(), "http://127.0.0.1:" + std::to_string(server.port()));
}

}  // namespace
}  // namespace sitcen::server
