#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "reading/figures/lexemes.h"
#include "reading/figures/number_words.h"
#include "reading/times/time_words.h"
#include "sitcen/document.h"

namespace sitcen::reading {

/// A text cut into lexemes, with what the table of time words says of each.
struct TimeScene {
  const Document& doc;
  std::span<const Lexeme> all;
  std::span<const std::uint32_t> token_of;    ///< per lexeme the first token that it overlaps
  std::span<const TimeEntry* const> entries;  ///< per lexeme; null: no word of a time
  const NumberWords& numbers;

  [[nodiscard]] bool has(std::size_t i) const { return i < all.size(); }
  [[nodiscard]] bool is(std::size_t i, std::string_view word) const { return has(i) && all[i].text == word; }
  [[nodiscard]] bool is_word(std::size_t i) const { return has(i) && all[i].kind == LexemeKind::word; }
  [[nodiscard]] bool is_symbol(std::size_t i) const { return has(i) && all[i].kind == LexemeKind::symbol; }
  [[nodiscard]] bool is_digits(std::size_t i) const { return has(i) && all[i].kind == LexemeKind::digits; }
  [[nodiscard]] bool glued(std::size_t i) const { return has(i) && all[i].glued; }
  /// Whether a newline stands in front of a lexeme: no time goes on over it.
  [[nodiscard]] bool begins_line(std::size_t i) const {
    return i == 0 || all[i - 1].text == "\n";  // a line's end is a lexeme
  }
  [[nodiscard]] const Token& token(std::size_t i) const { return doc.tokens[token_of[i]]; }
  /// Whether the model took it for (part of) a date or a time of day.
  [[nodiscard]] bool is_dated(std::size_t i) const {
    const EntityType type = doc.entity_type(token(i));
    return type == EntityType::date || type == EntityType::time;
  }
  [[nodiscard]] bool is_capital(std::size_t i) const {
    const char c = doc.text[all[i].span.begin];
    return c >= 'A' && c <= 'Z';
  }
};

}  // namespace sitcen::reading
