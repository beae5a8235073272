#include "cli/describe.h"

#include <CLI/CLI.hpp>
#include <sstream>

namespace sitcen::cli {
namespace {

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);)
    if (!line.empty()) lines.push_back(line);
  return lines;
}

/// CLI11 writes a value's name and its checks as one: "WHEN:{auto,always,never}".
void read_type(const std::string& type, OptionText& option) {
  const std::size_t colon = type.find(':');
  option.value = type.substr(0, colon);
  if (colon == std::string::npos || type.size() < colon + 3 || type[colon + 1] != '{') return;
  std::istringstream in(type.substr(colon + 2, type.find('}') - colon - 2));
  for (std::string choice; std::getline(in, choice, ',');) option.choices.push_back(choice);
}

OptionText describe_option(const CLI::Option& option) {
  OptionText text;
  for (const std::string& name : option.get_snames()) text.names.push_back("-" + name);
  for (const std::string& name : option.get_lnames()) text.names.push_back("--" + name);
  if (text.names.empty()) text.names.push_back(option.get_name(true));
  if (option.get_items_expected_max() > 0 && option.nonpositional()) read_type(option.get_type_name(), text);
  text.text = option.get_description();
  text.environment = option.get_envname();
  text.fallback = option.get_default_str();
  text.required = option.get_required();
  text.many = option.get_items_expected_max() > 1;
  return text;
}

}  // namespace

CommandText describe(const CLI::App& app) {
  CommandText text;
  text.name = app.get_parent() == nullptr ? app.get_name() : app.get_parent()->get_name() + " " + app.get_name();
  text.summary = app.get_description();
  text.examples = lines_of(app.get_footer());
  for (const CLI::Option* option : app.get_options()) {
    if (option->get_group().empty()) continue;  // hidden
    (option->nonpositional() ? text.options : text.arguments).push_back(describe_option(*option));
  }
  for (const CLI::App* sub : app.get_subcommands([](const CLI::App*) { return true; }))
    text.commands.push_back(describe(*sub));
  return text;
}

}  // namespace sitcen::cli
