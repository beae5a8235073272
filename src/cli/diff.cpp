#include "picture/diff.h"

#include <CLI/CLI.hpp>
#include <memory>

#include "cli/cards.h"
#include "cli/command.h"
#include "cli/store_options.h"
#include "cli/streams.h"

namespace sitcen::cli {
namespace {

/// What changed, then each side with the sentence it was read from.
std::string card(const picture::Diff& diff, const picture::Change& change, const Terminal& terminal) {
  const StyledText head{std::string(name(change.kind)) + " " + change.what, Style::strong};
  std::string out = wrap(std::span(&head, 1), {0, 2, terminal.width}, terminal);
  const auto side = [&](const char* mark, const std::optional<std::string>& says,
                        const std::optional<store::Evidence>& words, const store::StoredReport& stored) {
    if (!says) return;
    if (words) {
      out += sentence_card(mark + printable(*says), *words, stored.report.published, {}, terminal);
      return;
    }
    const StyledText text{mark + printable(*says), Style::plain};
    out += wrap(std::span(&text, 1), {2, 4, terminal.width}, terminal);
  };
  side("- ", change.before, change.old_words, diff.from);
  side("+ ", change.after, change.new_words, diff.to);
  return out;
}

struct Typed {
  std::string report, from, to;
};

std::optional<std::string> if_typed(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional(text);
}

int print(store::Store& store, const Asked& asked, const Typed& typed, const Terminal& terminal) {
  const auto key = store.find(typed.report);
  if (!key) return complain(key.error());
  const auto diff = picture::diff(store, *key, if_typed(typed.from), if_typed(typed.to), asked.scope.as_of);
  if (!diff) return complain(diff.error());
  const auto context = context_of(store, asked);
  if (!context) return complain(context.error());
  Output out;
  Limit limit(asked.limit);
  for (const picture::Change& change : diff->changes) {
    if (!limit.take()) break;
    if (asked.json) {
      out.write(picture::to_json(*diff, change, *context) + "\n");
    } else {
      out.write((limit.taken() > 1 ? "\n" : "") + card(*diff, change, terminal));
    }
  }
  limit.say_if_cut();
  if (diff->from.report.version == diff->to.report.version) {
    say("there is one version");
  } else if (diff->changes.empty()) {
    say("no fact has changed");
  }
  return finish(out);
}

}  // namespace

std::function<int()> add_diff(CLI::App& app) {
  const auto typed = std::make_shared<Typed>();
  app.add_option("REPORT", typed->report, "a report's id, its key, or the beginning of one")->required();
  app.add_option("--from", typed->from, "the older version: its number or the beginning of its hash")->type_name("V");
  app.add_option("--to", typed->to, "the newer version; without it the last")->type_name("V");
  const auto question = add_question_options(app);
  const auto color = add_color_option(app);
  app.footer(
      "sitcen diff northmere/7 --store day.sqlite\n"
      "sitcen diff northmere/7 --from 1 --to 3\n"
      "sitcen diff northmere/7 --json | jq -r '[.kind, .what, .before, .after] | @tsv'");
  return [typed, question, color] {
    const auto asked = question();
    if (!asked) return complain(asked.error());
    const auto store = open(*asked);
    if (!store) return complain(store.error());
    return print(**store, *asked, *typed, terminal(1, color()));
  };
}

}  // namespace sitcen::cli
