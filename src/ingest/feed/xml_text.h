#pragma once

#include <string>
#include <string_view>

namespace sitcen::ingest {

/// Text or an attribute's value with its references replaced: numbers and the names of HTML, which feeds use without
/// declaring them. Everything else that begins with & stays as it is. A number of windows-1252's is read as that.
[[nodiscard]] std::string without_references(std::string_view text);

/// \param inner what stands between an element's tags
/// \return its text, CDATA as it stands, tags in it dropped
[[nodiscard]] std::string text_of_markup(std::string_view inner);

/// \return the same markup as HTML: names without their prefix, CDATA as text, an empty element opened and closed
[[nodiscard]] std::string html_of_markup(std::string_view inner);

/// \return whether text holds a tag, a comment or a reference of HTML, and so is to be read as HTML
[[nodiscard]] bool looks_like_html(std::string_view text);

/// \return the text of HTML, a paragraph a line, without scripts and hidden parts
[[nodiscard]] std::string text_of_html(std::string_view html);

/// \return text without needless white space; an empty line parts two paragraphs
[[nodiscard]] std::string paragraphs_of_text(std::string_view text);

/// \return the same with every line kept
[[nodiscard]] std::string lines_of_text(std::string_view text);

}  // namespace sitcen::ingest
