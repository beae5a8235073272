#pragma once

#include <functional>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace sitcen::cli {

/// One subcommand: `add` declares its options on the given (sub)app and returns what runs it and gives the exit code.
/// Each command lives in a file of its own and stands in the list of commands.cpp.
struct Command {
  const char* name;
  const char* summary;
  std::function<int()> (*add)(CLI::App& app);
};

// Each is defined in a file of its own name, save where another is given.
std::function<int()> add_read(CLI::App& app);
std::function<int()> add_ingest(CLI::App& app);
std::function<int()> add_show(CLI::App& app);
std::function<int()> add_reports(CLI::App& app);
std::function<int()> add_copies(CLI::App& app);
std::function<int()> add_diff(CLI::App& app);
std::function<int()> add_search(CLI::App& app);
std::function<int()> add_who(CLI::App& app);
std::function<int()> add_said(CLI::App& app);
std::function<int()> add_figures(CLI::App& app);
std::function<int()> add_times(CLI::App& app);   // findings.cpp
std::function<int()> add_places(CLI::App& app);  // findings.cpp
std::function<int()> add_events(CLI::App& app);  // findings.cpp
std::function<int()> add_serve(CLI::App& app);
std::function<int()> add_verify(CLI::App& app);
std::function<int()> add_help(CLI::App& app);
std::function<int()> add_completion(CLI::App& app);
std::function<int()> add_model(CLI::App& app);
std::function<int()> add_gazetteer(CLI::App& app);

/// \return all commands in the order `--help` shows them
[[nodiscard]] const std::vector<Command>& commands();

}  // namespace sitcen::cli
