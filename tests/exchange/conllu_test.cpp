#include "exchange/conllu.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <sstream>

#include "made.h"

namespace sitcen::exchange {
namespace {

using test::made_document;
using test::sample;

TEST(Conllu, PrintsSentencesOfTenColumns) {
  EXPECT_EQ(conllu(sample().report, sample().document),
            "# newdoc id = wire-1\n"
            "# sent_id = wire-1-1\n"
            "# text = Mayor Ana Kos said “we’re safe \U0001F600”.\n"
            "1\tMayor\tmayor\tNOUN\tNN\t_\t3\tcompound\t_\t_\n"
            "2\tAna\tAna\tPROPN\tNNP\tNumber=Sing\t3\tcompound\t_\tNER=B-PERSON\n"
            "3\tKos\tKos\tPROPN\tNNP\tNumber=Sing\t4\tnsubj\t_\tNER=I-PERSON\n"
            "4\tsaid\tsay\tVERB\tVBD\tTense=Past|VerbForm=Fin\t0\tROOT\t_\t_\n"
            "5\t“\t“\tPUNCT\t``\t_\t4\tpunct\t_\tSpaceAfter=No\n"
            "6\twe\twe\tPRON\tPRP\t_\t7\tnsubj\t_\tSpaceAfter=No\n"
            "7\t’re\tbe\tAUX\tVBP\t_\t4\tccomp\t_\t_\n"
            "8\tsafe\tsafe\tADJ\tJJ\t_\t7\tacomp\t_\t_\n"
            "9\t\U0001F600\t\U0001F600\tSYM\tSYM\t_\t8\tdep\t_\tSpaceAfter=No\n"
            "10\t”\t”\tPUNCT\t''\t_\t4\tpunct\t_\tSpaceAfter=No\n"
            "11\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\tSpacesAfter=\\n\n"
            "\n"
            "# sent_id = wire-1-2\n"
            "# text = She left.\n"
            "1\tShe\tshe\tPRON\tPRP\t_\t2\tnsubj\t_\t_\n"
            "2\tleft\tleave\tVERB\tVBD\t_\t0\tROOT\t_\tSpaceAfter=No\n"
            "3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\tSpaceAfter=No\n"
            "\n");
}

TEST(Conllu, WhiteSpaceTokensNeitherCountNorHead) {
  Report report;
  report.id = "r";
  report.text = " \tGo  on\r\n";
  const Document doc = made_document(report.text, {{" \t", Pos::space, "_SP", "dep", 1},
                                                   {"Go", Pos::verb, "VB", "ROOT", 1},
                                                   {" ", Pos::space, "_SP", "dep", 1},
                                                   {"on", Pos::adv, "RB", "advmod", 2},
                                                   {"\r\n", Pos::space, "_SP", "dep", 3}});
  EXPECT_EQ(conllu(report, doc),
            "# newdoc id = r\n"
            "# sent_id = r-1\n"
            "# text = Go on\n"
            "1\tGo\t_\tVERB\tVB\t_\t0\tROOT\t_\tSpacesAfter=\\s\\s|SpacesBefore=\\s\\t\n"
            "2\ton\t_\tADV\tRB\t_\t1\tadvmod\t_\tSpacesAfter=\\r\\n\n"
            "\n");
}

TEST(Conllu, ATextOfWhiteSpaceHasNoSentence) {
  Report report;
  report.id = "r";
  report.text = "\n\n";
  EXPECT_EQ(conllu(report, made_document(report.text, {{"\n\n", Pos::space, "_SP", "ROOT", 0}})), "# newdoc id = r\n");
}

std::string unescaped(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\') {
      out += text[i];
      continue;
    }
    const char c = text[++i];
    out += c == 's' ? ' ' : c == 't' ? '\t' : c == 'n' ? '\n' : c == 'r' ? '\r' : c == 'p' ? '|' : c;
  }
  return out;
}

/// Puts the text together again, as the format promises.
std::string text_of(const std::string& printed) {
  std::string out;
  std::istringstream in(printed);
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line[0] == '#') continue;
    std::vector<std::string> columns;
    std::istringstream cells(line);
    for (std::string cell; std::getline(cells, cell, '\t');) columns.push_back(cell);
    EXPECT_EQ(columns.size(), 10U);
    std::string before, after = " ";
    std::istringstream entries(columns[9]);
    for (std::string entry; std::getline(entries, entry, '|');) {
      if (entry == "SpaceAfter=No") after.clear();
      if (entry.starts_with("SpacesAfter=")) after = unescaped(entry.substr(12));
      if (entry.starts_with("SpacesBefore=")) before = unescaped(entry.substr(13));
    }
    out += before + columns[1] + after;
  }
  return out;
}

RC_GTEST_PROP(Conllu, TheTextCanBePutTogetherAgain, ()) {
  // Words and stretches of white space in turn; words may follow each other without white space.
  const auto pieces = *rc::gen::container<std::vector<std::string>>(
      rc::gen::element<std::string>("Ana", "said", "é", "|", "\\", "_", " ", "  ", "\n", " \t", "\r\n"));
  Report report;
  std::vector<test::Word> words;
  for (const std::string& piece : pieces) {
    const bool space = piece.find_first_not_of(" \t\r\n") == std::string::npos;
    report.text += piece;
    test::Word word{piece, space ? Pos::space : Pos::x};
    word.head = 0;
    word.starts_sentence = *rc::gen::inRange(0, 4) == 0;
    if (piece != " ") words.push_back(word);
  }
  const bool any_word = std::any_of(words.begin(), words.end(), [](const auto& w) { return w.pos != Pos::space; });
  RC_PRE(any_word);
  RC_ASSERT(text_of(conllu(report, made_document(report.text, words))) == report.text);
}

}  // namespace
}  // namespace sitcen::exchange
