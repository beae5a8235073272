#include "reading/statements/surroundings.h"

#include <algorithm>
#include <string_view>

namespace sitcen::reading {

bool ends_sentence(const Scene& scene, std::uint32_t i) {
  const Token& token = scene.token(i);
  if (token.pos != Pos::punct) return false;
  const std::string_view text = scene.doc.str(token);
  return text == "." || text == "?" || text == "!" || text == "..." || text == "\u2026";
}

bool is_comma(const Scene& scene, std::uint32_t i) { return scene.doc.str(scene.token(i)) == ","; }
bool is_colon(const Scene& scene, std::uint32_t i) { return scene.doc.str(scene.token(i)) == ":"; }
bool is_dash(std::string_view word) {
  return word == "-" || word == "--" || word == "\u2013" || word == "\u2014" || word == "\u2015";
}
bool ends_in_dash(std::string_view word) {
  return word.ends_with('-') || word.ends_with("\u2014") || word.ends_with("\u2015");
}
bool is_dash(const Scene& scene, std::uint32_t i) { return is_dash(scene.doc.str(scene.token(i))); }

bool in_capitals(std::string_view word) {
  return word.size() > 1 && std::ranges::none_of(word, [](char c) { return c >= 'a' && c <= 'z'; }) &&
         std::ranges::any_of(word, [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool starts_upper(const Scene& scene, TokenRange r) {
  for (std::uint32_t i = r.first; i < r.last; ++i) {
    const std::string_view text = scene.doc.str(scene.token(i));
    if (scene.token(i).is_space || scene.token(i).pos == Pos::punct || text.empty()) continue;
    const char c = text.front();
    return c < 'a' || c > 'z';
  }
  return false;
}

bool has_word(const Scene& scene, TokenRange r) { return !r.empty() && scene.words[r.last] > scene.words[r.first]; }

bool has_verb(const Scene& scene, TokenRange r) {
  for (std::uint32_t i = r.first; i < r.last; ++i)
    if (scene.token(i).pos == Pos::verb || scene.token(i).pos == Pos::aux) return true;
  return false;
}

std::uint32_t last_word(const Scene& scene, TokenRange r) {
  for (std::uint32_t i = r.last; i > r.first; --i)
    if (!scene.token(i - 1).is_space && !is_quotation_mark(scene.doc.str(scene.token(i - 1)))) return i - 1;
  return kNoToken;
}

bool is_title(const Scene& scene, TokenRange r) {
  std::uint32_t words = 0;
  for (std::uint32_t i = r.first; i < r.last; ++i) {
    const Token& token = scene.token(i);
    if (token.is_space || token.pos == Pos::punct || token.pos == Pos::adp || token.pos == Pos::det ||
        token.pos == Pos::cconj || token.pos == Pos::part || token.pos == Pos::num)
      continue;
    const char c = scene.doc.str(token).front();
    if (c >= 'a' && c <= 'z') return false;
    ++words;
  }
  return words > 0;
}

Place place_of(const Scene& scene, std::uint32_t index) {
  const Quotation& q = scene.quotations[index];
  const TokenRange paragraph = scene.paragraphs[q.paragraph];
  Place p{q, paragraph.first, paragraph.last, 0, false, 0};
  if (index > 0 && scene.quotations[index - 1].paragraph == q.paragraph) {
    p.left = scene.quotations[index - 1].outer.last;
    p.after_quotation = true;
  }
  if (index + 1 < scene.quotations.size() && scene.quotations[index + 1].paragraph == q.paragraph)
    p.right = scene.quotations[index + 1].outer.first;
  p.sentence = p.left;
  for (std::uint32_t i = q.outer.first; i > p.left; --i)
    if (ends_sentence(scene, i - 1)) {
      p.sentence = i;
      p.after_quotation = false;
      break;
    }
  // `"...it." X said: "..."`: the quotation in front was a sentence of its own.
  if (p.after_quotation && p.left > 0) {
    const Quotation& before = scene.quotations[index - 1];
    const std::uint32_t last = last_word(scene, before.inner);
    if (last != kNoToken && ends_sentence(scene, last) && p.left < q.outer.first &&
        starts_upper(scene, {p.left, q.outer.first}))
      p.after_quotation = false;
  }
  p.sentence_end = p.right;
  for (std::uint32_t i = q.outer.last; i < p.right; ++i)
    if (ends_sentence(scene, i)) {
      p.sentence_end = i;
      break;
    }
  return p;
}

}  // namespace sitcen::reading
