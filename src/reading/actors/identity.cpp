#include "reading/actors/identity.h"

#include <tsl/robin_map.h>

#include <algorithm>
#include <string>

#include "reading/actors/spelling.h"

namespace sitcen::reading {
namespace {

constexpr std::size_t kTellingLetters = 7;  ///< a name of so many may differ in one letter
constexpr std::size_t kMostNamesakes = 16;  ///< of one surname that are compared; more in one report are noise

/// One spelling of a name, however often it occurs.
struct Form {
  TokenRange sample;
  ActorKind kind = ActorKind::person;
  std::string_view first, last;         ///< words that count: no initials, no "Jr."
  std::string spelt_first, spelt_last;  ///< folded, of a person
  Gender gender = Gender::unknown;      ///< as a honorific or title in front of it says
  std::uint32_t words = 0;
  std::uint32_t parent = 0;  ///< the form it is another spelling of; itself if none
  std::string_view reason = "same name";
  float score = 1;
};

/// Forms of a document, linked where they name one actor.
class Forms {
 public:
  Forms(const Document& doc, const Knowledge& knowledge) : doc_(doc), titles_(knowledge.titles) {}

  /// \return the form of a name, a new one if the spelling is new
  std::uint32_t add(const Name& name) {
    std::string key(1, static_cast<char>('0' + static_cast<int>(name.kind)));
    key += name.country != nullptr && name.kind == ActorKind::country ? name.country->code
           : name.organisation != nullptr                             ? name.organisation->name
                                                                      : text_of(doc_, name.tokens);
    const auto [at, is_new] = by_key_.try_emplace(std::move(key), static_cast<std::uint32_t>(forms_.size()));
    if (is_new) {
      Form f;
      f.sample = name.tokens;
      f.kind = name.kind;
      f.parent = at->second;
      count_words(f);
      forms_.push_back(f);
    }
    return at->second;
  }

  /// The first that is told counts.
  void tell_gender(std::uint32_t f, Gender gender) {
    if (forms_[f].gender == Gender::unknown) forms_[f].gender = gender;
  }

  void link() {
    for (std::uint32_t f = 0; f < forms_.size(); ++f)
      if (forms_[f].kind == ActorKind::person && forms_[f].words > 1) link_full_name(f);
    for (std::uint32_t f = 0; f < forms_.size(); ++f)
      if (forms_[f].kind == ActorKind::organisation && forms_[f].words > 1) by_initials_.try_emplace(initials(f), f);
    for (std::uint32_t f = 0; f < forms_.size(); ++f)
      if (forms_[f].kind == ActorKind::organisation) link_organisation(f);
  }

  [[nodiscard]] std::uint32_t root(std::uint32_t f) const {
    while (forms_[f].parent != f) f = forms_[f].parent;
    return f;
  }
  [[nodiscard]] const Form& form(std::uint32_t f) const { return forms_[f]; }

  /// \return persons whose surname (or given name, where no surname fits) the single word is
  [[nodiscard]] std::span<const std::uint32_t> namesakes(std::uint32_t f, std::string_view& reason) const {
    for (const auto& [index, why] : {std::pair(&by_last_, "same surname"), std::pair(&by_first_, "same given name")})
      if (const auto at = index->find(forms_[f].last); at != index->end()) {
        reason = why;
        return at->second;
      }
    if (const auto at = by_skeleton_.find(skeleton(forms_[f].spelt_last)); at != by_skeleton_.end())
      if (is_spelling_of(forms_[f].spelt_last, forms_[at->second.front()].spelt_last)) {
        reason = "same surname in another spelling";
        return at->second;
      }
    return {};
  }

 private:
  void count_words(Form& f) const {
    for (std::uint32_t i = f.sample.first; i < f.sample.last; ++i) {
      const Token& token = doc_.tokens[i];
      const std::string_view word = doc_.str(token);
      if (token.pos == Pos::punct || token.is_space || word.size() == 1) continue;
      const NameRole role = titles_.role(word);
      const bool counts = f.kind == ActorKind::person ? role != NameRole::generation && role != NameRole::honorific &&
                                                            (word.size() != 2 || word[1] != '.')
                                                      : role != NameRole::designator || f.words == 0;
      if (!counts) continue;
      if (f.words++ == 0) f.first = word;
      f.last = word;
    }
    if (f.words == 0) f.first = f.last = text_of(doc_, f.sample);
    if (f.kind != ActorKind::person) return;
    f.spelt_first = folded_spelling(f.first);
    f.spelt_last = folded_spelling(f.last);
  }

  /// Two transliterations of one name: the same but for a letter, where the name is long enough for that to tell.
  [[nodiscard]] static bool is_spelling_of(std::string_view a, std::string_view b) {
    const int apart = letters_apart(a, b);
    return apart == 0 || (apart == 1 && a.size() >= kTellingLetters);
  }

  /// "Aleksandr" and "Aleksandra" are two given names, not two spellings of one.
  [[nodiscard]] static bool is_feminine_of(std::string_view a, std::string_view b) {
    const std::string_view longer = a.size() > b.size() ? a : b;
    return a.size() != b.size() && longer.ends_with('a') &&
           longer.substr(0, longer.size() - 1) == (a.size() > b.size() ? b : a);
  }

  void join(std::uint32_t f, std::uint32_t to, std::string_view reason, float score) {
    forms_[f].parent = to;
    forms_[f].reason = reason;
    forms_[f].score = score;
  }

  /// "Ana Maria Kos" and "Ana Kos"; "von der Leyen" and "Ursula von der Leyen".
  void link_full_name(std::uint32_t f) {
    std::vector<std::uint32_t>& same_last = by_last_[forms_[f].last];
    for (const std::uint32_t other : same_last) {
      if (forms_[other].first == forms_[f].first) {
        join(f, other, "same given name and surname", 0.95F);
        return;
      }
      const std::string_view a = text_of(doc_, forms_[f].sample), b = text_of(doc_, forms_[other].sample);
      if (a.ends_with(b) || b.ends_with(a)) {
        join(f, other, "part of the name", 0.9F);
        return;
      }
    }
    const std::string bones = skeleton(forms_[f].spelt_last);
    std::vector<std::uint32_t>& alike = by_skeleton_[bones];
    for (const std::uint32_t other : alike) {
      const Form& a = forms_[f];
      const Form& b = forms_[other];
      const bool given = skeleton(a.spelt_first) == skeleton(b.spelt_first) && a.spelt_first.size() > 2 &&
                         !is_feminine_of(a.spelt_first, b.spelt_first) &&
                         (a.gender == Gender::unknown || b.gender == Gender::unknown || a.gender == b.gender);
      if (given && is_spelling_of(a.spelt_last, b.spelt_last)) {
        join(f, other, "same name in another spelling", 0.85F);
        return;
      }
    }
    if (same_last.size() >= kMostNamesakes) return;
    if (alike.size() < kMostNamesakes) alike.push_back(f);
    same_last.push_back(f);
    std::vector<std::uint32_t>& same_first = by_first_[forms_[f].first];
    if (same_first.size() < kMostNamesakes) same_first.push_back(f);
  }

  /// "Acme Holdings" and "Acme"; "Northern Port Authority" and "NPA".
  void link_organisation(std::uint32_t f) {
    const Form& form = forms_[f];
    if (form.parent != f) return;
    const std::string_view text = text_of(doc_, form.sample);
    if (form.words == 1) {
      std::string plain;
      for (const char c : text)
        if (c != '.') plain += c;
      if (const auto at = by_initials_.find(plain); at != by_initials_.end() && at->second != f) {
        join(f, at->second, "acronym", 0.9F);
        return;
      }
    }
    const auto [at, is_new] = by_core_.try_emplace(core(form), f);
    if (!is_new && root(at->second) != f) join(f, root(at->second), "without designator", 0.9F);
  }

  [[nodiscard]] std::string initials(std::uint32_t f) const {
    std::string out;
    const TokenRange r = forms_[f].sample;
    for (std::uint32_t i = r.first; i < r.last; ++i) {
      const char c = doc_.str(doc_.tokens[i]).front();
      if (c >= 'A' && c <= 'Z') out += c;
    }
    return out;
  }
  /// The words of an organisation's name that count, as they stand: "Acme" of "Acme Holdings, Inc.".
  [[nodiscard]] std::string core(const Form& f) const {
    std::string out;
    for (std::uint32_t i = f.sample.first; i < f.sample.last; ++i) {
      const std::string_view word = doc_.str(doc_.tokens[i]);
      if (doc_.tokens[i].pos == Pos::punct || doc_.tokens[i].is_space) continue;
      if (!out.empty() && titles_.role(word) == NameRole::designator) continue;
      if (!out.empty()) out += ' ';
      out += word;
    }
    return out;
  }

  const Document& doc_;
  const Titles& titles_;
  std::vector<Form> forms_;
  tsl::robin_map<std::string, std::uint32_t> by_key_, by_initials_, by_core_;
  tsl::robin_map<std::string, std::vector<std::uint32_t>> by_skeleton_;  ///< of surnames
  tsl::robin_map<std::string_view, std::vector<std::uint32_t>> by_last_, by_first_;
};

/// A person's surname or given name alone. Of several namesakes the one named last is meant.
/// \param gender  as an honorific in front of it says
bool single_name(const Forms& forms, std::uint32_t f, Gender gender, std::span<const std::uint32_t> latest,
                 Identity& out, std::uint32_t& root) {
  std::string_view reason;
  const std::span<const std::uint32_t> namesakes = forms.namesakes(f, reason);
  if (namesakes.empty()) return false;
  std::uint32_t best = kNone;
  bool one = true;
  for (const std::uint32_t n : namesakes) {
    const std::uint32_t r = forms.root(n);
    const Gender other = forms.form(n).gender;
    if (gender != Gender::unknown && other != Gender::unknown && gender != other) continue;
    if (best == kNone) best = r;
    one = one && r == best;
    if (latest[r] != kNone && (latest[best] == kNone || latest[r] > latest[best])) best = r;
  }
  if (best == kNone) return false;
  root = best;
  out.reason = one ? reason : "the namesake named last";
  out.score = one ? 0.9F : 0.6F;
  return true;
}

/// What "Mr" or "Ms" in front of a name says.
Gender honorific_gender(const Document& doc, const Knowledge& knowledge, const Name& name) {
  if (name.tokens.first == 0) return Gender::unknown;
  const std::string_view word = doc.str(doc.tokens[name.tokens.first - 1]);
  const bool title = knowledge.titles.role(word) == NameRole::honorific || knowledge.titles.sector(word);
  return title ? knowledge.nouns.noun(word).gender : Gender::unknown;
}

}  // namespace

Identities identify(const Document& doc, std::span<const Name> names, const Knowledge& knowledge) {
  Forms forms(doc, knowledge);
  std::vector<std::uint32_t> form_of(names.size());
  for (std::size_t n = 0; n < names.size(); ++n) {
    form_of[n] = forms.add(names[n]);
    forms.tell_gender(form_of[n], honorific_gender(doc, knowledge, names[n]));
  }
  forms.link();

  Identities out;
  out.of_name.resize(names.size());
  std::vector<std::uint32_t> actor_of_root(names.size(), kNone), latest(names.size(), kNone);
  for (std::uint32_t n = 0; n < names.size(); ++n) {
    const std::uint32_t f = form_of[n];
    const Form& form = forms.form(f);
    std::uint32_t root = forms.root(f);
    Identity id{0, form.reason, form.score};
    if (form.kind == ActorKind::person && form.words <= 1)
      single_name(forms, f, honorific_gender(doc, knowledge, names[n]), latest, id, root);
    latest[root] = n;
    if (actor_of_root[root] == kNone) {
      actor_of_root[root] = static_cast<std::uint32_t>(out.fullest.size());
      out.fullest.push_back(n);
    }
    id.actor = actor_of_root[root];
    std::uint32_t& fullest = out.fullest[id.actor];
    if (form.words > forms.form(form_of[fullest]).words) fullest = n;
    out.of_name[n] = id;
  }
  return out;
}

}  // namespace sitcen::reading
