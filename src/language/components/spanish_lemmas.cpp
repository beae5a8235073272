#include "language/components/spanish_lemmas.h"

#include <algorithm>

#include "base/utf8.h"
#include "language/unicode/unicode.h"

namespace sitcen::language {
namespace {

constexpr std::size_t kMostPronouns = 4;

bool is_closed_class(Pos pos) noexcept {
  switch (pos) {
    case Pos::adp:
    case Pos::cconj:
    case Pos::intj:
    case Pos::part:
    case Pos::propn:
    case Pos::punct:
    case Pos::sconj:
    case Pos::sym:
    case Pos::x:
      return true;
    default:
      return false;
  }
}

/// Calls item(part) for each part of a text.
template <class Item>
void for_each_part(std::string_view text, char separator, Item item) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(separator), text.size());
    item(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

/// True if `morph` has all of `wanted` ("Number=Plur|Person=3"); a field may have several values ("Case=Acc,Dat").
bool has_features(std::string_view morph, std::string_view wanted) {
  bool all = true;
  for_each_part(wanted, '|', [&](std::string_view feature) {
    const std::size_t equals = std::min(feature.find('='), feature.size());
    bool found = false;
    for_each_part(morph, '|', [&](std::string_view field) {
      if (!field.starts_with(feature.substr(0, equals)) || field.size() <= equals || field[equals] != '=') return;
      for_each_part(field.substr(equals + 1), ',', [&](std::string_view value) {
        found = found || value == feature.substr(std::min(equals + 1, feature.size()));
      });
    });
    all = all && found;
  });
  return all;
}

std::string with_other_end(std::string_view word, const LemmaRule& rule) {
  std::string out(word.substr(0, word.size() - rule.first.size()));
  out += rule.second;
  return out;
}

std::string with_all_replaced(std::string_view word, const LemmaRule& rule) {
  std::string out;
  for (std::size_t at = 0; at < word.size();) {
    if (word.substr(at).starts_with(rule.first)) {
      out += rule.second;
      at += rule.first.size();
    } else {
      out += word[at++];
    }
  }
  return out;
}

/// \return the first lemma that is known, else the first, else the word
std::string best_of(std::vector<std::string>& lemmas, const FrozenTable& index, const std::string& word) {
  for (std::string& lemma : lemmas)
    if (index.find(lemma)) return std::move(lemma);
  return lemmas.empty() ? word : std::move(lemmas.front());
}

/// \return size in bytes of the pronoun that a verb form ends in; 0: none. The longest goes first.
std::size_t pronoun_at_end(std::string_view word) noexcept {
  constexpr auto kPronouns =
      std::to_array<std::string_view>({"las", "les", "los", "nos", "la", "le", "lo", "me", "os", "se", "te"});
  for (const std::string_view pronoun : kPronouns)
    if (word.ends_with(pronoun)) return pronoun.size();
  return 0;
}

}  // namespace

Result<SpanishLemmas> SpanishLemmas::load(const ModelFile& file, const Labels& labels) {
  SpanishLemmas out;
  const auto lists = file.text("lemmatizer.rule_lists");
  if (!lists) return fail(lists.error());
  const auto groups = file.text("lemmatizer.rule_groups");
  if (!groups) return fail(groups.error());
  bool is_good = !base::find_invalid_utf8(*lists);
  /// The three columns of a line.
  const auto columns = [&](std::string_view line) {
    std::array<std::string_view, 3> parts;
    const std::size_t first = line.find('\t');
    const std::size_t second = first == line.npos ? line.npos : line.find('\t', first + 1);
    is_good = is_good && second != line.npos;
    if (is_good) parts = {line.substr(0, first), line.substr(first + 1, second - first - 1), line.substr(second + 1)};
    return parts;
  };
  for_each_part(*lists, '\n', [&](std::string_view line) {
    const auto [name, old_end, new_end] = columns(line);
    // Nothing can be replaced anywhere in a word; at its end it is what is put there.
    is_good = is_good && !(old_end.empty() && (name == "accents" || name.starts_with("voc_alt")));
    if (is_good) out.lists_[std::string(name)].emplace_back(old_end, new_end);
  });
  struct Group {
    std::string_view pos, list, features;
  };
  std::vector<Group> all;
  for_each_part(*groups, '\n', [&](std::string_view line) {
    const auto [pos, list, features] = columns(line);
    all.push_back({pos, list, features});
  });
  if (!is_good) return file.damaged("the lists of lemma rules do not fit together");
  for (const std::string& morph : labels.morphs) {
    const auto list_for = [&](std::string_view pos) -> const Rules* {
      const auto at =
          std::ranges::find_if(all, [&](const Group& g) { return g.pos == pos && has_features(morph, g.features); });
      if (at == all.end()) return nullptr;
      const auto list = out.lists_.find(at->list);
      return list == out.lists_.end() ? nullptr : &list->second;
    };
    out.morphs_.push_back({list_for("noun"), list_for("verb"), list_for("adj"), has_features(morph, "Number=Plur"),
                           has_features(morph, "PronType=Prs")});
  }
  return out;
}

const SpanishLemmas::Rules& SpanishLemmas::list(std::string_view name) const {
  const auto at = lists_.find(name);
  return at == lists_.end() ? none_ : at->second;
}

/// Nouns and adjectives. In the plural an accent may go as well: "órdenes" -> "órden" -> "orden".
std::string SpanishLemmas::noun(const std::string& word, const Rules* rules, bool is_plural,
                                const FrozenTable& index) const {
  std::vector<std::string> lemmas;
  if (rules != nullptr)
    for (const LemmaRule& rule : *rules)
      if (word.ends_with(rule.first) && rule.first != rule.second) lemmas.push_back(with_other_end(word, rule));
  const std::size_t count = lemmas.size();
  for (std::size_t i = 0; is_plural && i < count; ++i) {
    if (!lemmas[i].ends_with('n') && !lemmas[i].ends_with('s')) continue;
    for (const LemmaRule& accent : list("accents")) lemmas.push_back(with_all_replaced(lemmas[i], accent));
  }
  return best_of(lemmas, index, word);
}

/// Determiners and pronouns: some are listed with their lemma, the others lose gender and number.
std::string SpanishLemmas::pronoun(const std::string& word, std::string_view own_list, const FrozenTable& index) const {
  for (const std::string_view name : {own_list, std::string_view("det_and_pron_fixed")})
    for (const auto& [form, lemma] : list(name))
      if (word == form) return std::string(lemma);
  std::vector<std::string> lemmas;
  for (const LemmaRule& rule : list("det_and_pron_general")) {
    if (word.ends_with(rule.first)) {
      lemmas.push_back(with_other_end(word, rule));
    } else if (own_list == "det") {  // spaCy keeps the unchanged word here, and so prefers it to later endings
      lemmas.push_back(word);
    }
  }
  lemmas.push_back(word);
  return best_of(lemmas, index, word);
}

/// Verbs whose stem has another vowel than their infinitive: "cuent-" -> "cont-".
std::string SpanishLemmas::other_vowel(const std::vector<std::string>& lemmas, const FrozenTable& index) const {
  const auto known = [&](const std::string& lemma, std::size_t at, const LemmaRule& rule) {
    if (lemma.size() + rule.second.size() > index.longest() + rule.first.size()) return std::string();
    std::string other = lemma.substr(0, at);
    other += rule.second;
    other += std::string_view(lemma).substr(at + rule.first.size());
    return index.find(other) ? other : std::string();
  };
  for (const std::string& lemma : lemmas) {
    for (const LemmaRule& rule : list("voc_alt_1"))
      for (std::size_t at = lemma.find(rule.first); at != lemma.npos; at = lemma.find(rule.first, at + 1))
        if (std::string other = known(lemma, at, rule); !other.empty()) return other;
    for (const LemmaRule& rule : list("voc_alt_2"))
      if (const std::size_t at = lemma.find(rule.first); at != lemma.npos)
        if (std::string other = known(lemma, at, rule); !other.empty()) return other;
  }
  return {};
}

std::string SpanishLemmas::verb(const std::string& word, const Rules* rules, const FrozenTable& index) const {
  std::vector<std::string> lemmas;
  if (rules != nullptr)
    for (const LemmaRule& rule : *rules)
      if (word.ends_with(rule.first) && rule.first != rule.second) lemmas.push_back(with_other_end(word, rule));
  const bool is_known =
      std::ranges::any_of(lemmas, [&](const std::string& lemma) { return index.find(lemma).has_value(); });
  if (!is_known)
    if (std::string other = other_vowel(lemmas, index); !other.empty()) return other;
  return best_of(lemmas, index, word);
}

/// "decírselo" -> "decir él él".
std::string SpanishLemmas::verb_with_pronouns(std::string word, const Rules* rules, const FrozenTable& index,
                                              const Tables& tables) const {
  std::vector<std::string> pronouns;
  while (pronouns.size() < kMostPronouns) {
    const std::size_t size = pronoun_at_end(word);
    if (size == 0) break;
    pronouns.insert(pronouns.begin(), word.substr(word.size() - size));
    word.resize(word.size() - size);
  }
  for (const LemmaRule& accent : list("accents")) word = with_all_replaced(word, accent);
  const std::string_view exception = tables[static_cast<std::size_t>(Pos::verb)].exceptions_of(word);
  std::string out = exception.empty() ? verb(word, rules, index) : std::string(first_line(exception));
  if (pronouns.empty()) out += ' ';
  for (const std::string& part : pronouns) {
    const std::string_view listed = tables[static_cast<std::size_t>(Pos::pron)].exceptions_of(part);
    out += ' ';
    out += listed.empty() ? pronoun(part, "pron", index) : std::string(first_line(listed));
  }
  return out;
}

/// "12.500,3" -> "12500.3".
std::string SpanishLemmas::number(std::string word) const {
  for (const auto& [form, lemma] : list("num"))
    if (word == form) return std::string(lemma);
  const std::string_view whole = std::string_view(word).substr(0, word.find(','));
  const bool has_thousands = whole.size() > 3 && whole[whole.size() - 4] == '.' &&
                             whole.substr(whole.size() - 3).find_first_not_of("0123456789") == whole.npos;
  if (has_thousands) std::erase(word, '.');
  std::ranges::replace(word, ',', '.');
  return word;
}

void SpanishLemmas::append(std::string_view spelling, Pos pos, std::uint16_t morph, bool starts_sentence,
                           const Tables& tables, std::string& out) const {
  if (is_closed_class(pos) && (pos == Pos::propn || !starts_sentence)) {
    out += spelling;
    return;
  }
  if (pos == Pos::none || pos == Pos::space || is_closed_class(pos)) return append_lower(out, spelling);
  std::string word;
  append_lower(word, spelling);
  if (const std::string_view lemmas = tables[static_cast<std::size_t>(pos)].exceptions_of(word); !lemmas.empty()) {
    out += first_line(lemmas);
    return;
  }
  const Morph& of = morphs_[morph];
  const auto index = [&](Pos p) -> const FrozenTable& { return tables[static_cast<std::size_t>(p)].index; };
  switch (pos) {
    case Pos::noun:
      out += noun(word, of.noun, of.is_plural, index(Pos::noun));
      return;
    case Pos::adj:
      out += noun(word, of.adj, of.is_plural, index(Pos::adj));
      return;
    case Pos::verb:
    case Pos::aux:
      out += of.has_pronoun ? verb_with_pronouns(std::move(word), of.verb, index(Pos::verb), tables)
                            : verb(word, of.verb, index(Pos::verb));
      return;
    case Pos::det:
      out += pronoun(word, "det", index(Pos::det));
      return;
    case Pos::pron:
      out += pronoun(word, "pron", index(Pos::pron));
      return;
    case Pos::num:
      out += number(std::move(word));
      return;
    default:
      for (const auto& [form, lemma] : list("adverbs"))
        if (pos == Pos::adv && word == form) word = lemma;
      out += word;
  }
}

}  // namespace sitcen::language
