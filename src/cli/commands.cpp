#include "cli/command.h"

namespace sitcen::cli {

// Each command is defined in a file of its own name.
std::function<int()> add_read(CLI::App& app);
std::function<int()> add_ingest(CLI::App& app);
std::function<int()> add_show(CLI::App& app);
std::function<int()> add_search(CLI::App& app);
std::function<int()> add_said(CLI::App& app);
std::function<int()> add_serve(CLI::App& app);
std::function<int()> add_verify(CLI::App& app);
std::function<int()> add_help(CLI::App& app);
std::function<int()> add_completion(CLI::App& app);
std::function<int()> add_model(CLI::App& app);

const std::vector<Command>& commands() {
  static const std::vector<Command> kCommands = {
      {"read", "read reports and print who said what in them", add_read},
      {"ingest", "read reports into a store", add_ingest},
      {"show", "list the reports of a store, or show one with all that was read from it", add_show},
      {"search", "find reports by their words", add_search},
      {"said", "who said what, with the sentence each was read from", add_said},
      {"serve", "show the store as web pages and as JSON", add_serve},
      {"verify", "read a store again and check that every datum says what it claims", add_verify},
      {"model", "import, list, show and verify language models", add_model},
      {"completion", "print a completion script for bash, zsh or fish", add_completion},
      {"help", "explain sitcen or one of its commands", add_help},
  };
  return kCommands;
}

}  // namespace sitcen::cli
