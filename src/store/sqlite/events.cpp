#include "store/sqlite/rows.h"
#include "store/sqlite/sqlite_store.h"

namespace sitcen::store::sqlite {
namespace {

constexpr std::string_view kRecipient = "recipient";

std::string joined(const std::vector<std::string>& labels) {
  std::string out;
  for (const std::string& label : labels) out += (out.empty() ? "" : " ") + label;
  return out;
}

std::vector<std::string> parted(std::string_view labels) {
  std::vector<std::string> out;
  while (!labels.empty()) {
    const std::size_t end = std::min(labels.find(' '), labels.size());
    out.emplace_back(labels.substr(0, end));
    labels.remove_prefix(std::min(end + 1, labels.size()));
  }
  return out;
}

}  // namespace

Result<void> SqliteStore::insert_event(const Event& event, const At& at) {
  std::vector<Part> parts = {{"span", event.span}};
  for (std::size_t i = 0; i < event.actors.size(); ++i) parts.push_back({"actor", event.actors[i].span, i});
  for (std::size_t i = 0; i < event.recipients.size(); ++i) parts.push_back({"recipient", event.recipients[i].span, i});
  if (auto done = insert_finding(at, FindingKind::event, event.provenance, parts); !done) return done;
  if (auto done = insert_labels(at, FindingKind::event, "mode", event.mode); !done) return done;
  if (auto done = insert_labels(at, FindingKind::event, "context", event.context); !done) return done;
  if (auto done =
          put("INSERT INTO event (version, number, type, modality, time, place, statement) "
              "VALUES (?, ?, ?, ?, ?, ?, ?)",
              at.version, at.number, name(event.type), name(event.modality), event.time, event.place, event.statement);
      !done)
    return done;
  if (auto done = insert_parties(event.actors, "actor", at); !done) return done;
  if (auto done = insert_parties(event.recipients, "recipient", at); !done) return done;
  for (std::size_t i = 0; i < event.figures.size(); ++i)
    if (auto done = put("INSERT INTO event_figure (version, event, piece, figure) VALUES (?, ?, ?, ?)", at.version,
                        at.number, i, event.figures[i]);
        !done)
      return done;
  return {};
}

Result<void> SqliteStore::insert_parties(const std::vector<Party>& parties, const char* part, const At& at) {
  for (std::size_t i = 0; i < parties.size(); ++i)
    if (auto done =
            put("INSERT INTO event_party (version, event, part, piece, actor, code, sectors) "
                "VALUES (?, ?, ?, ?, ?, ?, ?)",
                at.version, at.number, part, i, parties[i].actor, some(parties[i].code), joined(parties[i].sector));
        !done)
      return done;
  return {};
}

Result<void> SqliteStore::read_events(std::int64_t version, Rows& rows) {
  auto& events = rows.findings.events;
  auto done = read_kind(
      version, FindingKind::event, rows, events,
      "SELECT number, type, modality, time, place, statement FROM event WHERE version = ? ORDER BY number",
      [&](const Query& row) {
        Event event;
        event.type = named(row.text(1), EventType::assault);
        event.modality = named(row.text(2), Modality::thanked);
        event.time = index_at(row, 3);
        event.place = index_at(row, 4);
        event.statement = index_at(row, 5);
        return event;
      },
      [](Event& event, std::string_view part, Span span) {
        if (part == "actor") event.actors.push_back({span, {}, {}, {}});
        if (part == kRecipient) event.recipients.push_back({span, {}, {}, {}});
      });
  if (!done) return done;
  done = read_labels(version, FindingKind::event, [&](std::int64_t number, std::string_view part, std::string_view l) {
    if (auto* event = rows.owner(events, number))
      (part == "mode" ? event->mode : event->context).push_back(rows.kept(l));
  });
  if (!done || events.empty()) return done;
  if (done = read_parties(version, rows); !done) return done;
  return each(
      "SELECT event, figure FROM event_figure WHERE version = ? ORDER BY event, piece",
      [&](const Query& row) {
        if (auto* event = rows.owner(events, row.integer(0)))
          event->figures.push_back(static_cast<std::uint32_t>(row.integer(1)));
      },
      version);
}

Result<void> SqliteStore::read_parties(std::int64_t version, Rows& rows) {
  return each(
      "SELECT event, part, piece, actor, code, sectors FROM event_party WHERE version = ? ORDER BY event, part, piece",
      [&](const Query& row) {
        auto* event = rows.owner(rows.findings.events, row.integer(0));
        if (event == nullptr) return;
        auto* party = rows.owner(row.text(1) == kRecipient ? event->recipients : event->actors, row.integer(2));
        if (party == nullptr) return;
        party->actor = index_at(row, 3);
        party->code = row.text(4);
        party->sector = parted(row.text(5));
      },
      version);
}

}  // namespace sitcen::store::sqlite
