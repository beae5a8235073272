#include <CLI/CLI.hpp>
#include <algorithm>
#include <utility>

#include "cli/cards.h"
#include "cli/command.h"
#include "cli/readable.h"
#include "cli/store_options.h"
#include "cli/streams.h"
#include "picture/said_filter.h"

namespace sitcen::cli {
namespace {

int print_json(store::Store& store, const Asked& asked, const store::SaidFilter& filter,
               const picture::Compared& compared) {
  const auto context = context_of(store, asked);
  if (!context) return complain(context.error());
  Output out;
  Limit limit(asked.limit);
  const auto done = store.said(asked.scope, filter, {}, [&](store::Said&& said) {
    return limit.take() && out.write(picture::to_json(said, compared, *context) + "\n");
  });
  if (!done) return finish(out, complain(done.error()));
  limit.say_if_cut();
  return finish(out);
}

/// Prints statements for people: each report once, when all of its statements have come.
class ByReport {
 public:
  ByReport(store::Store& store, Output& out, const Terminal& terminal)
      : store_(store), out_(out), terminal_(terminal) {}

  [[nodiscard]] Result<void> add(const store::Said& said) {
    if (said.evidence.key != key_) {
      if (auto printed = print(); !printed) return printed;
      key_ = said.evidence.key;
      version_ = said.evidence.version;
    }
    wanted_.push_back(said.number);
    return {};
  }

  [[nodiscard]] Result<void> print() {
    if (wanted_.empty()) return {};
    const auto stored = store_.report(key_, version_);
    if (!stored) return fail(stored.error());
    out_.write((first_ ? "" : "\n") + readable(stored->report, stored->sentences, stored->findings, terminal_,
                                               {.part = ReadablePart::said, .only = std::exchange(wanted_, {})}));
    first_ = false;
    return {};
  }

 private:
  store::Store& store_;
  Output& out_;
  const Terminal& terminal_;
  std::string key_, version_;
  std::vector<std::uint32_t> wanted_;  ///< statements of the report under way
  bool first_ = true;
};

int print_text(store::Store& store, const Asked& asked, const store::SaidFilter& filter, const Terminal& terminal) {
  Output out;
  Limit limit(asked.limit);
  ByReport reports(store, out, terminal);
  Result<void> printed;
  const auto done = store.said(asked.scope, filter, {}, [&](store::Said&& said) {
    if (!limit.take()) return false;
    printed = reports.add(said);
    return printed.has_value() && out.open();
  });
  if (printed) printed = reports.print();
  if (!done) return finish(out, complain(done.error()));
  if (!printed) return finish(out, complain(printed.error()));
  limit.say_if_cut();
  if (limit.taken() == 0) say("nobody said anything that was read");
  return finish(out);
}

/// A name may stand for several: who asks should know.
void say_who_is_meant(const std::string& typed, const picture::SaidFilters& filters) {
  if (filters.by.size() < 2) return;
  constexpr std::size_t kShown = 5;
  std::string line = typed + " is " + count(filters.by.size(), "actor", "actors") + ": ";
  for (std::size_t i = 0; i < std::min(filters.by.size(), kShown); ++i) {
    const picture::Actor& actor = filters.compared.actors.all[filters.by[i]];
    line += (i == 0 ? "" : ", ") + actor.name + " (" + actor.id + ")";
  }
  say(line + (filters.by.size() > kShown ? ", ..." : ""));
}

}  // namespace

std::function<int()> add_said(CLI::App& app) {
  const auto typed = std::make_shared<picture::SaidQuestion>();
  app.add_option("--by", typed->by, "by this speaker: a name in any form, a role or an id of who")->type_name("ACTOR");
  app.add_option("--about", typed->about, "mentioning this actor, or with all these words")->type_name("ACTOR|WORDS");
  app.add_option("--modality", typed->modality, "said in this way")
      ->type_name("MODALITY")
      ->check(CLI::IsMember(picture::modalities()));
  const auto question = add_question_options(app);
  const auto color = add_color_option(app);
  app.footer(
      "sitcen said --store day.sqlite\n"
      "sitcen said --by Kos --modality denied\n"
      "sitcen said --by 'president of Estonia' --about Latvia --since 2031-03-12\n"
      "sitcen said --since 2031-03-12 --json | jq -r '.speaker.name'");
  return [typed, question, color] {
    const auto asked = question();
    if (!asked) return complain(asked.error());
    const auto store = open(*asked);
    if (!store) return complain(store.error());
    const auto filters = picture::said_filters(**store, asked->scope.as_of, *typed,
                                               asked->json ? picture::Compare::always : picture::Compare::if_asked);
    if (!filters) return complain(filters.error());
    if (typed->by) say_who_is_meant(*typed->by, *filters);
    return asked->json ? print_json(**store, *asked, filters->filter, filters->compared)
                       : print_text(**store, *asked, filters->filter, terminal(1, color()));
  };
}

}  // namespace sitcen::cli
