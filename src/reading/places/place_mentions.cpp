#include "reading/places/place_mentions.h"

#include <tsl/robin_set.h>

#include <algorithm>

#include "reading/phrases.h"
#include "reading/places/name_key.h"
#include "reading/places/town_names.h"

namespace sitcen::reading {
namespace {

constexpr std::uint32_t kLongest = 6;     ///< tokens of a name
constexpr std::uint32_t kMostBefore = 3;  ///< words looked at between a preposition and a name
constexpr std::uint32_t kMostBehind = 8;  ///< words of an institution's name looked at behind a place's
constexpr std::uint32_t kLargeTown = 100'000, kTown = 15'000;

bool is_capital(std::string_view text) {
  return !text.empty() && ((text[0] >= 'A' && text[0] <= 'Z') || static_cast<unsigned char>(text[0]) >= 0xC3);
}

bool is_all_caps(std::string_view text) {
  return text.size() > 2 && std::ranges::none_of(text, [](char c) { return c >= 'a' && c <= 'z'; });
}

/// A name that the gazetteer has, where it stands.
struct Match {
  TokenRange range;
  std::string key;
  NameLinks links;
};

class Finder {
 public:
  Finder(const Document& doc, const Tree& tree, const Knowledge& knowledge)
      : doc_(doc),
        tree_(tree),
        k_(knowledge),
        words_(knowledge.place_words),
        gazetteer_(*knowledge.gazetteer),
        towns_(towns_taken_for_persons(doc, tree, knowledge)) {
    entity_at_.assign(doc.tokens.size(), kNoToken);
    for (std::uint32_t e = 0; e < doc.entities.size(); ++e) {
      const Entity& entity = doc.entities[e];
      for (std::uint32_t i = entity.first; i < entity.last && i < doc.tokens.size(); ++i) entity_at_[i] = e;
      if (entity.type == EntityType::person && entity.last - entity.first > 1)
        for (std::uint32_t i = entity.first; i < entity.last; ++i) person_words_.insert(doc.str(doc.tokens[i]));
    }
  }

  std::vector<PlaceMention> find() {
    const auto n = static_cast<std::uint32_t>(doc_.tokens.size());
    for (std::uint32_t i = 0; i < n;) i = std::max(step(i), i + 1);
    std::vector<PlaceMention> kept;
    for (Proposal& p : proposals_)
      if (!p.needs_support || sure_.contains(p.mention.key)) kept.push_back(std::move(p.mention));
    return kept;
  }

 private:
  struct Proposal {
    PlaceMention mention;
    bool needs_support = false;  ///< counts only if the same name stands elsewhere beyond doubt
  };

  [[nodiscard]] std::string_view text(std::uint32_t i) const {
    return i < doc_.tokens.size() ? doc_.str(doc_.tokens[i]) : std::string_view();
  }
  [[nodiscard]] bool word(std::uint32_t i, PlaceWord role) const {
    return i < doc_.tokens.size() && words_.is(text(i), role);
  }
  [[nodiscard]] EntityType type(std::uint32_t i) const {
    if (entity_at_[i] == kNoToken) return EntityType::none;
    if (!towns_.empty() && towns_[entity_at_[i]]) return EntityType::gpe;
    return doc_.entities[entity_at_[i]].type;
  }

  /// \return where to go on
  std::uint32_t step(std::uint32_t i) {
    const Token& token = doc_.tokens[i];
    if (token.is_space || !is_capital(text(i)) || is_word(doc_, i, "the")) return i + 1;
    if (const std::uint32_t next = demonym(i); next != 0) return next;
    if (const std::uint32_t next = abbreviation(i); next != 0) return next;
    const Match match = longest(i);
    const EntityType t = type(i);
    if (match.links.empty()) return unlisted(i, t);
    return judge(match, t);
  }

  std::uint32_t demonym(std::uint32_t i) {
    const Token& token = doc_.tokens[i];
    const EntityType t = type(i);
    const bool fits =
        t == EntityType::norp ||
        (t != EntityType::person && t != EntityType::language && t != EntityType::gpe && token.pos == Pos::adj) ||
        t == EntityType::org || (t == EntityType::gpe && token.pos == Pos::adj);
    if (!fits) return 0;
    const Country* country = k_.countries.nationality(text(i));
    if (country == nullptr) return 0;
    PlaceMention m;
    m.range = {i, i + 1};
    m.key = "=" + std::string(country->code);
    m.role = PlaceRole::actor;
    m.rule = "demonym";
    m.demonym = true;
    put(std::move(m), false);
    return i + 1;
  }

  std::uint32_t abbreviation(std::uint32_t i) {
    std::uint32_t size = 1;
    const PlaceTables::Abbreviation* found = nullptr;
    if (i + 1 < doc_.tokens.size() && doc_.tokens[i].sentence == doc_.tokens[i + 1].sentence) {
      const Span both = {doc_.tokens[i].span.begin, doc_.tokens[i + 1].span.end};
      if (both.size() < 8) found = words_.abbreviation(doc_.str(both));
      if (found != nullptr) size = 2;
    }
    if (found == nullptr) found = words_.abbreviation(text(i));
    if (found == nullptr) return 0;
    const bool behind = i > 1 && text(i - 1) == "," && is_capital(text(i - 2));
    if (found->behind_a_comma && !behind) return 0;
    const EntityType t = type(i);
    if (!behind && t == EntityType::person) return 0;
    // "R-Mass.": the state of somebody, and still a state.
    PlaceMention m;
    m.range = {i, i + size};
    m.key = "=" + std::string(found->code);
    m.rule = behind ? "state behind a comma" : "abbreviation";
    put(std::move(m), false);
    return i + size;
  }

  /// The longest name of the gazetteer that begins here.
  Match longest(std::uint32_t i) {
    Match best;
    const std::uint32_t sentence = doc_.tokens[i].sentence;
    for (std::uint32_t size = 1; size <= kLongest && i + size <= doc_.tokens.size(); ++size) {
      const std::uint32_t last = i + size - 1;
      const Token& token = doc_.tokens[last];
      const std::string_view word_text = text(last);
      const bool hyphen = word_text == "-" || word_text == "'" || word_text == "\u2019";
      if (token.is_space || token.sentence != sentence) break;
      if (size > 1 && !hyphen && !is_capital(word_text) && !word(last, PlaceWord::particle)) break;
      if (!is_capital(word_text)) continue;
      const Span span = {doc_.tokens[i].span.begin, token.span.end};
      make_name_key(doc_.str(span), key_);
      if (key_.size() < 2) continue;
      const NameLinks links = gazetteer_.find(key_);
      if (!links.empty()) best = {{i, last + 1}, key_, links};
    }
    return best;
  }

  /// \return the largest number of people at a place of that name; main names alone if asked
  [[nodiscard]] std::uint32_t people(const Match& match) const {
    std::uint32_t most = 0;
    for (std::size_t l = 0; l < match.links.size(); ++l)
      if (const GazetteerRow* row = gazetteer_.row(match.links[l].row);
          row != nullptr && match.links[l].use == NameUse::main)
        most = std::max(most, row->population);
    return most;
  }
  [[nodiscard]] bool is_known_unit(const Match& match) const {
    for (std::size_t l = 0; l < match.links.size(); ++l)
      if (const GazetteerRow* row = gazetteer_.row(match.links[l].row);
          row != nullptr && match.links[l].use == NameUse::main && row->kind <= 1)
        return true;
    return false;
  }

  [[nodiscard]] bool behind_preposition(std::uint32_t i) const {
    for (std::uint32_t step = 0; step < kMostBefore && i > 0; ++step, --i)
      if (!word(i - 1, PlaceWord::compass) && !is_word(doc_, i - 1, "the")) break;
    return i > 0 && word(i - 1, PlaceWord::near);
  }
  /// "Ada, Okla.": a state or a country stands behind a comma.
  [[nodiscard]] bool before_container(std::uint32_t last) const {
    if (text(last) != "," || last + 1 >= doc_.tokens.size()) return false;
    if (words_.abbreviation(text(last + 1)) != nullptr) return true;
    if (last + 2 < doc_.tokens.size()) {
      const Span both = {doc_.tokens[last + 1].span.begin, doc_.tokens[last + 2].span.end};
      if (both.size() < 8 && words_.abbreviation(doc_.str(both)) != nullptr) return true;
    }
    if (type(last + 1) != EntityType::gpe) return false;
    const Entity& entity = doc_.entities[entity_at_[last + 1]];
    const NameLinks links = gazetteer_.find(name_key(doc_.str(entity.span)));
    for (std::size_t l = 0; l < links.size(); ++l)
      if (const GazetteerRow* row = gazetteer_.row(links[l].row); row != nullptr && row->kind <= 2) return true;
    return false;
  }
  [[nodiscard]] bool is_dateline(TokenRange range) const {
    if (!is_all_caps(doc_.str(span_of(doc_, range)))) return false;
    const std::string_view next = text(range.last);
    return next == "-" || next == "\u2013" || next == "\u2014" || next == "--" || next == "(" || next == "," ||
           next == "_";
  }
  [[nodiscard]] bool is_person_word(TokenRange range) const {
    return range.size() == 1 && person_words_.contains(text(range.first));
  }

  void put(PlaceMention mention, bool needs_support) {
    if (!needs_support && !mention.demonym) sure_.insert(mention.key);
    proposals_.push_back({std::move(mention), needs_support});
  }
  std::uint32_t take(const Match& match, std::string_view rule, PlaceRole role = PlaceRole::place,
                     bool needs_support = false) {
    PlaceMention m;
    m.range = match.range;
    m.key = match.key;
    m.role = role;
    m.rule = rule;
    put(std::move(m), needs_support);
    return match.range.last;
  }

  /// "Clay, Jackson and Lee counties"; the kind of unit stands once, behind all.
  [[nodiscard]] bool in_list_of_units(std::uint32_t last) const {
    for (std::uint32_t steps = 0; steps < 40 && last < doc_.tokens.size(); ++steps, ++last) {
      if (word(last, PlaceWord::units)) return true;
      const std::string_view t = text(last);
      if (t != "," && t != "and" && !is_capital(t)) return false;
    }
    return false;
  }

  std::uint32_t judge(const Match& match, EntityType t) {
    const TokenRange r = match.range;
    const std::uint32_t e = entity_at_[r.first];
    const std::uint32_t end = e == kNoToken ? r.last : std::max(doc_.entities[e].last, r.last);
    const bool whole = r.last == end || (r.last + 1 == end && text(r.last) == "'s");
    const bool street = word(end - 1, PlaceWord::street) && !whole;
    if (street || (word(r.last, PlaceWord::street) && is_capital(text(r.last)))) return std::max(end, r.last);
    if (has_stem(match) && in_list_of_units(r.last) && t != EntityType::date) {
      PlaceMention m;
      m.range = r;
      m.key = match.key;
      m.unit = true;
      m.rule = "list of units";
      put(std::move(m), false);
      return r.last;
    }
    if (before_container(r.last) && t != EntityType::date && t != EntityType::norp)
      return take(match, "with its state or country");
    if (is_dateline(r) && t != EntityType::date) return take(match, "dateline");
    switch (t) {
      case EntityType::gpe:
      case EntityType::loc:
        return judge_place(match, whole, end);
      case EntityType::fac:
      case EntityType::event:
      case EntityType::work_of_art:
      case EntityType::product:
        if (whole) return t == EntityType::fac ? take(match, "facility") : end;
        take(match, "name of a facility", PlaceRole::place, !is_known_unit(match));
        return end;
      case EntityType::org:
        return judge_organisation(match, whole, end);
      case EntityType::person:
      case EntityType::none:
      case EntityType::norp:
        return judge_doubtful(match, t, whole, end);
      default:
        return end;
    }
  }

  [[nodiscard]] bool has_stem(const Match& match) const {
    for (std::size_t l = 0; l < match.links.size(); ++l)
      if (match.links[l].use == NameUse::stem) return true;
    return false;
  }

  std::uint32_t judge_place(const Match& match, bool whole, std::uint32_t end) {
    if (whole) {
      // A given name that the recogniser took for a place once among the person's mentions.
      if (is_person_word(match.range) && !behind_preposition(match.range.first) && !is_known_country(match))
        return take(match, "name", PlaceRole::place, true);
      if (word(match.range.last, PlaceWord::institution) && !word(match.range.last, PlaceWord::unit))
        return take(match, "institution of a place", PlaceRole::actor);
      if (is_given_name(match.range)) return take(match, "name", PlaceRole::place, true);
      return take(match, "name");
    }
    if (word(match.range.last, PlaceWord::unit)) {
      PlaceMention m;
      m.range = {match.range.first, match.range.last + 1};
      m.key = has_stem(match) ? match.key : match.key + " ?";
      m.unit = has_stem(match);
      m.rule = "unit";
      m.listed = has_stem(match);
      put(std::move(m), false);
      return end;
    }
    if (word(match.range.last, PlaceWord::institution)) {
      take(match, "institution of a place", PlaceRole::actor);
      return end;
    }
    return unlisted(match.range.first, EntityType::gpe);
  }

  /// "Paris Velden" of which the recogniser took the first word for a place.
  [[nodiscard]] bool is_given_name(TokenRange r) const {
    const std::uint32_t next = r.last;
    if (r.size() != 1 || next >= doc_.tokens.size() || !is_capital(text(next))) return false;
    if (doc_.tokens[next].pos != Pos::propn || tree_.dep(r.first) != Dep::compound) return false;
    return tree_.head(r.first) == next && (type(next) == EntityType::none || type(next) == EntityType::person) &&
           !word(next, PlaceWord::unit) && !k_.titles.sector(text(next));
  }

  [[nodiscard]] bool is_known_country(const Match& match) const {
    const Country* country = k_.countries.named(doc_.str(span_of(doc_, match.range)));
    return country != nullptr;
  }

  std::uint32_t judge_organisation(const Match& match, bool whole, std::uint32_t end) {
    const TokenRange r = match.range;
    const Entity& entity = doc_.entities[entity_at_[r.first]];
    const bool from_its_start =
        r.first == entity.first || (r.first == entity.first + 1 && is_word(doc_, entity.first, "the"));
    if (whole && from_its_start) {
      if (behind_preposition(r.first) && !is_person_word(r)) return take(match, "behind a preposition");
      if (is_seat(match)) return take(match, "seat", PlaceRole::actor);
      return take(match, "name", PlaceRole::actor, true);
    }
    if (r.first == entity.first || word(r.first - 1, PlaceWord::compass) || is_word(doc_, r.first - 1, "the")) {
      bool institution = false;
      for (std::uint32_t i = r.last; i < std::min(end, r.last + kMostBehind); ++i)
        institution = institution || word(i, PlaceWord::institution);
      if (word(end - 1, PlaceWord::media)) return end;
      const bool known = is_known_unit(match) || word(r.last, PlaceWord::institution) || word(r.last, PlaceWord::unit);
      take(match, "institution of a place", PlaceRole::actor, !(institution && known));
      return r.last;
    }
    if (r.last == end && is_word(doc_, r.first - 1, "of"))
      return take(match, "institution of a place", PlaceRole::actor, !is_known_unit(match));
    take(match, "institution of a place", PlaceRole::actor, true);
    return r.last;
  }

  [[nodiscard]] bool is_seat(const Match& match) const {
    const GazetteerRow* row = gazetteer_.row(match.links[0].row);
    return row != nullptr && row->kind == static_cast<std::uint8_t>(PlaceKind::seat);
  }

  std::uint32_t judge_doubtful(const Match& match, EntityType t, bool whole, std::uint32_t end) {
    const TokenRange r = match.range;
    if (doc_.tokens[r.last - 1].pos != Pos::propn && t != EntityType::person) return std::max(end, r.last);
    if (t == EntityType::person && !whole && r.last < end && !word(r.last, PlaceWord::institution) &&
        !word(r.last, PlaceWord::unit))
      return end;
    if (is_person_word(r)) return std::max(end, r.last);
    const std::uint32_t most = people(match);
    const bool behind = behind_preposition(r.first);
    if (word(r.last, PlaceWord::institution) && (t != EntityType::person || !whole || !is_capital(text(r.last))))
      return take(match, "institution of a place", PlaceRole::actor, most < kLargeTown && r.size() == 1);
    if (t == EntityType::none && behind && (r.size() > 1 || most >= kTown)) return take(match, "behind a preposition");
    if (t == EntityType::person && behind && most >= kLargeTown) return take(match, "behind a preposition");
    if (t == EntityType::norp) return r.last;
    return take(match, "name", PlaceRole::place, true);
  }

  /// A place of the recogniser's that the gazetteer lacks: its words are reported, and nothing else.
  std::uint32_t unlisted(std::uint32_t i, EntityType t) {
    if (t != EntityType::gpe) return i + 1;
    const Entity& entity = doc_.entities[entity_at_[i]];
    if (word(i, PlaceWord::compass) && i + 1 < entity.last) return i + 1;  // "Northern Iraq"
    std::uint32_t first = std::max(i, entity.first), last = entity.last;
    if (is_word(doc_, first, "the")) ++first;
    if (last - first > 1 && text(last - 1) == "'s") --last;
    const TokenRange range = {first, last};
    if (range.empty() || is_person_word(range)) return entity.last;
    if (word(last - 1, PlaceWord::street)) return entity.last;
    PlaceMention m;
    m.range = range;
    m.key = name_key(doc_.str(span_of(doc_, range)));
    m.rule = "unlisted";
    m.listed = false;
    put(std::move(m), false);
    return entity.last;
  }

  const Document& doc_;
  const Tree& tree_;
  const Knowledge& k_;
  const PlaceTables& words_;
  const Gazetteer& gazetteer_;
  std::vector<bool> towns_;  ///< per entity, where there are any
  std::vector<std::uint32_t> entity_at_;
  tsl::robin_set<std::string_view> person_words_;
  tsl::robin_set<std::string> sure_;
  std::vector<Proposal> proposals_;
  std::string key_;
};

}  // namespace

std::vector<PlaceMention> find_place_mentions(const Document& doc, const Tree& tree, const Knowledge& knowledge) {
  return Finder(doc, tree, knowledge).find();
}

}  // namespace sitcen::reading
