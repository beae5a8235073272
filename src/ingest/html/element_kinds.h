#pragma once

#include <lexbor/tag/tag.h>

#include <cstdint>
#include <string_view>

#include "ingest/html/page.h"

namespace sitcen::ingest {

/// How an element takes part in the text of a page.
enum class Role : std::uint8_t { block, inline_, line_break, skipped };

[[nodiscard]] Role role_of(lxb_tag_id_t tag);
[[nodiscard]] BlockKind kind_of(lxb_tag_id_t tag);
/// \return the hint of the first word in an attribute's names that has one
[[nodiscard]] Hint hint_of_names(std::string_view names);

}  // namespace sitcen::ingest
