#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

namespace sitcen::language {

/// What one token of a pattern must be like in one respect.
struct TokenPredicate {
  enum class Test : std::uint8_t { in, not_in, regex };
  std::string attribute;  ///< "TAG", "LOWER", "DEP", "IS_SPACE", ...
  Test test = Test::in;
  std::vector<std::string> values;  ///< of "IS_SPACE": "1" or "0"; of a regex: the expression
};

using TokenPattern = std::vector<TokenPredicate>;

/// A rule of spaCy's attribute ruler: where one of `patterns` matches, the token at `index` of the match gets `attrs`.
struct RulerRule {
  std::vector<std::vector<TokenPattern>> patterns;
  std::map<std::string, std::string> attrs;  ///< "POS", "MORPH" (normalised, "" for none), "LEMMA", "TAG", "DEP"
  std::int64_t index = 0;                    ///< negative: from the end
};

/// Reads attribute_ruler/patterns.
/// \return the rules in order, or the reason: damaged, or something the engine has no equal for (operators, extensions)
[[nodiscard]] tl::expected<std::vector<RulerRule>, std::string> read_ruler(std::string_view msgpack);

/// \return morphological features as spaCy writes them: fields and values sorted; "" for "_"
[[nodiscard]] std::string normalise_features(std::string_view features);

}  // namespace sitcen::language
