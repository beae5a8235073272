#include "picture/figures.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "base/fold.h"
#include "picture/choices.h"

namespace sitcen::picture {
namespace {

std::vector<std::string> split(const std::string& words) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t end = std::min(words.find(' ', at), words.size());
    if (end > at) out.push_back(words.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

/// All words that a figure may be asked for by.
std::vector<std::string> words_of(const Figure& figure, std::string_view text) {
  std::string all = figure.thing + ' ' + figure.act_lemma;
  for (const auto& span : {figure.of, figure.act})
    if (span) all += ' ' + std::string(text.substr(span->begin, span->size()));
  return split(base::fold(all));
}

bool has_all(const std::vector<std::string>& words, const std::vector<std::string>& wanted) {
  return std::ranges::all_of(wanted, [&](const std::string& w) { return std::ranges::find(words, w) != words.end(); });
}

/// The statement whose words a figure stands in, the innermost of several.
std::optional<std::uint32_t> statement_around(const Findings& findings, Span span) {
  std::optional<std::uint32_t> best;
  std::uint32_t size = 0;
  for (std::uint32_t i = 0; i < findings.statements.size(); ++i)
    for (const Span piece : findings.statements[i].content) {
      if (!piece.covers(span) || (best && piece.size() >= size)) continue;
      best = i;
      size = piece.size();
    }
  return best;
}

}  // namespace

std::vector<std::string> figure_kinds() { return names_up_to(FigureKind::range); }

Result<std::vector<FigureRow>> figures(store::Store& store, const store::Scope& scope, const FigureQuestion& typed) {
  const auto kind = chosen("kind", typed.kind, FigureKind::range);
  if (!kind) return fail(kind.error());
  const std::vector<std::string> wanted = split(base::fold(typed.thing.value_or("")));
  if (typed.thing && wanted.empty()) return fail(ErrorCode::bad_query, {"\"" + *typed.thing + "\"", "it has no word"});

  std::map<std::tuple<std::string, std::string, std::string>, FigureRow> grouped;
  std::vector<FigureRow> alone;
  const auto done = store.with(store::FigureFilter{*kind}, scope, "", [&](store::Found&& found) {
    store::StoredReport& stored = found.report;
    const auto text = std::make_shared<const std::string>(stored.report.text);
    for (const std::uint32_t i : found.numbers) {
      Figure& figure = stored.findings.figures[i];
      if (!wanted.empty() && !has_all(words_of(figure, *text), wanted)) continue;
      FigurePoint point;
      point.names = stored.names;
      point.time = stored.report.published;
      point.statement = statement_around(stored.findings, figure.span);
      if (point.statement) point.modality = stored.findings.statements[*point.statement].modality;
      point.evidence = store::evidence_in(stored, text, figure.span, figure.provenance.sentence);
      point.figure = std::move(figure);
      const Figure& f = point.figure;
      const bool about_nothing = f.thing.empty() && f.act_lemma.empty();
      FigureRow& row = about_nothing ? alone.emplace_back() : grouped[{f.thing, f.act_lemma, f.unit}];
      if (row.points.empty()) {
        row.id = about_nothing ? stored.report.version.substr(0, 12) + ".f" + std::to_string(i + 1)
                               : f.thing + '/' + f.act_lemma + '/' + f.unit;
        row.thing = f.thing;
        row.act = f.act_lemma;
        row.unit = f.unit;
        row.kind = f.kind;
      }
      row.points.push_back(std::move(point));
    }
    return true;
  });
  if (!done) return fail(done.error());
  std::vector<FigureRow> out;
  out.reserve(grouped.size() + alone.size());
  for (auto& [key, row] : grouped) out.push_back(std::move(row));
  std::ranges::move(alone, std::back_inserter(out));
  return out;
}

}  // namespace sitcen::picture
