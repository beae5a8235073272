#pragma once

#include <memory>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "sitcen/result.h"

namespace sitcen::ingest {

using Xml = std::unique_ptr<pugi::xml_document>;

/// Parses a document in any encoding, as its byte order mark, else `encoding`, else its declaration says. Entities of
/// its own are not expanded and nothing outside it is fetched. Memory stays in proportion to its size.
/// \return bad_xml, not_utf8, bad_encoding, unknown_encoding
[[nodiscard]] Result<Xml> parse_xml(std::string_view bytes, const std::optional<std::string>& encoding);

/// \return the name without its prefix
[[nodiscard]] std::string_view local_name(pugi::xml_node node);

/// \return the first child element of that local name; a null node if there is none
[[nodiscard]] pugi::xml_node child(pugi::xml_node parent, std::string_view name);
[[nodiscard]] std::vector<pugi::xml_node> children(pugi::xml_node parent, std::string_view name);

/// \return the first element of that local name at any depth below
[[nodiscard]] pugi::xml_node descendant(pugi::xml_node root, std::string_view name);

/// \return all text below, white space collapsed
[[nodiscard]] std::string words_of(pugi::xml_node node);

/// What an element is to the text around it.
enum class XmlRole : std::uint8_t { inline_text, block, cell, line_break, skipped };

/// The text below a node as paragraphs: white space collapsed, a new one at each border of a block, a line break
/// kept, a tab before a cell.
/// \param role of an element by its local name
[[nodiscard]] std::vector<std::string> paragraphs_of(pugi::xml_node root, XmlRole (*role)(std::string_view name));

/// \return what the names of NITF and XHTML mean
[[nodiscard]] XmlRole role_in_article(std::string_view name);

}  // namespace sitcen::ingest
