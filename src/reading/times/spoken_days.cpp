#include "reading/times/spoken_days.h"

#include <algorithm>
#include <utility>

#include "reading/paragraphs.h"
#include "reading/statements/quotations.h"

namespace sitcen::reading {
namespace {

constexpr int kFarthestDay = 12;  ///< steps up from a day to the verb of saying

struct Cue {
  Span span;
  std::uint32_t statement = 0;
};

/// The cues of speech in quotation marks, in text order.
std::vector<Cue> cues_of(std::span<const Statement> statements) {
  std::vector<Cue> out;
  for (std::uint32_t i = 0; i < statements.size(); ++i) {
    if (statements[i].kind == StatementKind::indirect) continue;
    for (const Span span : statements[i].cue) out.push_back({span, i});
  }
  std::ranges::sort(out, {}, [](const Cue& c) { return std::pair(c.span, c.statement); });
  return out;
}

/// \return the cues [first, last) that a token is the beginning of
std::pair<std::size_t, std::size_t> cues_at(std::span<const Cue> cues, std::uint32_t begin) {
  const auto range = std::ranges::equal_range(cues, begin, {}, [](const Cue& c) { return c.span.begin; });
  return {static_cast<std::size_t>(range.begin() - cues.begin()), static_cast<std::size_t>(range.end() - cues.begin())};
}

/// The cue that a day hangs on, with no other verb between.
std::pair<std::size_t, std::size_t> cues_above(const Document& doc, const Tree& tree, std::span<const Cue> cues,
                                               std::uint32_t token) {
  for (int step = 0; step < kFarthestDay; ++step) {
    const auto found = cues_at(cues, doc.tokens[token].span.begin);
    if (found.first < found.second) return found;
    if (doc.tokens[token].pos == Pos::verb || tree.is_root(token)) break;
    token = tree.head(token);
  }
  return {0, 0};
}

bool is_within(std::span<const Quotation> quotations, std::uint32_t token) {
  const auto behind = std::ranges::upper_bound(quotations, token, {}, [](const Quotation& q) { return q.inner.first; });
  return behind != quotations.begin() && std::prev(behind)->inner.has(token);
}

}  // namespace

std::vector<std::optional<Named>> spoken_days(const Document& doc, const Tree& tree,
                                              std::span<const Statement> statements, std::span<const TimePlace> times) {
  std::vector<std::optional<Named>> out(times.size());
  const std::vector<Cue> cues = cues_of(statements);
  if (cues.empty() || times.size() < 2) return out;
  const std::vector<Quotation> quoted = quotations(doc, paragraphs(doc));
  std::vector<std::optional<Named>> day_of(statements.size());
  for (std::uint32_t i = 0; i < times.size(); ++i) {
    const TimePlace& time = times[i];
    if (!time.period || time.period->grain != Grain::day || is_within(quoted, time.token)) continue;
    const auto [first, last] = cues_above(doc, tree, cues, time.token);
    for (std::size_t c = first; c < last; ++c)
      day_of[cues[c].statement] = Named{*time.period, i, doc.tokens[time.token].sentence};
  }
  for (std::size_t s = 0; s < statements.size(); ++s) {
    if (!day_of[s]) continue;
    for (const Span piece : statements[s].content) {
      auto at = std::ranges::lower_bound(times, piece.begin, {}, [](const TimePlace& t) { return t.span.begin; });
      for (; at != times.end() && at->span.begin < piece.end; ++at)
        if (is_within(quoted, at->token)) out[static_cast<std::size_t>(at - times.begin())] = day_of[s];
    }
  }
  return out;
}

}  // namespace sitcen::reading
