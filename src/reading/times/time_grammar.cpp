#include "reading/times/time_grammar.h"

#include <algorithm>
#include <array>

#include "reading/tables/table.h"

namespace sitcen::reading {
namespace {

bool is_class_name(std::string_view text) {
  return text == "-" || text == "'S" ||
         (text.size() > 1 && std::ranges::all_of(text, [](char c) { return (c >= 'A' && c <= 'Z') || c == '_'; }));
}

}  // namespace

TimeGrammar::TimeGrammar(std::string_view words, std::string_view numbers, std::string_view patterns) {
  words_.add(words, numbers);
  for_each_row(patterns, 3, [&](std::span<const std::string_view> cell) { add_pattern(cell[0], cell[1], cell[2]); });
  date_label_ = words_.symbol("DATELABEL");
  for (TimeRule& rule : rules_)  // in order: a rule's parts are above it
    for (TimePattern& pattern : rule.patterns) {
      pattern.begins = begins(pattern);
      rule.begins |= pattern.begins;
    }
}

TimeChoice TimeGrammar::choice(std::string_view text) {
  TimeChoice out;
  const std::size_t equals = text.find('=');
  const std::string_view name = text.substr(0, equals);
  const auto rule = std::ranges::find(rules_, name, &TimeRule::name);
  if (rule != rules_.end()) {
    out.is_rule = true;
    out.id = static_cast<std::uint16_t>(rule - rules_.begin());
    return out;
  }
  out.id = is_class_name(name) ? words_.symbol(name) : words_.literal(name);
  out.field = words_.field_of(out.id);
  if (equals != std::string_view::npos) out.field = field_named(text.substr(equals + 1)).value_or(TimeField::count_);
  return out;
}

void TimeGrammar::add_pattern(std::string_view name, std::string_view pattern, std::string_view sets) {
  TimePattern made;
  std::optional<std::size_t> last;
  for_each_item(pattern, ' ', [&](std::string_view text) {
    if (text == "[") {
      made.first = made.elements.size();
    } else if (text == "]") {
      last = made.elements.size();
    } else {
      TimeElement element;
      element.optional = text.size() > 1 && text.ends_with('?');
      if (element.optional) text.remove_suffix(1);
      for_each_item(text, '|', [&](std::string_view c) { element.choices.push_back(choice(c)); });
      made.elements.push_back(std::move(element));
    }
  });
  made.last = last.value_or(made.elements.size());
  for_each_item(sets, ' ', [&](std::string_view set) {
    const std::size_t equals = set.find('=');
    const auto field = field_named(set.substr(0, equals));
    if (!field || equals == std::string_view::npos) return;
    if (const auto value = code_of(*field, set.substr(equals + 1))) made.sets.set(*field, *value);
  });
  if (rules_.empty() || rules_.back().name != name) {
    rules_.emplace_back();
    rules_.back().name = name;
  }
  rules_.back().patterns.push_back(std::move(made));
}

SymbolSet TimeGrammar::begins(const TimePattern& pattern) const {
  SymbolSet out;
  for (const TimeElement& element : pattern.elements) {
    for (const TimeChoice& c : element.choices) {
      if (c.is_rule) {
        out |= rules_[c.id].begins;
      } else {
        out.set(c.id);
      }
    }
    if (!element.optional) break;
  }
  return out;
}

}  // namespace sitcen::reading
