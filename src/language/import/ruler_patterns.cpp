#include "language/import/ruler_patterns.h"

#include <algorithm>
#include <set>

#include "language/import/msgpack.h"

namespace sitcen::language {
namespace {

using Kind = MsgpackReader::Kind;

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(separator, at), text.size());
    parts.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return parts;
}

std::string read_value(MsgpackReader& in) {
  if (in.peek() == Kind::boolean) return in.boolean() ? "1" : "0";
  return std::string(in.text());
}

/// A value that must be equal, or a map of tests such as {"IN": [...]}; each test is a predicate of its own.
void read_predicates(MsgpackReader& in, const std::string& attribute, TokenPattern& out) {
  if (in.peek() != Kind::map) {
    out.push_back({attribute, TokenPredicate::Test::in, {read_value(in)}});
    return;
  }
  for (std::uint32_t left = in.map(); left > 0 && in.ok(); --left) {
    TokenPredicate predicate;
    predicate.attribute = attribute;
    const std::string_view test = in.text();
    if (test == "REGEX") {
      predicate.test = TokenPredicate::Test::regex;
      predicate.values.push_back(read_value(in));
    } else if (test == "IN" || test == "NOT_IN") {
      predicate.test = test == "IN" ? TokenPredicate::Test::in : TokenPredicate::Test::not_in;
      for (std::uint32_t n = in.array(); n > 0 && in.ok(); --n) predicate.values.push_back(read_value(in));
    } else {
      in.fail("a test other than IN, NOT_IN and REGEX");
    }
    out.push_back(std::move(predicate));
  }
}

TokenPattern read_token(MsgpackReader& in) {
  TokenPattern token;
  for (std::uint32_t left = in.map(); left > 0 && in.ok(); --left) {
    std::string attribute(in.text());
    if (attribute == "TEXT") attribute = "ORTH";
    read_predicates(in, attribute, token);
  }
  return token;
}

}  // namespace

std::string normalise_features(std::string_view features) {
  if (features.empty() || features == "_") return {};
  std::map<std::string, std::string> fields;
  for (const std::string_view feature : split(features, '|')) {
    const std::size_t equals = std::min(feature.find('='), feature.size());
    auto values = split(feature.substr(std::min(equals + 1, feature.size())), ',');
    std::ranges::sort(values);
    std::string joined;
    for (const std::string_view value : values) joined += (joined.empty() ? "" : ",") + std::string(value);
    fields[std::string(feature.substr(0, equals))] = joined;
  }
  std::set<std::string> sorted;
  for (const auto& [field, value] : fields) sorted.insert(field + '=' + value);
  std::string out;
  for (const std::string& feature : sorted) out += (out.empty() ? "" : "|") + feature;
  return out;
}

tl::expected<std::vector<RulerRule>, std::string> read_ruler(std::string_view msgpack) {
  std::vector<RulerRule> rules;
  MsgpackReader in(msgpack);
  for (std::uint32_t left = in.array(); left > 0 && in.ok(); --left) {
    RulerRule rule;
    for (std::uint32_t keys = in.map(); keys > 0 && in.ok(); --keys) {
      const std::string_view key = in.text();
      if (key == "patterns") {
        for (std::uint32_t patterns = in.array(); patterns > 0 && in.ok(); --patterns) {
          auto& pattern = rule.patterns.emplace_back();
          for (std::uint32_t tokens = in.array(); tokens > 0 && in.ok(); --tokens) pattern.push_back(read_token(in));
        }
      } else if (key == "attrs") {
        for (std::uint32_t attrs = in.map(); attrs > 0 && in.ok(); --attrs) {
          std::string attribute(in.text());
          rule.attrs[std::move(attribute)] = in.text();
        }
      } else if (key == "index") {
        rule.index = in.integer();
      } else {
        in.skip();
      }
    }
    if (const auto morph = rule.attrs.find("MORPH"); morph != rule.attrs.end())
      morph->second = normalise_features(morph->second);
    rules.push_back(std::move(rule));
  }
  if (!in.ok()) return tl::unexpected(in.error());
  return rules;
}

}  // namespace sitcen::language
