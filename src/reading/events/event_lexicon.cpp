#include "reading/events/event_lexicon.h"

#include <algorithm>
#include <optional>

#include "reading/tables/folded.h"
#include "reading/tables/names.h"
#include "reading/tables/table.h"

namespace sitcen::reading {
namespace {

constexpr std::size_t kColumns = 8;

constexpr std::array<std::pair<std::string_view, ArgumentKind>, 6> kKinds = {{
    {"actor", ArgumentKind::actor},
    {"person", ArgumentKind::person},
    {"state", ArgumentKind::state},
    {"place", ArgumentKind::place},
    {"target", ArgumentKind::target},
    {"any", ArgumentKind::any},
}};

constexpr std::array<std::pair<std::string_view, Slot>, 5> kSlots = {{
    {"subj", Slot::subject},
    {"obj", Slot::object},
    {"dat", Slot::dative},
    {"owner", Slot::owner},
    {"mod", Slot::modifier},
}};

constexpr std::array<std::pair<std::string_view, Need::Kind>, 8> kShapes = {{
    {"duty", Need::Kind::duty},
    {"own", Need::Kind::own},
    {"disaster", Need::Kind::disaster},
    {"inf", Need::Kind::infinitive},
    {"that", Need::Kind::clause},
    {"noobj", Need::Kind::no_object},
    {"passive", Need::Kind::passive},
    {"plural", Need::Kind::plural},
}};

constexpr std::array<std::pair<std::string_view, EventPos>, 3> kPos = {{
    {"v", EventPos::verb},
    {"n", EventPos::noun},
    {"a", EventPos::adjective},
}};

std::optional<EventType> type_named(std::string_view word) {
  for (int t = 0; t <= static_cast<int>(EventType::assault); ++t)
    if (name(static_cast<EventType>(t)) == word) return static_cast<EventType>(t);
  return std::nullopt;
}

Source source_named(std::string_view word) {
  if (const auto slot = named(kSlots, word)) return {*slot, {}};
  return {Slot::preposition, word};
}

std::optional<Need> need_named(std::string_view text, const EventWords& words) {
  Need out;
  if (text.starts_with('!')) {
    out.forbidden = true;
    text.remove_prefix(1);
  }
  if (text.starts_with('+')) {
    out.kind = Need::Kind::particle;
    out.word = text.substr(1);
    return out;
  }
  const std::size_t colon = text.find(':');
  std::string_view slot = text.substr(0, colon);
  const auto shape = named(kShapes, slot);
  if (shape && colon == std::string_view::npos) {
    out.kind = *shape;
    return out;
  }
  if (shape && *shape != Need::Kind::infinitive && *shape != Need::Kind::clause) return std::nullopt;
  if (slot.ends_with('?')) {
    out.if_any = true;
    slot.remove_suffix(1);
  }
  const Source source = source_named(slot);
  out.slot = source.slot;
  out.word = source.word;
  if (shape) out.kind = *shape;
  bool known = true;
  if (colon != std::string_view::npos)
    for_each_item(text.substr(colon + 1), '|', [&](std::string_view name) {
      const auto kind = named(kKinds, name);
      const auto bit = words.bit(name);
      if (kind) out.sorts |= static_cast<std::uint8_t>(*kind);
      if (bit) out.classes.set(*bit);
      known = known && (kind || bit);
    });
  return known ? std::optional(out) : std::nullopt;
}

Sources sources_named(std::string_view text) {
  Sources out;
  if (text == "-") return out;
  if (text.starts_with('&')) {
    out.all = true;
    text.remove_prefix(1);
  }
  for_each_item(text, ',', [&](std::string_view word) {
    if (out.size < out.source.size()) out.source[out.size++] = source_named(word);
  });
  return out;
}

std::vector<std::string_view> list(std::string_view text) {
  std::vector<std::string_view> out;
  if (text != "-") for_each_item(text, ',', [&](std::string_view word) { out.push_back(word); });
  std::ranges::sort(out);
  return out;
}

}  // namespace

EventLexicon::EventLexicon(std::string_view table, const EventWords& words) {
  struct Line {
    std::string_view lemma;
    EventPos pos;
    std::size_t frame;
  };
  std::vector<EventFrame> frames;
  std::vector<Line> lines;
  for_each_row(table, kColumns, [&](auto cells) {
    const auto pos = named(kPos, cells[1]);
    const auto type = type_named(cells[3]);
    EventFrame frame;
    bool known = pos && type;
    if (cells[2] != "-")
      for_each_item(cells[2], ',', [&](std::string_view text) {
        const auto need = need_named(text, words);
        if (need)
          frame.needs.push_back(*need);
        else
          known = false;
      });
    if (!known) return rejected_.push_back(cells[0]);
    frame.type = *type;
    frame.mode = list(cells[4]);
    frame.context = list(cells[5]);
    frame.actors = sources_named(cells[6]);
    std::string_view recipients = cells[7];
    for (const char mark : {'*', '^'})
      if (recipients.ends_with(mark)) {
        recipients.remove_suffix(1);
        (mark == '*' ? frame.covers : frame.bare) = true;
      }
    frame.recipients = sources_named(recipients);
    for_each_item(cells[0], ',', [&](std::string_view lemma) { lines.push_back({lemma, *pos, frames.size()}); });
    frames.push_back(std::move(frame));
  });
  std::ranges::stable_sort(lines, [&](const Line& a, const Line& b) {
    if (a.pos != b.pos) return a.pos < b.pos;
    if (a.lemma != b.lemma) return a.lemma < b.lemma;
    return frames[a.frame].needs.size() > frames[b.frame].needs.size();
  });
  frames_.reserve(lines.size());
  for (const Line& line : lines) {
    Range& range = by_lemma_[static_cast<std::size_t>(line.pos)][line.lemma];
    if (range.count++ == 0) range.first = static_cast<std::uint32_t>(frames_.size());
    frames_.push_back(frames[line.frame]);
  }
}

std::span<const EventFrame> EventLexicon::find(std::string_view lemma, EventPos pos) const {
  const auto& index = by_lemma_[static_cast<std::size_t>(pos)];
  const auto at = index.find(Folded(lemma).view());
  if (at == index.end()) return {};
  return std::span(frames_).subspan(at->second.first, at->second.count);
}

}  // namespace sitcen::reading
