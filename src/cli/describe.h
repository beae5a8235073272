#pragma once

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace sitcen::cli {

/// One option or argument, as help, the manual and the completion show it.
struct OptionText {
  std::vector<std::string> names;    ///< "-h", "--help"; the argument's name for an argument
  std::string value;                 ///< "N", "FILE"; empty for a flag
  std::vector<std::string> choices;  ///< what the value may be, where that is a list
  std::string text;
  std::string environment;  ///< the variable that stands in for it; may be empty
  std::string fallback;     ///< its default; may be empty
  bool required = false;
  bool many = false;
};

struct CommandText {
  std::string name;                   ///< "sitcen read"
  std::string summary;                ///< one line
  std::vector<std::string> examples;  ///< the lines of the app's footer
  std::vector<OptionText> arguments, options;
  std::vector<CommandText> commands;
};

[[nodiscard]] CommandText describe(const CLI::App& app);

}  // namespace sitcen::cli
