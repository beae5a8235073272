#include "reading/actors/fit.h"

#include <algorithm>

#include "reading/actors/weights.h"

namespace sitcen::reading {
namespace {

bool lower_equal(std::string_view a, std::string_view b) {
  const auto low = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  return std::ranges::equal(a, b, {}, low, low);
}

bool has_word(const Words& words, std::string_view word) {
  return std::ranges::any_of(words.all(), [&](std::string_view w) { return lower_equal(w, word); });
}

}  // namespace

float pronoun_fit(const ActorPhrase& phrase, const Entity& e) {
  if (is_feminine_or_masculine(phrase.gender)) {
    if (e.sort != Sort::person || e.number == Number::plural) return 0;
    if (e.gender == Gender::unknown) return 1;
    return e.gender == phrase.gender ? weights::kGenderSaid : 0;
  }
  if (phrase.gender == Gender::neuter) {
    if (e.sort == Sort::person || e.number == Number::plural) return 0;
    if (e.sort == Sort::thing) return weights::kThing;
    // "It" mostly means a thing, or what was said; a body has to be in focus.
    const bool plain = phrase.pronoun.form == PronounCase::any;
    if (plain && (phrase.function != Function::subject || e.last_function != Function::subject)) return 0;
    return weights::kBodyAsIt;
  }
  // they
  if (e.number == Number::singular && e.sort == Sort::person)
    return is_feminine_or_masculine(e.gender) ? 0 : weights::kPersonAsThey;
  if (e.sort == Sort::thing) return e.number == Number::plural ? weights::kThing : 0;
  if (e.sort == Sort::country) return weights::kCountryAsThey;
  if (e.sort == Sort::organisation && e.number != Number::plural) return weights::kBodyAsThey;
  return 1;
}

RoleFit role_fit(const ActorPhrase& phrase, std::uint32_t body, const Entity& e) {
  const Country* country = phrase.countries[0];
  RoleFit out{0, {}};
  const auto take = [&](float factor, std::string_view why) {
    if (factor > out.factor) out = {factor, why};
  };
  bool clashes = false, there_too = false;
  for (const KnownRole& r : e.roles) {
    const bool elsewhere = (country != nullptr && r.country != nullptr && r.country != country) ||
                           (body != kNobody && r.body != kNobody && r.body != body);
    const bool same_head = has_word(r.words, phrase.lemma);
    if (elsewhere && !r.qualified && (same_head || (r.classes & phrase.classes) != 0)) clashes = true;
    if (elsewhere || r.qualified != phrase.qualified) continue;
    const bool there = (country != nullptr && r.country == country) || (body != kNobody && r.body == body);
    const bool anywhere = country == nullptr && body == kNobody;
    there_too = there_too || there;
    if (has_word(r.words, phrase.lemma) &&
        std::ranges::all_of(phrase.words.all(), [&](std::string_view w) { return has_word(r.words, w); }))
      take(there ? weights::kSameRoleThere : weights::kSameRole, "same role");
    else if ((r.classes & phrase.classes) != 0 && (there || anywhere))
      take(there ? weights::kSameOfficeThere : weights::kSameOffice, "same office");
  }
  if (clashes && !there_too) return {0, {}};
  if (out.factor > 0 || !e.roles.empty() || phrase.classes == 0 || e.named == kNobody || phrase.qualified) return out;
  if (e.country != nullptr && country != nullptr && e.country != country) return out;
  // Nobody said what this person is: the title may tell.
  if (country != nullptr || phrase.determiner == Determiner::definite)
    take(weights::kUntoldOffice, "an office that nobody else is known to hold");
  return out;
}

}  // namespace sitcen::reading
