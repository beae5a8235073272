#include "picture/figures.h"

#include <algorithm>
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

/// A cursor names a group by its three parts, or a figure of no thing as the store does.
constexpr char kGroupMark = '=', kPart = '\x1F';

std::string cursor_of(const store::FigureGroup& group) {
  return kGroupMark + group.thing + kPart + group.act + kPart + group.unit;
}

std::optional<store::FigureGroup> group_at(std::string_view cursor) {
  const std::size_t first = cursor.find(kPart);
  if (!cursor.starts_with(kGroupMark) || first == std::string_view::npos) return std::nullopt;
  const std::size_t second = cursor.find(kPart, first + 1);
  if (second == std::string_view::npos) return std::nullopt;
  return store::FigureGroup{std::string(cursor.substr(1, first - 1)),
                            std::string(cursor.substr(first + 1, second - first - 1)),
                            std::string(cursor.substr(second + 1))};
}

FigurePoint point_of(const store::StoredReport& stored, const std::shared_ptr<const std::string>& text,
                     std::uint32_t number) {
  FigurePoint point;
  point.figure = stored.findings.figures[number];
  point.names = stored.names;
  point.time = stored.report.published;
  point.statement = statement_around(stored.findings, point.figure.span);
  if (point.statement) point.modality = stored.findings.statements[*point.statement].modality;
  point.evidence = store::evidence_in(stored, text, point.figure.span, point.figure.provenance.sentence);
  return point;
}

/// Calls `take` with each figure that is wanted, its number in its report, and its cursor.
Result<void> each_point(store::Store& store, const store::FigureFilter& filter, const store::Scope& scope,
                        const std::string& after,
                        const std::function<bool(FigurePoint&&, std::uint32_t, std::string&&)>& take) {
  return store.with(filter, scope, after, [&](store::Found&& found) {
    const auto text = std::make_shared<const std::string>(std::move(found.report.report.text));
    return std::ranges::all_of(found.numbers, [&](std::uint32_t number) {
      return take(point_of(found.report, text, number), number, found.cursor + '|' + std::to_string(number));
    });
  });
}

FigureRow row_of(FigurePoint point) {
  FigureRow row;
  row.thing = point.figure.thing;
  row.act = point.figure.act_lemma;
  row.unit = point.figure.unit;
  row.kind = point.figure.kind;
  row.points.push_back(std::move(point));
  return row;
}

}  // namespace

std::vector<std::string> figure_kinds() { return names_up_to(FigureKind::range); }

Result<void> figures(store::Store& store, const store::Scope& scope, const FigureQuestion& typed,
                     const store::Page& page, const store::Visit<FigureRow>& visit) {
  const auto kind = chosen("kind", typed.kind, FigureKind::range);
  if (!kind) return fail(kind.error());
  store::FigureFilter filter{.kind = *kind, .words = split(base::fold(typed.thing.value_or("")))};
  if (typed.thing && filter.words.empty())
    return fail(ErrorCode::bad_query, {"\"" + *typed.thing + "\"", "it has no word"});
  std::size_t given = 0;
  bool more = true;
  const auto give = [&](FigureRow&& row) {
    more = (page.limit == 0 || given++ < page.limit) && visit(std::move(row));
    return more;
  };

  const auto after = group_at(page.after);
  if (after || page.after.empty()) {
    Result<void> read;
    const auto listed = store.figure_groups(filter, scope, after, [&](store::FigureGroup&& group) {
      std::optional<FigureRow> row;
      filter.group = group;
      read = each_point(store, filter, scope, "", [&](FigurePoint&& point, std::uint32_t, std::string&&) {
        if (row) {
          row->points.push_back(std::move(point));
        } else {
          row = row_of(std::move(point));
        }
        return true;
      });
      if (!read || !row) return read.has_value();
      row->id = group.thing + '/' + group.act + '/' + group.unit;
      row->cursor = cursor_of(group);
      return give(*std::move(row));
    });
    if (!listed) return listed;
    if (!read || !more) return read;
  }
  filter.group = store::FigureGroup{};  // what counts nothing
  return each_point(store, filter, scope, after ? "" : page.after,
                    [&](FigurePoint&& point, std::uint32_t number, std::string&& cursor) {
                      const std::string version = point.evidence.version.substr(0, 12);
                      FigureRow row = row_of(std::move(point));
                      row.id = version + ".f" + std::to_string(number + 1);
                      row.cursor = std::move(cursor);
                      return give(std::move(row));
                    });
}

}  // namespace sitcen::picture
