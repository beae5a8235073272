#include "store/copies/words.h"

#include <utf8proc.h>
#define XXH_INLINE_ALL
#include <xxhash.h>

#include <string>

#include "base/utf8.h"

namespace sitcen::store::copies {
namespace {

enum class Kind : std::uint8_t { space, stop, other, letter, capital, digit, mark, alone };

/// Scripts that are written without spaces between words.
constexpr bool stands_alone(char32_t c) {
  return (c >= 0x0E00 && c <= 0x0EFF) || (c >= 0x1000 && c <= 0x109F) || (c >= 0x1780 && c <= 0x17FF) ||
         (c >= 0x3040 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) ||
         (c >= 0x20000 && c <= 0x3FFFF);
}

Kind letter_kind(char32_t c) {
  if (c < 0x80) {
    if (c >= 'a' && c <= 'z') return Kind::letter;
    if (c >= 'A' && c <= 'Z') return Kind::capital;
    if (c >= '0' && c <= '9') return Kind::digit;
    if (c == '.' || c == '!' || c == '?' || c == ':' || c == '\n' || c == '"') return Kind::stop;
    return c == ' ' || c == '\t' || c == '\r' ? Kind::space : Kind::other;
  }
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LT:
      return Kind::capital;
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
      return stands_alone(c) ? Kind::alone : Kind::letter;
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
      return Kind::mark;
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO:
      return Kind::digit;
    case UTF8PROC_CATEGORY_PI:  // an opening quotation mark begins a sentence as often as not
    case UTF8PROC_CATEGORY_PF:
      return Kind::stop;
    case UTF8PROC_CATEGORY_ZS:
      return Kind::space;
    default:
      return Kind::other;
  }
}

/// The words of one text, letter by letter.
class Splitter {
 public:
  explicit Splitter(std::string_view text) : text_(text) { words_.reserve(text.size() / 6); }

  std::vector<Word> split() {
    for (std::size_t at = 0; at < text_.size();) {
      const base::CodePoint c = base::decode(text_, at);
      take(c, static_cast<std::uint32_t>(at));
      at += c.size;
    }
    finish(static_cast<std::uint32_t>(text_.size()));
    return std::move(words_);
  }

 private:
  void take(base::CodePoint c, std::uint32_t at) {
    const Kind kind = letter_kind(c.value);
    if (kind == Kind::mark) return;  // belongs to its letter, and counts for nothing
    if (kind == Kind::alone || (kind != Kind::letter && kind != Kind::capital && kind != Kind::digit)) finish(at);
    if (kind == Kind::stop) begins_sentence_ = true;
    if (kind == Kind::space || kind == Kind::stop || kind == Kind::other) return;
    if (folded_.empty()) {
      begin_ = at;
      fact_ = kind == Kind::capital && !begins_sentence_;
      begins_sentence_ = false;
    }
    fact_ = fact_ || kind == Kind::digit;
    if (c.value < 0x80) {
      folded_ += static_cast<char>(kind == Kind::capital ? c.value + ('a' - 'A') : c.value);
    } else {
      base::append_utf8(folded_, static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(c.value))));
    }
    if (kind == Kind::alone) finish(at + c.size);
  }

  void finish(std::uint32_t end) {
    if (folded_.empty()) return;
    words_.push_back({XXH3_64bits(folded_.data(), folded_.size()), {begin_, end}, fact_});
    folded_.clear();
  }

  std::string_view text_;
  std::vector<Word> words_;
  std::string folded_;  ///< of the word that is open; empty: none is
  std::uint32_t begin_ = 0;
  bool fact_ = false;
  bool begins_sentence_ = true;
};

}  // namespace

std::vector<Word> words_of(std::string_view text) { return Splitter(text).split(); }

}  // namespace sitcen::store::copies
