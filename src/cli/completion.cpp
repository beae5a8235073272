#include <CLI/CLI.hpp>
#include <memory>

#include "cli/command.h"
#include "cli/program.h"
#include "cli/streams.h"

namespace sitcen::cli {
namespace {

std::string last_word(const std::string& name) { return name.substr(name.rfind(' ') + 1); }

/// All words that may follow a command: its options and its own commands.
std::string words_of(const CommandText& command) {
  std::string words;
  for (const OptionText& option : command.options)
    for (const std::string& name : option.names) words += (words.empty() ? "" : " ") + name;
  for (const CommandText& sub : command.commands) words += " " + last_word(sub.name);
  return words;
}

/// What may follow an option of a fixed list: `--format` -> "json text conllu".
std::string choice_cases(const CommandText& command) {
  std::string cases;
  for (const OptionText& option : command.options) {
    if (option.choices.empty()) continue;
    std::string words;
    for (const std::string& choice : option.choices) words += (words.empty() ? "" : " ") + choice;
    cases += "      " + last_word(command.name) + ":" + option.names.back() + ") words=\"" + words + "\" ;;\n";
  }
  return cases;
}

std::string bash(const std::vector<CommandText>& commands) {
  std::string names, choices, options;
  for (const CommandText& command : commands) {
    names += (names.empty() ? "" : " ") + last_word(command.name);
    choices += choice_cases(command);
    options += "      " + last_word(command.name) + ") words=\"" + words_of(command) + "\" ;;\n";
  }
  return "# bash completion of sitcen: source <(sitcen completion bash)\n"
         "_sitcen() {\n"
         "  local current=\"${COMP_WORDS[COMP_CWORD]}\" previous=\"${COMP_WORDS[COMP_CWORD-1]}\" words=\"\"\n"
         "  COMPREPLY=()\n"
         "  if [ \"$COMP_CWORD\" -eq 1 ]; then\n"
         "    words=\"" +
         names +
         "\"\n"
         "  else\n"
         "    case \"${COMP_WORDS[1]}:$previous\" in\n" +
         choices +
         "    esac\n"
         "    if [ -z \"$words\" ] && [ \"${current#-}\" != \"$current\" ]; then\n"
         "      case \"${COMP_WORDS[1]}\" in\n" +
         options +
         "      esac\n"
         "    fi\n"
         "  fi\n"
         "  [ -n \"$words\" ] && COMPREPLY=($(compgen -W \"$words\" -- \"$current\"))\n"
         "}\n"
         "complete -o default -F _sitcen sitcen\n";
}

std::string zsh(const std::vector<CommandText>& commands) {
  return "#compdef sitcen\n"
         "# zsh completion of sitcen: source <(sitcen completion zsh)\n"
         "autoload -U +X bashcompinit && bashcompinit\n" +
         bash(commands);
}

std::string in_quotes(std::string_view text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'' || c == '\\') out += '\\';
    out += c;
  }
  return out + "'";
}

std::string fish_option(const std::string& condition, const OptionText& option) {
  std::string line = "complete -c sitcen -n " + in_quotes(condition);
  for (const std::string& name : option.names)
    line += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
  if (!option.value.empty()) line += option.choices.empty() ? " -r" : " -x";
  if (!option.choices.empty()) {
    std::string words;
    for (const std::string& choice : option.choices) words += (words.empty() ? "" : " ") + choice;
    line += " -a " + in_quotes(words);
  }
  return line + " -d " + in_quotes(option.text) + "\n";
}

std::string fish(const std::vector<CommandText>& commands) {
  std::string out = "# fish completion of sitcen: sitcen completion fish | source\n";
  for (const CommandText& command : commands) {
    const std::string name = last_word(command.name);
    out += "complete -c sitcen -f -n __fish_use_subcommand -a " + name + " -d " + in_quotes(command.summary) + "\n";
    for (const OptionText& option : command.options) out += fish_option("__fish_seen_subcommand_from " + name, option);
  }
  return out;
}

}  // namespace

std::function<int()> add_completion(CLI::App& app) {
  const auto shell = std::make_shared<std::string>();
  app.footer("source <(sitcen completion bash)\nsitcen completion fish | source");
  app.add_option("SHELL", *shell, "bash, zsh or fish")->required()->check(CLI::IsMember({"bash", "zsh", "fish"}));
  return [shell] {
    const std::vector<CommandText> commands = command_texts();
    Output out;
    out.write(*shell == "bash" ? bash(commands) : *shell == "zsh" ? zsh(commands) : fish(commands));
    return finish(out);
  };
}

}  // namespace sitcen::cli
