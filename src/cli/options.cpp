#include <CLI/CLI.hpp>
#include <memory>

#include "cli/terminal.h"

namespace sitcen::cli {

std::function<ColorMode()> add_color_option(CLI::App& app) {
  struct Asked {
    std::string when = "auto";
    bool none = false;
  };
  const auto asked = std::make_shared<Asked>();
  app.add_option("--color", asked->when, "colour the text for people: auto (on a terminal), always or never")
      ->type_name("WHEN")
      ->check(CLI::IsMember({"auto", "always", "never"}));
  app.add_flag("--no-color", asked->none, "the same as --color=never");
  return [asked] {
    if (asked->none || asked->when == "never") return ColorMode::never;
    return asked->when == "always" ? ColorMode::always : ColorMode::automatic;
  };
}

}  // namespace sitcen::cli
