#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "store/store.h"

namespace sitcen::store {

/// \return what is wrong with a span of a text: outside of it, its ends swapped, or one inside a code point
[[nodiscard]] std::optional<std::string> fault_of(Span span, std::string_view text);

/// \return the first thing of a report that points nowhere: a span, a sentence, an actor, a parent statement
[[nodiscard]] std::optional<std::string> fault_of(const Report& report, std::span<const Span> sentences,
                                                  const Findings& findings);

}  // namespace sitcen::store
