#include "reading/actors/talk.h"

#include "reading/actors/weights.h"

namespace sitcen::reading {

bool is_talk(const Discourse& d, std::span<const std::uint32_t> phrase_at, const std::vector<bool>& quoted) {
  std::uint32_t ends = 0, questions = 0, personal = 0, brief = 0;
  if (d.paragraphs.size() < weights::kFewestTurns) return false;
  for (const TokenRange r : d.paragraphs) {
    TokenRange line = r;
    while (!line.empty() && d.doc.tokens[line.last - 1].is_space) --line.last;
    if (line.empty()) continue;
    const std::string_view mark = d.doc.str(d.doc.tokens[line.last - 1]);
    ends += (d.doc.tokens[line.last - 1].pos == Pos::punct && mark != ":" && mark != ",") ? 1U : 0U;
    brief += line.size() <= weights::kBriefTurn ? 1U : 0U;
    bool asks = false, says = false;
    for (std::uint32_t i = line.first; i < line.last; ++i) {
      asks = asks || d.doc.str(d.doc.tokens[i]) == "?";
      const std::uint32_t p = phrase_at[i];
      says = says || (p != kNobody && !quoted[i] && d.phrases[p].form == MentionForm::pronoun &&
                      d.phrases[p].pronoun.person < 3);
    }
    questions += asks ? 1U : 0U;
    personal += says ? 1U : 0U;
  }
  const auto share = [n = static_cast<float>(d.paragraphs.size())](std::uint32_t k) {
    return static_cast<float>(k) / n;
  };
  return share(ends) >= weights::kTurnsEnd && share(questions) >= weights::kTurnsAsk &&
         share(personal) >= weights::kTurnsPersonal && share(brief) >= weights::kTurnsBrief;
}

}  // namespace sitcen::reading
