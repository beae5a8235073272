#include "language/import/label_lists.h"

#include <algorithm>
#include <limits>
#include <set>

namespace sitcen::language {
namespace {

void add_new(std::vector<std::string>& list, const std::string& name) {
  if (std::ranges::find(list, name) == list.end()) list.push_back(name);
}

}  // namespace

Result<LabelLists> collect_labels(const SpacyPipeline& pipeline, const std::vector<RulerRule>& rules) {
  LabelLists labels{{""}, {""}, {""}, {""}};
  std::set<std::string> deps = {"ROOT", "dep"};
  std::set<std::string> morphs;
  for (const Component& component : pipeline.components) {
    if (component.factory == "tagger") {
      for (const std::string& tag : component.labels) add_new(labels.tags, tag);
    }
    for (const MorphLabel& label : component.morphs) morphs.insert(normalise_features(label.features));
    for (const Move& move : component.moves) {
      if (component.factory == "parser") {
        const std::size_t bar = move.label.find("||");
        deps.insert(move.label.substr(0, bar));
        if (bar != std::string::npos) deps.insert(move.label.substr(bar + 2));
      } else if (component.factory == "ner") {
        add_new(labels.entities, move.label);
      }
    }
  }
  for (const RulerRule& rule : rules) {
    for (const auto& [attribute, value] : rule.attrs) {
      if (attribute == "TAG") add_new(labels.tags, value);
      if (attribute == "DEP") deps.insert(value);
      if (attribute == "MORPH") morphs.insert(value);
    }
  }
  deps.erase("");
  morphs.erase("");
  labels.deps.insert(labels.deps.end(), deps.begin(), deps.end());
  labels.morphs.insert(labels.morphs.end(), morphs.begin(), morphs.end());
  for (const auto* list : {&labels.tags, &labels.deps, &labels.morphs, &labels.entities}) {
    if (list->size() > std::numeric_limits<std::uint16_t>::max()) return pipeline.files.unsupported("too many labels");
    for (const std::string& name : *list)
      if (name.find_first_of("\n\t") != name.npos)
        return pipeline.files.unsupported("a label with a tab or a line break");
  }
  return labels;
}

void write_labels(const LabelLists& labels, ModelFileWriter& out) {
  const auto write = [&](const char* array, const std::vector<std::string>& names) {
    std::string text;
    for (std::size_t i = 1; i < names.size(); ++i) text += names[i] + '\n';
    out.add_text(array, text);
  };
  write("labels.tags", labels.tags);
  write("labels.deps", labels.deps);
  write("labels.morphs", labels.morphs);
  write("labels.entities", labels.entities);
}

}  // namespace sitcen::language
