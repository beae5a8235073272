#include "language/components/attribute_ruler.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "base/utf8.h"
#include "language/unicode/unicode.h"

namespace sitcen::language {
namespace {

using Effect = RulerModel::Effect;

/// The parts of an effect, to go through them by one loop.
constexpr std::array<std::int32_t Effect::*, 5> kRuleParts = {&Effect::pos, &Effect::morph, &Effect::lemma,
                                                              &Effect::tag, &Effect::dep};
constexpr std::int32_t kPosCount = static_cast<std::int32_t>(Pos::space) + 1;

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

/// What a token has for an attribute that is not its word's.
std::uint64_t label_of(RulerModel::Attribute attribute, const Token& token) noexcept {
  if (attribute == RulerModel::Attribute::pos) return static_cast<std::uint64_t>(token.pos);
  return attribute == RulerModel::Attribute::tag ? token.tag : token.dep;
}

template <class T>
[[nodiscard]] bool is_range(std::uint32_t first, std::uint32_t last, std::span<const T> of) noexcept {
  return first <= last && last <= of.size();
}

}  // namespace

bool RulerModel::contains(const Predicate& p, std::uint64_t value) const noexcept {
  const auto all = values.subspan(p.first_value, p.last_value - p.first_value);
  return std::ranges::find(all, value) != all.end();
}

Result<RulerModel> RulerModel::load(const ModelFile& file, const Labels& labels) {
  RulerModel model;
  model.tags = labels.tags.size();
  model.deps = labels.deps.size();
  const auto load = [&]<class T>(std::span<const T>& into, const char* name) -> Result<void> {
    const auto array = file.array<T>(name);
    if (!array) return fail(array.error());
    into = *array;
    return {};
  };
  if (auto ok = load(model.predicates, "ruler.predicates"); !ok) return fail(std::move(ok.error()));
  if (auto ok = load(model.values, "ruler.values"); !ok) return fail(std::move(ok.error()));
  if (auto ok = load(model.tokens, "ruler.tokens"); !ok) return fail(std::move(ok.error()));
  if (auto ok = load(model.token_predicates, "ruler.token_predicates"); !ok) return fail(std::move(ok.error()));
  if (auto ok = load(model.patterns, "ruler.patterns"); !ok) return fail(std::move(ok.error()));
  if (auto ok = load(model.effects, "ruler.effects"); !ok) return fail(std::move(ok.error()));
  const auto lemmas = file.text("ruler.lemmas");
  if (!lemmas) return fail(lemmas.error());
  if (base::find_invalid_utf8(*lemmas)) return file.damaged("ruler.lemmas is not UTF-8");
  model.lemmas = lines_of(*lemmas);
  const auto regexes = file.text("ruler.regexes");
  if (!regexes) return fail(regexes.error());
  for (const std::string_view line : lines_of(*regexes)) {
    auto regex = Regex::compile(line, false);
    if (!regex) return file.damaged("ruler.regexes " + regex.error());
    model.regexes.push_back(std::move(*regex));
  }

  const auto bad = [&] { return file.damaged("the attribute ruler's tables do not fit together"); };
  for (const Predicate& p : model.predicates) {
    if (p.attribute > Attribute::pos || p.test > Test::regex) return bad();
    if (p.attribute == Attribute::pos) model.parts = kPosCount;
    if (!is_range(p.first_value, p.last_value, model.values)) return bad();
    if (p.test != Test::regex) continue;
    if (p.attribute != Attribute::lower || p.last_value - p.first_value != 1 ||
        model.values[p.first_value] >= model.regexes.size())
      return bad();
  }
  for (const std::uint32_t p : model.token_predicates)
    if (p >= model.predicates.size()) return bad();
  for (const TokenPattern& t : model.tokens)
    if (!is_range(t.first_predicate, t.last_predicate, model.token_predicates)) return bad();
  std::uint32_t last_rule = 0;
  for (const Pattern& p : model.patterns) {
    if (!is_range(p.first_token, p.last_token, model.tokens) || p.target >= p.last_token - p.first_token ||
        p.rule >= model.effects.size() || p.rule < last_rule)
      return bad();
    last_rule = p.rule;
  }
  const auto fits = [](std::int32_t value, std::size_t count) {
    return value >= -1 && (value < 0 || static_cast<std::size_t>(value) < count);
  };
  for (const Effect& e : model.effects)
    if (!fits(e.pos, kPosCount) || !fits(e.morph, labels.morphs.size()) || !fits(e.lemma, model.lemmas.size()) ||
        !fits(e.tag, model.tags) || !fits(e.dep, model.deps))
      return bad();
  return model;
}

AttributeRuler::AttributeRuler(const RulerModel& model) : model_(&model), usual_(model.predicates.size(), false) {
  using Attribute = RulerModel::Attribute;
  for (std::uint32_t i = 0; i < model.predicates.size(); ++i) {
    const auto& p = model.predicates[i];
    usual_[i] = p.test == RulerModel::Test::not_in;
    if (p.test == RulerModel::Test::regex) continue;
    if (p.attribute == Attribute::is_space) {
      usual_[i] = model.contains(p, 0) != usual_[i];
    } else if (RulerModel::is_of_type(p)) {
      auto& index = p.attribute == Attribute::lower ? predicates_of_lower_ : predicates_of_orth_;
      for (std::uint32_t v = p.first_value; v < p.last_value; ++v) index[model.values[v]].push_back(i);
    }
  }
}

/// Which predicates hold for a word: those it is named in change from the usual, regular expressions are tried.
std::uint16_t AttributeRuler::class_of(std::uint32_t type, const WordType& word, std::string_view spelling) {
  if (type >= class_of_type_.size()) class_of_type_.resize(type + 1 + type / 2, kUnknown);
  std::uint16_t& known = class_of_type_[type];
  if (known != kUnknown) return known;

  std::vector<bool> holds = usual_;
  const auto name = [&](const auto& index, StringId id) {
    const auto at = index.find(id);
    if (at == index.end()) return;
    for (const std::uint32_t p : at->second) holds[p] = model_->predicates[p].test == RulerModel::Test::in;
  };
  name(predicates_of_lower_, word.lower);
  name(predicates_of_orth_, word.orth);
  lower_.clear();
  for (std::size_t i = 0; i < holds.size(); ++i) {
    const auto& p = model_->predicates[i];
    if (p.test == RulerModel::Test::regex) {
      if (lower_.empty()) append_lower(lower_, spelling);
      holds[i] = model_->regexes[model_->values[p.first_value]].search(lower_, 0, scratch_).has_value();
    } else if (p.attribute == RulerModel::Attribute::is_space) {
      holds[i] = model_->contains(p, word.is_space ? 1 : 0) == (p.test == RulerModel::Test::in);
    }
  }
  const auto [at, is_new] = class_numbers_.try_emplace(std::move(holds), static_cast<std::uint16_t>(classes_.size()));
  if (is_new)
    classes_.push_back({at->first, std::vector<std::uint16_t>(model_->tags * model_->deps * model_->parts, kUnknown)});
  return known = at->second;
}

bool AttributeRuler::matches(const RulerModel::TokenPattern& pattern, const TypeClass& type_class,
                             const Token& token) const noexcept {
  for (std::uint32_t i = pattern.first_predicate; i < pattern.last_predicate; ++i) {
    const std::uint32_t number = model_->token_predicates[i];
    const auto& p = model_->predicates[number];
    const bool holds = RulerModel::is_of_type(p)
                           ? type_class.holds[number]
                           : model_->contains(p, label_of(p.attribute, token)) == (p.test == RulerModel::Test::in);
    if (!holds) return false;
  }
  return true;
}

std::uint16_t AttributeRuler::outcome_of(std::uint16_t type_class, const Token& token) {
  const std::size_t pos = model_->parts > 1 ? static_cast<std::size_t>(token.pos) : 0;
  const std::size_t cell = (token.tag * model_->deps + token.dep) * model_->parts + pos;
  if (const std::uint16_t known = classes_[type_class].outcomes[cell]; known != kUnknown) return known;
  const TypeClass& words = classes_[type_class];
  Outcome outcome;
  for (const auto& pattern : model_->patterns) {
    if (!matches(model_->tokens[pattern.first_token], words, token)) continue;
    if (pattern.last_token - pattern.first_token > 1) {
      outcome.opens_pattern = true;
      continue;
    }
    for (const auto part : kRuleParts) {
      if (model_->effects[pattern.rule].*part < 0) continue;
      outcome.effect.*part = model_->effects[pattern.rule].*part;
      outcome.rule.*part = static_cast<std::int32_t>(pattern.rule);
    }
  }
  // Thousands of cells share a few hundred outcomes.
  const auto same = std::ranges::find_if(outcomes_, [&](const Outcome& o) {
    return o.opens_pattern == outcome.opens_pattern && std::ranges::all_of(kRuleParts, [&](auto part) {
             return o.effect.*part == outcome.effect.*part && o.rule.*part == outcome.rule.*part;
           });
  });
  const auto number = static_cast<std::uint16_t>(same - outcomes_.begin());
  if (same == outcomes_.end()) outcomes_.push_back(outcome);
  return classes_[type_class].outcomes[cell] = number;
}

void AttributeRuler::find_patterns(std::uint32_t first, std::span<const RawToken> raw, const TypeTable& table,
                                   const Document& doc) {
  for (const auto& pattern : model_->patterns) {
    const std::uint32_t size = pattern.last_token - pattern.first_token;
    if (size < 2 || size > doc.tokens.size() - first) continue;
    bool all = true;
    for (std::uint32_t i = 0; i < size && all; ++i) {
      const Token& token = doc.tokens[first + i];
      const std::uint32_t type = raw[first + i].type;
      const std::uint16_t type_class = class_of(type, table[type], doc.str(token));
      all = matches(model_->tokens[pattern.first_token + i], classes_[type_class], token);
    }
    if (all) matches_.push_back({pattern.rule, first + pattern.target});
  }
}

void AttributeRuler::set(const Effect& effect, Token& token, std::string& strings) const {
  if (effect.pos >= 0) token.pos = static_cast<Pos>(effect.pos);
  if (effect.morph >= 0) token.morph = static_cast<std::uint16_t>(effect.morph);
  if (effect.tag >= 0) token.tag = static_cast<std::uint16_t>(effect.tag);
  if (effect.dep >= 0) token.dep = static_cast<std::uint16_t>(effect.dep);
  if (effect.lemma >= 0) {
    const std::string_view lemma = model_->lemmas[static_cast<std::size_t>(effect.lemma)];
    token.lemma = static_cast<std::uint32_t>(strings.size());
    token.lemma_size = static_cast<std::uint32_t>(lemma.size());
    strings += lemma;
  }
}

void AttributeRuler::apply(std::span<const RawToken> raw, const TypeTable& table, Document& doc) {
  matches_.clear();
  outcome_of_token_.clear();
  for (std::uint32_t i = 0; i < doc.tokens.size(); ++i) {
    const Token& token = doc.tokens[i];
    const std::uint16_t type_class = class_of(raw[i].type, table[raw[i].type], doc.str(token));
    const std::uint16_t outcome = outcome_of(type_class, token);
    outcome_of_token_.push_back(outcome);
    if (outcomes_[outcome].opens_pattern) find_patterns(i, raw, table, doc);
  }
  for (std::size_t i = 0; i < doc.tokens.size(); ++i) {
    Token& token = doc.tokens[i];
    token.lemma = 0;
    token.lemma_size = 0;
    set(outcomes_[outcome_of_token_[i]].effect, token, doc.strings);
  }
  if (matches_.empty()) return;
  std::ranges::sort(matches_, [](Match a, Match b) { return std::tie(a.rule, a.token) < std::tie(b.rule, b.token); });
  for (const Match& match : matches_) {
    const Effect& decided_by = outcomes_[outcome_of_token_[match.token]].rule;
    Effect effect = model_->effects[match.rule];
    for (const auto part : kRuleParts)
      if (decided_by.*part > static_cast<std::int32_t>(match.rule)) effect.*part = -1;
    set(effect, doc.tokens[match.token], doc.strings);
  }
}

}  // namespace sitcen::language
