#include "cli/command.h"

namespace sitcen::cli {

// Each command is defined in a file of its own name.
std::function<int()> add_help(CLI::App& app);
std::function<int()> add_completion(CLI::App& app);
std::function<int()> add_model(CLI::App& app);

const std::vector<Command>& commands() {
  static const std::vector<Command> kCommands = {
      {"help", "explain sitcen or one of its commands", add_help},
      {"model", "import, list, show and verify language models", add_model},
      {"completion", "print a completion script for bash, zsh or fish", add_completion},
  };
  return kCommands;
}

}  // namespace sitcen::cli
