#include "ingest/html/element_kinds.h"

#include <algorithm>
#include <array>
#include <string>

#include "ingest/ascii.h"

namespace sitcen::ingest {
namespace {

struct PageWord {
  std::string_view word;
  Hint hint;
};

constexpr std::array kPageWords = {
#define SITCEN_PAGE_WORD(word, hint) PageWord{word, Hint::hint},
#include "ingest/html/page_words.inc"
#undef SITCEN_PAGE_WORD
};
static_assert(std::ranges::is_sorted(kPageWords, {}, &PageWord::word));

constexpr bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

Hint hint_of_word(std::string_view word) {
  const auto* at = std::ranges::lower_bound(kPageWords, word, {}, &PageWord::word);
  return at != kPageWords.end() && at->word == word ? at->hint : Hint::none;
}

}  // namespace

Role role_of(lxb_tag_id_t tag) {
  switch (tag) {
    case LXB_TAG_BR:
      return Role::line_break;
    case LXB_TAG_SCRIPT:
    case LXB_TAG_STYLE:
    case LXB_TAG_NOSCRIPT:
    case LXB_TAG_TEMPLATE:
    case LXB_TAG_SVG:
    case LXB_TAG_MATH:
    case LXB_TAG_IFRAME:
    case LXB_TAG_OBJECT:
    case LXB_TAG_CANVAS:
    case LXB_TAG_AUDIO:
    case LXB_TAG_VIDEO:
    case LXB_TAG_BUTTON:
    case LXB_TAG_SELECT:
    case LXB_TAG_TEXTAREA:
    case LXB_TAG_INPUT:
    case LXB_TAG_LABEL:
    case LXB_TAG_DIALOG:
    case LXB_TAG_TITLE:
    case LXB_TAG_NOFRAMES:
      return Role::skipped;
    case LXB_TAG_A:
    case LXB_TAG_ABBR:
    case LXB_TAG_ACRONYM:
    case LXB_TAG_B:
    case LXB_TAG_BDI:
    case LXB_TAG_BDO:
    case LXB_TAG_BIG:
    case LXB_TAG_CITE:
    case LXB_TAG_CODE:
    case LXB_TAG_DATA:
    case LXB_TAG_DEL:
    case LXB_TAG_DFN:
    case LXB_TAG_EM:
    case LXB_TAG_FONT:
    case LXB_TAG_I:
    case LXB_TAG_IMG:
    case LXB_TAG_INS:
    case LXB_TAG_KBD:
    case LXB_TAG_MARK:
    case LXB_TAG_NOBR:
    case LXB_TAG_PICTURE:
    case LXB_TAG_Q:
    case LXB_TAG_RB:
    case LXB_TAG_RP:
    case LXB_TAG_RT:
    case LXB_TAG_RUBY:
    case LXB_TAG_S:
    case LXB_TAG_SAMP:
    case LXB_TAG_SMALL:
    case LXB_TAG_SPAN:
    case LXB_TAG_STRIKE:
    case LXB_TAG_STRONG:
    case LXB_TAG_SUB:
    case LXB_TAG_SUP:
    case LXB_TAG_TIME:
    case LXB_TAG_TT:
    case LXB_TAG_U:
    case LXB_TAG_VAR:
    case LXB_TAG_WBR:
      return Role::inline_;
    default:
      return tag < LXB_TAG__LAST_ENTRY ? Role::block : Role::inline_;  // unknown names wrap anything
  }
}

BlockKind kind_of(lxb_tag_id_t tag) {
  switch (tag) {
    case LXB_TAG_P:
      return BlockKind::paragraph;
    case LXB_TAG_H1:
    case LXB_TAG_H2:
    case LXB_TAG_H3:
    case LXB_TAG_H4:
    case LXB_TAG_H5:
    case LXB_TAG_H6:
      return BlockKind::heading;
    case LXB_TAG_LI:
    case LXB_TAG_DD:
    case LXB_TAG_DT:
      return BlockKind::item;
    case LXB_TAG_TD:
    case LXB_TAG_TH:
      return BlockKind::cell;
    case LXB_TAG_BLOCKQUOTE:
      return BlockKind::quote;
    case LXB_TAG_PRE:
      return BlockKind::preformatted;
    default:
      return BlockKind::other;
  }
}

Hint hint_of_names(std::string_view names) {
  std::string word;
  char before = ' ';
  for (const char c : names.substr(0, 500)) {
    const bool letter = is_upper(c) || is_lower(c);
    if (!word.empty() && (!letter || (is_upper(c) && is_lower(before)))) {
      if (const Hint hint = hint_of_word(word); hint != Hint::none) return hint;
      word.clear();
    }
    if (letter) word += lower_ascii(c);
    before = c;
  }
  return hint_of_word(word);
}

}  // namespace sitcen::ingest
