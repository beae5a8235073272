#include "reading/models.h"

#include <algorithm>
#include <utility>

namespace sitcen::reading {
namespace {

constexpr double kSure = 0.5;  ///< of a language that was identified from the text

}  // namespace

std::optional<std::string> sure_language(const Report& report) {
  if (!report.language || report.language->empty() || report.language_score.value_or(1) < kSure) return std::nullopt;
  std::string language = report.language->substr(0, report.language->find_first_of("-_"));
  // Tags are ASCII and their case does not count.
  std::ranges::transform(language, language.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  // "English" is no tag: it names no language that a model could be looked for by.
  const bool is_tag = (language.size() == 2 || language.size() == 3) &&
                      std::ranges::all_of(language, [](char c) { return c >= 'a' && c <= 'z'; });
  if (!is_tag || language == "und") return std::nullopt;
  return language;
}

Models::Models(std::shared_ptr<const Model> first, std::shared_ptr<const Gazetteer> gazetteer, Find find)
    : first_{std::move(first), {}}, find_(std::move(find)) {
  first_.knowledge = load_knowledge(info(*first_.model).language);
  first_.knowledge.gazetteer = std::move(gazetteer);
}

Result<const LanguageReader*> Models::of(const Report& report) {
  const auto language = sure_language(report);
  if (!language || *language == info(*first_.model).language) return &first_;
  const std::scoped_lock lock(mutex_);
  auto known = others_.find(*language);
  if (known == others_.end()) {
    Result<std::unique_ptr<LanguageReader>> made = nullptr;
    auto found = find_ ? find_(*language) : Result<std::shared_ptr<const Model>>(nullptr);
    if (!found) {
      made = fail(std::move(found.error()));
    } else if (*found) {
      made = std::make_unique<LanguageReader>(LanguageReader{std::move(*found), load_knowledge(*language)});
      (*made)->knowledge.gazetteer = first_.knowledge.gazetteer;
    }
    known = others_.emplace(*language, std::move(made)).first;
  }
  if (!known->second) return fail(known->second.error());
  return known->second->get();
}

}  // namespace sitcen::reading
