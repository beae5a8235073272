// Any text under any parse: times and figures lie inside it, in order, are the same when read twice, and name only
// times that are there.

#include "reading/times/times.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "reading/figures/figures.h"
#include "reading/knowledge.h"
#include "sketch.h"
#include "soundness.h"

namespace {

using namespace sitcen;

void must_hold(bool right) {
  if (!right) std::abort();
}

/// A parse after the text's own bytes: the target is about words and their order, less so about trees.
void parse(Sketch& sketch, std::string_view text) {
  constexpr auto kTags = std::to_array<std::string_view>({"VBD", "VBN", "VBZ", "MD", "TO", "NN", "NNP", "CD"});
  constexpr auto kDeps =
      std::to_array<std::string_view>({"nsubj", "aux", "npadvmod", "pobj", "prep", "quantmod", "nummod", "compound"});
  constexpr auto kPos = std::to_array<Pos>({Pos::verb, Pos::noun, Pos::propn, Pos::num, Pos::adj, Pos::adv, Pos::adp});
  constexpr auto kEntities = std::to_array<EntityType>({EntityType::date, EntityType::org, EntityType::person});
  std::uint32_t mix = 2'166'136'261U;
  for (std::uint32_t i = 0; i < sketch.size(); ++i) {
    const Token& token = sketch.doc().tokens[i];
    for (std::uint32_t at = token.span.begin; at < token.span.end; ++at)
      mix = (mix ^ static_cast<unsigned char>(text[at])) * 16'777'619U;
    if (token.is_space || token.pos == Pos::punct) continue;
    const std::string word(sketch.doc().str(token));
    sketch.set(i, kPos[mix % kPos.size()], kTags[(mix >> 4U) % kTags.size()], kDeps[(mix >> 8U) % kDeps.size()],
               (mix >> 12U) % 4 == 0 ? i : (mix >> 16U) % (i + 1), word);
    if ((mix >> 20U) % 8 == 0) sketch.entity(i, i + 1, kEntities[(mix >> 24U) % kEntities.size()]);
  }
}

bool same(const reading::Times& a, const reading::Times& b) {
  if (a.all.size() != b.all.size() || a.published.has_value() != b.published.has_value()) return false;
  for (std::size_t i = 0; i < a.all.size(); ++i)
    if (a.all[i].span != b.all[i].span || a.all[i].value != b.all[i].value || a.all[i].anchor != b.all[i].anchor)
      return false;
  return true;
}

void check_anchors(const reading::Times& times) {
  for (const TimeRef& time : times.all) {
    if (!time.anchor.starts_with('t')) continue;
    const int number = std::atoi(time.anchor.c_str() + 1);
    must_hold(number >= 1 && static_cast<std::size_t>(number) <= times.all.size());
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  if (size > 4096 || base::find_invalid_utf8(text)) return 0;
  static const reading::Knowledge knowledge = reading::load_knowledge("en");
  Sketch sketch{std::string(text)};
  parse(sketch, text);
  const Document& doc = sketch.doc();
  const reading::Tree tree(doc);
  Report dated;
  dated.published = Timestamp{"2031-03-12", TimePrecision::day, TimeBasis::given};
  dated.language = "en-GB";
  for (const Report& report : {dated, Report()}) {
    const reading::Times times = reading::read_times(report, doc, tree, {}, knowledge);
    must_hold(same(times, reading::read_times(report, doc, tree, {}, knowledge)));
    check_anchors(times);
    Findings findings;
    findings.times = times.all;
    findings.figures = reading::read_figures(doc, tree, knowledge);
    must_hold(reading::what_is_wrong(doc, findings).empty());
  }
  return 0;
}
