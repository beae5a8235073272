#pragma once

#include <string>

#include "ingest/feed/xml_tree.h"

namespace sitcen::ingest {

/// \return the name in an author element: what its <name> says, or the text without the mail address that RSS writes
///         with it ("a@b.example (Ana Kos)", "Ana Kos <a@b.example>"); the address where there is no name
[[nodiscard]] std::string person(const XmlTree& tree, std::uint32_t element);

}  // namespace sitcen::ingest
