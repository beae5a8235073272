#include <CLI/CLI.hpp>
#include <memory>

#include "cli/command.h"
#include "cli/read_reports.h"

namespace sitcen::cli {
namespace {

struct ReadAsked {
  std::string format, offsets = "codepoint", with, only;
  bool json = false;
};

ReadFormatKind format_of(const ReadAsked& asked, const Terminal& terminal) {
  if (asked.json || asked.format == "json") return ReadFormatKind::json;
  if (asked.format == "conllu") return ReadFormatKind::conllu;
  return asked.format == "text" || terminal.interactive ? ReadFormatKind::text : ReadFormatKind::json;
}

OffsetUnit offsets_of(const std::string& name) {
  if (name == "byte") return OffsetUnit::byte;
  return name == "utf16" ? OffsetUnit::utf16 : OffsetUnit::codepoint;
}

}  // namespace

std::function<int()> add_read(CLI::App& app) {
  const auto asked = std::make_shared<ReadAsked>();
  app.footer(
      "sitcen read report.txt\n"
      "sitcen read --json page.html | jq .statements\n"
      "sitcen read --recursive reports/ > findings.jsonl\n"
      "zcat wire.jsonl.gz | sitcen read --input jsonl -");
  auto* format = app.add_option("--format", asked->format,
                                "json (one object a line), text (for people) or conllu (the parse); "
                                "default: text on a terminal, else json")
                     ->type_name("FORMAT")
                     ->check(CLI::IsMember({"json", "text", "conllu"}));
  app.add_flag("--json", asked->json, "the same as --format json")->excludes(format);
  app.add_option("--offsets", asked->offsets, "what the spans of JSON count: codepoint, byte or utf16")
      ->type_name("UNIT")
      ->check(CLI::IsMember({"codepoint", "byte", "utf16"}))
      ->capture_default_str();
  app.add_option("--with", asked->with, "tokens: the model's own output in the JSON, token by token")
      ->type_name("WHAT")
      ->check(CLI::IsMember({"tokens"}));
  app.add_option("--only", asked->only, "language: stop after the language model; nothing is looked for in the text")
      ->type_name("STAGE")
      ->check(CLI::IsMember({"language"}));
  const auto color = add_color_option(app);
  const auto request = add_reading_options(app);
  return [asked, request, color] {
    ReadOutput output;
    output.terminal = terminal(1, color());
    output.kind = format_of(*asked, output.terminal);
    output.offsets = offsets_of(asked->offsets);
    output.tokens = asked->with == "tokens";
    output.only_language = asked->only == "language";
    return read_reports(*request, output);
  };
}

}  // namespace sitcen::cli
