#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "reading/tree.h"
#include "sitcen/document.h"

namespace sitcen::reading {

/// What the parse says about who can be meant.

/// Heads that a phrase cannot mean, because they stand beside it in one clause: the subject of the verb it is an
/// object of, its fellow objects, what it is coordinated with, the phrase it stands in.
struct Rivals {
  std::array<std::uint32_t, 12> token{};
  std::uint32_t size = 0;

  void add(std::uint32_t t) {
    if (size < token.size()) token[size++] = t;
  }
};
[[nodiscard]] Rivals rivals_of(const Document& doc, const Tree& tree, std::uint32_t head, bool possessive);

/// The subject of a verb: its own, or the one it shares with the verb above; kNoToken if there is none.
[[nodiscard]] std::uint32_t clause_subject(const Tree& tree, std::uint32_t verb);

/// The verb that a phrase hangs on, over prepositions and nouns; kNoToken if there is none.
[[nodiscard]] std::uint32_t governing_verb(const Document& doc, const Tree& tree, std::uint32_t head);

/// "who", "which": what the relative clause hangs on; any other token stands for itself.
[[nodiscard]] std::uint32_t speaking_head(const Document& doc, const Tree& tree, std::uint32_t head);

/// What an apposition stands behind: of a coordination ("the minister and her counterpart, Ana Kos") its last part.
[[nodiscard]] std::uint32_t before_apposition(const Tree& tree, std::uint32_t head, std::uint32_t apposition);

/// What a phrase is said to be by grammar: the head of an apposition, the subject of "is".
struct Equation {
  std::uint32_t with = kNoToken;
  std::string_view reason;  ///< static
  float score = 0;
};
[[nodiscard]] Equation equation_of(const Document& doc, const Tree& tree, std::uint32_t head);

}  // namespace sitcen::reading
