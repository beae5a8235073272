// False events are the costliest error: 300 sentences that tell of none, written before the lexicon was.

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <string>

#include "places.h"
#include "reading/reader.h"
#include "sitcen/engine.h"

namespace sitcen::reading {
namespace {

constexpr std::size_t kSentences = 300;
constexpr std::size_t kMostFalse = 5;

/// Events that the text itself tells as happened: not what somebody said of it.
bool is_shown_as_happened(const Event& e) { return e.modality == Modality::asserted && !e.statement; }

TEST(NoEvents, AtMostFiveOf300SentencesWithoutAnEventShowOne) {
  if (!std::filesystem::exists(test::model_file("md")))
    GTEST_SKIP() << "no model at " << test::model_file("md") << ": ./dev test imports it";
  const auto model = open_model(test::model_file("md"));
  ASSERT_TRUE(model) << model.error().message;
  auto engine = Engine::create(*model);
  ASSERT_TRUE(engine) << engine.error().message;
  const Knowledge knowledge = load_knowledge("en");

  std::ifstream table(std::filesystem::path(test::kSources) / "tests/reading/no_events.tsv");
  std::size_t sentences = 0, shown = 0;
  std::string all;
  for (std::string line; std::getline(table, line);) {
    if (line.empty() || line.front() == '#') continue;
    const std::size_t tab = line.find('\t');
    ASSERT_NE(tab, std::string::npos) << line;
    ++sentences;
    Report report;
    report.text = line.substr(tab + 1);
    Document doc;
    const auto read = engine->read(report.text, doc);
    ASSERT_TRUE(read) << read.error().message;
    const Findings findings = read_findings(report, doc, knowledge, {});
    for (const Event& e : findings.events) {
      if (!is_shown_as_happened(e)) continue;
      ++shown;
      all += line.substr(0, tab) + ": " + std::string(name(e.type)) + " \"" + std::string(doc.str(e.span)) + "\" | " +
             report.text + "\n";
    }
  }
  EXPECT_EQ(sentences, kSentences);
  EXPECT_LE(shown, kMostFalse) << all;
}

}  // namespace
}  // namespace sitcen::reading
