#pragma once

#include "server/asked.h"
#include "server/html.h"
#include "server/target.h"

namespace sitcen::server::pages {

/// Says which part of the store a page looks at, with a way back to all of it; nothing where it looks at all.
void write_scope(Html& h, const Target& target, const store::Scope& scope);

}  // namespace sitcen::server::pages
