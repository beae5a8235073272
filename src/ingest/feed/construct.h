#pragma once

#include <string>

#include "ingest/feed/xml_tree.h"

namespace sitcen::ingest {

/// \return the text of an element that may hold HTML: escaped, in CDATA, as inner elements or in base64, as its
///         attributes `type` and `mode` say; where they say nothing, Atom's is text, any other's what it looks like
[[nodiscard]] std::string construct_text(const XmlTree& tree, std::uint32_t element);

/// \return the same on one line, for titles and names
[[nodiscard]] std::string construct_line(const XmlTree& tree, std::uint32_t element);

/// \return the element's text as it stands, on one line: addresses, times, ids
[[nodiscard]] std::string plain_line(const XmlTree& tree, std::uint32_t element);

}  // namespace sitcen::ingest
