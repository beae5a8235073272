#pragma once

#include <string>
#include <string_view>

#include "ingest/ingest.h"

namespace sitcen::ingest {

/// A page as a report: the article's headline, lead and body, a paragraph a line, then its captions, each a section;
/// title, byline, source, address, times and language from the page's metadata.
/// \param page     the bytes as fetched
/// \param encoding what the transport said; a byte order mark is stronger, the page's own word weaker
/// \return unknown_encoding, bad_html, empty_report where the page has no text
[[nodiscard]] Result<Report> read_page(std::string_view page, std::string origin,
                                       const std::optional<std::string>& encoding);

}  // namespace sitcen::ingest
