#include "reading/statements/cue_lexicon.h"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

#include "reading/tables/names.h"
#include "reading/tables/table.h"

namespace sitcen::reading {
namespace {

constexpr auto kClasses = std::to_array<std::pair<std::string_view, CueClass>>({
    {"say", CueClass::say},
    {"tell", CueClass::tell},
    {"ask", CueClass::ask},
    {"write", CueClass::write},
    {"deny", CueClass::deny},
    {"pledge", CueClass::pledge},
    {"urge", CueClass::urge},
    {"predict", CueClass::predict},
    {"threaten", CueClass::threaten},
    {"thank", CueClass::thank},
    {"judge", CueClass::judge},
    {"think", CueClass::think},
    {"feel", CueClass::feel},
    {"wish", CueClass::wish},
    {"plan", CueClass::plan},
    {"stance", CueClass::stance},
    {"evidence", CueClass::evidence},
    {"impression", CueClass::impression},
});

constexpr auto kFrames = std::to_array<std::pair<std::string_view, Frame>>({
    {"quote", Frame::quote},     {"that", Frame::that}, {"wh", Frame::wh},       {"inf", Frame::inf},
    {"ing", Frame::ing},         {"np", Frame::np},     {"small", Frame::small}, {"obj", Frame::obj},
    {"about", Frame::about},     {"of", Frame::of},     {"on", Frame::on},       {"for", Frame::for_},
    {"against", Frame::against}, {"as", Frame::as},     {"at", Frame::at},       {"in", Frame::in},
    {"over", Frame::over},       {"with", Frame::with}, {"by", Frame::by},       {"to", Frame::to},
    {"into", Frame::into},       {"upon", Frame::upon},
});

constexpr auto kPos = std::to_array<std::pair<std::string_view, CuePos>>({
    {"v", CuePos::verb},
    {"n", CuePos::noun},
    {"a", CuePos::adjective},
});

}  // namespace

Frame frame_of(std::string_view name) noexcept { return named(kFrames, name).value_or(Frame::none); }

Frame preposition_frame(std::string_view word) noexcept {
  const Frame frame = frame_of(word);
  return static_cast<std::uint32_t>(frame) >= static_cast<std::uint32_t>(Frame::about) ? frame : Frame::none;
}

CueLexicon::CueLexicon(std::string_view table) {
  struct Row {
    std::string_view lemma;
    CuePos pos;
    CueEntry entry;
    std::size_t line;
  };
  std::vector<Row> rows;
  for_each_row(table, 5, [&](std::span<const std::string_view> cell) {
    const auto pos = named(kPos, cell[1]);
    const auto cls = named(kClasses, cell[2]);
    const auto modality = modality_named(cell[4]);
    Frame frames = Frame::none;
    bool known = true;
    for_each_item(cell[3], ',', [&](std::string_view item) {
      known = known && frame_of(item) != Frame::none;
      frames = frames | frame_of(item);
    });
    if (!pos || !cls || !modality || !known || frames == Frame::none) {
      rejected_.push_back(cell[0]);
      return;
    }
    const std::size_t space = cell[0].find(' ');
    const std::string_view particle = space == std::string_view::npos ? "" : cell[0].substr(space + 1);
    rows.push_back({cell[0].substr(0, space), *pos, {*cls, *modality, frames, particle}, rows.size()});
  });
  // Rows with a particle come first: "point out" is asked before "point".
  std::ranges::sort(rows, {}, [](const Row& r) {
    return std::tuple(r.lemma, r.pos, r.entry.particle.empty(), r.entry.particle, r.line);
  });
  for (const Row& row : rows) {
    Range& range = by_lemma_[static_cast<std::size_t>(row.pos)][row.lemma];
    if (range.count == 0) range.first = static_cast<std::uint32_t>(entries_.size());
    ++range.count;
    entries_.push_back(row.entry);
  }
}

std::span<const CueEntry> CueLexicon::find(std::string_view lemma, CuePos pos) const {
  const auto& map = by_lemma_[static_cast<std::size_t>(pos)];
  const auto at = map.find(lemma);
  if (at == map.end()) return {};
  return std::span(entries_).subspan(at->second.first, at->second.count);
}

}  // namespace sitcen::reading
