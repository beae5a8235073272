#include "reading/statements/datelines.h"

#include <algorithm>
#include <string_view>

#include "reading/paragraphs.h"
#include "reading/statements/surroundings.h"

namespace sitcen::reading {
namespace {

constexpr std::uint32_t kLongestDateline = 16;  ///< tokens

/// Names, numbers, dates and what stands between them; a verb or a small word ends the dateline's chance.
bool may_belong(const Token& token, std::string_view word) {
  if (token.is_space || token.pos == Pos::propn || token.pos == Pos::num) return true;
  if (token.pos == Pos::punct) return word == "," || word == "(" || word == ")" || word == "." || word == "/";
  const char c = word.front();
  return (c >= 'A' && c <= 'Z') && token.pos != Pos::pron && token.pos != Pos::det;
}

std::uint32_t behind_dateline(const Document& doc, TokenRange paragraph) {
  const std::uint32_t last = std::min(paragraph.last, paragraph.first + kLongestDateline);
  bool capitals = false, agency = false, comma = false;
  for (std::uint32_t i = paragraph.first; i < last; ++i) {
    const Token& token = doc.tokens[i];
    const std::string_view word = doc.str(token);
    capitals = capitals || in_capitals(word);
    agency = agency || word == ")";
    comma = comma || word == ",";
    const bool spaced = i > paragraph.first && doc.tokens[i - 1].span.end != token.span.begin;
    if (is_dash(word) && spaced && i > paragraph.first) return capitals || agency ? i + 1 : paragraph.first;
    // "BELGRADE, 18 February. The minister ..."
    if (word == "." && comma && in_capitals(doc.str(doc.tokens[paragraph.first])) &&
        doc.entity_type(doc.tokens[i - 1]) == EntityType::date)
      return i + 1;
    if (!may_belong(token, word)) break;
  }
  return paragraph.first;
}

}  // namespace

std::vector<std::uint32_t> behind_datelines(const Document& doc, std::span<const TokenRange> paragraphs) {
  std::vector<std::uint32_t> out;
  out.reserve(paragraphs.size());
  for (const TokenRange p : paragraphs) out.push_back(behind_dateline(doc, p));
  return out;
}

std::vector<bool> dateline_words(const Document& doc) {
  std::vector<bool> out(doc.tokens.size(), false);
  const std::vector<TokenRange> lines = paragraphs(doc);
  const std::vector<std::uint32_t> behind = behind_datelines(doc, lines);
  for (std::size_t l = 0; l < lines.size(); ++l)
    std::fill(out.begin() + lines[l].first, out.begin() + std::max(lines[l].first, behind[l]), true);
  return out;
}

}  // namespace sitcen::reading
