#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <memory>
#include <thread>

#include "cli/streams.h"
#include "picture/readers.h"
#include "server/http.h"
#include "server/routes.h"
#include "sitcen/version.h"

namespace sitcen::cli {
namespace {

struct Options {
  std::string store;
  server::HttpOptions http;
};

/// Prints the address once connections are accepted, so that a script can wait for the line.
bool announce(const server::HttpServer& server, const Options& options) {
  Output out;
  out.write(server.address() + "\n");
  if (!out.flush()) return false;
  say("serving " + options.store + "; Ctrl-C stops");
  if (!server.local_only()) say("anyone who reaches this address can read the store: there are no users yet");
  return true;
}

int serve(Options& options) {
  Result<std::unique_ptr<picture::Readers>> readers = picture::Readers::open(options.store);
  if (!readers) return complain(readers.error());
  options.http.workers = std::max(2U, std::thread::hardware_concurrency());
  options.http.now = std::chrono::system_clock::now;
  const server::Site site{*std::move(readers), std::string(version())};
  Result<server::HttpServer> server = server::HttpServer::listen(options.http, server::make_handler(site));
  if (!server) return complain(server.error());
  if (!announce(*server, options)) return 0;
  server->run(server::HttpServer::Signals::stop_on_interrupt);
  return 0;
}

}  // namespace

std::function<int()> add_serve(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  app.footer("sitcen serve --store sitcen.sqlite\nsitcen serve --store sitcen.sqlite --port 0");
  app.add_option("--store", options->store, "the store whose reports are shown")->required()->type_name("FILE");
  app.add_option("--port", options->http.port, "port to listen on; 0: a free one (8474 unless given)")
      ->type_name("N")
      ->check(CLI::Range(0, 65535));
  app.add_option("--host", options->http.host, "address or name to listen on (127.0.0.1 unless given: this machine only)")
      ->type_name("ADDRESS");
  app.add_option("--allow-host", options->http.allowed_hosts,
                 "answer for this name too, as a proxy on this machine sends it; may be repeated")
      ->type_name("NAME");
  return [options] { return serve(*options); };
}

}  // namespace sitcen::cli
