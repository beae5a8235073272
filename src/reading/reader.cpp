#include "reading/reader.h"

#include "reading/actors/actors.h"
#include "reading/statements/statements.h"
#include "reading/tree.h"

namespace sitcen::reading {

Findings read_findings(const Report&, const Document& doc, const Knowledge& knowledge, const ReadOptions& options) {
  const Tree tree(doc);
  Findings out;
  out.actors = read_actors(doc, tree, knowledge);
  out.statements = read_statements(doc, tree, out.actors, knowledge, options.statements);
  return out;
}

}  // namespace sitcen::reading
