#include "knowledge.h"
#include "reading/knowledge.h"

namespace sitcen::reading {

Knowledge load_knowledge(std::string_view language) {
  const std::string folder = std::string(language) + "/";
  Knowledge k;
  k.language = language;
  k.countries = Countries(knowledge::table(folder + "countries.tsv"));
  k.organisations = Organisations(knowledge::table(folder + "organisations.tsv"));
  k.titles = Titles(knowledge::table(folder + "titles.tsv"), knowledge::table(folder + "name_words.tsv"));
  k.offices = Offices(knowledge::table(folder + "offices.tsv"));
  k.nouns = WordTables(knowledge::table(folder + "pronouns.tsv"), knowledge::table(folder + "actor_nouns.tsv"),
                       knowledge::table(folder + "determiners.tsv"));
  k.slips = LemmaSlips(knowledge::table(folder + "lemma_slips.tsv"));
  k.cues = CueLexicon(knowledge::table(folder + "cues.tsv"));
  k.words = SpeechWords(knowledge::table(folder + "speech_words.tsv"));
  k.numbers = NumberWords(knowledge::table(folder + "number_words.tsv"));
  k.units = Units(knowledge::table(folder + "units.tsv"));
  k.currencies = Currencies(knowledge::table(folder + "currencies.tsv"));
  k.figure_words = FigureWords(knowledge::table(folder + "figure_words.tsv"));
  k.approximators = Approximators(knowledge::table(folder + "approximators.tsv"));
  k.times = TimeGrammar(knowledge::table(folder + "time_words.tsv"), knowledge::table(folder + "number_words.tsv"),
                        knowledge::table(folder + "time_patterns.tsv"));
  k.time_guides = TimeGuides(knowledge::table(folder + "time_guides.tsv"));
  k.holidays = Holidays(knowledge::table(folder + "holidays.tsv"));
  k.place_words =
      PlaceTables(knowledge::table(folder + "place_words.tsv"), knowledge::table(folder + "place_abbreviations.tsv"));
  k.event_words =
      EventWords(knowledge::table(folder + "event_words.tsv"), knowledge::table(folder + "event_sectors.tsv"),
                 knowledge::table(folder + "event_places.tsv"));
  k.events = EventLexicon(knowledge::table(folder + "events.tsv"), k.event_words);
  return k;
}

}  // namespace sitcen::reading
