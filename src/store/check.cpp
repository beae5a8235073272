#include "store/check.h"

#include <set>

#include "base/utf8.h"

namespace sitcen::store {
namespace {

bool on_border(std::string_view text, std::uint32_t at) {
  return at == text.size() || !base::is_continuation(text[at]);
}

/// Collects the first fault; each check names the datum it looks at.
class Checker {
 public:
  explicit Checker(std::string_view text) : text_(text) {}

  void span(const std::string& datum, Span s) {
    if (const auto why = fault_of(s, text_)) note(datum, *why);
  }
  void span(const std::string& datum, std::optional<Span> s) {
    if (s) span(datum, *s);
  }
  /// A finding that is a stretch of the text: its span and its sentence.
  template <class Finding>
  void whole(const std::string& datum, const Finding& finding, std::size_t sentences) {
    below(datum, "sentence", finding.provenance.sentence, sentences);
    span(datum, finding.span);
  }
  void below(const std::string& datum, const char* what, std::size_t index, std::size_t size) {
    if (index >= size) note(datum, std::string(what) + " " + std::to_string(index) + " of " + std::to_string(size));
  }
  void note(const std::string& datum, const std::string& why) {
    if (!fault) fault = datum + ": " + why;
  }

  std::optional<std::string> fault;

 private:
  std::string_view text_;
};

std::string numbered(const char* what, std::size_t i) { return std::string(what) + " " + std::to_string(i); }

}  // namespace

std::optional<std::string> fault_of(Span span, std::string_view text) {
  const auto shown = [&] { return "[" + std::to_string(span.begin) + ", " + std::to_string(span.end) + ")"; };
  if (span.begin > span.end) return "the span " + shown() + " ends before it begins";
  if (span.end > text.size())
    return "the span " + shown() + " is outside the text of " + std::to_string(text.size()) + " bytes";
  if (!on_border(text, span.begin) || !on_border(text, span.end)) return "the span " + shown() + " cuts a code point";
  return std::nullopt;
}

std::optional<std::string> fault_of(const Report& report, std::span<const Span> sentences, const Findings& findings) {
  if (const auto at = base::find_invalid_utf8(report.text))
    return "the text is not UTF-8 at offset " + std::to_string(*at);
  const std::size_t actors = findings.actors.size();
  Checker check(report.text);
  for (std::size_t i = 0; i < report.sections.size(); ++i) check.span(numbered("section", i), report.sections[i].span);
  for (std::size_t i = 0; i < sentences.size(); ++i) check.span(numbered("sentence", i), sentences[i]);
  for (std::size_t i = 0; i < actors; ++i) {
    const Actor& actor = findings.actors[i];
    for (const Role& role : actor.roles) check.span(numbered("role of actor", i), role.span);
    for (const Mention& mention : actor.mentions) {
      check.span(numbered("mention of actor", i), mention.span);
      check.below(numbered("mention of actor", i), "sentence", mention.provenance.sentence, sentences.size());
    }
  }
  for (std::size_t i = 0; i < findings.statements.size(); ++i) {
    const Statement& statement = findings.statements[i];
    const std::string datum = numbered("statement", i);
    check.below(datum, "sentence", statement.provenance.sentence, sentences.size());
    if (statement.speaker) {
      check.span(datum + ", speaker", statement.speaker->span);
      if (statement.speaker->actor) check.below(datum + ", speaker", "actor", *statement.speaker->actor, actors);
      std::set<std::uint32_t> seen;
      for (const std::uint32_t candidate : statement.speaker->candidates) {
        check.below(datum + ", candidate", "actor", candidate, actors);
        if (!seen.insert(candidate).second) check.note(datum, "candidate " + std::to_string(candidate) + " twice");
      }
    }
    check.span(datum + ", addressee", statement.addressee);
    check.span(datum + ", occasion", statement.occasion);
    check.span(datum + ", modality", statement.modality_span);
    if (statement.parent) check.below(datum + ", parent", "statement", *statement.parent, findings.statements.size());
    for (const Span cue : statement.cue) check.span(datum + ", cue", cue);
    for (const Span content : statement.content) check.span(datum + ", content", content);
  }
  for (std::size_t i = 0; i < findings.figures.size(); ++i) {
    const Figure& figure = findings.figures[i];
    const std::string datum = numbered("figure", i);
    check.whole(datum, figure, sentences.size());
    check.span(datum + ", core", figure.core);
    check.span(datum + ", of", figure.of);
    check.span(datum + ", act", figure.act);
  }
  for (std::size_t i = 0; i < findings.times.size(); ++i)
    check.whole(numbered("time", i), findings.times[i], sentences.size());
  for (std::size_t i = 0; i < findings.places.size(); ++i)
    check.whole(numbered("place", i), findings.places[i], sentences.size());
  for (std::size_t i = 0; i < findings.events.size(); ++i) {
    const Event& event = findings.events[i];
    const std::string datum = numbered("event", i);
    check.whole(datum, event, sentences.size());
    for (const auto* parties : {&event.actors, &event.recipients})
      for (const Party& party : *parties) {
        check.span(datum + ", party", party.span);
        if (party.actor) check.below(datum + ", party", "actor", *party.actor, actors);
      }
    if (event.time) check.below(datum, "time", *event.time, findings.times.size());
    if (event.place) check.below(datum, "place", *event.place, findings.places.size());
    for (const std::uint32_t figure : event.figures) check.below(datum, "figure", figure, findings.figures.size());
    if (event.statement) check.below(datum, "statement", *event.statement, findings.statements.size());
  }
  return check.fault;
}

}  // namespace sitcen::store
