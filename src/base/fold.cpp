#include "base/fold.h"

#include <utf8proc.h>

#include <array>
#include <cstdlib>
#include <memory>
#include <utility>

#include "base/utf8.h"

namespace sitcen::base {
namespace {

struct Free {
  void operator()(utf8proc_uint8_t* bytes) const { std::free(bytes); }
};

/// Letters that Unicode does not take apart, as people type them who lack the key.
constexpr std::array<std::pair<char32_t, std::string_view>, 8> kLetters = {{{U'\u0142', "l"},
                                                                            {U'\u00F8', "o"},
                                                                            {U'\u0111', "d"},
                                                                            {U'\u00E6', "ae"},
                                                                            {U'\u0153', "oe"},
                                                                            {U'\u0131', "i"},
                                                                            {U'\u00F0', "d"},
                                                                            {U'\u00FE', "th"}}};

void append_folded(std::string& out, char32_t c) {
  const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(c));
  const bool space = c == ' ' || category == UTF8PROC_CATEGORY_ZS || category == UTF8PROC_CATEGORY_CC ||
                     category == UTF8PROC_CATEGORY_PD;
  if (space) {
    if (!out.empty() && out.back() != ' ') out += ' ';
    return;
  }
  if (c == '.') return;
  if (c == 0x2018 || c == 0x2019 || c == 0x02BC) {
    out += '\'';
    return;
  }
  for (const auto& [letter, plain] : kLetters)
    if (letter == c) {
      out += plain;
      return;
    }
  append_utf8(out, c);
}

}  // namespace

std::string fold(std::string_view text) {
  utf8proc_uint8_t* raw = nullptr;
  const auto options = static_cast<utf8proc_option_t>(UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD |
                                                      UTF8PROC_STRIPMARK | UTF8PROC_IGNORE);
  const auto size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                 static_cast<utf8proc_ssize_t>(text.size()), &raw, options);
  const std::unique_ptr<utf8proc_uint8_t, Free> owned(raw);
  if (size < 0) return std::string(text);
  const std::string_view folded(reinterpret_cast<const char*>(raw), static_cast<std::size_t>(size));
  std::string out;
  for (std::size_t at = 0; at < folded.size();) {
    const CodePoint c = decode(folded, at);
    append_folded(out, c.value);
    at += c.size;
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

}  // namespace sitcen::base
