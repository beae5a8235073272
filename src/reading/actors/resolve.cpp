#include "reading/actors/resolve.h"

#include <tsl/robin_map.h>

#include <algorithm>
#include <map>
#include <ranges>
#include <string>

#include "reading/actors/entity.h"
#include "reading/actors/fit.h"
#include "reading/actors/syntax.h"
#include "reading/actors/talk.h"
#include "reading/actors/weights.h"

namespace sitcen::reading {
namespace {

constexpr std::size_t kMostHomonyms = 4;  ///< actors of one noun that are compared

struct Choice {
  std::uint32_t entity = kNobody;
  float score = 0;
  std::string_view reason;
  std::array<std::uint32_t, 2> open = {kNobody, kNobody};
};

class Resolver {
 public:
  explicit Resolver(const Discourse& d) : d_(d) {
    entity_of_head_.assign(d.doc.tokens.size(), kNobody);
    phrase_at_.assign(d.doc.tokens.size(), kNobody);
    for (std::uint32_t p = 0; p < d.phrases.size(); ++p) phrase_at_[d.phrases[p].head] = p;
    of_named_.assign(d.identities.fullest.size(), kNobody);
    speech_of_.assign(d.doc.tokens.size(), kNobody);
    quoted_.assign(d.doc.tokens.size(), false);
    for (const TokenRange q : d.quotations) std::fill(quoted_.begin() + q.first, quoted_.begin() + q.last, true);
    for (std::uint32_t s = 0; s < d.speeches.size(); ++s)
      std::fill(speech_of_.begin() + d.speeches[s].words.first, speech_of_.begin() + d.speeches[s].words.last, s);
    out_.of_phrase.resize(d.phrases.size());
    if (is_talk(d, phrase_at_, quoted_)) {
      turn_of_.assign(d.doc.tokens.size(), 0);
      for (std::uint32_t t = 0; t < d.paragraphs.size(); ++t)
        std::fill(turn_of_.begin() + d.paragraphs[t].first, turn_of_.begin() + d.paragraphs[t].last, t % 2);
    }
  }

  Meanings run() {
    for (std::uint32_t p = 0; p < d_.phrases.size(); ++p) {
      const ActorPhrase& phrase = d_.phrases[p];
      if (out_.of_phrase[p].actor != kNobody) continue;  // taken together with one before
      switch (phrase.form) {
        case MentionForm::name:
          take_name(p);
          break;
        case MentionForm::pronoun:
          take_pronoun(p);
          break;
        case MentionForm::role:
        case MentionForm::nominal:
          take_nominal(p);
          break;
      }
    }
    take_speech();
    return finish();
  }

 private:
  // ---- entities ----
  [[nodiscard]] std::uint32_t root(std::uint32_t e) const {
    while (entities_[e].parent != e) e = entities_[e].parent;
    return e;
  }
  std::uint32_t make(std::uint32_t p) {
    const auto e = static_cast<std::uint32_t>(entities_.size());
    const ActorPhrase& phrase = d_.phrases[p];
    Entity entity;
    entity.parent = e;
    entity.sort = phrase.sort;
    entity.gender = phrase.gender;
    entity.number = phrase.number;
    entity.first_phrase = entity.last_phrase = p;
    entity.sentence = d_.doc.tokens[phrase.head].sentence;
    entity.country = phrase.countries[0];
    entities_.push_back(std::move(entity));
    return e;
  }

  /// Writes down that a phrase means an actor.
  void set(std::uint32_t p, std::uint32_t e, std::string_view reason, float score) {
    e = root(e);
    const ActorPhrase& phrase = d_.phrases[p];
    Entity& entity = entities_[e];
    const std::uint32_t sentence = d_.doc.tokens[phrase.head].sentence;
    const float before = prominence(entity, sentence);
    entity.prominence = before * weights::kKept + weight_of(phrase);
    entity.sentence = sentence;
    entity.last_phrase = p;
    entity.last_function = phrase.function;
    entity.last_quoted = quoted_[phrase.head];
    ++entity.mentions;
    if (entity.gender == Gender::unknown && entity.sort == Sort::person && is_feminine_or_masculine(phrase.gender))
      entity.gender = phrase.gender;
    if (entity.number == Number::unknown && phrase.form == MentionForm::pronoun) entity.number = phrase.number;
    entity_of_head_[phrase.head] = e;
    out_.of_phrase[p] = {e, reason, score, {kNobody, kNobody}, kNobody};
    if (phrase.form != MentionForm::pronoun || phrase.pronoun.person == 3) refresh(e);
  }

  void refresh(std::uint32_t e) {
    const bool thing = entities_[e].sort == Sort::thing;
    std::vector<std::uint32_t>& list = thing ? things_ : recent_;
    const auto at = std::ranges::find(list, e);
    if (at != list.end())
      list.erase(at);
    else if (list.size() >= (thing ? weights::kMostThings : weights::kMostCandidates))
      list.erase(list.begin());
    list.push_back(e);
  }

  void merge(std::uint32_t from, std::uint32_t into) {
    from = root(from);
    into = root(into);
    if (from == into) return;
    Entity& a = entities_[from];
    Entity& b = entities_[into];
    if (b.named == kNobody && a.named != kNobody) {
      merge(into, from);
      return;
    }
    if (a.named != kNobody) return;  // two names are two actors
    a.parent = into;
    b.prominence = std::max(a.prominence, b.prominence);
    b.sentence = std::max(a.sentence, b.sentence);
    b.mentions += a.mentions;
    if (b.gender == Gender::unknown) b.gender = a.gender;
    if (b.country == nullptr) b.country = a.country;
    for (const KnownRole& r : a.roles) add_role(b, r);
    std::erase(recent_, from);
  }

  // ---- names ----
  std::uint32_t entity_of_name(std::uint32_t p) {
    const std::uint32_t named = d_.identities.of_name[d_.phrases[p].name].actor;
    if (of_named_[named] != kNobody) return root(of_named_[named]);
    const std::uint32_t e = make(p);
    Entity& entity = entities_[e];
    entity.named = named;
    entity.country = d_.names[d_.identities.fullest[named]].country;
    of_named_[named] = e;
    for (const NamedRole& r : d_.roles[named]) add_role(entity, known_role(r));
    if (d_.names[d_.phrases[p].name].kind != ActorKind::person)
      for (std::uint32_t i = d_.phrases[p].tokens.first; i < d_.phrases[p].tokens.last; ++i)
        entities_[e].words.add(lower(d_.doc.str(d_.doc.tokens[i])));
    register_name(p, e);
    if (d_.names[d_.phrases[p].name].kind == ActorKind::person) take_in_office(e);
    return e;
  }

  /// "The OSCE chief" of a headline is the Secretary General whom the text names later.
  void take_in_office(std::uint32_t e) {
    for (const std::uint32_t other : recent_) {
      const Entity& before = entities_[other];
      if (before.named != kNobody || before.sort != Sort::person || before.number == Number::plural) continue;
      for (const KnownRole& r : entities_[e].roles)
        for (const KnownRole& b : before.roles) {
          const bool there =
              (r.country != nullptr && r.country == b.country) || (r.body != kNobody && r.body == b.body);
          if (!there || (r.classes & b.classes) == 0 || r.qualified != b.qualified) continue;
          merge(other, e);
          return;
        }
    }
  }

  [[nodiscard]] KnownRole known_role(const NamedRole& r) const {
    KnownRole k;
    k.country = r.country;
    for (std::uint32_t i = r.title.first; i < r.title.last; ++i) {
      const Token& t = d_.doc.tokens[i];
      if (d_.knowledge.titles.role(d_.doc.str(t)) == NameRole::former) k.qualified = true;
      if (t.pos == Pos::noun || t.pos == Pos::propn || t.pos == Pos::adj) k.words.add(d_.doc.lemma(t));
    }
    k.classes = d_.knowledge.offices.classes(d_.doc.str(d_.doc.tokens[r.head]), k.words.all());
    if (!r.organisation.empty() && d_.name_of[r.organisation.first] != kNobody)
      k.body = d_.identities.of_name[d_.name_of[r.organisation.first]].actor;
    return k;
  }

  /// "Harrow School", "Interior Ministry": known by its last word from now on.
  void register_name(std::uint32_t p, std::uint32_t e) {
    const Name& name = d_.names[d_.phrases[p].name];
    if (name.kind == ActorKind::person) return;
    const Token& last = d_.doc.tokens[name.tokens.last - 1];
    const Token& first = d_.doc.tokens[name.tokens.first];
    for (const Token* t : {&last, &first}) {
      const std::string_view lemma = lower(d_.doc.str(*t));
      if (d_.knowledge.nouns.noun(lemma).kind != NounKind::none) remember(lemma, e);
      if (name.tokens.size() == 1) break;
    }
  }

  std::string_view lower(std::string_view word) {
    const auto at = lowered_.find(word);
    if (at != lowered_.end()) return at->second;
    std::string s(word);
    for (char& c : s)
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    return lowered_.try_emplace(word, std::move(s)).first->second;
  }

  void remember(std::string_view lemma, std::uint32_t e) {
    auto& list = by_lemma_[lemma];
    std::erase(list, e);
    if (list.size() >= kMostHomonyms) list.erase(list.begin());
    list.push_back(e);
  }

  void take_name(std::uint32_t p) {
    const ActorPhrase& phrase = d_.phrases[p];
    const Identity& id = d_.identities.of_name[phrase.name];
    const std::uint32_t e = entity_of_name(p);
    set(p, e, d_.names[phrase.name].kind == ActorKind::country && id.score == 1 ? "name of the country" : id.reason,
        id.score);
    if (author_ == kNobody && is_byline(phrase)) author_ = e;
    const Equation eq = equation_of(d_.doc, d_.tree, phrase.head);
    if (eq.with == kNoToken || eq.with >= entity_of_head_.size()) return;
    const std::uint32_t other = entity_of_head_[eq.with];
    if (other == kNobody || root(other) == root(e)) return;
    const Entity& before = entities_[root(other)];
    const std::uint32_t with = phrase_at_[eq.with];
    const bool tells =
        with != kNobody && d_.phrases[with].form == MentionForm::pronoun && d_.phrases[with].pronoun.person == 1;
    if (before.named == kNobody && (tells || before.mentions == 1) && agree(before, entities_[root(e)]))
      merge(other, e);
  }

  /// "By Ana Kos" on a line of its own: whoever tells the text.
  [[nodiscard]] bool is_byline(const ActorPhrase& phrase) const {
    const auto line = std::ranges::upper_bound(d_.paragraphs, phrase.head, {}, &TokenRange::first);
    if (line == d_.paragraphs.begin() || phrase.sort != Sort::person) return false;
    const TokenRange r = *std::prev(line);
    return r.size() <= weights::kLongestByline && phrase.tokens.first == r.first + 1 &&
           d_.knowledge.words.plays(d_.doc.str(d_.doc.tokens[r.first]), WordRole::author);
  }

  // ---- pronouns ----
  void take_pronoun(std::uint32_t p) {
    const ActorPhrase& phrase = d_.phrases[p];
    if (phrase.pronoun.person < 3) {
      if (speech_of_[phrase.head] == kNobody && !quoted_[phrase.head]) narrator(p);
      return;
    }
    if (phrase.pronoun.form == PronounCase::reflexive && take_reflexive(p)) return;
    const Choice c = choose(p);
    if (c.entity != kNobody)
      set(p, c.entity, c.reason, c.score);
    else
      out_.of_phrase[p].candidates = c.open;
  }

  bool take_reflexive(std::uint32_t p) {
    const ActorPhrase& phrase = d_.phrases[p];
    std::uint32_t with = kNoToken;
    if (phrase.function == Function::apposition) with = d_.tree.head(phrase.head);
    if (with == kNoToken || entity_of_head_[with] == kNobody) {
      const std::uint32_t verb = governing_verb(d_.doc, d_.tree, phrase.head);
      if (verb != kNoToken) with = clause_subject(d_.tree, verb);
    }
    if (with == kNoToken || with == phrase.head || entity_of_head_[with] == kNobody) return false;
    const std::uint32_t e = root(entity_of_head_[with]);
    if (pronoun_fit(phrase, entities_[e]) <= 0) return false;
    set(p, e, "subject of its clause", 0.9F);
    return true;
  }

  /// Actors that a phrase cannot mean: its fellows in the clause, and whoever speaks the quotation it stands in.
  struct RuledOut {
    std::array<std::uint32_t, 13> actor{};
    std::uint32_t size = 0;
    [[nodiscard]] bool has(std::uint32_t e) const {
      return std::find(actor.begin(), actor.begin() + size, e) != actor.begin() + size;
    }
  };
  [[nodiscard]] RuledOut ruled_out(std::uint32_t p) const {
    const ActorPhrase& phrase = d_.phrases[p];
    const bool possessive = phrase.form == MentionForm::pronoun && phrase.pronoun.form == PronounCase::possessive;
    RuledOut out;
    const auto add = [&](std::uint32_t token) {
      if (entity_of_head_[token] != kNobody) out.actor[out.size++] = root(entity_of_head_[token]);
    };
    const Rivals rivals = rivals_of(d_.doc, d_.tree, phrase.head, possessive);
    for (std::uint32_t k = 0; k < rivals.size; ++k) add(rivals.token[k]);
    const std::uint32_t s = speech_of_[phrase.head];
    if (s != kNobody && d_.speeches[s].speaker != kNoToken) add(d_.speeches[s].speaker);
    return out;
  }

  [[nodiscard]] Choice choose(std::uint32_t p) {
    const ActorPhrase& phrase = d_.phrases[p];
    const std::uint32_t sentence = d_.doc.tokens[phrase.head].sentence;
    const RuledOut rivals = ruled_out(p);
    Choice best;
    std::uint32_t second = kNobody;
    float top = 0, next = 0;
    std::uint32_t fitting = 0;
    const auto consider = [&](std::uint32_t e) {
      const Entity& entity = entities_[e];
      if (rivals.has(e) || (entity.named == kNobody && (e == author_ || e == authors_ || e == reader_))) return;
      float s = pronoun_fit(phrase, entity);
      if (s <= 0) return;
      s *= prominence(entity, sentence);
      if (entity.last_function == phrase.function) s *= weights::kSameFunction;
      if (entity.last_quoted != quoted_[phrase.head]) s *= weights::kOtherVoice;
      if (s < weights::kFaintest) return;
      ++fitting;
      if (s > top) {
        next = top;
        second = best.entity;
        top = s;
        best.entity = e;
      } else if (s > next) {
        next = s;
        second = e;
      }
    };
    for (const std::uint32_t at : std::views::reverse(recent_)) consider(at);
    if (!is_feminine_or_masculine(phrase.gender))
      for (const std::uint32_t at : std::views::reverse(things_)) consider(at);
    if (best.entity == kNobody) return {};
    if (entities_[best.entity].sort == Sort::thing) return {};
    best.score = top / (top + next);
    if (best.score < weights::kTooClose) return {kNobody, 0, {}, {best.entity, second}};
    best.reason = fitting == 1         ? "the only one that fits"
                  : best.score > 0.66F ? "the most prominent before it"
                                       : "more prominent than another";
    best.score = std::min(best.score, 0.95F);
    return best;
  }

  /// Who "I", "we" and "you" are outside quotations: whoever tells the text; in a talk of two by turns.
  void narrator(std::uint32_t p) {
    const Pronoun& pronoun = d_.phrases[p].pronoun;
    if (!turn_of_.empty() && (pronoun.person == 2 || pronoun.number != Number::plural)) {
      const std::uint32_t turn = turn_of_[d_.phrases[p].head];
      std::uint32_t& who = talker_[pronoun.person == 1 ? turn : 1 - turn];
      if (who == kNobody) {
        who = make(p);
        entities_[who].sort = Sort::person;
        entities_[who].number = Number::unknown;
      }
      set(p, who, "by turns", 0.5F);
      return;
    }
    std::uint32_t& e = pronoun.person == 2 ? reader_ : pronoun.number == Number::plural ? authors_ : author_;
    if (e == kNobody) {
      e = make(p);
      entities_[e].sort = pronoun.number == Number::plural ? Sort::group : Sort::person;
    }
    set(p, e, pronoun.person == 2 ? "who is spoken to" : "who tells it", 0.7F);
  }

  // ---- nominals ----
  void take_nominal(std::uint32_t p) {
    const ActorPhrase& phrase = d_.phrases[p];
    if (phrase.sort == Sort::thing) {
      const std::uint32_t e = make(p);
      set(p, e, {}, 0);
      return;
    }
    if (by_syntax(p)) return;
    if (phrase.determiner == Determiner::indefinite) {
      introduce(p);
      return;
    }
    if (by_owner(p)) return;
    if (by_role(p)) return;
    if (by_roles(p)) return;
    if (by_noun(p)) return;
    introduce(p);
  }

  void introduce(std::uint32_t p) {
    const ActorPhrase& phrase = d_.phrases[p];
    const std::uint32_t e = make(p);
    entities_[e].words = phrase.words;
    if (phrase.owner != kNoToken && entity_of_head_[phrase.owner] != kNobody)
      entities_[e].owner = root(entity_of_head_[phrase.owner]);
    learn(p, e);
    set(p, e, "first mention", 1);
  }

  void learn(std::uint32_t p, std::uint32_t e) {
    const ActorPhrase& phrase = d_.phrases[p];
    Entity& entity = entities_[e];
    remember(phrase.lemma, e);
    if (entity.owner != kNobody) by_owner_[owner_key(entity.owner, phrase)] = e;
    if (phrase.number == Number::plural || entity.sort != Sort::person) return;
    if (phrase.counterpart && phrase.owner != kNoToken && entity_of_head_[phrase.owner] != kNobody) {
      const std::uint32_t owner = root(entity_of_head_[phrase.owner]);
      if (owner == e) return;  // nobody is his own counterpart, whatever an apposition says
      // "her Portuguese counterpart": the same office in another country.
      for (KnownRole k : entities_[owner].roles) {
        if (k.classes == 0 && k.words.size == 0) continue;
        k.country = phrase.countries[0];
        k.body = body_of(phrase);
        add_role(entities_[e], k);
      }
      return;
    }
    if (!phrase.office) return;
    KnownRole k;
    k.words = phrase.words;
    k.words.add(phrase.lemma);
    k.country = phrase.countries[0];
    k.classes = phrase.classes;
    k.body = body_of(phrase);
    k.qualified = phrase.qualified;
    if (k.country != nullptr || k.body != kNobody || entity.roles.empty()) add_role(entity, k);
    if (entity.named != kNobody) out_.of_phrase[p].role = true;
  }

  [[nodiscard]] static std::string owner_key(std::uint32_t owner, const ActorPhrase& p) {
    std::string key = std::to_string(owner);
    key += p.number == Number::plural ? '+' : ' ';
    for (const std::string_view w : p.words.all()) {
      key += w;
      key += ' ';
    }
    key += p.lemma;
    return key;
  }

  /// The first part of a coordination.
  [[nodiscard]] std::uint32_t coordination(std::uint32_t head) const {
    for (int steps = 0; steps < 6 && d_.tree.dep(head) == Dep::conj; ++steps) head = d_.tree.head(head);
    return head;
  }

  bool by_syntax(std::uint32_t p) {
    const ActorPhrase& phrase = d_.phrases[p];
    // "the mayor, Ana Kos": the name behind says who it is.
    for (const std::uint32_t c : d_.tree.children(coordination(phrase.head))) {
      if (d_.tree.dep(c) != Dep::appos || c < phrase.head) continue;
      if (before_apposition(d_.tree, d_.tree.head(c), c) != phrase.head) continue;
      const std::uint32_t q = phrase_at_[c];
      if (q == kNobody || d_.phrases[q].form != MentionForm::name) continue;
      if (d_.names[d_.phrases[q].name].kind == ActorKind::person ? phrase.sort != Sort::person
                                                                 : phrase.sort == Sort::person)
        continue;
      if (phrase.number == Number::plural && d_.phrases[q].number == Number::singular) continue;
      const std::uint32_t e = entity_of_name(q);
      set(p, e, "apposition", 0.9F);
      learn(p, e);
      return true;
    }
    const Equation eq = equation_of(d_.doc, d_.tree, phrase.head);
    if (eq.with == kNoToken || entity_of_head_[eq.with] == kNobody || eq.with == phrase.head) return false;
    if (eq.score < 0.7F && phrase.determiner == Determiner::definite) return false;
    const std::uint32_t e = root(entity_of_head_[eq.with]);
    Entity probe;
    probe.sort = phrase.sort;
    probe.number = phrase.number;
    probe.gender = phrase.gender;
    if (!agree(probe, entities_[e])) return false;
    set(p, e, eq.reason, eq.score);
    learn(p, e);
    return true;
  }

  bool by_owner(std::uint32_t p) {
    const ActorPhrase& phrase = d_.phrases[p];
    if (phrase.owner == kNoToken || entity_of_head_[phrase.owner] == kNobody) return false;
    const std::uint32_t owner = root(entity_of_head_[phrase.owner]);
    const auto at = by_owner_.find(owner_key(owner, phrase));
    if (at == by_owner_.end()) return false;
    set(p, root(at->second), "same noun of the same owner", 0.9F);
    return true;
  }

  [[nodiscard]] static bool holds(const Words& all, const Words& some) {
    return std::ranges::all_of(some.all(),
                               [&](std::string_view w) { return std::ranges::find(all.all(), w) != all.all().end(); });
  }

  /// "the Belarusian leader", "the minister": the person whose role it is.
  bool by_role(std::uint32_t p) {
    const ActorPhrase& phrase = d_.phrases[p];
    if (!phrase.office || phrase.number != Number::singular ||
        (phrase.determiner == Determiner::possessive && phrase.countries[0] == nullptr))
      return false;
    const std::uint32_t sentence = d_.doc.tokens[phrase.head].sentence;
    const RuledOut rivals = ruled_out(p);
    std::uint32_t best = kNobody;
    float top = 0, next = 0, top_factor = 0;
    std::string_view reason;
    for (const std::uint32_t at : std::views::reverse(recent_)) {
      const Entity& e = entities_[at];
      if (e.sort != Sort::person || e.number == Number::plural) continue;
      if (phrase.gender != Gender::unknown && e.gender != Gender::unknown && phrase.gender != e.gender) continue;
      const auto [fits, why] = role_fit(phrase, body_of(phrase), e);
      if (fits <= 0 || rivals.has(at)) continue;
      const float s = fits * (20 + prominence(e, sentence));
      if (s > top) {
        next = top;
        top = s;
        best = at;
        top_factor = fits;
        reason = why;
      } else {
        next = std::max(next, s);
      }
    }
    if (best == kNobody) return false;
    const float surest = top_factor < 1 ? weights::kUntoldScore : 0.95F;
    set(p, best, reason, std::min(surest, top / (top + next)));
    learn(p, best);
    return true;
  }

  /// "the presidents of Estonia and Latvia", "the two leaders", "both ministers": two persons whose roles fit.
  bool by_roles(std::uint32_t p) {
    const ActorPhrase& phrase = d_.phrases[p];
    const bool by_country = phrase.countries[1] != nullptr;
    if (!phrase.office || phrase.number != Number::plural || !(by_country || phrase.count == 2)) return false;
    const std::uint32_t sentence = d_.doc.tokens[phrase.head].sentence;
    const RuledOut rivals = ruled_out(p);
    const std::uint32_t body = body_of(phrase);
    std::array<std::uint32_t, 2> both = {kNobody, kNobody};
    std::array<float, 3> top{};
    for (std::size_t c = 0; c < 2; ++c) {
      if (c == 1 && !by_country) break;
      ActorPhrase one = phrase;
      one.number = Number::singular;
      one.determiner = Determiner::definite;
      one.countries = {by_country ? phrase.countries[c] : nullptr, nullptr};
      for (const std::uint32_t at : std::views::reverse(recent_)) {
        const Entity& e = entities_[at];
        if (e.sort != Sort::person || e.named == kNobody || rivals.has(at)) continue;
        const float s = role_fit(one, body, e).factor * (20 + prominence(e, sentence));
        if (s <= 0) continue;
        if (by_country) {
          if (s > top[c] && at != both[1 - c]) {
            top[c] = s;
            both[c] = at;
          }
        } else if (s > top[0]) {
          top = {s, top[0], top[1]};
          both = {at, both[0]};
        } else if (s > top[1]) {
          top = {top[0], s, top[1]};
          both[1] = at;
        } else {
          top[2] = std::max(top[2], s);
        }
      }
    }
    // A third who fits nearly as well leaves it open which two are meant.
    if (both[0] == kNobody || both[1] == kNobody || top[2] > top[1] * weights::kThirdOfTwo) return false;
    const std::uint32_t e = make(p);
    entities_[e].both = both;
    remember(phrase.lemma, e);
    set(p, e, "both hold such an office", 0.8F);
    return true;
  }

  [[nodiscard]] std::uint32_t body_of(const ActorPhrase& phrase) const {
    return phrase.body == kNobody ? kNobody : d_.identities.of_name[phrase.body].actor;
  }
  bool by_noun(std::uint32_t p) {
    const ActorPhrase& phrase = d_.phrases[p];
    // "of government", "in order": no article, one only, no name.
    const bool bare = phrase.determiner == Determiner::none && phrase.number != Number::plural;
    if (bare && d_.doc.tokens[phrase.head].pos != Pos::propn) return false;
    const auto at = by_lemma_.find(lower(phrase.lemma));
    if (at == by_lemma_.end()) return false;
    const RuledOut rivals = ruled_out(p);
    for (const std::uint32_t it : std::views::reverse(at->second)) {
      const std::uint32_t e = root(it);
      const Entity& entity = entities_[e];
      if (phrase.number == Number::plural ? entity.number == Number::singular : entity.number == Number::plural)
        continue;
      if (!holds(entity.words, phrase.words)) continue;
      if (phrase.countries[0] != nullptr && entity.country != nullptr && phrase.countries[0] != entity.country)
        continue;
      if (phrase.owner != kNoToken) continue;
      const std::uint32_t gone = d_.doc.tokens[phrase.head].sentence - entity.sentence;
      if (phrase.determiner == Determiner::none && phrase.number == Number::plural && gone > weights::kBareAgain)
        continue;
      if (rivals.has(e)) continue;
      set(p, e, "same noun", phrase.determiner == Determiner::definite ? 0.8F : 0.6F);
      return true;
    }
    return false;
  }

  // ---- first and second persons of quotations ----
  void take_speech() {
    for (std::uint32_t p = 0; p < d_.phrases.size(); ++p) {
      const ActorPhrase& phrase = d_.phrases[p];
      if (phrase.form != MentionForm::pronoun || phrase.pronoun.person == 3) continue;
      const std::uint32_t s = speech_of_[phrase.head];
      if (s == kNobody) continue;
      const std::uint32_t who = phrase.pronoun.person == 1 ? d_.speeches[s].speaker : d_.speeches[s].addressee;
      if (who == kNoToken || entity_of_head_[who] == kNobody) continue;
      set(p, entity_of_head_[who],
          phrase.pronoun.person == 1 ? "speaker of the quotation" : "addressee of the quotation",
          phrase.pronoun.number == Number::plural ? 0.6F : 0.9F);
    }
  }

  /// Between a pair and another nothing is said of one person.
  [[nodiscard]] std::array<std::uint32_t, 2> not_both(std::array<std::uint32_t, 2> candidates) const {
    for (const std::uint32_t c : candidates)
      if (c != kNobody && entities_[root(c)].both[0] != kNobody) return {kNobody, kNobody};
    return candidates;
  }

  Meanings finish() {
    std::vector<std::uint32_t> index(entities_.size(), kNobody);
    for (Meaning& m : out_.of_phrase) {
      if (m.actor != kNobody && entities_[root(m.actor)].both[0] != kNobody) {
        const std::array<std::uint32_t, 2> both = entities_[root(m.actor)].both;
        m.actor = both[0];
        m.other = both[1];
      }
      m.candidates = not_both(m.candidates);
      for (std::uint32_t* e : {&m.actor, m.candidates.data(), m.candidates.data() + 1, &m.other}) {
        if (*e == kNobody) continue;
        const std::uint32_t r = root(*e);
        if (entities_[r].sort == Sort::thing) {
          *e = kNobody;
          continue;
        }
        if (index[r] == kNobody) {
          index[r] = static_cast<std::uint32_t>(out_.actors.size());
          const Entity& entity = entities_[r];
          out_.actors.push_back(
              {entity.named, entity.sort, entity.first_phrase, entity.country, entity.number == Number::plural});
        }
        *e = index[r];
      }
    }
    return std::move(out_);
  }

  const Discourse& d_;
  Meanings out_;
  std::vector<Entity> entities_;
  std::vector<std::uint32_t> entity_of_head_, phrase_at_, of_named_, speech_of_;
  std::vector<bool> quoted_;
  std::vector<std::uint32_t> recent_, things_;  ///< actors, things: by their last mention, the latest at the end
  tsl::robin_map<std::string_view, std::vector<std::uint32_t>> by_lemma_;
  tsl::robin_map<std::string, std::uint32_t> by_owner_;
  std::map<std::string_view, std::string> lowered_;
  std::vector<std::uint8_t> turn_of_;  ///< per token of a talk: 0 or 1; else empty
  std::array<std::uint32_t, 2> talker_ = {kNobody, kNobody};
  std::uint32_t author_ = kNobody, authors_ = kNobody, reader_ = kNobody;
};

}  // namespace

Meanings resolve(const Discourse& discourse) { return Resolver(discourse).run(); }

}  // namespace sitcen::reading
