#pragma once

#include <string>
#include <string_view>

namespace sitcen::ingest {

/// Reads a reference such as &amp; &#8364; &#x20AC; &eacute;
/// \param text begins with &
/// \return its size in bytes, what it stands for appended to `out`; 0 where there is none that is known
std::size_t append_reference(std::string& out, std::string_view text);

/// Drops control characters but tabs and line breaks; U+0080 to U+009F, which nobody means, become what windows-1252
/// has in their place.
void clean_controls(std::string& text);

}  // namespace sitcen::ingest
