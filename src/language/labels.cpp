#include "language/labels.h"

#include <algorithm>
#include <array>
#include <limits>
#include <set>
#include <string>
#include <utility>

#include "base/utf8.h"

namespace sitcen::language {
namespace {

Result<std::vector<std::string>> names_of(const ModelFile& file, const std::string& array) {
  const auto text = file.text(array);
  if (!text) return fail(text.error());
  if (base::find_invalid_utf8(*text)) return file.damaged(array + " is not UTF-8");
  std::vector<std::string> names = {""};
  std::string_view rest = *text;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    names.emplace_back(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  if (names.size() > std::numeric_limits<std::uint16_t>::max()) return file.damaged(array + " holds too many labels");
  const std::set<std::string_view> distinct(names.begin(), names.end());
  if (distinct.size() != names.size()) return file.damaged(array + " holds a label twice");
  return names;
}

constexpr auto kEntityTypes = std::to_array<std::pair<std::string_view, EntityType>>({
    {"", EntityType::none},
    {"PERSON", EntityType::person},
    {"PER", EntityType::person},
    {"NORP", EntityType::norp},
    {"FAC", EntityType::fac},
    {"ORG", EntityType::org},
    {"GPE", EntityType::gpe},
    {"LOC", EntityType::loc},
    {"PRODUCT", EntityType::product},
    {"EVENT", EntityType::event},
    {"WORK_OF_ART", EntityType::work_of_art},
    {"LAW", EntityType::law},
    {"LANGUAGE", EntityType::language},
    {"DATE", EntityType::date},
    {"TIME", EntityType::time},
    {"PERCENT", EntityType::percent},
    {"MONEY", EntityType::money},
    {"QUANTITY", EntityType::quantity},
    {"ORDINAL", EntityType::ordinal},
    {"CARDINAL", EntityType::cardinal},
    {"MISC", EntityType::misc},
});

constexpr auto kDeps = std::to_array<std::string_view>({
#define SITCEN_DEP(name) #name,
#include "sitcen/dep_labels.inc"
#undef SITCEN_DEP
});

// Labels of Universal Dependencies for what readers know by ClearNLP's name. No English model has one of them.
constexpr auto kUniversal = std::to_array<std::pair<std::string_view, Dep>>({
    {"obj", Dep::dobj},
    {"iobj", Dep::dative},
    {"nsubj:pass", Dep::nsubjpass},
    {"csubj:pass", Dep::csubjpass},
    {"aux:pass", Dep::auxpass},
    {"obl:agent", Dep::agent},
    {"acl:relcl", Dep::relcl},
});

}  // namespace

Dep dep_of(std::string_view name) noexcept {
  if (name.empty()) return Dep::none;
  const auto universal = std::ranges::find(kUniversal, name, &std::pair<std::string_view, Dep>::first);
  if (universal != kUniversal.end()) return universal->second;
  name = name.substr(0, name.find(':'));  // "obl:arg", "flat:name": kinds of one label
  if (name == "case") return Dep::case_;  // a keyword, so its enumerator ends in _
  const auto at = std::ranges::find(kDeps, name);
  return at == kDeps.end() ? Dep::other : static_cast<Dep>(at - kDeps.begin());
}

EntityType entity_type_of(std::string_view name) noexcept {
  const auto at = std::ranges::find(kEntityTypes, name, &std::pair<std::string_view, EntityType>::first);
  return at == kEntityTypes.end() ? EntityType::other : at->second;
}

std::optional<Pos> pos_named(std::string_view wanted) noexcept {
  for (std::uint8_t pos = 0; pos <= static_cast<std::uint8_t>(Pos::space); ++pos)
    if (name(static_cast<Pos>(pos)) == wanted) return static_cast<Pos>(pos);
  return std::nullopt;
}

Result<std::shared_ptr<const Labels>> load_labels(const ModelFile& file) {
  auto labels = std::make_shared<Labels>();
  struct Wanted {
    const char* array;
    std::vector<std::string>* names;
  };
  for (const Wanted& w : {Wanted{"labels.tags", &labels->tags},
                          {"labels.deps", &labels->deps},
                          {"labels.morphs", &labels->morphs},
                          {"labels.entities", &labels->entities}}) {
    auto names = names_of(file, w.array);
    if (!names) return fail(std::move(names.error()));
    *w.names = std::move(*names);
  }
  for (const std::string& name : labels->deps) labels->dep_kinds.push_back(dep_of(name));
  for (const std::string& name : labels->entities) labels->entity_types.push_back(entity_type_of(name));
  return labels;
}

}  // namespace sitcen::language
