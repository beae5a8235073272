#pragma once

#include <lexbor/html/html.h>

#include <memory>
#include <string_view>

#include "sitcen/result.h"

namespace sitcen::ingest {

using Tree = std::unique_ptr<lxb_html_document_t, lxb_html_document_t* (*)(lxb_html_document_t*)>;

/// The tree that browsers build of a page. Time and memory stay in proportion to the page's size, whatever is nested in
/// what: tags beyond a depth of 512 are passed over, their text stays.
/// \param html UTF-8
/// \return bad_html where a page has more tags, attributes or names of them than any page for readers
[[nodiscard]] Result<Tree> parse_tree(std::string_view html);

}  // namespace sitcen::ingest
