#include "picture/copies.h"

#include <CLI/CLI.hpp>
#include <cmath>
#include <memory>

#include "cli/cards.h"
#include "cli/command.h"
#include "cli/store_options.h"
#include "cli/streams.h"

namespace sitcen::cli {
namespace {

std::string title_of(const store::CopyMember& member) {
  return printable(member.title ? *member.title : short_name(member.id, member.key));
}

std::string where(const store::CopyMember& member, const std::vector<picture::Credit>& credits,
                  std::vector<std::string> parts, std::size_t indent, const Terminal& terminal) {
  std::vector<std::string> all = {member.source.value_or(""), shown(member.published),
                                  short_name(member.id, member.key)};
  all.insert(all.end(), parts.begin(), parts.end());
  for (const auto& credit : credits) all.push_back("credits " + credit.agency);
  return dim_line(all, indent, terminal);
}

/// How much the two share, and the longest words of it.
std::string card(const picture::CopyRow& copy, const Terminal& terminal) {
  const StyledText title{title_of(copy.report), Style::strong};
  std::string alike = std::to_string(std::lround(copy.similarity * 100)) + " %";
  std::string out =
      wrap(std::span(&title, 1), {2, 4, terminal.width}, terminal) +
      where(copy.report, copy.credits,
            {std::string(name(copy.kind)), copy.kind == store::copies::CopyKind::exact ? "" : alike}, 4, terminal);
  const auto longest = std::ranges::max_element(copy.shared, {}, &picture::SharedWords::words);
  if (copy.kind == store::copies::CopyKind::exact || longest == copy.shared.end()) return out;
  const StyledText words{"“" + clip(printable(longest->copy.words()), 3 * terminal.width / 2) + "”", Style::plain};
  return out + wrap(std::span(&words, 1), {4, 4, terminal.width}, terminal);
}

int print(store::Store& store, const Asked& asked, const std::optional<std::string>& key, const Terminal& terminal) {
  const auto context = context_of(store, asked);
  if (!context) return complain(context.error());
  Output out;
  Limit limit(asked.limit);
  const auto done = picture::copies(store, asked.scope, {.key = key}, {}, [&](picture::CopiesRow&& row) {
    if (!limit.take()) return false;
    if (asked.json) return out.write(picture::to_json(row, *context) + "\n");
    const StyledText title{title_of(row.original), Style::title};
    out.write((limit.taken() > 1 ? "\n" : "") + wrap(std::span(&title, 1), {0, 2, terminal.width}, terminal) +
              where(row.original, row.credits, {"first"}, 0, terminal));
    return std::ranges::all_of(row.copies, [&](const auto& copy) { return out.write(card(copy, terminal)); });
  });
  if (!done) return finish(out, complain(done.error()));
  limit.say_if_cut();
  if (limit.taken() == 0 && !asked.json) say("there are no copies");
  return finish(out);
}

}  // namespace

std::function<int()> add_copies(CLI::App& app) {
  const auto report = std::make_shared<std::string>();
  app.add_option("REPORT", *report, "a report's id, its key, or the beginning of one; none: all that have copies");
  const auto question = add_question_options(app);
  const auto color = add_color_option(app);
  app.footer(
      "sitcen copies --store day.sqlite\n"
      "sitcen copies northmere/7\n"
      "sitcen copies --json | jq -r '.original as $o | .copies[] | [$o, .report, .kind, .similarity] | @tsv'");
  return [report, question, color] {
    const auto asked = question();
    if (!asked) return complain(asked.error());
    const auto store = open(*asked);
    if (!store) return complain(store.error());
    std::optional<std::string> key;
    if (!report->empty()) {
      auto found = (*store)->find(*report);
      if (!found) return complain(found.error());
      key = std::move(*found);
    }
    return print(**store, *asked, key, terminal(1, color()));
  };
}

}  // namespace sitcen::cli
