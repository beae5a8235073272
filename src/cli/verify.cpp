#include <CLI/CLI.hpp>

#include "cli/cards.h"
#include "cli/command.h"
#include "cli/store_options.h"
#include "cli/streams.h"

namespace sitcen::cli {
namespace {

int verify(const std::filesystem::path& file) {
  const auto store = store::open_store(file, store::Access::read);
  if (!store) return complain(store.error());
  const auto checked = (*store)->verify();
  if (!checked) return complain(checked.error());
  if (checked->bad > 0) {
    const auto& first = *checked->first;
    say("report " + printable(first.report) + " (version " + first.version.substr(0, 12) + "), " + first.datum +
        ", bytes " + std::to_string(first.span.begin) + "-" + std::to_string(first.span.end) + ": " +
        printable(first.what));
    return complain(
        fail(ErrorCode::verify_failed, {std::to_string(checked->bad), std::to_string(checked->checked)}).value());
  }
  const auto& counts = checked->counts;
  Output out;
  out.write(printable(file.string()) + ": sound. " + count(checked->checked, "datum", "data") + " of " +
            count(counts.reports, "report", "reports") + " in " + count(counts.versions, "version", "versions") +
            " say what they claim; " + std::to_string(counts.rejected) + " rejected\n");
  return finish(out);
}

}  // namespace

std::function<int()> add_verify(CLI::App& app) {
  const auto store = add_store_option(app);
  app.footer("sitcen verify --store day.sqlite");
  return [store] { return verify(store()); };
}

}  // namespace sitcen::cli
