#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <filesystem>
#include <memory>
#include <thread>

#include "cli/command.h"
#include "cli/store_options.h"
#include "cli/streams.h"
#include "picture/readers.h"
#include "server/http.h"
#include "server/routes.h"
#include "sitcen/version.h"

namespace sitcen::cli {
namespace {

/// Prints the address once connections are accepted, so that a script can wait for the line.
bool announce(const server::HttpServer& server, const std::filesystem::path& store) {
  Output out;
  out.write(server.address() + "\n");
  if (!out.flush()) return false;
  say("serving " + store.string() + "; Ctrl-C stops");
  if (!server.local_only()) say("anyone who reaches this address can read the store: there are no users yet");
  return true;
}

int serve(const std::filesystem::path& store, server::HttpOptions& options) {
  Result<std::unique_ptr<picture::Readers>> readers = picture::Readers::open(store);
  if (!readers) return complain(readers.error());
  options.workers = std::max(2U, std::thread::hardware_concurrency());
  options.now = std::chrono::system_clock::now;
  const server::Site site{*std::move(readers), std::string(version())};
  Result<server::HttpServer> server = server::HttpServer::listen(options, server::make_handler(site));
  if (!server) return complain(server.error());
  if (!announce(*server, store)) return 0;
  server->run(server::HttpServer::Signals::stop_on_interrupt);
  return 0;
}

}  // namespace

std::function<int()> add_serve(CLI::App& app) {
  const auto options = std::make_shared<server::HttpOptions>();
  app.footer("sitcen serve\nsitcen serve --store flood.sqlite --port 0");
  const auto store = add_store_option(app);
  app.add_option("--port", options->port, "port to listen on; 0: a free one (8474 unless given)")
      ->type_name("N")
      ->check(CLI::Range(0, 65535));
  app.add_option("--host", options->host, "address or name to listen on (127.0.0.1 unless given: this machine only)")
      ->type_name("ADDRESS");
  app.add_option("--allow-host", options->allowed_hosts,
                 "answer for this name too, as a proxy on this machine sends it; may be repeated")
      ->type_name("NAME");
  return [store, options] { return serve(store(), *options); };
}

}  // namespace sitcen::cli
