#pragma once

#include "picture/readers.h"
#include "server/html.h"

namespace sitcen::server::pages {

/// The two halves of a report's page. Anchors: a statement is s1, its words w-s1; an actor a1, its mentions w-a1-1 ...
/// All are counted from 1 in the order of the findings.

/// The text with every word that a datum was read from marked and linked to the datum.
void write_text(Html& h, const store::StoredReport& stored);

/// The data, each linked to its words: statements by speaker, then actors.
void write_findings(Html& h, const store::StoredReport& stored);

}  // namespace sitcen::server::pages
