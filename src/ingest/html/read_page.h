#pragma once

#include <string_view>

#include "ingest/format.h"

namespace sitcen::ingest {

/// A page as a report: the article's headline, lead and body, a paragraph a line, then its captions, each a section;
/// title, byline, source, address, times and language from the page's metadata.
/// \param page the bytes as fetched. A byte order mark says more than `hint.options.encoding`, which is what the
/// transport
///             said, and that more than the page's own word.
/// \return unknown_encoding, bad_html, empty_report where the page has no text
[[nodiscard]] Result<Report> read_page(std::string_view page, const InputHint& hint);

}  // namespace sitcen::ingest
