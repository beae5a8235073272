#include "reading/events/event_scene.h"

#include <algorithm>
#include <charconv>
#include <tuple>
#include <utility>

#include "reading/phrases.h"
#include "reading/statements/datelines.h"
#include "reading/statements/dependents.h"

namespace sitcen::reading {
namespace {

constexpr int kLongAgo = 2;  ///< years before the report
constexpr int kThisCentury = 2000;
constexpr float kSurePlace = 0.7F;
constexpr int kSteps = 8;          ///< heads from a date up to what it dates
constexpr std::uint8_t kMost = 9;  ///< marks of a field that are counted

bool is_digits(std::string_view word) {
  return !word.empty() && std::ranges::all_of(word, [](char c) { return c >= '0' && c <= '9'; });
}

/// "3-0"
bool is_score(std::string_view word) {
  const std::size_t dash = word.find('-');
  return dash != std::string_view::npos && word.size() <= 5 && is_digits(word.substr(0, dash)) &&
         is_digits(word.substr(dash + 1));
}

/// "the Arab League": a body that acts among states speaks of no game and no market, whatever it is called.
bool is_in_name_of_body(const Scene& scene, const Cast& cast, std::uint32_t i) {
  std::uint32_t at = i;
  for (int steps = 0; steps < kSteps; ++steps) {
    if (const std::uint32_t a = cast.meant_at[at]; a != kNone)
      return cast.actors[a].kind == ActorKind::organisation && !cast.actors[a].sector.empty();
    const Dep dep = scene.tree.dep(at);
    if (scene.tree.is_root(at) || (dep != Dep::compound && dep != Dep::amod && dep != Dep::nmod)) return false;
    at = scene.tree.head(at);
  }
  return false;
}

std::vector<Fields> fields_of(const Scene& scene, const Cast& cast, const EventWords& words) {
  std::vector<Fields> out(scene.doc.sentences.size());
  std::string_view weak;  // the last one: the same word twice is no second sign
  for (std::uint32_t i = 0; i < scene.doc.tokens.size(); ++i) {
    const Token& token = scene.token(i);
    if (token.is_space || token.pos == Pos::punct || token.sentence >= out.size()) continue;
    Fields& f = out[token.sentence];
    const auto add = [](std::uint8_t& field, int by) {
      field = static_cast<std::uint8_t>(std::min<int>(kMost, field + by));
    };
    if (is_score(scene.doc.str(token))) add(f.sport, 1);
    const std::string_view lemma = scene.doc.lemma(token);
    const WordClasses& c = words.classes(lemma);
    if (c.none()) continue;
    if (!is_in_name_of_body(scene, cast, i)) {
      if (words.is(c, EventWord::sport)) add(f.sport, 2);
      if (words.is(c, EventWord::sport_weak) && lemma != weak) add(f.sport, 1);
      if (words.is(c, EventWord::market)) add(f.market, 2);
      if (words.is(c, EventWord::market_weak) && lemma != weak) add(f.market, 1);
    }
    if (words.is(c, EventWord::sport_weak) || words.is(c, EventWord::market_weak)) weak = lemma;
    if (words.is(c, EventWord::fiction)) add(f.fiction, 2);
    if (words.is(c, EventWord::fiction_part) || words.is(c, EventWord::performer)) add(f.fiction, 2);
    if (words.is(c, EventWord::drill)) add(f.drill, 2);
    if (words.is(c, EventWord::drill_weak)) add(f.drill, 1);
    if (words.is(c, EventWord::court)) add(f.court, 2);
    if (words.is(c, EventWord::era)) add(f.era, 2);
    if (words.is(c, EventWord::memorial)) add(f.memorial, 2);
    if (words.is(c, EventWord::disaster)) add(f.disaster, 2);
    if (words.is(c, EventWord::disaster_weak)) add(f.disaster, 1);
    if (words.is(c, EventWord::violence)) add(f.violence, 1);
  }
  return out;
}

bool tells_disaster(std::span<const Fields> sentences) {
  const auto disasters = std::ranges::count_if(sentences, [](const Fields& f) { return f.disaster >= 2; });
  const auto violent = std::ranges::count_if(sentences, [](const Fields& f) { return f.violence > 0; });
  return disasters > violent;
}

/// Datelines and dates: "March" is no protest there, "GENEVA" nobody who acts.
std::vector<bool> words_apart(const Document& doc, std::span<const TimeRef> times) {
  std::vector<bool> out = dateline_words(doc);
  for (const TimeRef& time : times) {
    const TokenRange words = tokens_of(doc, time.span);
    std::fill(out.begin() + words.first, out.begin() + words.last, true);
  }
  return out;
}

/// A year long before the report; without the report's own year one before this century.
bool is_long_ago(const Scene& scene, std::uint32_t i, int published) {
  std::string_view word = scene.doc.str(scene.token(i));
  if (word.ends_with('s')) word.remove_suffix(1);
  if (word.size() != 4 || !is_digits(word)) return false;
  if (scene.doc.entity_type(scene.token(i)) != EntityType::date) return false;
  int year = 0;
  std::from_chars(word.data(), word.data() + word.size(), year);
  if (year < 1000) return false;
  return year < (published > 0 ? published - kLongAgo + 1 : kThisCentury);
}

/// Marks what a date of long ago hangs on: its verb, or the noun it qualifies.
std::vector<bool> dated_words(const Scene& scene, const EventWords& words, int published) {
  std::vector<bool> out(scene.doc.tokens.size(), false);
  for (std::uint32_t i = 0; i < out.size(); ++i) {
    const Token& token = scene.token(i);
    const bool ago = scene.plays(i, WordRole::ago) && std::ranges::any_of(scene.tree.children(i), [&](std::uint32_t c) {
                       return words.is(scene.doc.lemma(scene.token(c)), EventWord::years);
                     });
    if (!ago && !words.is(scene.doc.lemma(token), EventWord::era) && !is_long_ago(scene, i, published)) continue;
    std::uint32_t at = i;
    for (int steps = 0; steps < kSteps && !scene.tree.is_root(at); ++steps) {
      at = scene.tree.head(at);
      out[at] = true;
      if (is_verb(scene, at)) break;
    }
  }
  return out;
}

std::string_view span_text(const Document& doc, std::uint32_t first, std::uint32_t last) {
  return doc.str(Span{doc.tokens[first].span.begin, doc.tokens[last - 1].span.end});
}

/// The code of the country that a word names, with the word behind it or alone ("Sri Lankan", "Gaza", "Minsk"); ""
/// where it names none, or only a people's origin ("ethnic Albanians").
std::string_view country_at(const Scene& scene, const EventWords& words, std::uint32_t i) {
  const Token& token = scene.token(i);
  const std::string_view text = scene.doc.str(token);
  if (text.empty() || text.front() < 'A' || text.front() > 'Z') return {};
  if (i > 0 && is_word(scene.doc, i - 1, "ethnic")) return {};
  const Countries& countries = scene.knowledge.countries;
  const auto code = [&](std::string_view name) -> std::string_view {
    if (const Country* c = countries.nationality(name); c != nullptr) return c->code;
    if (const Country* c = countries.named(name); c != nullptr) return c->code;
    if (const Country* c = countries.capital(name); c != nullptr) return c->code;
    return words.country(name);
  };
  if (i + 1 < scene.doc.tokens.size() && token.space_after)
    if (const auto both = code(span_text(scene.doc, i, i + 2)); !both.empty()) return both;
  if (i > 0 && scene.token(i - 1).space_after)
    if (const auto both = code(span_text(scene.doc, i - 1, i + 1)); !both.empty()) return both;
  return code(text);
}

/// "Paris", "Georgia" of a report from Texas: where the gazetteer found another place of that name, the tables are
/// silent.
std::vector<std::string_view> countries_at(const Scene& scene, const EventWords& words, std::span<const Place> places) {
  std::vector<std::string_view> out;
  out.reserve(scene.doc.tokens.size());
  for (std::uint32_t i = 0; i < scene.doc.tokens.size(); ++i) out.push_back(country_at(scene, words, i));
  for (const Place& place : places) {
    if (place.gazetteer.empty() || place.country.empty()) continue;
    const TokenRange range = tokens_of(scene.doc, place.span);
    for (std::uint32_t i = range.first; i < range.last; ++i)
      if (out[i] != place.country) out[i] = {};
  }
  return out;
}

/// The gazetteer knows the towns and regions that no table of ours has; a doubtful choice of it tells no country.
std::vector<std::string_view> countries_of_places(const Document& doc, std::span<const Place> places) {
  std::vector<std::string_view> out(doc.tokens.size());
  for (const Place& place : places) {
    if (place.provenance.score < kSurePlace || place.gazetteer.empty() || place.country.empty()) continue;
    const TokenRange range = tokens_of(doc, place.span);
    std::fill(out.begin() + range.first, out.begin() + range.last, std::string_view(place.country));
  }
  return out;
}

/// Whose somebody is, wherever else the text calls him so: "the Turkish police ... they", "Obama ... he".
std::vector<std::string_view> countries_of_actors(const Scene& scene, const Cast& cast,
                                                  std::span<const std::string_view> country) {
  std::vector<std::string_view> out;
  out.reserve(cast.actors.size());
  for (const Actor& actor : cast.actors) out.push_back(actor.country);
  for (std::uint32_t i = 0; i < country.size(); ++i) {
    const std::uint32_t a = cast.meant_at[i];
    if (a == kNone || !out[a].empty()) continue;
    out[a] = country[i];
    for (const std::uint32_t c : scene.tree.children(i)) {
      const Dep dep = scene.tree.dep(c);
      if (out[a].empty() && (dep == Dep::amod || dep == Dep::compound || dep == Dep::nmod)) out[a] = country[c];
    }
  }
  return out;
}

/// Per sentence: the one country that its words name, or, where they name none, its places.
std::vector<std::string_view> only_countries(const Scene& scene, const Cast& cast,
                                             std::span<const std::string_view> actor_country,
                                             std::span<const std::string_view> country,
                                             std::span<const std::string_view> place_country) {
  struct Seen {
    std::string_view code, place;
    bool many = false, many_places = false;
  };
  const auto add = [](std::string_view code, std::string_view& first, bool& many) {
    if (code.empty()) return;
    many = many || (!first.empty() && first != code);
    first = code;
  };
  std::vector<Seen> seen(scene.doc.sentences.size());
  for (std::uint32_t i = 0; i < scene.doc.tokens.size(); ++i) {
    const Token& token = scene.token(i);
    if (token.sentence >= seen.size() || token.is_space || token.pos == Pos::punct) continue;
    std::string_view code = country[i];
    if (const std::uint32_t a = cast.meant_at[i]; code.empty() && a != kNone) code = actor_country[a];
    Seen& s = seen[token.sentence];
    add(code, s.code, s.many);
    add(place_country[i], s.place, s.many_places);
  }
  std::vector<std::string_view> out;
  for (const Seen& s : seen) {
    const bool none = s.code.empty() ? s.many_places : s.many;
    out.push_back(none ? std::string_view() : s.code.empty() ? s.place : s.code);
  }
  return out;
}

std::vector<std::uint32_t> statements_at(const Document& doc, std::span<const Statement> statements) {
  struct Piece {
    Span span;
    std::uint32_t statement;
  };
  std::vector<Piece> pieces;
  for (std::uint32_t s = 0; s < statements.size(); ++s)
    for (const Span piece : statements[s].content) pieces.push_back({piece, s});
  std::ranges::stable_sort(pieces, {}, [](const Piece& p) { return std::tuple(p.span.begin, ~p.span.end); });
  std::vector<std::uint32_t> out(doc.tokens.size(), kNone);
  std::vector<Piece> open;
  std::size_t next = 0;
  for (std::uint32_t i = 0; i < out.size(); ++i) {
    const Span token = doc.tokens[i].span;
    while (next < pieces.size() && pieces[next].span.begin <= token.begin) open.push_back(pieces[next++]);
    while (!open.empty() && open.back().span.end <= token.begin) open.pop_back();
    if (!open.empty()) out[i] = open.back().statement;
  }
  return out;
}

}  // namespace

EventScene make_event_scene(const Scene& scene, const Cast& cast, const EventWords& words, const Findings& before,
                            int published) {
  std::vector<std::string_view> country = countries_at(scene, words, before.places);
  std::vector<std::string_view> place_country = countries_of_places(scene.doc, before.places);
  std::vector<std::string_view> actor_country = countries_of_actors(scene, cast, country);
  std::vector<std::string_view> only = only_countries(scene, cast, actor_country, country, place_country);
  std::vector<Fields> fields = fields_of(scene, cast, words);
  const bool disaster = tells_disaster(fields);
  return {scene,
          cast,
          words,
          std::move(fields),
          std::move(only),
          std::move(country),
          std::move(actor_country),
          std::move(place_country),
          words_apart(scene.doc, before.times),
          disaster,
          dated_words(scene, words, published),
          statements_at(scene.doc, before.statements)};
}

}  // namespace sitcen::reading
