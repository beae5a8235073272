#include <algorithm>
#include <utility>

#include "store/store.h"

namespace sitcen::store {
namespace {

/// From the first byte of what is said to the last; of the cue where nothing is.
Span hull(const Statement& statement) {
  const auto& pieces = statement.content.empty() ? statement.cue : statement.content;
  if (pieces.empty()) return {};
  Span all = pieces.front();
  for (const Span piece : pieces) all = {std::min(all.begin, piece.begin), std::max(all.end, piece.end)};
  return all;
}

Said::Speaker speaker_of(const Speaker& speaker, const Findings& findings, std::string_view text,
                         std::int64_t version) {
  Said::Speaker out;
  out.span = speaker.span;
  out.as_given = text.substr(speaker.span.begin, speaker.span.size());
  if (speaker.actor) {
    out.name = findings.actors[*speaker.actor].name;
    out.kind = findings.actors[*speaker.actor].kind;
    const auto& roles = findings.actors[*speaker.actor].roles;
    if (!roles.empty()) out.role = roles.front();
    out.ref = ActorRef{version, *speaker.actor};
  }
  for (const std::uint32_t candidate : speaker.candidates) out.candidates.push_back(findings.actors[candidate].name);
  return out;
}

}  // namespace

Evidence evidence_in(const StoredReport& stored, std::shared_ptr<const std::string> text, Span span,
                     std::uint32_t sentence) {
  const Report& report = stored.report;
  return {report.id,      report.version, report.origin, report.key,
          report.source,  span,           sentence,      stored.sentences[sentence],
          std::move(text)};
}

std::vector<Said> said_in(const StoredReport& stored, std::int64_t version) {
  const Report& report = stored.report;
  const auto text = std::make_shared<const std::string>(report.text);
  std::vector<Said> all;
  for (const Statement& statement : stored.findings.statements) {
    Said said;
    said.id = report.version.substr(0, 12) + ".s" + std::to_string(all.size() + 1);
    said.number = static_cast<std::uint32_t>(all.size());
    if (statement.speaker) said.speaker = speaker_of(*statement.speaker, stored.findings, *text, version);
    said.addressee = statement.addressee;
    said.occasion = statement.occasion;
    said.kind = statement.kind;
    said.modality = statement.modality;
    said.cue = statement.cue;
    said.content = statement.content;
    said.title = report.title;
    said.published = report.published;
    said.rule = statement.provenance.rule;
    said.score = statement.provenance.score;
    said.evidence = evidence_in(stored, text, hull(statement), statement.provenance.sentence);
    all.push_back(std::move(said));
  }
  return all;
}

}  // namespace sitcen::store
