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
  k.cues = CueLexicon(knowledge::table(folder + "cues.tsv"));
  k.words = SpeechWords(knowledge::table(folder + "speech_words.tsv"));
  return k;
}

}  // namespace sitcen::reading
