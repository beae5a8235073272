#include "cli/command.h"

namespace sitcen::cli {

const std::vector<Command>& commands() {
  static const std::vector<Command> kCommands = {
      {"read", "read reports and print who said what in them", add_read},
      {"ingest", "read reports into a store", add_ingest},
      {"show", "list the reports of a store, or show one with all that was read from it", add_show},
      {"reports", "list the reports of a store: where from, when, in which language, whether they still stand",
       add_reports},
      {"copies", "which reports are copies of which, who had the words first, and what is shared", add_copies},
      {"diff", "what changed between two versions of a report, by fact", add_diff},
      {"search", "find reports by their words", add_search},
      {"who", "who speaks, in which roles, how often and since when", add_who},
      {"said", "who said what, with the sentence each was read from", add_said},
      {"figures", "how much: figures over time, with the words each was read from", add_figures},
      {"times", "when: the times that reports name, with the words each was read from", add_times},
      {"places", "where: the places that reports name, with the words each was read from", add_places},
      {"events", "who did what to whom, when and where, with the words each was read from", add_events},
      {"serve", "show the store as web pages and as JSON", add_serve},
      {"verify", "read a store again and check that every datum says what it claims", add_verify},
      {"model", "import, list, show and verify language models", add_model},
      {"gazetteer", "build, show and verify the gazetteer that places are looked up in", add_gazetteer},
      {"completion", "print a completion script for bash, zsh or fish", add_completion},
      {"help", "explain sitcen or one of its commands", add_help},
  };
  return kCommands;
}

}  // namespace sitcen::cli
