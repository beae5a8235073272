#include "server/pages/scope.h"

#include <fmt/format.h>

#include "server/pages/words.h"

namespace sitcen::server::pages {

void write_scope(Html& h, const Target& target, const store::Scope& scope) {
  if (!scope.source && !scope.as_of && !scope.since && !scope.until) return;
  h.element("p", {{"class", "scope"}}, [&] {
    h.text("Only reports ");
    if (scope.source) {
      h.text("from ");
      h.element("bdi", *scope.source);
      h.text(" ");
    }
    if (scope.since) h.text(fmt::format("published since {} ", readable(*scope.since)));
    if (scope.until) h.text(fmt::format("published before {} ", readable(*scope.until)));
    if (scope.as_of) h.text(fmt::format("as known on {} ", readable(*scope.as_of)));
    h.element("a", {{"href", target.path}}, "Show all");
  });
}

}  // namespace sitcen::server::pages
