#include "store/search_terms.h"

#include <utf8proc.h>

#include <algorithm>

#include "base/utf8.h"

namespace sitcen::store {
namespace {

bool is_white(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

/// Whether the index can know it: it knows letters and numbers.
bool has_word(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto point = base::decode(text, at);
    at += point.size;
    const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(point.value));
    if (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO) return true;
    if (category >= UTF8PROC_CATEGORY_ND && category <= UTF8PROC_CATEGORY_NO) return true;
  }
  return false;
}

}  // namespace

Result<SearchTerms> parse_search(std::string_view typed) {
  const auto bad = [&](std::string_view why) { return fail(ErrorCode::bad_query, {typed, why}); };
  if (base::find_invalid_utf8(typed)) return fail(ErrorCode::bad_query, {"text", "it is not UTF-8"});
  if (typed.find('\0') != std::string_view::npos) return fail(ErrorCode::bad_query, {"text", "it has a zero byte"});

  SearchTerms terms;
  for (std::size_t at = 0; at < typed.size();) {
    if (is_white(typed[at])) {
      ++at;
      continue;
    }
    SearchTerm term;
    const bool phrase = typed[at] == '"';
    const std::size_t begin = phrase ? at + 1 : at;
    const auto rest = typed.substr(begin);
    const auto stop = phrase ? rest.find('"')
                             : static_cast<std::size_t>(std::find_if(rest.begin(), rest.end(),
                                                                     [](char c) { return is_white(c) || c == '"'; }) -
                                                        rest.begin());
    if (stop == std::string_view::npos) return bad("a quotation mark is open; close the phrase with \"");
    term.words = std::string(rest.substr(0, stop));
    at = begin + stop + (phrase ? 1 : 0);
    const bool star_after = phrase && at < typed.size() && typed[at] == '*';
    if (star_after) ++at;
    while (!phrase && !term.words.empty() && term.words.back() == '*') {
      term.words.pop_back();
      term.prefix = true;
    }
    term.prefix = term.prefix || star_after;
    if (term.prefix && !has_word(term.words)) return bad("a * needs the beginning of a word before it");
    if (has_word(term.words)) terms.push_back(std::move(term));
  }
  if (terms.empty()) return bad("it has no word to look for");
  return terms;
}

}  // namespace sitcen::store
