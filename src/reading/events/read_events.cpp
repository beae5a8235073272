#include <algorithm>
#include <charconv>
#include <optional>
#include <tuple>

#include "reading/events/arguments.h"
#include "reading/events/event_scene.h"
#include "reading/events/events.h"
#include "reading/events/governed.h"
#include "reading/events/kinds.h"
#include "reading/events/merge.h"
#include "reading/events/parties.h"
#include "reading/events/path.h"
#include "reading/events/standing.h"
#include "reading/phrases.h"
#include "reading/statements/dependents.h"

namespace sitcen::reading {
namespace {

constexpr float kVerbScore = 0.8F, kNounScore = 0.7F, kBareScore = 0.5F;

int year_of(const Report& report) {
  int year = 0;
  if (report.published)
    std::from_chars(report.published->value.data(), report.published->value.data() + report.published->value.size(),
                    year);
  return year;
}

std::optional<EventPos> pos_of(const EventScene& s, std::uint32_t i) {
  if (s.apart[i]) return std::nullopt;
  switch (s.token(i).pos) {
    case Pos::verb:
      return s.scene.tree.dep(i) == Dep::amod ? std::nullopt : std::optional(EventPos::verb);
    case Pos::noun:
    case Pos::propn: {
      // "the protest leader": a word about the leader; "March" is a month.
      const EntityType entity = s.scene.doc.entity_type(s.token(i));
      const bool named = entity == EntityType::date || entity == EntityType::person || entity == EntityType::gpe ||
                         entity == EntityType::org || entity == EntityType::work_of_art;
      return s.scene.tree.dep(i) == Dep::compound || named ? std::nullopt : std::optional(EventPos::noun);
    }
    default:
      return std::nullopt;
  }
}

/// "Nobody was arrested at the rally": a noun that nobody stands beside tells too little there.
bool is_beside_denial(const EventScene& s, std::uint32_t noun) {
  const Tree& tree = s.scene.tree;
  if (tree.dep(noun) != Dep::pobj || tree.is_root(tree.head(noun))) return false;
  const std::uint32_t verb = tree.head(tree.head(noun));
  return is_verb(s.scene, verb) && is_negated(s, verb);
}

/// Where people of several countries come together, the place does not say whose they are.
bool meets_abroad(EventType type) {
  return type == EventType::consult || type == EventType::agree || type == EventType::cooperate;
}

bool is_cooperative(EventType type) { return type <= EventType::retreat; }

/// What is announced is no visit yet, but the agreement to one; what somebody will not do is refused.
EventType type_of(const EventScene& s, std::uint32_t predicate, EventType type, Modality m) {
  if (m == Modality::denied && is_refused(s, predicate) && is_cooperative(type)) return EventType::reject;
  if (!is_future(m)) return type;
  switch (type) {
    case EventType::consult:
    case EventType::support:
    case EventType::cooperate:
    case EventType::aid:
      return EventType::agree;
    case EventType::retreat:
      return EventType::concede;
    default:
      return type;
  }
}

/// From the verb to its particle, from a light verb to its noun.
Span words_of(const EventScene& s, const EventFrame& frame, const Arguments& args) {
  std::uint32_t first = args.predicate, last = args.predicate;
  for (const Need& need : frame.needs)
    if (need.kind == Need::Kind::particle && !need.forbidden)
      for (const std::uint32_t c : s.scene.tree.children(args.predicate))
        if (c > last && is_word(s.scene.doc, c, need.word)) last = c;
  if (args.light != kNoToken && s.token(args.light).sentence == s.token(args.predicate).sentence) {
    first = std::min(first, args.light);
    last = std::max(last, args.light);
  }
  return span_of(s.scene.doc, {first, last + 1});
}

std::optional<EventDraft> draft_at(const EventScene& s, const EventLexicon& lexicon,
                                   std::span<const Statement> statements, std::uint32_t i) {
  const auto pos = pos_of(s, i);
  if (!pos) return std::nullopt;
  const auto frames = lexicon.find(s.lemma(i), *pos);
  if (frames.empty()) return std::nullopt;
  const bool noun = *pos == EventPos::noun;
  const Arguments args = noun ? arguments_of_noun(s, i) : arguments_of_verb(s, i);
  const auto frame = std::ranges::find_if(frames, [&](const EventFrame& f) { return holds(s, f, args); });
  if (frame == frames.end()) return std::nullopt;
  const auto modality = standing_of(s, args, frame->type);
  if (!modality) return std::nullopt;

  EventDraft out;
  out.predicate = i;
  out.light = args.light;
  out.covers = frame->covers;
  out.infinitive = args.infinitive;
  out.event.type = type_of(s, i, frame->type, *modality);
  out.event.modality = *modality;
  out.event.span = words_of(s, *frame, args);
  if (out.event.type == frame->type) out.event.mode = frame->mode;
  out.event.context = frame->context;
  const Abroad abroad = meets_abroad(frame->type) ? Abroad::yes : Abroad::no;
  out.event.actors = parties(s, args, frame->actors, abroad);
  out.event.recipients = parties(s, args, frame->recipients, abroad);
  if (frame->covers && out.event.recipients.empty()) out.event.recipients = parties_of_complement(s, args);
  const bool empty = out.event.actors.empty() && out.event.recipients.empty();
  if (noun && empty && !args.happens && !frame->bare) return std::nullopt;
  if (noun && out.event.actors.empty() && !args.happens && is_beside_denial(s, i)) return std::nullopt;
  // "fears of an invasion": nobody is said to do it, and it is not said to have happened.
  const bool told = *modality == Modality::asserted || *modality == Modality::past || *modality == Modality::denied;
  if (noun && out.event.actors.empty() && !args.happens && !told) return std::nullopt;
  if (const std::uint32_t statement = s.statement_at[i]; statement != kNone) out.event.statement = statement;
  if (*modality == Modality::urged && is_cooperative(frame->type)) {
    // "X must withdraw": whoever says so asks for it.
    out.event.type = EventType::request;
    out.event.mode.clear();
    out.event.recipients = std::move(out.event.actors);
    out.event.actors = out.event.statement ? speaker_of(s, statements[*out.event.statement]) : std::vector<Party>();
  }
  out.event.provenance = {s.token(i).sentence,
                          !noun                    ? "verb"
                          : args.light != kNoToken ? "light verb"
                                                   : "noun",
                          !noun   ? kVerbScore
                          : empty ? kBareScore
                                  : kNounScore};
  return out;
}

}  // namespace

std::vector<Event> read_events(const Report& report, const Document& doc, const Tree& tree, const Cast& cast,
                               const Findings& before, const Knowledge& knowledge) {
  const Scene scene = make_scene(doc, tree, knowledge, cast.actors);
  const EventScene s = make_event_scene(scene, cast, knowledge.event_words, before, year_of(report));
  std::vector<EventDraft> drafts;
  for (std::uint32_t i = 0; i < doc.tokens.size(); ++i)
    if (auto draft = draft_at(s, knowledge.events, before.statements, i)) drafts.push_back(*std::move(draft));
  merge_drafts(s, drafts);
  link_governed(s, before, drafts);

  std::vector<Event> out;
  out.reserve(drafts.size());
  for (EventDraft& d : drafts) out.push_back(std::move(d.event));
  std::ranges::stable_sort(out, {}, [](const Event& e) { return std::tuple(e.span, e.type); });
  return out;
}

}  // namespace sitcen::reading
