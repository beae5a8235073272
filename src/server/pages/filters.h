#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "server/html.h"
#include "server/target.h"

namespace sitcen::server::pages {

/// A field of the form that narrows a list: its parameter, its label, the values there are (empty: any text).
struct FilterField {
  std::string name, label;
  std::vector<std::string> choices = {};
};

/// A plain form above a list: what is left empty does not matter. The published time and what is asked for besides
/// (source, as_of) come by themselves.
void write_filters(Html& h, const Target& target, const std::vector<FilterField>& fields);

}  // namespace sitcen::server::pages
