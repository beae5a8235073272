#include <CLI/CLI.hpp>
#include <algorithm>

#include "cli/cards.h"
#include "cli/command.h"
#include "cli/store_options.h"
#include "cli/streams.h"
#include "sitcen/offsets.h"

namespace sitcen::cli {
namespace {

/// A path's last part; an address stays whole.
std::string file_name(const std::string& origin) {
  return origin.find("://") == std::string::npos ? origin.substr(origin.rfind('/') + 1) : origin;
}

int list_json(store::Store& store, const Asked& asked, bool rejected) {
  const auto context = context_of(store, asked);
  if (!context) return complain(context.error());
  Output out;
  Limit limit(asked.limit);
  const auto print = [&](const auto& row) { return limit.take() && out.write(picture::to_json(row, *context) + "\n"); };
  const auto done = rejected ? store.rejections(asked.scope, [&](store::RejectedRow&& row) { return print(row); })
                             : store.reports(asked.scope, {}, [&](store::ReportRow&& row) { return print(row); });
  if (!done) return finish(out, complain(done.error()));
  limit.say_if_cut();
  return finish(out);
}

int list_reports(store::Store& store, const Asked& asked, const Terminal& terminal) {
  // A narrow terminal gets the day and short names, so that the title has room.
  const bool wide = terminal.width >= 110;
  Table table({"PUBLISHED", "SOURCE", "TITLE", "SAID", "REPORT"}, 2, {3});
  Limit limit(asked.limit);
  const auto done = store.reports(asked.scope, {}, [&](store::ReportRow&& row) {
    if (!limit.take()) return false;
    table.row({shown(row.published).substr(0, wide ? 16 : 10), clip(printable(row.source.value_or("")), wide ? 28 : 16),
               row.title ? *row.title : file_name(row.origin), std::to_string(row.statements),
               clip(short_name(row.id, row.key), wide ? 28 : 16)});
    return true;
  });
  if (!done) return complain(done.error());
  std::uint64_t rejected = 0;
  const auto counted = store.rejections(asked.scope, [&](store::RejectedRow&&) { return ++rejected > 0; });
  if (!counted) return complain(counted.error());
  Output out;
  if (limit.taken() > 0) out.write(table.text(terminal));
  limit.say_if_cut();
  out.write(dim_line({count(limit.taken(), "report", "reports"),
                      rejected == 0 ? "" : std::to_string(rejected) + " rejected (sitcen show --rejected)"},
                     0, terminal));
  return finish(out);
}

int list_rejected(store::Store& store, const Asked& asked, const Terminal& terminal) {
  Output out;
  Limit limit(asked.limit);
  const auto done = store.rejections(asked.scope, [&](store::RejectedRow&& row) {
    if (!limit.take()) return false;
    const auto& what = row.rejection;
    const std::string line = what.line ? ":" + std::to_string(*what.line) : "";
    const StyledText origin{printable(what.origin) + line, Style::strong};
    const StyledText reason{printable(what.reason), Style::plain};
    return out.write(wrap(std::span(&origin, 1), {0, 2, terminal.width}, terminal) +
                     wrap(std::span(&reason, 1), {2, 2, terminal.width}, terminal) +
                     dim_line({what.code, base::rfc3339(row.known_at)}, 2, terminal));
  });
  if (!done) return finish(out, complain(done.error()));
  limit.say_if_cut();
  out.write(dim_line({std::to_string(limit.taken()) + " rejected"}, 0, terminal));
  return finish(out);
}

/// Which style each stretch of the text has: what is said, and who is meant.
std::vector<std::pair<Span, Style>> marks_of(const Findings& findings) {
  std::vector<std::pair<Span, Style>> marks;
  for (const Actor& actor : findings.actors)
    for (const Mention& mention : actor.mentions) marks.emplace_back(mention.span, Style::name);
  for (const Statement& statement : findings.statements)
    for (const Span piece : statement.content) marks.emplace_back(piece, Style::quote);
  return marks;
}

std::string paragraphs(const store::StoredReport& stored, const Terminal& terminal) {
  const std::string_view text = stored.report.text;
  std::vector<Style> styles(text.size(), Style::plain);
  for (const auto& [span, style] : marks_of(stored.findings))
    for (std::uint32_t at = span.begin; at < span.end; ++at)
      if (styles[at] == Style::plain || style == Style::name) styles[at] = style;

  std::string out;
  std::vector<StyledText> runs;
  const auto flush = [&] {
    out += wrap(runs, {2, 2, std::min<std::size_t>(terminal.width, 100)}, terminal);
    runs.clear();
  };
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == '\n') {
      flush();
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && styles[end] == styles[at] && text[end] != '\n') ++end;
    runs.push_back({printable(text.substr(at, end - at)), styles[at]});
    at = end;
  }
  flush();
  return out;
}

std::string actor_card(const Actor& actor, const OffsetMap& offsets, std::string_view text, const Terminal& terminal) {
  std::string more = " (" + std::string(name(actor.kind));
  if (!actor.country.empty()) more += ", " + actor.country;
  for (const auto& sector : actor.sector) more += ", " + sector;
  for (const Role& role : actor.roles) more += ", " + role.title + (role.of.empty() ? "" : " of " + role.of);
  const std::vector<StyledText> head = {{printable(actor.name), Style::name}, {printable(more) + ")", Style::plain}};
  std::vector<std::string> mentions;
  for (const Mention& mention : actor.mentions) {
    const Span place = offsets.from_bytes(mention.span);
    mentions.push_back(std::string(text.substr(mention.span.begin, mention.span.size())) + " " +
                       std::to_string(place.begin) + "-" + std::to_string(place.end));
  }
  return wrap(head, {2, 6, terminal.width}, terminal) + dim_line(mentions, 4, terminal);
}

std::string report_text(const store::StoredReport& stored, const Terminal& terminal) {
  const Report& report = stored.report;
  const StyledText title{heading(report.title, report.text), Style::title};
  std::string out = wrap(std::span(&title, 1), {0, 0, terminal.width}, terminal);
  const auto time = [](const char* what, const std::optional<Timestamp>& at) {
    return at ? what + shown(at) + " (" + std::string(name(at->basis)) + ")" : std::string();
  };
  out += dim_line({report.source.value_or(""), report.byline.value_or(""), time("published ", report.published),
                   time("updated ", report.updated), time("fetched ", report.fetched)},
                  0, terminal);
  out += dim_line(
      {short_name(report.id, report.key), report.origin == report.id ? "" : report.origin, report.url.value_or("")}, 0,
      terminal);
  out += dim_line({"version " + std::to_string(stored.number) + " of " + std::to_string(stored.versions),
                   "known since " + base::rfc3339(stored.known_at),
                   "read by sitcen " + stored.engine.version + " with " + stored.engine.model},
                  0, terminal);
  out += "\n" + paragraphs(stored, terminal);

  const auto part = [&](const std::string& heading) { out += "\n" + paint(heading, Style::strong, terminal) + "\n"; };
  const auto said = store::said_in(stored);
  if (!said.empty()) part("Who said what");
  for (const auto& one : said) out += "\n" + said_card(one, terminal);
  const OffsetMap offsets(report.text, OffsetUnit::codepoint);
  if (!stored.findings.actors.empty()) part("Who is in it");
  for (const Actor& actor : stored.findings.actors) out += actor_card(actor, offsets, report.text, terminal);
  return out;
}

}  // namespace

std::function<int()> add_show(CLI::App& app) {
  struct Typed {
    std::string report;
    bool rejected = false;
  };
  const auto typed = std::make_shared<Typed>();
  const auto question = add_question_options(app);
  const auto color = add_color_option(app);
  app.add_option("REPORT", typed->report, "a report's id, its key, or the beginning of one; none: the list of reports");
  app.add_flag("--rejected", typed->rejected, "list what could not be read, with the reasons");
  app.footer(
      "sitcen show\n"
      "sitcen show northmere/7 --store day.sqlite\n"
      "sitcen show --rejected");
  return [typed, question, color] {
    const auto asked = question();
    if (!asked) return complain(asked.error());
    const auto store = open(*asked);
    if (!store) return complain(store.error());
    const Terminal screen = terminal(1, color());
    if (typed->report.empty()) {
      if (asked->json) return list_json(**store, *asked, typed->rejected);
      return typed->rejected ? list_rejected(**store, *asked, screen) : list_reports(**store, *asked, screen);
    }
    const auto key = (*store)->find(typed->report);
    if (!key) return complain(key.error());
    const auto stored = (*store)->report(*key, {}, asked->scope.as_of);
    if (!stored) return complain(stored.error());
    Output out;
    out.write(report_text(*stored, screen));
    return finish(out);
  };
}

}  // namespace sitcen::cli
