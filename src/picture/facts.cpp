#include "picture/facts.h"

#include <algorithm>
#include <map>

#include "base/fold.h"
#include "picture/figure_text.h"
#include "picture/finding_text.h"

namespace sitcen::picture {
namespace {

/// Makes the facts of one version.
class Facts {
 public:
  explicit Facts(const store::StoredReport& stored) : all_(stored.findings), text_(stored.report.text) {}

  std::vector<Fact> make() {
    for (const Figure& figure : all_.figures) add_figure(figure);
    for (const Statement& statement : all_.statements) add_statement(statement);
    for (const Event& event : all_.events) add_event(event);
    for (const sitcen::Actor& actor : all_.actors) add_person(actor);
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::string_view str(Span span) const { return text_.substr(span.begin, span.size()); }

  void add_figure(const Figure& figure) {
    if (figure.thing.empty() && figure.unit.empty()) return;  // nobody can say whether it is the same one
    Fact fact{"figure",    figure.thing + '|' + figure.unit, amount(figure), "", "",
              figure.span, figure.provenance.sentence};
    fact.given = figure.of ? base::fold(str(*figure.of)) : "";
    fact.shown = fact.says + (figure.of ? ' ' + std::string(str(*figure.of)) : "");
    if (figure.act) fact.shown += ' ' + std::string(str(*figure.act));
    out_.push_back(std::move(fact));
  }

  void add_statement(const Statement& statement) {
    if (statement.content.empty()) return;
    Fact fact{"statement",
              "",
              "",
              "",
              "",
              {statement.content.front().begin, statement.content.back().end},
              statement.provenance.sentence};
    std::string speaker;
    if (statement.speaker) {
      fact.given = base::fold(str(statement.speaker->span));
      speaker = statement.speaker->actor ? all_.actors[*statement.speaker->actor].name
                                         : std::string(str(statement.speaker->span));
    }
    fact.about = base::fold(speaker);
    std::string words;
    for (const Span piece : statement.content) words += (words.empty() ? "" : " ") + std::string(str(piece));
    for (const auto& word : store::copies::words_of(words))
      fact.says += base::fold(std::string_view(words).substr(word.span.begin, word.span.size())) + ' ';
    fact.says += name(statement.modality);
    fact.shown = (speaker.empty() ? std::string("(nobody named)") : speaker) + ": " + words;
    if (statement.modality != Modality::asserted) fact.shown += " [" + std::string(name(statement.modality)) + "]";
    out_.push_back(std::move(fact));
  }

  void add_event(const Event& event) {
    const std::string actors = parties_text(event.actors, all_, text_);
    const std::string recipients = parties_text(event.recipients, all_, text_);
    Fact fact{"event", "", "", "", "", event.span, event.provenance.sentence};
    fact.about = type_text(event) + '|' + base::fold(actors) + '|' + base::fold(recipients);
    fact.given = base::fold(str(event.span));
    fact.says = std::string(name(event.modality)) + '|' + (event.time ? all_.times[*event.time].value : "") + '|' +
                (event.place ? base::fold(all_.places[*event.place].name) : "");
    fact.shown = type_text(event) + ':';
    for (const std::string_view part : {std::string_view(actors), str(event.span), std::string_view(recipients)})
      if (!part.empty()) fact.shown += ' ' + std::string(part);
    if (event.place) fact.shown += " at " + all_.places[*event.place].name;
    if (event.time) fact.shown += " (" + all_.times[*event.time].value + ")";
    if (event.modality != Modality::asserted) fact.shown += " [" + std::string(name(event.modality)) + "]";
    out_.push_back(std::move(fact));
  }

  void add_person(const sitcen::Actor& actor) {
    if (actor.kind != ActorKind::person) return;
    const auto by_name = std::ranges::find(actor.mentions, MentionForm::name, &Mention::form);
    if (by_name == actor.mentions.end()) return;
    const std::string folded = base::fold(actor.name);
    out_.push_back({"name", folded, folded, "", actor.name, by_name->span, by_name->provenance.sentence});
    for (const Role& role : actor.roles)
      out_.push_back({"role", folded, base::fold(role.title) + '|' + role.of, "",
                      actor.name + ", " + std::string(str(role.span)), role.span, by_name->provenance.sentence});
  }

  const Findings& all_;
  std::string_view text_;
  std::vector<Fact> out_;
};

/// \return the sentence a byte stands in
std::size_t sentence_at(const std::vector<Span>& sentences, std::uint32_t at) {
  const auto after = std::ranges::upper_bound(sentences, at, {}, &Span::begin);
  return after == sentences.begin() ? 0 : static_cast<std::size_t>(after - sentences.begin() - 1);
}

}  // namespace

std::vector<Fact> facts_of(const store::StoredReport& stored) { return Facts(stored).make(); }

std::vector<std::int64_t> aligned_sentences(const store::StoredReport& from, const store::StoredReport& to) {
  using store::copies::Text;
  const Text one(from.report.text);
  const Text two(to.report.text);
  std::map<std::pair<std::size_t, std::size_t>, std::size_t> votes;
  for (const auto& stretch : shared_stretches(one, two)) {
    // The words of a stretch stand in both, one beside the other.
    const auto at = [](const Text& text, std::uint32_t byte) {
      return std::ranges::lower_bound(text.words(), byte, {}, [](const auto& word) { return word.span.begin; });
    };
    auto first = at(one, stretch.first.begin);
    auto second = at(two, stretch.second.begin);
    for (std::size_t i = 0; i < stretch.words; ++i, ++first, ++second)
      ++votes[{sentence_at(from.sentences, first->span.begin), sentence_at(to.sentences, second->span.begin)}];
  }
  std::vector<std::int64_t> out(from.sentences.size(), -1);
  std::vector<std::size_t> best(from.sentences.size(), 0);
  for (const auto& [pair, count] : votes) {
    if (pair.first >= out.size() || count <= best[pair.first]) continue;
    best[pair.first] = count;
    out[pair.first] = static_cast<std::int64_t>(pair.second);
  }
  return out;
}

}  // namespace sitcen::picture
