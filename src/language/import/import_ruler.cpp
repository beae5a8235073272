#include <algorithm>
#include <array>
#include <optional>

#include "language/components/attribute_ruler.h"
#include "language/import/import_rules.h"
#include "language/import/python_regex.h"
#include "language/import/string_ids.h"
#include "language/labels.h"

namespace sitcen::language {
namespace {

using Attribute = RulerModel::Attribute;
using Test = RulerModel::Test;
template <class T>
using Decoded = tl::expected<T, std::string>;

std::optional<Attribute> attribute_of(std::string_view name) {
  constexpr std::array<std::string_view, 6> kNames = {"TAG", "DEP", "LOWER", "ORTH", "IS_SPACE", "POS"};
  const auto at = std::ranges::find(kNames, name);
  if (at == kNames.end()) return std::nullopt;
  return static_cast<Attribute>(at - kNames.begin());
}

/// \return where a label stands in its list, -1 if the model does not have it
std::int32_t index_of(const std::vector<std::string>& list, std::string_view label) {
  const auto at = std::ranges::find(list, label);
  return at == list.end() ? -1 : static_cast<std::int32_t>(at - list.begin());
}

std::int32_t pos_of(std::string_view name) {
  const auto pos = pos_named(name);
  return pos ? static_cast<std::int32_t>(*pos) : -1;
}

/// The arrays that grow as rules are added; RulerModel says what each is.
class Tables {
 public:
  explicit Tables(const LabelLists& labels) : labels_(&labels) {}

  [[nodiscard]] Decoded<void> add(const RulerRule& rule) {
    auto effect = effect_of(rule);
    if (!effect) return tl::unexpected(effect.error());
    const auto number = static_cast<std::uint32_t>(effects_.size());
    effects_.push_back(*effect);
    for (const auto& pattern : rule.patterns) {
      const auto size = static_cast<std::int64_t>(pattern.size());
      const std::int64_t target = rule.index < 0 ? rule.index + size : rule.index;
      if (target < 0 || target >= size) return tl::unexpected<std::string>("its index lies outside of its pattern");
      const auto first = static_cast<std::uint32_t>(tokens_.size());
      for (const TokenPattern& token : pattern) {
        const auto first_predicate = static_cast<std::uint32_t>(token_predicates_.size());
        for (const TokenPredicate& predicate : token) {
          const auto added = add_predicate(predicate);
          if (!added) return tl::unexpected(added.error());
          token_predicates_.push_back(*added);
        }
        tokens_.push_back({first_predicate, static_cast<std::uint32_t>(token_predicates_.size())});
      }
      patterns_.push_back(
          {number, first, static_cast<std::uint32_t>(tokens_.size()), static_cast<std::uint32_t>(target)});
    }
    return {};
  }

  void write(ModelFileWriter& out) const {
    out.add("ruler.predicates", std::span<const RulerModel::Predicate>(predicates_));
    out.add("ruler.values", std::span<const std::uint64_t>(values_));
    out.add_text("ruler.regexes", regexes_);
    out.add("ruler.tokens", std::span<const RulerModel::TokenPattern>(tokens_));
    out.add("ruler.token_predicates", std::span<const std::uint32_t>(token_predicates_));
    out.add("ruler.patterns", std::span<const RulerModel::Pattern>(patterns_));
    out.add("ruler.effects", std::span<const RulerModel::Effect>(effects_));
    std::string lemmas;
    for (const std::string& lemma : lemmas_) lemmas += lemma + '\n';
    out.add_text("ruler.lemmas", lemmas);
  }

 private:
  [[nodiscard]] Decoded<RulerModel::Effect> effect_of(const RulerRule& rule) {
    RulerModel::Effect effect{-1, -1, -1, -1, -1};
    for (const auto& [attribute, value] : rule.attrs) {
      if (attribute == "POS") {
        effect.pos = pos_of(value);
        if (effect.pos < 0) return tl::unexpected("it sets an unknown part of speech " + value);
      } else if (attribute == "MORPH") {
        effect.morph = index_of(labels_->morphs, value);
      } else if (attribute == "TAG") {
        effect.tag = index_of(labels_->tags, value);
      } else if (attribute == "DEP") {
        effect.dep = index_of(labels_->deps, value);
      } else if (attribute == "LEMMA") {
        if (value.empty() || value.find('\n') != value.npos)
          return tl::unexpected<std::string>("it sets no usable lemma");
        if (std::ranges::find(lemmas_, value) == lemmas_.end()) lemmas_.push_back(value);
        effect.lemma = index_of(lemmas_, value);
      } else {
        return tl::unexpected("it sets " + attribute);
      }
    }
    return effect;
  }

  [[nodiscard]] Decoded<std::uint32_t> add_predicate(const TokenPredicate& wanted) {
    const auto attribute = attribute_of(wanted.attribute);
    if (!attribute) return tl::unexpected("it looks at " + wanted.attribute);
    RulerModel::Predicate predicate{*attribute, static_cast<Test>(wanted.test),
                                    static_cast<std::uint32_t>(values_.size()), 0};
    if (wanted.test == TokenPredicate::Test::regex) {
      if (*attribute != Attribute::lower) return tl::unexpected("a regular expression on " + wanted.attribute);
      const auto regex = to_pcre2(wanted.values.front());
      if (!regex) return tl::unexpected(regex.error());
      if (regex->find('\n') != regex->npos) return tl::unexpected<std::string>("a regular expression of two lines");
      values_.push_back(static_cast<std::uint64_t>(std::ranges::count(regexes_, '\n')));
      regexes_ += *regex + '\n';
    } else {
      for (const std::string& value : wanted.values) add_value(*attribute, value);
    }
    predicate.last_value = static_cast<std::uint32_t>(values_.size());
    predicates_.push_back(predicate);
    return static_cast<std::uint32_t>(predicates_.size() - 1);
  }

  void add_value(Attribute attribute, const std::string& value) {
    if (attribute == Attribute::is_space) {
      values_.push_back(value == "1" ? 1 : 0);
    } else if (attribute == Attribute::lower || attribute == Attribute::orth) {
      values_.push_back(ids_(value));
    } else {
      // A label that the model does not have can stand on no token, so it is left out.
      const std::int32_t label = attribute == Attribute::pos
                                     ? pos_of(value)
                                     : index_of(attribute == Attribute::tag ? labels_->tags : labels_->deps, value);
      if (label >= 0) values_.push_back(static_cast<std::uint64_t>(label));
    }
  }

  const LabelLists* labels_;
  StringIds ids_;
  std::vector<RulerModel::Predicate> predicates_;
  std::vector<std::uint64_t> values_;
  std::string regexes_;
  std::vector<RulerModel::TokenPattern> tokens_;
  std::vector<std::uint32_t> token_predicates_;
  std::vector<RulerModel::Pattern> patterns_;
  std::vector<RulerModel::Effect> effects_;
  std::vector<std::string> lemmas_;
};

}  // namespace

Result<void> import_ruler(const SpacyPipeline& pipeline, const std::vector<RulerRule>& rules, const LabelLists& labels,
                          ModelFileWriter& out) {
  Tables tables(labels);
  for (std::size_t i = 0; i < rules.size(); ++i) {
    if (auto ok = tables.add(rules[i]); !ok)
      return pipeline.files.unsupported("attribute ruler, rule " + std::to_string(i) + ": " + ok.error());
  }
  tables.write(out);
  return {};
}

}  // namespace sitcen::language
