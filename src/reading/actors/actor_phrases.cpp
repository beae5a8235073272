#include "reading/actors/actor_phrases.h"

#include <algorithm>
#include <optional>

#include "reading/phrases.h"

namespace sitcen::reading {
namespace {

constexpr std::uint32_t kLongestPhrase = 16;  ///< tokens on either side of a head that qualify it

Function function_of(Dep dep) {
  switch (dep) {
    case Dep::nsubj:
    case Dep::nsubjpass:
    case Dep::csubj:
    case Dep::expl:
      return Function::subject;
    case Dep::dobj:
    case Dep::dative:
      return Function::object;
    case Dep::pobj:
    case Dep::agent:
      return Function::oblique;
    case Dep::poss:
      return Function::possessor;
    case Dep::appos:
      return Function::apposition;
    case Dep::attr:
      return Function::predicate;
    default:
      return Function::other;
  }
}

struct Finder {
  const Document& doc;
  const Tree& tree;
  const Knowledge& knowledge;
  std::span<const Name> names;
  std::span<const std::uint32_t> name_of;

  [[nodiscard]] bool is_plural(std::uint32_t i) const {
    const std::string_view tag = doc.tag(doc.tokens[i]);
    return tag == "NNS" || tag == "NNPS";
  }

  /// The function of a phrase; of a coordination all have that of the first.
  [[nodiscard]] Function function_at(std::uint32_t i) const {
    for (int steps = 0; steps < 6 && tree.dep(i) == Dep::conj; ++steps) i = tree.head(i);
    return function_of(tree.dep(i));
  }

  /// The token of a name that the rest hangs on.
  [[nodiscard]] std::uint32_t head_of(TokenRange r) const {
    for (std::uint32_t i = r.last; i > r.first; --i)
      if (tree.is_root(i - 1) || !r.has(tree.head(i - 1))) return i - 1;
    return r.last - 1;
  }

  [[nodiscard]] ActorPhrase named(std::uint32_t n) const {
    const Name& name = names[n];
    ActorPhrase p;
    p.tokens = name.tokens;
    p.head = head_of(name.tokens);
    p.form = MentionForm::name;
    p.name = n;
    p.function = function_at(p.head);
    p.number = Number::singular;
    switch (name.kind) {
      case ActorKind::person:
        p.sort = Sort::person;
        p.gender = gender_of(name.tokens);
        break;
      case ActorKind::organisation:
      case ActorKind::unit:
        p.sort = Sort::organisation;
        p.number = Number::unknown;
        break;
      case ActorKind::country:
        p.sort = Sort::country;
        break;
      case ActorKind::group:
        p.sort = Sort::group;
        p.number = Number::plural;
        break;
    }
    return p;
  }

  /// By the honorific or title in front ("Mr", "Queen"); a given name alone says nothing for sure.
  [[nodiscard]] Gender gender_of(TokenRange name) const {
    for (std::uint32_t i = name.first; i > 0 && name.first - i < 3; --i) {
      const Pos pos = doc.tokens[i - 1].pos;
      if (pos != Pos::propn && pos != Pos::noun) break;
      if (const Gender g = knowledge.nouns.noun(doc.str(doc.tokens[i - 1])).gender; g != Gender::unknown) return g;
    }
    return Gender::unknown;
  }

  [[nodiscard]] std::optional<ActorPhrase> pronoun(std::uint32_t i) const {
    const Token& t = doc.tokens[i];
    const std::string_view tag = doc.tag(t);
    if (tag != "PRP" && tag != "PRP$") return std::nullopt;
    std::optional<Pronoun> row = knowledge.nouns.pronoun(doc.str(t));
    if (!row) row = knowledge.nouns.pronoun(doc.lemma(t));  // "let's"
    if (!row) return std::nullopt;
    ActorPhrase p;
    p.tokens = {i, i + 1};
    p.head = i;
    p.form = MentionForm::pronoun;
    p.pronoun = *row;
    if (tag == "PRP$" && row->form == PronounCase::any) p.pronoun.form = PronounCase::possessive;
    p.number = row->number;
    p.gender = row->gender;
    p.sort = row->gender == Gender::neuter ? Sort::thing : Sort::person;
    p.function = p.pronoun.form == PronounCase::possessive ? Function::possessor : function_at(i);
    if (tree.dep(i) == Dep::expl) p.sort = Sort::thing;
    return p;
  }

  /// "State" of "the head of the Estonian state" is part of the office.
  [[nodiscard]] bool is_portfolio(std::uint32_t i) const {
    if (tree.dep(i) != Dep::pobj || knowledge.titles.role(doc.str(doc.tokens[i])) != NameRole::portfolio) return false;
    const std::uint32_t of = tree.head(i);
    return !tree.is_root(of) && is_of(of) && knowledge.titles.sector(doc.str(doc.tokens[tree.head(of)])).has_value();
  }

  [[nodiscard]] std::optional<ActorPhrase> nominal(std::uint32_t i) const {
    const Token& t = doc.tokens[i];
    // "everyone" is a pronoun to the tagger.
    if (t.pos != Pos::noun && t.pos != Pos::propn && !(t.pos == Pos::pron && doc.tag(t) == "NN")) return std::nullopt;
    const Dep dep = tree.dep(i);
    if (dep == Dep::compound || dep == Dep::amod || dep == Dep::nmod || dep == Dep::npadvmod) return std::nullopt;
    const bool elect = is_elect(doc, knowledge.titles, i);
    const Token& named = elect ? doc.tokens[i - 2] : t;  // "the president-elect"
    const std::string_view word = doc.str(named), lemma = doc.lemma(named);
    if (is_portfolio(i)) return std::nullopt;
    Noun noun = knowledge.nouns.noun(lemma);
    if (noun.kind == NounKind::none) noun = knowledge.nouns.noun(word);
    const bool office = knowledge.titles.sector(word).has_value();
    ActorPhrase p;
    p.head = i;
    p.form = office ? MentionForm::role : MentionForm::nominal;
    p.lemma = lemma;
    p.office = office;
    p.gender = noun.gender;
    p.number = is_plural(i) ? Number::plural : Number::singular;
    p.function = function_at(i);
    switch (noun.kind) {
      case NounKind::counterpart:
        p.counterpart = true;
        [[fallthrough]];
      case NounKind::kin:
        p.kin = true;
        [[fallthrough]];
      case NounKind::person:
        p.sort = Sort::person;
        break;
      case NounKind::weak_person:
        p.sort = Sort::person;
        break;
      case NounKind::people:
        p.sort = Sort::person;
        p.number = Number::plural;
        break;
      case NounKind::group:
        p.sort = Sort::group;
        if (p.number == Number::singular) p.number = Number::unknown;
        break;
      case NounKind::organisation:
      case NounKind::weak:
        p.sort = Sort::organisation;
        if (p.number == Number::singular) p.number = Number::unknown;
        break;
      case NounKind::country:
        p.sort = Sort::country;
        break;
      case NounKind::none:
        p.sort = office ? Sort::person : Sort::thing;
        break;
    }
    qualify(p);
    p.qualified = p.qualified || elect;
    const bool weak = noun.kind == NounKind::weak || noun.kind == NounKind::weak_person;
    if (p.determiner == Determiner::negative) p.sort = Sort::thing;
    if (weak && p.words.size == 0 && p.countries[0] == nullptr && p.body == kNone) p.sort = Sort::thing;
    return p;
  }

  void add_country(ActorPhrase& p, std::uint32_t i) const {
    const std::uint32_t n = name_of[i];
    if (n != kNone && is_body(names[n].kind) && p.body == kNone) p.body = n;
    const Country* c = n != kNone ? names[n].country : nullptr;
    if (c == nullptr) c = knowledge.countries.nationality(doc.str(doc.tokens[i]));
    if (c == nullptr && doc.tokens[i].pos == Pos::propn) c = knowledge.countries.named(doc.str(doc.tokens[i]));
    if (c == nullptr || p.countries[0] == c) return;
    if (p.countries[0] == nullptr)
      p.countries[0] = c;
    else if (p.countries[1] == nullptr)
      p.countries[1] = c;
  }

  void add_word(ActorPhrase& p, std::uint32_t i) const {
    const Token& t = doc.tokens[i];
    const bool counts = t.pos == Pos::adj || t.pos == Pos::noun || t.pos == Pos::propn || t.pos == Pos::num;
    if (!counts || knowledge.countries.nationality(doc.str(t)) != nullptr ||
        (name_of[i] != kNone && names[name_of[i]].country != nullptr))
      return;
    const NameRole role = knowledge.titles.role(doc.str(t));
    if (role == NameRole::former) p.qualified = true;
    p.words.add(doc.lemma(t).empty() ? doc.str(t) : doc.lemma(t));
  }

  void qualify(ActorPhrase& p) const {
    const std::uint32_t head = p.head;
    const std::uint32_t sentence = doc.sentences[doc.tokens[head].sentence].first;
    std::uint32_t first = head;
    for (const std::uint32_t c : tree.children(head)) {
      if (c > head) break;
      if (head - c > kLongestPhrase || c < sentence) continue;
      switch (tree.dep(c)) {
        case Dep::det:
          p.determiner = which_one(c).determiner;
          break;
        case Dep::poss:
          p.determiner = Determiner::possessive;
          p.owner = c;
          add_country(p, c);
          break;
        case Dep::nummod:
          p.count = which_one(c).count;
          break;
        case Dep::amod:
        case Dep::compound:
        case Dep::nmod:
        case Dep::predet:
        case Dep::quantmod:
          break;
        default:
          continue;
      }
      const TokenRange sub = tree.range(c);
      first = std::min(first, head - std::min(head - std::max(sub.first, sentence), kLongestPhrase));
    }
    p.tokens = {first, head + 1};
    for (std::uint32_t i = first; i < head; ++i) {
      if (doc.tokens[i].pos == Pos::det || doc.tokens[i].pos == Pos::pron || i == p.owner) continue;
      if (p.owner != kNoToken && tree.range(p.owner).has(i)) continue;
      add_country(p, i);
      if (p.count == 0 || doc.tokens[i].pos != Pos::num) add_word(p, i);
    }
    if (p.count == 0 && first < head) p.count = which_one(first).count;
    // "of Estonia", "of the Estonian state"
    for (const std::uint32_t c : tree.children(head)) {
      if (c <= head) continue;
      if (tree.dep(c) != Dep::prep || !is_of(c)) break;
      const TokenRange of = tree.range(c);
      const std::uint32_t end = std::min(of.last, head + kLongestPhrase);
      for (std::uint32_t i = c + 1; i < end; ++i) {
        if (doc.tokens[i].pos == Pos::verb || doc.tokens[i].is_space) break;
        add_country(p, i);
        if (i < c + 5) add_word(p, i);
      }
      if (p.office || p.sort != Sort::thing) p.tokens.last = std::max(p.tokens.last, end_of_of(c, end));
      break;
    }
    // "the presidents of Estonia and Latvia", where the parser took Latvia for a fellow of the presidents.
    if (const std::uint32_t c = tree.child(head, Dep::conj);
        p.office && p.number == Number::plural && p.countries[0] != nullptr && c != kNoToken && c > head &&
        c <= p.tokens.last + 2 && name_of[c] != kNone && names[name_of[c]].country != nullptr) {
      add_country(p, c);
      p.tokens.last = c + 1;
    }
    if (p.office) p.classes = knowledge.offices.classes(p.lemma, p.words.all());
    p.tokens = trimmed(doc, p.tokens);
    if (!p.tokens.has(head)) p.tokens = {head, head + 1};
  }

  /// Up to where an "of" phrase belongs to the words that name somebody: its first noun and what coordinates it.
  [[nodiscard]] std::uint32_t end_of_of(std::uint32_t of, std::uint32_t end) const {
    std::uint32_t last = of;
    for (std::uint32_t i = of + 1; i < end; ++i) {
      const Token& t = doc.tokens[i];
      if (t.is_space || t.pos == Pos::verb || (t.pos == Pos::punct && doc.str(t) != "-") || t.pos == Pos::pron) break;
      if (t.pos == Pos::adp && !is_of(i)) break;
      if (t.pos == Pos::noun || t.pos == Pos::propn) last = i;
    }
    return last == of ? of : last + 1;
  }

  [[nodiscard]] bool is_of(std::uint32_t i) const {
    return knowledge.titles.role(doc.str(doc.tokens[i])) == NameRole::of;
  }

  [[nodiscard]] WhichOne which_one(std::uint32_t i) const { return knowledge.nouns.determiner(doc.str(doc.tokens[i])); }
};

}  // namespace

std::vector<ActorPhrase> actor_phrases(const Document& doc, const Tree& tree, const Knowledge& knowledge,
                                       std::span<const Name> names, std::span<const std::uint32_t> name_of) {
  const Finder finder{doc, tree, knowledge, names, name_of};
  std::vector<ActorPhrase> out;
  out.reserve(doc.tokens.size() / 3);
  for (std::uint32_t i = 0; i < doc.tokens.size(); ++i) {
    if (const std::uint32_t n = name_of[i]; n != kNone) {
      if (names[n].tokens.first == i) out.push_back(finder.named(n));
      continue;
    }
    if (doc.tokens[i].is_space || doc.tokens[i].pos == Pos::punct) continue;
    if (auto p = finder.pronoun(i))
      out.push_back(*p);
    else if (auto q = finder.nominal(i))
      out.push_back(*q);
  }
  std::ranges::stable_sort(out, {}, &ActorPhrase::head);
  return out;
}

}  // namespace sitcen::reading
