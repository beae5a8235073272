#include "cli/manual.h"

#include <algorithm>

#include "sitcen/version.h"

namespace sitcen::cli {
namespace {

constexpr std::size_t kColumn = 28;  ///< where the explanations begin
constexpr std::string_view kAbout =
    "sitcen reads reports (news pages, wires, notes) and tells who said what, each datum with the words it was read "
    "from. It reports, it never judges.";

std::string usage(const CommandText& command) {
  std::string line = command.name;
  if (!command.options.empty()) line += " [OPTIONS]";
  if (!command.commands.empty()) line += " COMMAND";
  for (const OptionText& argument : command.arguments) {
    const std::string name = argument.names.front() + (argument.many ? "..." : "");
    line += argument.required ? " " + name : " [" + name + "]";
  }
  return line;
}

std::string flags(const OptionText& option) {
  std::string out = option.names.front().starts_with("--") ? "    " : "";
  for (const std::string& name : option.names) {
    if (&name != &option.names.front()) out += ", ";
    out += name;
  }
  if (!option.value.empty()) out += " " + option.value;
  return out;
}

std::string explanation(const OptionText& option) {
  std::string out = option.text;
  const auto is_told = [&](const std::string& choice) { return option.text.find(choice) != std::string::npos; };
  if (!std::all_of(option.choices.begin(), option.choices.end(), is_told)) {
    for (const std::string& choice : option.choices) out += (&choice == &option.choices.front() ? ": " : ", ") + choice;
  }
  if (!option.fallback.empty()) out += " (default: " + option.fallback + ")";
  if (!option.environment.empty()) out += " (environment: " + option.environment + ")";
  return out;
}

std::string section_heading(std::string_view text, const Terminal& terminal) {
  return "\n" + paint(text, Style::strong, terminal) + "\n";
}

/// One line of a list: the name in bold, its explanation in the second column.
std::string entry(const std::string& name, const std::string& text, const Terminal& terminal) {
  const std::size_t width = std::min<std::size_t>(terminal.width, 100);
  const std::size_t column = std::min(kColumn, width / 2);
  std::string out = "  " + paint(name, Style::name, terminal);
  if (2 + columns(name) + 2 > column) {
    const std::string below = wrap(text, {column, column, width});
    return out + "\n" + below;
  }
  out.append(column - 2 - columns(name), ' ');
  std::string beside = wrap(text, {column, column, width});
  return out + (beside.empty() ? "\n" : beside.substr(column));
}

std::string entries(std::string_view title, std::span<const OptionText> options, const Terminal& terminal) {
  if (options.empty()) return "";
  std::string out = section_heading(title, terminal);
  for (const OptionText& option : options) out += entry(flags(option), explanation(option), terminal);
  return out;
}

std::string entries(std::string_view title, std::span<const CommandText> commands, const Terminal& terminal) {
  if (commands.empty()) return "";
  std::string out = section_heading(title, terminal);
  for (const CommandText& command : commands)
    out += entry(command.name.substr(command.name.rfind(' ') + 1), command.summary, terminal);
  return out;
}

/// Text of a man page: roff reads '\', a '.' or "'" at a line's begin, and turns '-' into a hyphen.
std::string roff(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else if ((c == '.' || c == '\'') && (out.empty() || out.back() == '\n')) {
      out += "\\&";
      out += c;
    } else {
      out += c;
    }
  }
  return out;
}

std::string man_entries(std::span<const OptionText> options) {
  std::string out;
  for (const OptionText& option : options) {
    std::string names = flags(option);
    names.erase(0, names.find_first_not_of(' '));
    out += ".TP\n.B " + roff(names) + "\n" + roff(explanation(option)) + "\n";
  }
  return out;
}

std::string man_section(const CommandText& command) {
  std::string out = ".SS \"" + roff(command.name) + "\"\n" + roff(command.summary) + ".\n";
  out += ".PP\n.B " + roff(usage(command)) + "\n";
  out += man_entries(command.arguments) + man_entries(command.options);
  if (!command.examples.empty()) out += ".PP\nExamples:\n";
  for (const std::string& example : command.examples) out += ".PP\n.RS\n" + roff(example) + "\n.RE\n";
  for (const CommandText& sub : command.commands) out += man_section(sub);
  return out;
}

}  // namespace

std::string overview(std::span<const CommandText> commands, const Terminal& terminal) {
  const std::size_t width = std::min<std::size_t>(terminal.width, 100);
  std::string out = wrap(kAbout, {0, 0, width});
  out += "\nUsage: sitcen COMMAND [OPTIONS]\n";
  out += entries("Commands", commands, terminal);
  out += "\n" + wrap("sitcen help COMMAND tells a command's options; sitcen --version tells what this program is.",
                     {0, 0, width});
  return out;
}

std::string help_page(const CommandText& command, const Terminal& terminal) {
  std::string out = wrap(command.name + ": " + command.summary, {0, 2, std::min<std::size_t>(terminal.width, 100)});
  out += "\nUsage: " + usage(command) + "\n";
  if (!command.examples.empty()) out += section_heading("Examples", terminal);
  for (const std::string& example : command.examples) out += "  " + example + "\n";
  out += entries("Commands", command.commands, terminal);
  out += entries("Arguments", command.arguments, terminal);
  out += entries("Options", command.options, terminal);
  return out;
}

std::string man_page(std::span<const CommandText> commands) {
  std::string out = ".\\\" made by sitcen help --man\n.TH SITCEN 1 \"\" \"sitcen " + std::string(version()) + "\"\n";
  out += ".SH NAME\nsitcen \\- an open situation centre\n";
  out += ".SH SYNOPSIS\n.B sitcen\n.I COMMAND\n[\\fIOPTIONS\\fR]\n";
  out += ".SH DESCRIPTION\n" + roff(kAbout) + "\n.SH COMMANDS\n";
  for (const CommandText& command : commands) out += man_section(command);
  out += ".SH EXIT STATUS\n";
  out +=
      "0 done; 1 general error; 2 wrong usage; 3 not found; 4 some input could not be read; 5 the store is locked or\n";
  out += "newer; 6 network; 7 validation failed; 130 interrupted.\n";
  return out;
}

}  // namespace sitcen::cli
