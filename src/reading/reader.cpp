#include "reading/reader.h"

#include <utility>
#include <vector>

#include "reading/actors/actors.h"
#include "reading/events/events.h"
#include "reading/figures/figures.h"
#include "reading/places/places.h"
#include "reading/statements/speaker.h"
#include "reading/statements/statements.h"
#include "reading/times/times.h"
#include "reading/tree.h"

namespace sitcen::reading {
namespace {

/// "18" of "12 March 2031 18:00" counts nothing: bare numbers inside dates and times of day are no figures.
void leave_out_numbers_of_dates(std::vector<Figure>& figures, const std::vector<TimeRef>& times) {
  auto time = times.begin();
  std::erase_if(figures, [&](const Figure& f) {
    while (time != times.end() && time->span.end <= f.core.begin) ++time;
    const bool bare = f.kind == FigureKind::number || f.kind == FigureKind::ordinal || f.kind == FigureKind::range;
    return bare && time != times.end() && time->span.begin <= f.core.begin && f.core.end <= time->span.end &&
           (time->type == TimeType::date || time->type == TimeType::time);
  });
}

}  // namespace

Findings read_findings(const Report& report, const Document& doc, const Knowledge& knowledge,
                       const ReadOptions& options) {
  const Tree tree(doc);
  Findings out;
  // Speakers are found by names; who they are is decided with all that the text says of them, quotations among it.
  const NamedActors named = read_names(doc, tree, knowledge);
  out.statements = read_statements(doc, tree, named.actors, knowledge, options.statements);
  Cast cast = read_actors(doc, tree, knowledge, named, out.statements);
  link_speakers(doc, tree, knowledge, cast, out.statements);
  Times times = read_times(report, doc, tree, out.statements, knowledge);
  out.times = std::move(times.all);
  out.published = std::move(times.published);
  out.figures = read_figures(doc, tree, knowledge);
  leave_out_numbers_of_dates(out.figures, out.times);
  out.places = read_places(report, doc, tree, knowledge);
  out.events = read_events(report, doc, tree, cast, out, knowledge);
  out.actors = std::move(cast.actors);
  return out;
}

}  // namespace sitcen::reading
