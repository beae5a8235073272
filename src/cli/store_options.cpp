#include "cli/store_options.h"

#include <CLI/CLI.hpp>
#include <cstdlib>

#include "base/instant.h"
#include "cli/streams.h"

namespace sitcen::cli {
namespace {

Result<std::optional<store::Instant>> instant(const char* option, const std::string& text) {
  if (text.empty()) return std::nullopt;
  const auto at = base::parse_instant(text);
  if (!at)
    return fail(ErrorCode::usage,
                {std::string(option) + ": " + text + " is no time; write it as 2031-03-12 or 2031-03-12T10:00:00Z"});
  return at;
}

}  // namespace

std::function<std::filesystem::path()> add_store_option(CLI::App& app) {
  const auto file = std::make_shared<std::string>();
  app.add_option("--store", *file, "the store; else $SITCEN_STORE, else ./sitcen.sqlite")->type_name("FILE");
  return [file]() -> std::filesystem::path {
    if (!file->empty()) return *file;
    const char* variable = std::getenv("SITCEN_STORE");
    return variable != nullptr && *variable != '\0' ? variable : "sitcen.sqlite";
  };
}

std::function<Result<Asked>()> add_question_options(CLI::App& app) {
  struct Typed {
    std::string as_of, since, until, source;
    std::size_t limit = 0;
    bool json = false;
  };
  const auto typed = std::make_shared<Typed>();
  const auto store = add_store_option(app);
  app.add_flag("--json", typed->json, "print JSON Lines (sitcen.query/1)");
  app.add_option("--as-of", typed->as_of, "what was known then")->type_name("TIME");
  app.add_option("--since", typed->since, "published at this time or later")->type_name("TIME");
  app.add_option("--until", typed->until, "published before this time")->type_name("TIME");
  app.add_option("--source", typed->source, "of this source only")->type_name("NAME");
  app.add_option("--limit", typed->limit, "at most so many (default: all)")->type_name("N")->check(CLI::PositiveNumber);
  return [typed, store]() -> Result<Asked> {
    Asked asked;
    asked.store = store();
    asked.limit = typed->limit;
    asked.json = typed->json;
    if (!typed->source.empty()) asked.scope.source = typed->source;
    const auto as_of = instant("--as-of", typed->as_of);
    if (!as_of) return fail(as_of.error());
    const auto since = instant("--since", typed->since);
    if (!since) return fail(since.error());
    const auto until = instant("--until", typed->until);
    if (!until) return fail(until.error());
    asked.scope.as_of = *as_of;
    asked.scope.since = *since;
    asked.scope.until = *until;
    return asked;
  };
}

Result<std::unique_ptr<store::Store>> open(const Asked& asked) {
  return store::open_store(asked.store, store::Access::read);
}

Result<picture::QueryContext> context_of(store::Store& store, const Asked& asked) {
  if (asked.scope.as_of) return picture::QueryContext{asked.scope.as_of};
  const auto last = store.last_known();
  if (!last) return fail(last.error());
  return picture::QueryContext{*last};
}

void Limit::say_if_cut() const {
  if (more_) say("there is more than the " + std::to_string(taken_) + " shown (--limit)");
}

}  // namespace sitcen::cli
