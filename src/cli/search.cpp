#include <CLI/CLI.hpp>

#include "cli/cards.h"
#include "cli/command.h"
#include "cli/store_options.h"
#include "cli/streams.h"

namespace sitcen::cli {
namespace {

/// The snippet with its matches marked.
std::vector<StyledText> snippet(const store::SearchHit& hit) {
  if (hit.spans.empty()) return {{printable(hit.snippet), Style::plain}};
  const std::string_view text = *hit.text;
  const Span all = hit.snippet_span;
  std::vector<StyledText> runs;
  std::uint32_t at = all.begin;
  for (const Span span : hit.spans) {
    if (!all.covers(span)) continue;
    runs.push_back({printable(text.substr(at, span.begin - at)), Style::plain});
    runs.push_back({printable(text.substr(span.begin, span.size())), Style::mark});
    at = span.end;
  }
  runs.push_back({printable(text.substr(at, all.end - at)), Style::plain});
  return runs;
}

std::string card(const store::SearchHit& hit, const Terminal& terminal) {
  const StyledText title{heading(hit.report.title, *hit.text), Style::strong};
  const std::size_t matches = hit.spans.size();
  return wrap(std::span(&title, 1), {0, 2, terminal.width}, terminal) +
         wrap(snippet(hit), {2, 2, terminal.width}, terminal) +
         dim_line(
             {hit.report.source.value_or(""), shown(hit.report.published), short_name(hit.report.id, hit.report.key),
              matches == 0 ? "in the title" : count(matches, "match", "matches")},
             2, terminal);
}

int search(const Asked& asked, const store::SearchTerms& terms, ColorMode color) {
  const auto store = open(asked);
  if (!store) return complain(store.error());
  const auto context = context_of(**store, asked);
  if (!context) return complain(context.error());
  const Terminal screen = terminal(1, color);
  Output out;
  Limit limit(asked.limit);
  const auto done = (*store)->search(terms, asked.scope, {}, [&](store::SearchHit&& hit) {
    if (!limit.take()) return false;
    if (asked.json) return out.write(picture::to_json(hit, *context) + "\n");
    return out.write((limit.taken() > 1 ? "\n" : "") + card(hit, screen));
  });
  if (!done) return finish(out, complain(done.error()));
  limit.say_if_cut();
  if (limit.taken() == 0 && !asked.json) say("no report has all of that");
  return finish(out);
}

}  // namespace

std::function<int()> add_search(CLI::App& app) {
  const auto words = std::make_shared<std::vector<std::string>>();
  const auto question = add_question_options(app);
  const auto color = add_color_option(app);
  app.add_option("WORDS", *words, "words (all are wanted), \"a phrase\", or begin*")->required();
  app.footer(
      "sitcen search river bridge\n"
      "sitcen search '\"state of emergency\" flood*' --since 2031-03-12");
  return [words, question, color] {
    const auto asked = question();
    if (!asked) return complain(asked.error());
    std::string typed;
    for (const auto& word : *words) typed += (typed.empty() ? "" : " ") + word;
    const auto terms = store::parse_search(typed);
    if (!terms) return complain(terms.error());
    return search(*asked, *terms, color());
  };
}

}  // namespace sitcen::cli
