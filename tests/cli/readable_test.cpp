#include "cli/readable.h"

#include <gtest/gtest.h>

#include <sstream>

#include "exchange/made.h"

namespace sitcen::cli {
namespace {

using test::span_of;

/// A made-up evening at a dam: a role and a pronoun, a denial, an open question of who "he" is, a nested statement.
struct Story {
  Report report;
  std::vector<Span> sentences;
  Findings findings;

  Story() {
    report.key = std::string(64, 'a');
    report.id = "northmere-7";
    report.origin = "examples/dam.txt";
    report.title = "Dam above Oru holds, ministry says";
    report.source = "Northmere Wire";
    report.published = Timestamp{"2031-03-12T10:00Z", TimePrecision::minute, TimeBasis::text};
    report.text =
        "“The dam will hold through the night and nobody has to leave the lower town,” Interior Minister Ana Kos told "
        "reporters on Monday.\n"
        "She denied that three valves had failed.\n"
        "“He said that we were told too late,” Ivo Brand added. “We are angry.”\n"
        "He left.";
    const std::string_view text = report.text;
    for (const char* sentence :
         {"“The dam will hold through the night and nobody has to leave the lower town,” Interior Minister Ana Kos "
          "told "
          "reporters on Monday.",
          "She denied that three valves had failed.", "“He said that we were told too late,” Ivo Brand added.",
          "“We are angry.”", "He left."})
      sentences.push_back(span_of(text, sentence));
    Actor kos;
    kos.name = "Ana Kos";
    kos.country = "NOR";
    kos.sector = {"GOV"};
    kos.roles = {{"Interior Minister", "NOR", span_of(text, "Interior Minister")}};
    kos.mentions.resize(2);
    Actor brand;
    brand.name = "Ivo Brand";
    brand.mentions.resize(1);
    findings.actors = {kos, brand};

    Statement hold;
    hold.speaker = Speaker{span_of(text, "Interior Minister Ana Kos"), 0, {}};
    hold.addressee = span_of(text, "reporters");
    hold.occasion = span_of(text, "on Monday");
    hold.cue = {span_of(text, "told")};
    hold.content = {span_of(text, "The dam will hold through the night and nobody has to leave the lower town,")};
    hold.modality = Modality::predicted;
    Statement valves;
    valves.kind = StatementKind::indirect;
    valves.speaker = Speaker{span_of(text, "She"), 0, {}};
    valves.cue = {span_of(text, "denied")};
    valves.content = {span_of(text, "three valves had failed")};
    valves.modality = Modality::denied;
    valves.provenance.sentence = 1;
    Statement late;
    late.speaker = Speaker{span_of(text, "Ivo Brand"), 1, {}};
    late.cue = {span_of(text, "added")};
    late.content = {span_of(text, "He said that we were told too late,"), span_of(text, "We are angry.")};
    late.provenance.sentence = 2;
    Statement told;
    told.kind = StatementKind::indirect;
    told.speaker = Speaker{span_of(text, "He"), std::nullopt, {0, 1}};
    told.cue = {span_of(text, "said")};
    told.content = {span_of(text, "we were told too late")};
    told.parent = 2;
    told.provenance.sentence = 2;
    findings.statements = {hold, valves, late, told};
  }

  [[nodiscard]] std::string print(const Terminal& terminal) const {
    return readable(report, sentences, findings, terminal);
  }
};

TEST(Readable, TellsWhoSaidWhatAndWhere) {
  EXPECT_EQ(Story().print({.width = 80}),
            "Dam above Oru holds, ministry says\n"
            "Northmere Wire · 2031-03-12 10:00 UTC (from the text)\n"
            "examples/dam.txt · northmere-7 · 5 sentences\n"
            "\n"
            "Who said what\n"
            "  1:2  Ana Kos, Interior Minister (NOR) · told → reporters [predicted]\n"
            "       “The dam will hold through the night and nobody has to leave the lower\n"
            "       town,”\n"
            "       “…” Interior Minister Ana Kos told reporters on Monday.\n"
            "\n"
            " 2:17  Ana Kos, Interior Minister (NOR) (“She”) · denied [denied]\n"
            "       three valves had failed\n"
            "       She denied that ….\n"
            "\n"
            "  3:2  Ivo Brand · added\n"
            "       “He said that we were told too late,” “We are angry.”\n"
            "       “…” Ivo Brand added.\n"
            "\n"
            " 3:15  He (Ana Kos or Ivo Brand?) · said within 3:2\n"
            "       we were told too late\n"
            "       “He said that …,” Ivo Brand added.\n"
            "\n"
            "Who is mentioned\n"
            "   2×  Ana Kos    person, NOR, GOV · Interior Minister (NOR)\n"
            "   1×  Ivo Brand  person\n");
}

TEST(Readable, ColourAddsNothingButColour) {
  const std::string plain = Story().print({.width = 80});
  const std::string colored = Story().print({.interactive = true, .color = true, .width = 80});
  std::string stripped;
  for (std::size_t at = 0; at < colored.size(); ++at) {
    if (colored[at] != '\x1b') {
      stripped += colored[at];
      continue;
    }
    at = colored.find('m', at);
  }
  EXPECT_NE(colored, plain);
  EXPECT_EQ(stripped, plain);
}

TEST(Readable, KeepsToTheWidth) {
  const Story story;
  for (const std::size_t width : {20U, 40U, 80U, 120U, 300U}) {
    std::istringstream in(story.print({.width = width}));
    for (std::string line; std::getline(in, line);) EXPECT_LE(columns(line), width) << line;
  }
}

TEST(Readable, AReportOfNothingSaysSo) {
  Report report;
  report.key = report.id = "0123456789abcdef";
  report.origin = "-";
  report.text = "Rain.";
  const std::vector<Span> sentences = {{0, 5}};
  EXPECT_EQ(readable(report, sentences, {}, {.width = 80}),
            "Rain.\n- · 0123456789ab · 1 sentence\n\nWho said what\n       Nobody is quoted.\n\nWho is mentioned\n     "
            "  Nobody.\n");
}

TEST(Readable, AReportCannotTalkToTheTerminal) {
  Story story;
  story.report.title = "Title \x1b]0;owned\x07";
  story.report.source = "\x1b[2J";
  story.findings.actors[0].name = "Ana \x1b[31mKos";
  story.findings.actors[0].roles[0].title = "\u202Eretsinim";
  const std::string printed = story.print({.width = 80});
  EXPECT_EQ(printed.find('\x1b'), std::string::npos);
  EXPECT_EQ(printed.find("\u202E"), std::string::npos);
}

}  // namespace
}  // namespace sitcen::cli
