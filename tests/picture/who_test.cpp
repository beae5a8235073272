#include "picture/who.h"

#include <gtest/gtest.h>

#include "cli/sitcen.h"
#include "server/sample.h"

/// `who` and `said` over three reports about the same people, as a person calls them.
namespace sitcen::picture {
namespace {

using test::Ended;
using test::lines;
using test::sitcen;
using test::Told;

Told told(const std::string& id, const std::string& day, const std::string& source, const std::string& text) {
  Told out(id, text);
  out.report().source = source;
  out.report().published = {day, TimePrecision::second, TimeBasis::given};
  return out;
}

std::vector<store::Arrival> reports() {
  Told first = told("w1", "2031-03-10T08:00:00Z", "Northmere Wire",
                    "Interior Minister Ana Koš said the dam is safe. Mayor Ilya Kos denied that the dam leaks.");
  const auto ana = first.actor(ActorKind::person, "Ana Koš", {"Ana Koš"});
  first.role(ana, "Interior Minister", "", "Interior Minister");
  const auto ilya = first.actor(ActorKind::person, "Ilya Kos", {"Ilya Kos"});
  first.role(ilya, "Mayor", "", "Mayor");
  first.statement({.kind = StatementKind::indirect,
                   .speaker = "Ana Koš",
                   .actor = ana,
                   .cue = "said",
                   .content = {"the dam is safe"}});
  first.statement({.kind = StatementKind::indirect,
                   .speaker = "Ilya Kos",
                   .actor = ilya,
                   .cue = "denied",
                   .content = {"the dam leaks"},
                   .modality = Modality::denied,
                   .modality_words = "denied"});

  Told second = told("w2", "2031-03-12T08:00:00Z", "Radio Orla",
                     "President Ana Kos promised that Ilya Kos will rebuild the bridge. \"We will pay,\" she said.");
  const auto president = second.actor(ActorKind::person, "Ana Kos", {"Ana Kos"});
  second.role(president, "President", "SVN", "President");
  second.findings().actors[president].country = "SVN";
  second.findings().actors[president].mentions.push_back(
      {second.find("she"), 0, 1, MentionForm::pronoun, "nearest person", {0, "coref", 0.7F}});
  second.actor(ActorKind::person, "Ilya Kos", {"Ilya Kos"});
  second.statement({.kind = StatementKind::indirect,
                    .speaker = "Ana Kos",
                    .actor = president,
                    .cue = "promised",
                    .content = {"Ilya Kos will rebuild the bridge"},
                    .modality = Modality::pledged,
                    .modality_words = "promised"});
  second.statement({.speaker = "she", .actor = president, .cue = "said", .content = {"We will pay,"}, .before = 0});

  Told third = told("w3", "2031-03-14T08:00:00Z", "Northmere Wire", "Kos said nothing would change at the bridge.");
  const auto kos = third.actor(ActorKind::person, "Kos", {"Kos"});
  third.statement({.kind = StatementKind::indirect,
                   .speaker = "Kos",
                   .actor = kos,
                   .cue = "said",
                   .content = {"nothing would change at the bridge"}});
  return {first.arrival(), second.arrival(), third.arrival()};
}

class WhoSaid : public testing::Test {
 protected:
  void SetUp() override {
    auto opened = store::open_store(file_, store::Access::write);
    ASSERT_TRUE(opened) << opened.error().message;
    const char* days[] = {"2031-03-10T09:00:00Z", "2031-03-12T09:00:00Z", "2031-03-14T09:00:00Z"};
    const char** day = days;
    for (store::Arrival& arrival : reports()) {
      const auto added =
          (*opened)->add({*base::parse_instant(*day++), {"0.1.0", "en_test-1", "sha256:k1"}, {std::move(arrival)}, {}});
      ASSERT_TRUE(added) << added.error().message;
      ASSERT_EQ(added->front(), store::Outcome::added);
    }
  }
  Ended ask(std::vector<std::string> arguments, const test::Call& call = {}) {
    arguments.insert(arguments.end(), {"--store", file_});
    return sitcen(arguments, call);
  }
  /// \return the words of what is said, a line each
  std::string said(std::vector<std::string> options) {
    options.insert(options.begin(), {"said", "--json"});
    const Ended ended = ask(options);
    EXPECT_EQ(ended.code, 0) << ended.err;
    std::string out;
    for (const std::string& line : lines(ended.out)) {
      const std::string key = "\"text\":\"";
      const auto begin = line.find(key) + key.size();
      out += line.substr(begin, line.find('"', begin) - begin) + "\n";
    }
    return out;
  }

  const test::TemporaryFolder folder_;
  const std::string file_ = folder_.path("s.sqlite");
};

TEST_F(WhoSaid, WhoListsSpeakersWithRolesCountsAndTimes) {
  EXPECT_EQ(ask({"who"}).out, R"(SPEAKER   ROLE                SAID  FIRST       LAST
Ana Koš   President (SVN) +1     3  2031-03-10  2031-03-12
Ilya Kos  Mayor                  1  2031-03-10  2031-03-10
Kos                              1  2031-03-14  2031-03-14
3 speakers · 5 statements
)");
  EXPECT_EQ(lines(ask({"who"}, {.variables = {{"COLUMNS", "30"}}}).out)[1], "Ana Koš      3");
  EXPECT_EQ(lines(ask({"who"}, {.variables = {{"COLUMNS", "120"}}}).out)[1],
            "Ana Koš   President (SVN) +1     3        2  2031-03-10 08:00  2031-03-12 08:00");
}

TEST_F(WhoSaid, WhoSaysInJsonFromWhenUntilWhenARoleWasGivenAndWhyTwoAreOne) {
  const auto rows = lines(ask({"who", "--json"}).out);
  ASSERT_EQ(rows.size(), 3U);
  const auto has = [](const std::string& row, const std::string& part) {
    EXPECT_NE(row.find(part), std::string::npos) << part << "\n" << row;
  };
  has(rows[0], R"({"schema":"sitcen.query/1","as_of":"2031-03-14T09:00:00Z","offsets":"codepoint","actor":)");
  has(rows[0], R"("name":"Ana Koš","kind":"person","country":"SVN","names":["Ana Kos","Ana Koš"],)");
  has(rows[0], R"("roles":[{"title":"Interior Minister","of":null,"from":{"value":"2031-03-10T08:00:00Z")");
  has(rows[0], R"("source":"Northmere Wire","span":[0,17],"sentence":0,"text":"Interior Minister"}]})");
  has(rows[0], R"({"title":"President","of":"SVN","from":{"value":"2031-03-12T08:00:00Z")");
  has(rows[0], R"("statements":3,"reports":2,"first":{"value":"2031-03-10T08:00:00Z")");
  has(rows[0], R"("report":"w2","name":"Ana Kos","reason":"same full name"}],"may_be":[])");
  has(rows[2], R"("may_be":[{"actor":)");
  const auto cut = ask({"who", "--json", "--limit", "1"});
  EXPECT_EQ(lines(cut.out).size(), 1U);
  EXPECT_EQ(cut.err, "sitcen: there is more than the 1 shown (--limit)\n");
}

TEST_F(WhoSaid, WhoLooksAtAPartOfTheStore) {
  EXPECT_EQ(lines(ask({"who", "--json", "--since", "2031-03-13"}).out).size(), 1U);
  EXPECT_EQ(lines(ask({"who", "--json", "--source", "Radio Orla"}).out).size(), 1U);
  EXPECT_EQ(lines(ask({"who", "--json", "--until", "2031-03-11"}).out).size(), 2U);
  const std::string early = ask({"who", "--json", "--as-of", "2031-03-11T00:00Z"}).out;
  EXPECT_NE(early.find(R"("names":["Ana Koš"])"), std::string::npos) << early;
  EXPECT_EQ(ask({"who", "--since", "2032-01-01"}).out, "0 speakers · 0 statements\n");
}

TEST_F(WhoSaid, ByTakesAnyFormOfANameARoleOrAnId) {
  const std::string ana = "the dam is safe\nIlya Kos will rebuild the bridge\nWe will pay,\n";
  EXPECT_EQ(said({"--by", "Ana Koš"}), ana);
  EXPECT_EQ(said({"--by", "ana kos"}), ana);
  EXPECT_EQ(said({"--by", "president of Slovenia"}), ana);
  EXPECT_EQ(said({"--by", "the Slovenian President"}), ana);
  EXPECT_EQ(said({"--by", "interior minister"}), ana);
  EXPECT_EQ(said({"--by", "mayor"}), "the dam leaks\n");
  const std::string row = lines(ask({"who", "--json"}).out)[0];
  const auto begin = row.find("\"actor\":\"") + 9;
  EXPECT_EQ(said({"--by", row.substr(begin, row.find('"', begin) - begin)}), ana);
}

TEST_F(WhoSaid, ANameOfSeveralGivesAllOfThemAndSaysSo) {
  const Ended all = ask({"said", "--json", "--by", "KOS"});
  EXPECT_EQ(lines(all.out).size(), 5U);
  EXPECT_NE(all.err.find("KOS is 3 actors: Ana Koš ("), std::string::npos) << all.err;
}

TEST_F(WhoSaid, NobodyOfThatNameIsAnErrorWithWhoWasProbablyMeant) {
  const Ended ended = ask({"said", "--by", "Ana Kosh"});
  EXPECT_EQ(ended.code, 3);
  EXPECT_EQ(ended.err, "sitcen: nobody in the store is called Ana Kosh; did you mean Ana Koš?\n");
  EXPECT_EQ(ask({"said", "--modality", "denyed"}).code, 2);
}

TEST_F(WhoSaid, ModalityAboutAndTimeNarrowWhatIsListed) {
  EXPECT_EQ(said({"--modality", "denied"}), "the dam leaks\n");
  EXPECT_EQ(said({"--modality", "denied", "--by", "Ana Kos"}), "");
  EXPECT_EQ(said({"--about", "Ilya Kos"}), "Ilya Kos will rebuild the bridge\n");
  EXPECT_EQ(said({"--about", "bridge"}), "Ilya Kos will rebuild the bridge\nnothing would change at the bridge\n");
  EXPECT_EQ(said({"--about", "bridge rebuild"}), "Ilya Kos will rebuild the bridge\n");
  EXPECT_EQ(said({"--about", "\"dam is\""}), "the dam is safe\n");
  EXPECT_EQ(said({"--about", "Interior"}), "") << "a word outside of what was said";
  EXPECT_EQ(said({"--about", "bridge", "--since", "2031-03-13"}), "nothing would change at the bridge\n");
  EXPECT_EQ(said({"--by", "Ana Kos", "--until", "2031-03-11"}), "the dam is safe\n");
  EXPECT_EQ(said({"--as-of", "2031-03-13T00:00Z", "--about", "bridge"}), "Ilya Kos will rebuild the bridge\n");
  EXPECT_EQ(said({"--source", "Radio Orla", "--limit", "1"}), "Ilya Kos will rebuild the bridge\n");
}

TEST_F(WhoSaid, PeopleSeeTheStatementsAskedForAndWhomAPronounMeans) {
  const std::string out = ask({"said", "--by", "Ana Kos", "--since", "2031-03-12"}).out;
  EXPECT_NE(out.find("Ana Kos, President (SVN) · promised [pledged]\n       Ilya Kos will rebuild the bridge\n"),
            std::string::npos)
      << out;
  EXPECT_NE(out.find("Ana Kos, President (SVN) (“she”: nearest person) · said\n"), std::string::npos) << out;
  EXPECT_NE(ask({"show", "w2"}).out.find("2×  Ana Kos   person, SVN · President (SVN) · 1 by name, 1 by pronoun\n"),
            std::string::npos)
      << ask({"show", "w2"}).out;
  EXPECT_EQ(ask({"said", "--modality", "denied"}).out.find("\n       the dam is safe"), std::string::npos);
}

TEST_F(WhoSaid, TheSpeakerOfAStatementIsTheActorOfWho) {
  const std::string third = lines(ask({"said", "--json", "--by", "president"}).out).at(2);
  const std::string who = lines(ask({"who", "--json"}).out)[0];
  const auto id = [](const std::string& row) {
    const auto begin = row.find("\"actor\":\"") + 9;
    return row.substr(begin, row.find('"', begin) - begin);
  };
  EXPECT_EQ(id(third), id(who));
  EXPECT_NE(third.find(R"("name":"Ana Koš","name_in_report":"Ana Kos")"), std::string::npos) << third;
}

}  // namespace
}  // namespace sitcen::picture
