#include "picture/diff.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "picture/notices.h"
#include "picture/query_json.h"
#include "store/sample.h"

namespace sitcen::picture {
namespace {

namespace sample = store::sample;
using sample::value;

/// A version of one report, with the findings a test wants; sentences end in a full stop.
class Version {
 public:
  explicit Version(const std::string& text) : arrival_(sample::note("report", text, "2031-03-12T08:00:00Z")) {
    arrival_.sentences.clear();
    for (std::uint32_t begin = 0; begin < text.size();) {
      const auto end = static_cast<std::uint32_t>(std::min(text.find(". ", begin), text.size() - 1) + 1);
      arrival_.sentences.push_back({begin, end});
      begin = end + (end < text.size() ? 1 : 0);
    }
  }
  Version& figure(const std::string& words, double number, const std::string& of, const std::string& thing) {
    Figure figure;
    figure.span = figure.core = span(words);
    figure.value = number;
    figure.of = span(of);
    figure.thing = thing;
    figure.provenance = {sentence(figure.span), "number", 0.9F};
    arrival_.findings.figures.push_back(figure);
    return *this;
  }
  std::uint32_t person(const std::string& name, const std::string& role = "") {
    sitcen::Actor actor;
    actor.kind = ActorKind::person;
    actor.name = name;
    Mention mention;
    mention.span = span(name);
    mention.form = MentionForm::name;
    mention.reason = "name";
    mention.provenance = {sentence(mention.span), "ner", 0.9F};
    actor.mentions = {mention};
    if (!role.empty()) actor.roles = {{role, "", span(role)}};
    arrival_.findings.actors.push_back(actor);
    return static_cast<std::uint32_t>(arrival_.findings.actors.size() - 1);
  }
  Version& said(std::uint32_t actor, const std::string& content, Modality modality = Modality::asserted) {
    Statement statement;
    statement.speaker = Speaker{arrival_.findings.actors[actor].mentions[0].span, actor, {}};
    statement.content = {span(content)};
    statement.modality = modality;
    statement.provenance = {sentence(statement.content[0]), "ccomp", 0.9F};
    arrival_.findings.statements.push_back(statement);
    return *this;
  }
  Version& event(EventType type, std::uint32_t actor, const std::string& words,
                 Modality modality = Modality::asserted) {
    Event event;
    event.span = span(words);
    event.type = type;
    event.modality = modality;
    event.actors = {{arrival_.findings.actors[actor].mentions[0].span, actor, "", {}}};
    event.provenance = {sentence(event.span), "dobj", 0.9F};
    arrival_.findings.events.push_back(event);
    return *this;
  }
  store::Arrival& arrival() { return arrival_; }

 private:
  [[nodiscard]] Span span(const std::string& words) const { return sample::span_of(arrival_.report.text, words); }
  [[nodiscard]] std::uint32_t sentence(Span at) const {
    std::uint32_t number = 0;
    while (number + 1 < arrival_.sentences.size() && arrival_.sentences[number + 1].begin <= at.begin) ++number;
    return number;
  }
  store::Arrival arrival_;
};

class Diffs : public testing::Test {
 protected:
  /// The changes between two versions as "kind what: before -> after".
  std::vector<std::string> between(Version from, Version to) {
    value(store_->add(sample::batch({from.arrival()}, "2031-03-12T09:00:00Z")));
    value(store_->add(sample::batch({to.arrival()}, "2031-03-12T10:00:00Z")));
    diff_ = value(diff(*store_, "key-report", {}, {}, {}));
    std::vector<std::string> out;
    for (const Change& change : diff_.changes) {
      out.push_back(std::string(name(change.kind)) + ' ' + change.what + ": " + change.before.value_or("-") + " -> " +
                    change.after.value_or("-"));
    }
    return out;
  }
  using Lines = std::vector<std::string>;

  const sample::Folder folder_;
  const std::unique_ptr<store::Store> store_ = sample::opened(folder_ / "s");
  Diff diff_;
};

TEST_F(Diffs, AFigureOfTheSameThingIsOneThatChanged) {
  Version from("Three people died at Brennau. The bridge lost 40 metres.");
  from.figure("Three", 3, "people", "people").figure("40", 40, "metres", "metre");
  Version to("Rain fell in the night. Seven people died at Brennau. The bridge lost 40 metres.");
  to.figure("Seven", 7, "people", "people").figure("40", 40, "metres", "metre");
  EXPECT_EQ(between(from, to), Lines{"changed figure: 3 people -> 7 people"});
  EXPECT_EQ(diff_.changes[0].old_words->words(), "Three");
  EXPECT_EQ(diff_.changes[0].new_words->words(), "Seven");
  EXPECT_EQ(diff_.changes[0].new_words->sentence, 1U);
}

TEST_F(Diffs, TwoOfOneThingArePairedByTheirSentences) {
  Version from("Three people died in the town of Brennau by night. Nine people died in the port of Velin at noon.");
  from.figure("Three", 3, "people", "people").figure("Nine", 9, "people", "people");
  Version to("Five people died in the port of Velin at noon. Three people died in the town of Brennau by night.");
  to.figure("Five", 5, "people", "people").figure("Three", 3, "people", "people");
  EXPECT_EQ(between(from, to), Lines{"changed figure: 9 people -> 5 people"});
}

TEST_F(Diffs, OtherWordsForTheSameFactsAreNoChange) {
  Version from("Three people died at Brennau.");
  from.figure("Three", 3, "people", "people");
  Version to("At Brennau, according to rescuers, 3 people died.");
  to.figure("3", 3, "people", "people");
  EXPECT_EQ(between(from, to), Lines{});
}

TEST_F(Diffs, AQuotationGoesAndComes) {
  Version from("Ana Kos said the dam will hold.");
  from.said(from.person("Ana Kos"), "the dam will hold");
  Version to("Ana Kos said nobody slept that night.");
  to.said(to.person("Ana Kos"), "nobody slept that night");
  EXPECT_EQ(between(from, to), (Lines{"new statement: - -> Ana Kos: nobody slept that night",
                                      "withdrawn statement: Ana Kos: the dam will hold -> -"}));
}

TEST_F(Diffs, AStatementChangesItsWordsItsModalityOrItsSpeaker) {
  Version from("Ana Kos said the old dam will hold. Jo Marsh said help is on its way. Ilya Brandt said talks go on.");
  from.said(from.person("Ana Kos"), "the old dam will hold").said(from.person("Jo Marsh"), "help is on its way");
  from.said(from.person("Ilya Brandt"), "talks go on");
  Version to("Ana Kos said the old dam may hold. Jo Marsh said help is on its way. Pavel Drezin said talks go on.");
  to.said(to.person("Ana Kos"), "the old dam may hold")
      .said(to.person("Jo Marsh"), "help is on its way", Modality::pledged);
  to.said(to.person("Pavel Drezin"), "talks go on");
  EXPECT_EQ(between(from, to),
            (Lines{"changed statement: Ana Kos: the old dam will hold -> Ana Kos: the old dam may hold",
                   "changed statement: Jo Marsh: help is on its way -> Jo Marsh: help is on its way [pledged]",
                   "changed statement: Ilya Brandt: talks go on -> Pavel Drezin: talks go on"}));
}

TEST_F(Diffs, ANameThatIsSpeltOtherwiseIsOneChangeAndNoNewSpeaker) {
  Version from("Mayor Ana Kos of the town of Brennau said the dam will hold.");
  from.said(from.person("Ana Kos", "Mayor"), "the dam will hold");
  Version to("Mayor Anna Kos of the town of Brennau said the dam will hold.");
  to.said(to.person("Anna Kos", "Mayor"), "the dam will hold");
  const auto lines = between(from, to);
  EXPECT_NE(std::ranges::find(lines, "changed name: Ana Kos -> Anna Kos"), lines.end());
  EXPECT_EQ(
      std::ranges::count_if(lines, [](const std::string& line) { return line.find("statement") != std::string::npos; }),
      0);
}

TEST_F(Diffs, EventsComeGoAndChangeTheirModality) {
  Version from("Ana Kos met the union. Ana Kos signed a treaty.");
  const auto kos = from.person("Ana Kos");
  from.event(EventType::consult, kos, "met").event(EventType::agree, kos, "signed", Modality::planned);
  Version to("Ana Kos signed a treaty. Ana Kos sent food.");
  const auto also = to.person("Ana Kos");
  to.event(EventType::agree, also, "signed").event(EventType::aid, also, "sent");
  EXPECT_EQ(between(from, to),
            (Lines{"changed event: AGREE: Ana Kos signed [planned] -> AGREE: Ana Kos signed",
                   "new event: - -> AID: Ana Kos sent", "withdrawn event: CONSULT: Ana Kos met -> -"}));
}

TEST_F(Diffs, ACorrectionSaysSoAndTheReportsOwnFieldsCount) {
  Version from("Three people died.");
  from.figure("Three", 3, "people", "people");
  from.arrival().report.title = "Three dead";
  Version to("Correction: the toll was wrong. Two people died.");
  to.figure("Two", 2, "people", "people");
  to.arrival().report.title = "Two dead";
  to.arrival().report.byline = "By Jo Marsh";
  EXPECT_EQ(between(from, to), (Lines{"corrected report: - -> Correction: the toll was wrong. Two people died.",
                                      "corrected title: Three dead -> Two dead", "new byline: - -> By Jo Marsh",
                                      "corrected figure: 3 people -> 2 people"}));
  const auto json = nlohmann::json::parse(to_json(diff_, diff_.changes[3], {}));
  EXPECT_EQ(json["kind"], "corrected");
  EXPECT_EQ(json["what"], "figure");
  EXPECT_EQ(json["before"], "3 people");
  EXPECT_EQ(json["time"], "2031-03-12T10:00:00Z");
  ASSERT_EQ(json["evidence"].size(), 2U);
  EXPECT_EQ(json["evidence"][0]["version"], json["from"]);
  EXPECT_EQ(json["evidence"][1]["text"], "Two");
}

TEST_F(Diffs, VersionsAreNamedByNumberOrHash) {
  EXPECT_EQ(between(Version("One text of it."), Version("Another text of it.")), Lines{});
  EXPECT_EQ(value(diff(*store_, "key-report", "1", {}, {})).from.number, 1U);
  EXPECT_EQ(value(diff(*store_, "key-report", "2", "1", {})).to.number, 1U);
  EXPECT_EQ(value(diff(*store_, "key-report", {}, "1", {})).from.number, 1U) << "the first has none before it";
  EXPECT_FALSE(diff(*store_, "key-report", "3", {}, {}));
  EXPECT_FALSE(diff(*store_, "nobody", {}, {}, {}));
  EXPECT_EQ(value(diff(*store_, "key-report", {}, {}, sample::at("2031-03-12T09:30:00Z"))).to.number, 1U);
}

TEST(Notices, AreLinesOfTheirOwn) {
  const auto kinds = [](const std::string& text, const std::string& title = "") {
    Report report;
    report.text = text;
    if (!title.empty()) report.title = title;
    std::string out;
    for (const Notice& notice : notices_of(report)) out += notice.kind == NoticeKind::withdrawal ? 'w' : 'c';
    return out;
  };
  EXPECT_EQ(kinds("Six died.\nThis article has been corrected: six people died, not seven."), "c");
  EXPECT_EQ(kinds("Six died.\nAn earlier version of this report gave another number."), "c");
  EXPECT_EQ(kinds("Six died.", "CORRECTED: Six dead"), "c");
  EXPECT_EQ(kinds("KILL: Velin rail strike\nEditors, please do not use."), "w");
  EXPECT_EQ(kinds("This story has been withdrawn."), "w");
  EXPECT_EQ(kinds("The paper wrote: no.\nMore.\nThis story has been withdrawn, a rival had said of it."), "")
      << "not at the top";
  EXPECT_EQ(kinds("A correction: that was the word of the day in parliament."), "");
  EXPECT_EQ(kinds("The minister's correction: late, and wrong."), "");
}

}  // namespace
}  // namespace sitcen::picture
