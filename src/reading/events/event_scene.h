#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "reading/actors/actors.h"
#include "reading/events/event_words.h"
#include "reading/statements/scene.h"
#include "sitcen/findings.h"

namespace sitcen::reading {

/// How often a sentence speaks the language of a field in which words of conflict mean something else.
struct Fields {
  std::uint8_t sport = 0, market = 0, fiction = 0, drill = 0, court = 0, era = 0, memorial = 0,
               disaster = 0;  ///< 2 and more: it does
  std::uint8_t violence = 0;  ///< words of attack and arms
};

/// What every step of the event reader looks at. Borrowed; nothing in it changes while it is read.
struct EventScene {
  const Scene& scene;
  const Cast& cast;
  const EventWords& words;
  std::vector<Fields> fields;  ///< per sentence
  std::vector<std::string_view>
      only_country;                       ///< per sentence: the code of the one country it names; empty: none or two
  std::vector<std::string_view> country;  ///< per token: the code of the country it names; "" for none
  std::vector<std::string_view> actor_country;  ///< per actor of the cast: the code that its names or nouns tell
  std::vector<std::string_view> place_country;  ///< per token: of the place it names, by the gazetteer; "" for none
  std::vector<bool> apart;                      ///< per token: in a dateline or a date; neither an event nor a party
  bool tells_disaster = false;                  ///< a report of a disaster or an accident, not of violence
  std::vector<bool> dated;                      ///< per token: a date of long ago hangs on it
  std::vector<std::uint32_t> statement_at;  ///< per token: the innermost statement whose content it stands in; kNone

  [[nodiscard]] const Token& token(std::uint32_t i) const { return scene.token(i); }
  [[nodiscard]] std::string_view lemma(std::uint32_t i) const { return scene.lemma(i); }
  [[nodiscard]] bool is(std::uint32_t i, EventWord word) const { return words.is(lemma(i), word); }
  [[nodiscard]] bool is_noun(std::uint32_t i) const { return token(i).pos == Pos::noun || token(i).pos == Pos::propn; }
};

/// \param before     statements sorted by content; places; borrowed too
/// \param published  year of the report, 0 where it is not known
[[nodiscard]] EventScene make_event_scene(const Scene& scene, const Cast& cast, const EventWords& words,
                                          const Findings& before, int published);

}  // namespace sitcen::reading
