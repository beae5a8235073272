// Whatever a parser may say of whatever text: readers stay inside the text and say the same twice.

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <array>
#include <string>

#include "reading/reader.h"
#include "sketch.h"
#include "soundness.h"

namespace sitcen::reading {
namespace {

constexpr std::array<std::string_view, 48> kWords = {
    "Ana", "Kos", "Kos", "minister", "of",         "Russia", "said",        "that",  "denied", "told",
    "him", "he",  "\"",  "\"",       "“",          "”",      "‘",           "’",     "''",     ",",
    ".",   ":",   "\n",  "\n\n",     "according",  "to",     "claim",       "sure",  "she",    "his",
    "I",   "we",  "the", "two",      "presidents", "mother", "counterpart", "both",  "you",    "themselves",
    "「",  "」",  "«",   "»",        "—",          "אמר",    "\u200fقال",   "\u200f"};
constexpr std::array<std::string_view, 22> kDeps = {
    "nsubj", "ccomp", "xcomp", "dobj", "dative", "prep", "pobj", "conj",  "advcl",     "acl",      "relcl",
    "punct", "aux",   "appos", "poss", "det",    "amod", "neg",  "agent", "nsubjpass", "compound", "mark"};
constexpr std::array<std::string_view, 12> kTags = {"VBD", "VBG", "VBN", "NN",   "NNP", "POS",
                                                    "TO",  "WP",  "PRP", "PRP$", "NNS", "DT"};
constexpr std::array<std::string_view, 10> kLemmas = {"say",  "tell", "deny", "call", "claim",
                                                      "sure", "be",   "want", "urge", "x"};
constexpr std::array<EntityType, 6> kEntities = {EntityType::person, EntityType::org,  EntityType::gpe,
                                                 EntityType::norp,   EntityType::date, EntityType::fac};

template <class T, std::size_t N>
T any(const std::array<T, N>& from) {
  return from[*rc::gen::inRange<std::size_t>(0, N)];
}

std::string random_text() {
  std::string text;
  const auto words = *rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(0, kWords.size()));
  for (const std::size_t w : words) {
    text += kWords[w];
    if (*rc::gen::inRange(0, 3) > 0) text += ' ';
  }
  return text;
}

void parse_at_random(Sketch& s) {
  for (std::uint32_t i = 0; i < s.size(); ++i) {
    if (s.doc().tokens[i].is_space) continue;
    const bool punct = s.doc().tokens[i].pos == Pos::punct;
    // Heads in front only, or itself: always a forest, often not projective.
    const auto head = *rc::gen::inRange<std::uint32_t>(0, i + 1);
    const auto pos = punct ? Pos::punct : static_cast<Pos>(*rc::gen::inRange(1, 19));
    s.set(i, pos, any(kTags), any(kDeps), *rc::gen::inRange(0, 5) == 0 ? i : head, any(kLemmas));
  }
  for (std::uint32_t i = 0; i < s.size();) {
    const auto size = *rc::gen::inRange<std::uint32_t>(1, 4);
    if (*rc::gen::inRange(0, 4) == 0) s.entity(i, std::min(i + size, s.size()), any(kEntities));
    i += size;
  }
}

bool same(const Findings& a, const Findings& b) {
  if (a.actors.size() != b.actors.size() || a.statements.size() != b.statements.size()) return false;
  for (std::size_t i = 0; i < a.actors.size(); ++i)
    if (a.actors[i].name != b.actors[i].name || a.actors[i].mentions.size() != b.actors[i].mentions.size())
      return false;
  for (std::size_t i = 0; i < a.statements.size(); ++i)
    if (a.statements[i].content != b.statements[i].content || a.statements[i].cue != b.statements[i].cue ||
        a.statements[i].parent != b.statements[i].parent)
      return false;
  return true;
}

RC_GTEST_PROP(Readers, StayInsideTheText, ()) {
  Sketch sketch(random_text());
  parse_at_random(sketch);
  const Document& doc = sketch.doc();
  const Knowledge knowledge = load_knowledge("en");
  ReadOptions options;
  options.statements = *rc::gen::inRange(0, 2) == 0 ? StatementScope::strict : StatementScope::wide;
  const Report report;
  const Findings read = read_findings(report, doc, knowledge, options);
  RC_ASSERT(same(read, read_findings(report, doc, knowledge, options)));

  const std::string wrong = what_is_wrong(doc, read);
  if (!wrong.empty()) RC_FAIL(wrong);
}

}  // namespace
}  // namespace sitcen::reading
