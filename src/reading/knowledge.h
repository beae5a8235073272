#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "reading/actors/name_tables.h"
#include "reading/actors/word_tables.h"
#include "reading/events/event_lexicon.h"
#include "reading/events/event_words.h"
#include "reading/figures/figure_words.h"
#include "reading/figures/measures.h"
#include "reading/figures/number_words.h"
#include "reading/places/gazetteer.h"
#include "reading/places/place_tables.h"
#include "reading/statements/cue_lexicon.h"
#include "reading/statements/speech_words.h"
#include "reading/tables/lemma_slips.h"
#include "reading/times/holidays.h"
#include "reading/times/time_grammar.h"
#include "reading/times/time_guides.h"

namespace sitcen::reading {

/// What the readers look things up in, compiled once from the tables of knowledge/ and shared by all threads.
struct Knowledge {
  std::string language;  ///< BCP 47 of the tables
  Countries countries;
  Organisations organisations;
  Titles titles;           ///< offices, ranks, honorifics and other words around names
  Offices offices;         ///< which titles may stand for one another
  WordTables nouns;        ///< pronouns, nouns for persons and bodies
  LemmaSlips slips;        ///< lemmas put right; every reader asks it
  CueLexicon cues;         ///< words that report speech, thought and stance
  SpeechWords words;       ///< small words with a part of their own
  EventWords event_words;  ///< classes of words that events ask for, and people's sectors
  EventLexicon events;     ///< verbs and nouns of events, with what must stand beside them
  NumberWords numbers;
  Units units;
  Currencies currencies;
  FigureWords figure_words;
  Approximators approximators;
  TimeGrammar times;
  TimeGuides time_guides;
  Holidays holidays;
  PlaceTables place_words;
  std::shared_ptr<const Gazetteer> gazetteer;  ///< none: no place is read; load_knowledge leaves it empty
};

/// \param language  "en"; a language without tables gives empty lexicons: nothing is found by them
[[nodiscard]] Knowledge load_knowledge(std::string_view language);

}  // namespace sitcen::reading
