#pragma once

#include "cli/store_options.h"
#include "cli/terminal.h"

namespace sitcen::cli {

/// Print the reports of a store, or the inputs that could not be read, as JSON or for people: what `show` and `reports`
/// share. \return the exit code
int list_reports(store::Store& store, const Asked& asked, const store::ReportFilter& filter, const Terminal& terminal);
int list_rejected(store::Store& store, const Asked& asked, const Terminal& terminal);

}  // namespace sitcen::cli
