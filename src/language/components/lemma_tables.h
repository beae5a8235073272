#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "language/frozen_table.h"
#include "language/model_file.h"
#include "sitcen/result.h"

namespace sitcen::language {

/// An ending and what takes its place.
using LemmaRule = std::pair<std::string_view, std::string_view>;

/// What a lemmatizer knows of one part of speech: suffix rules in order, known lemmas, exceptions with their lemmas.
/// Arrays under a prefix, each may be missing: .rules (lines "old TAB new"), .index (table), .exceptions (table) with
/// .forms (an exception's lemmas, a line each) and .form_ends.
struct LemmaTables {
  std::vector<LemmaRule> rules;
  FrozenTable index, exceptions;
  std::span<const std::uint32_t> form_ends;
  std::string_view forms;

  /// \return model_damaged if the arrays do not fit together
  [[nodiscard]] static Result<LemmaTables> load(const ModelFile& file, const std::string& prefix);

  [[nodiscard]] bool empty() const noexcept { return rules.empty() && index.size() == 0 && exceptions.size() == 0; }
  /// \return the lemmas that an exception names, each with its '\n'; "" if the word is none
  [[nodiscard]] std::string_view exceptions_of(std::string_view word) const noexcept;
};

/// \return the first line, without its end
[[nodiscard]] inline std::string_view first_line(std::string_view lines) noexcept {
  return lines.substr(0, lines.find('\n'));
}

}  // namespace sitcen::language
