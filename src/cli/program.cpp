#include "cli/program.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <new>

#include "base/suggest.h"
#include "cli/command.h"
#include "cli/describe.h"
#include "cli/manual.h"
#include "cli/streams.h"
#include "cli/terminal.h"
#include "cli/version_text.h"

namespace sitcen::cli {
namespace {

/// A command with its options declared, ready to parse.
struct Prepared {
  std::unique_ptr<CLI::App> app;
  std::function<int()> run;
};

/// An option given twice means what was given last, as people add to a line they have.
void let_the_last_win(CLI::App& app) {
  for (CLI::Option* option : app.get_options([](CLI::Option*) { return true; }))
    if (option->get_items_expected_max() == 1) option->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
  for (CLI::App* sub : app.get_subcommands([](CLI::App*) { return true; })) let_the_last_win(*sub);
}

Prepared prepare(const Command& command) {
  Prepared prepared;
  prepared.app = std::make_unique<CLI::App>(command.summary, std::string("sitcen ") + command.name);
  prepared.app->set_help_flag("-h,--help", "print this help and stop");
  prepared.run = command.add(*prepared.app);
  let_the_last_win(*prepared.app);
  return prepared;
}

int print(const std::string& text) {
  Output out;
  out.write(text);
  return finish(out);
}

const CLI::App& innermost(const CLI::App& app) {
  const CLI::App* at = &app;
  while (!at->get_subcommands().empty()) at = at->get_subcommands().front();
  return *at;
}

int refuse(const std::string& message, const std::string& help) {
  say(message);
  say("see: " + help);
  return info(ErrorCode::usage).exit_code;
}

/// What was typed and not understood, with the option or command that was probably meant.
std::string unexpected(const CLI::App& app) {
  const std::vector<std::string> extras = app.remaining(true);
  if (extras.empty()) return "unexpected argument";
  const CommandText text = describe(innermost(app));
  std::vector<std::string> known;
  for (const OptionText& option : text.options)
    for (const std::string& name : option.names) known.push_back(name);
  for (const CommandText& sub : text.commands) known.push_back(sub.name.substr(sub.name.rfind(' ') + 1));
  const std::string typed = extras.front().substr(0, extras.front().find('='));
  std::string message = (typed.starts_with("-") ? "unknown option " : "unexpected argument ") + printable(typed);
  if (const auto meant = base::suggest(typed, known)) message += "; did you mean " + *meant + "?";
  return message;
}

int parse_and_run(const Command& command, std::span<const std::string> arguments) {
  const Prepared prepared = prepare(command);
  const std::string name = std::string("sitcen help ") + command.name;
  std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());  // as CLI11 wants them
  try {
    prepared.app->parse(reversed);
  } catch (const CLI::CallForHelp&) {
    return print(help_page(describe(innermost(*prepared.app)), terminal(1)));
  } catch (const CLI::ParseError& error) {
    return refuse(prepared.app->remaining(true).empty() ? error.what() : unexpected(*prepared.app), name);
  }
  return prepared.run();
}

const Command* find(std::string_view name) {
  const auto at = std::find_if(commands().begin(), commands().end(), [&](const Command& c) { return c.name == name; });
  return at == commands().end() ? nullptr : &*at;
}

int unknown_command(const std::string& typed) {
  std::vector<std::string> known;
  for (const Command& command : commands()) known.emplace_back(command.name);
  std::string message = (typed.starts_with("-") ? "unknown option " : "no command ") + printable(typed);
  if (const auto meant = base::suggest(typed, known)) message += "; did you mean " + *meant + "?";
  return refuse(message, "sitcen help");
}

int dispatch(std::span<const std::string> arguments) {
  if (arguments.empty()) {
    (void)print(overview(command_texts(), terminal(1)));
    return info(ErrorCode::usage).exit_code;
  }
  const std::string& first = arguments.front();
  if (first == "-h" || first == "--help") return print(overview(command_texts(), terminal(1)));
  if (first == "-V" || first == "--version") return print(version_text());
  if (const Command* command = find(first)) return parse_and_run(*command, arguments.subspan(1));
  return unknown_command(first);
}

}  // namespace

std::vector<CommandText> command_texts() {
  std::vector<CommandText> texts;
  for (const Command& command : commands()) texts.push_back(describe(*prepare(command).app));
  return texts;
}

int run(std::span<const std::string> arguments) {
  try {
    return dispatch(arguments);
  } catch (const std::bad_alloc&) {
    return complain(fail(ErrorCode::internal, {"out of memory"}).value());
  } catch (const std::exception& error) {
    return complain(fail(ErrorCode::internal, {error.what()}).value());
  }
}

}  // namespace sitcen::cli
