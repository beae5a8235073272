#include <CLI/CLI.hpp>
#include <memory>

#include "base/suggest.h"
#include "cli/command.h"
#include "cli/manual.h"
#include "cli/program.h"
#include "cli/streams.h"

namespace sitcen::cli {
namespace {

struct HelpAsked {
  std::vector<std::string> words;
  bool man = false;
};

/// The command that `words` name, e.g. "model" "import".
const CommandText* find(std::span<const CommandText> commands, std::span<const std::string> words) {
  for (const CommandText& command : commands) {
    if (!command.name.ends_with(" " + words.front())) continue;
    return words.size() == 1 ? &command : find(command.commands, words.subspan(1));
  }
  return nullptr;
}

Result<std::string> text_of(const HelpAsked& asked) {
  const std::vector<CommandText> commands = command_texts();
  if (asked.man) return man_page(commands);
  if (asked.words.empty()) return overview(commands, terminal(1));
  if (const CommandText* command = find(commands, asked.words)) return help_page(*command, terminal(1));
  std::vector<std::string> known;
  for (const CommandText& command : commands) known.push_back(command.name.substr(command.name.find(' ') + 1));
  const auto meant = base::suggest(asked.words.front(), known);
  return fail(ErrorCode::usage, {"no command " + printable(asked.words.front()) +
                                 (meant ? "; did you mean " + *meant + "?" : "; see: sitcen help")});
}

}  // namespace

std::function<int()> add_help(CLI::App& app) {
  const auto asked = std::make_shared<HelpAsked>();
  app.footer("sitcen help\nsitcen help read\nsitcen help --man | man -l -");
  app.add_option("COMMAND", asked->words, "the command to explain");
  app.add_flag("--man", asked->man, "print the whole manual as a man page");
  return [asked] {
    const Result<std::string> text = text_of(*asked);
    if (!text) return complain(text.error());
    Output out;
    out.write(*text);
    return finish(out);
  };
}

}  // namespace sitcen::cli
