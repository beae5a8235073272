#include <CLI/CLI.hpp>
#include <algorithm>
#include <utility>

#include "cli/command.h"
#include "cli/readable.h"
#include "cli/store_options.h"
#include "cli/streams.h"

namespace sitcen::cli {
namespace {

int print_json(store::Store& store, const Asked& asked) {
  const auto context = context_of(store, asked);
  if (!context) return complain(context.error());
  Output out;
  Limit limit(asked.limit);
  const auto done = store.said(asked.scope, {}, [&](store::Said&& said) {
    return limit.take() && out.write(picture::to_json(said, *context) + "\n");
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
    ++statements_;
    return {};
  }

  [[nodiscard]] Result<void> print() {
    if (statements_ == 0) return {};
    auto stored = store_.report(key_, version_);
    if (!stored) return fail(std::move(stored.error()));
    keep_first(stored->findings.statements, std::exchange(statements_, 0));
    out_.write((first_ ? "" : "\n") +
               readable(stored->report, stored->sentences, stored->findings, terminal_, {.part = ReadablePart::said}));
    first_ = false;
    return {};
  }

 private:
  /// A limit may cut a report's statements.
  static void keep_first(std::vector<Statement>& statements, std::size_t count) {
    statements.resize(std::min(statements.size(), count));
    for (Statement& statement : statements)
      if (statement.parent && *statement.parent >= statements.size()) statement.parent.reset();
  }

  store::Store& store_;
  Output& out_;
  const Terminal& terminal_;
  std::string key_, version_;
  std::size_t statements_ = 0;  ///< of the report under way
  bool first_ = true;
};

int print_text(store::Store& store, const Asked& asked, const Terminal& terminal) {
  Output out;
  Limit limit(asked.limit);
  ByReport reports(store, out, terminal);
  Result<void> printed;
  const auto done = store.said(asked.scope, {}, [&](store::Said&& said) {
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

}  // namespace

std::function<int()> add_said(CLI::App& app) {
  const auto question = add_question_options(app);
  const auto color = add_color_option(app);
  app.footer(
      "sitcen said --store day.sqlite\n"
      "sitcen said --since 2031-03-12 --json | jq -r '.speaker.name'");
  return [question, color] {
    const auto asked = question();
    if (!asked) return complain(asked.error());
    const auto store = open(*asked);
    if (!store) return complain(store.error());
    return asked->json ? print_json(**store, *asked) : print_text(**store, *asked, terminal(1, color()));
  };
}

}  // namespace sitcen::cli
