#pragma once

#include <tsl/robin_map.h>

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "language/model_file.h"
#include "language/regex.h"
#include "language/type_table.h"
#include "sitcen/document.h"
#include "sitcen/result.h"

namespace sitcen::language {

/// The rules that turn tag, part of speech, word and dependency label into others and some lemmas: immutable.
/// Arrays (rows of plain numbers): ruler.predicates, ruler.values, ruler.regexes, ruler.tokens, ruler.token_predicates,
/// ruler.patterns, ruler.effects, ruler.lemmas.
class RulerModel {
 public:
  enum class Attribute : std::uint32_t { tag, dep, lower, orth, is_space, pos };
  enum class Test : std::uint32_t { in, not_in, regex };
  /// values: label numbers, string ids, 0 or 1; for a regex its line in ruler.regexes
  struct Predicate {
    Attribute attribute;
    Test test;
    std::uint32_t first_value, last_value;
  };
  struct TokenPattern {
    std::uint32_t first_predicate, last_predicate;  ///< into ruler.token_predicates
  };
  struct Pattern {
    std::uint32_t rule;
    std::uint32_t first_token, last_token;
    std::uint32_t target;  ///< which of its tokens the rule changes
  };
  /// What a rule sets; -1: it leaves that alone.
  struct Effect {
    std::int32_t pos, morph, lemma, tag, dep;
  };

  /// \return model_damaged if a number points outside of what it counts
  [[nodiscard]] static Result<RulerModel> load(const ModelFile& file, const Labels& labels);

  /// True for predicates that look at the word alone, so that their answer is the same for all tokens of a type.
  [[nodiscard]] static bool is_of_type(const Predicate& p) noexcept {
    return p.attribute >= Attribute::lower && p.attribute <= Attribute::is_space;
  }
  [[nodiscard]] bool contains(const Predicate& p, std::uint64_t value) const noexcept;

  std::span<const Predicate> predicates;
  std::span<const std::uint64_t> values;
  std::span<const TokenPattern> tokens;
  std::span<const std::uint32_t> token_predicates;
  std::span<const Pattern> patterns;  ///< by rule, ascending
  std::span<const Effect> effects;    ///< by rule
  std::vector<std::string_view> lemmas;
  std::vector<Regex> regexes;
  std::size_t tags = 0, deps = 0;  ///< numbers of labels
  std::size_t parts = 1;           ///< parts of speech that predicates tell apart; 1: they look at none
};

/// Applies the rules as spaCy does: all matches are found first, then later rules go before earlier ones.
/// One per thread: it remembers what holds for a word type and for a (word, tag, label), so a token costs two look-ups.
class AttributeRuler {
 public:
  /// \param model  must outlive the ruler
  explicit AttributeRuler(const RulerModel& model);

  /// Call when type numbers have become void.
  void forget_types() { class_of_type_.clear(); }

  /// Sets tag, pos, morph, dep and lemma where a rule says so (no lemma: lemma_size 0).
  /// \param raw  the document's tokens as the tokenizer gave them, parallel to its own
  /// \param doc  tokens with span, dep and what the tagger gave; lemmas are appended to doc.strings
  void apply(std::span<const RawToken> raw, const TypeTable& table, Document& doc);

 private:
  static constexpr std::uint16_t kUnknown = 0xFFFF;

  /// The outcome of all rules of one token together, with the rule that decided each part.
  struct Outcome {
    RulerModel::Effect effect{-1, -1, -1, -1, -1};
    RulerModel::Effect rule{-1, -1, -1, -1, -1};
    bool opens_pattern = false;  ///< a pattern of several tokens may begin here
  };
  /// Word types that the same predicates hold for.
  struct TypeClass {
    std::vector<bool> holds;              ///< by predicate
    std::vector<std::uint16_t> outcomes;  ///< by tag, dep and pos; kUnknown: not yet worked out
  };
  struct Match {
    std::uint32_t rule, token;
  };

  [[nodiscard]] std::uint16_t class_of(std::uint32_t type, const WordType& word, std::string_view spelling);
  [[nodiscard]] std::uint16_t outcome_of(std::uint16_t type_class, const Token& token);
  [[nodiscard]] bool matches(const RulerModel::TokenPattern& pattern, const TypeClass& type_class,
                             const Token& token) const noexcept;
  void find_patterns(std::uint32_t first, std::span<const RawToken> raw, const TypeTable& table, const Document& doc);
  void set(const RulerModel::Effect& effect, Token& token, std::string& strings) const;

  const RulerModel* model_;
  RegexScratch scratch_;
  std::string lower_;
  std::vector<std::uint16_t> class_of_type_;
  std::vector<TypeClass> classes_;
  std::map<std::vector<bool>, std::uint16_t> class_numbers_;
  tsl::robin_map<StringId, std::vector<std::uint32_t>> predicates_of_lower_, predicates_of_orth_;
  std::vector<bool> usual_;  ///< what holds for a word that no rule names
  std::vector<Outcome> outcomes_;
  std::vector<std::uint16_t> outcome_of_token_;
  std::vector<Match> matches_;
};

}  // namespace sitcen::language
