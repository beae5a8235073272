#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sitcen/report.h"
#include "sitcen/span.h"

namespace sitcen {

/// Why a finding is believed: every one carries it.
struct Provenance {
  std::uint32_t sentence = 0;  ///< index into Document::sentences
  std::string_view rule;       ///< static name of the rule that read it
  float score = 0;             ///< 0 to 1
};

enum class ActorKind : std::uint8_t { person, organisation, country, group, unit };
enum class MentionForm : std::uint8_t { name, role, nominal, pronoun };

/// A place in the text where an actor is meant.
struct Mention {
  Span span;
  std::uint32_t first = 0, last = 0;  ///< its tokens [first, last)
  MentionForm form = MentionForm::name;
  std::string_view reason;  ///< why it is this actor ("same surname", ...)
  Provenance provenance;
};

/// A role as a source gave it: "Minister of Defence" of "RUS".
struct Role {
  std::string title;
  std::string of;  ///< ISO country code or organisation; empty where not said
  Span span;
};

struct Actor {
  ActorKind kind = ActorKind::person;
  std::string name;                 ///< fullest form in the text
  std::string country;              ///< ISO 3166 alpha-3; empty: unknown
  std::vector<std::string> sector;  ///< PLOVER sectors
  std::vector<Role> roles;
  std::vector<Mention> mentions;  ///< sorted by span, at least one
};

enum class StatementKind : std::uint8_t { direct, mixed, indirect };
// clang-format off
enum class Modality : std::uint8_t {
  asserted, denied, planned, pledged, urged, threatened, predicted, hypothetical, past, uncertain, wished, thanked,
};
// clang-format on

/// Who speaks: the words, the actor if one is meant for sure, else the candidates.
struct Speaker {
  Span span;
  std::optional<std::uint32_t> actor;     ///< index into Findings::actors
  std::vector<std::uint32_t> candidates;  ///< actors it may be, where more than one
};

struct Statement {
  StatementKind kind = StatementKind::direct;
  std::optional<Speaker> speaker;
  std::optional<Span> addressee, occasion;
  std::optional<std::uint32_t> parent;  ///< the statement this one is nested in
  std::vector<Span> cue;                ///< the words that say somebody speaks
  std::vector<Span> content;            ///< what is said, without outer quotation marks, in text order
  Modality modality = Modality::asserted;
  std::optional<Span> modality_span;
  Provenance provenance;
};

enum class TimeType : std::uint8_t { date, time, duration, set };

/// A time that the text names, as TIMEX3 gives it.
struct TimeRef {
  Span span;
  TimeType type = TimeType::date;
  std::string value;                  ///< TIMEX3 value ("2022-02-19", "P3D", "XXXX-WXX-6"); empty: not known
  std::string_view mod;               ///< TIMEX3 mod ("APPROX"), static; empty: none
  std::string anchor;                 ///< what the value was worked out from ("published", "t3"); empty: nothing needed
  std::string begin;                  ///< of a duration the day it begins; of the second end of a stretch the first
  std::string end;                    ///< of a duration the day it ends; of the first end of a stretch the second
  std::vector<std::string> readings;  ///< two values or more where the words can be read in more than one way
  Provenance provenance;
};

enum class FigureKind : std::uint8_t { number, ordinal, percent, money, quantity, age, temperature, range };

/// A number that the text gives: a value, or a range from `low` to `high` of which one end may be open.
struct Figure {
  Span span;  ///< with the approximator
  Span core;  ///< without
  FigureKind kind = FigureKind::number;
  std::optional<double> value, low, high;
  std::string unit;          ///< ISO 4217 code, "%", or the unit's name in the singular ("kilometer"); empty: none
  std::optional<double> si;  ///< value in `si_unit`
  std::string_view si_unit;  ///< static; empty: none
  std::string_view approx;   ///< about, almost, more_than, less_than, at_least, at_most, exactly; static; empty: none
  std::optional<Span> of;    ///< the thing counted or measured: "people" of "12 people were killed"
  std::string thing;         ///< its head noun with modifiers, lemmas in small letters; empty: none
  std::optional<Span> act;   ///< the verb that it stands under: "killed"
  std::string act_lemma;     ///< "kill"; empty: none
  Provenance provenance;
};

/// PLOVER's types of events.
// clang-format off
enum class EventType : std::uint8_t {
  agree, consult, support, concede, cooperate, aid, retreat, request,
  accuse, reject, threaten, protest, sanction, mobilize, coerce, assault,
};
// clang-format on

/// Who takes part in an event, coded as PLOVER codes it.
struct Party {
  Span span;
  std::optional<std::uint32_t> actor;  ///< index into Findings::actors
  std::string code;                    ///< ISO 3166 alpha-3, or IGO, NGO and the like; empty: unknown
  std::vector<std::string> sector;     ///< PLOVER sectors
};

/// What somebody did to somebody.
struct Event {
  Span span;  ///< the words that say it: "held talks"
  EventType type = EventType::agree;
  std::vector<std::string_view> mode, context;  ///< PLOVER's names, static; sorted
  std::vector<Party> actors, recipients;        ///< sorted by span
  std::optional<std::uint32_t> time, place;     ///< index into times, places
  std::vector<std::uint32_t> figures;           ///< indexes into figures
  Modality modality = Modality::asserted;
  std::optional<std::uint32_t> statement;  ///< the innermost statement that tells of it
  Provenance provenance;
};

enum class PlacePrecision : std::uint8_t { point, settlement, admin, country, region };
/// An institution named by its place ("Kyiv said") is an actor: no pin on a map.
enum class PlaceRole : std::uint8_t { place, actor };

/// A mention of a place. What no gazetteer lists, or what stays open, has its words and nothing else.
struct Place {
  struct Point {
    double lat = 0, lon = 0;
  };
  /// The place it would be if it were not the one taken.
  struct RunnerUp {
    std::string name, gazetteer, country;
    float score = 0;
  };
  Span span;
  std::string name;       ///< as the gazetteer calls it; else as the text does
  std::string gazetteer;  ///< "geonames:703448"; empty: unknown
  std::optional<Point> point;
  std::string country;  ///< ISO 3166 alpha-3; empty: unknown or none
  std::optional<PlacePrecision> precision;
  PlaceRole role = PlaceRole::place;
  std::vector<std::string_view> reasons;  ///< static: why this place and no other
  std::optional<RunnerUp> runner_up;
  Provenance provenance;
};

/// What the readers say of one document. Lists are sorted by span.
struct Findings {
  std::vector<Actor> actors;
  std::vector<Statement> statements;
  std::vector<TimeRef> times;
  std::vector<Figure> figures;
  std::vector<Place> places;
  std::vector<Event> events;
  std::optional<Timestamp> published;  ///< the report's date, where its text alone gives it
};

[[nodiscard]] std::string_view name(ActorKind) noexcept;
[[nodiscard]] std::string_view name(MentionForm) noexcept;
[[nodiscard]] std::string_view name(StatementKind) noexcept;
[[nodiscard]] std::string_view name(Modality) noexcept;
[[nodiscard]] std::string_view name(TimeType) noexcept;
[[nodiscard]] std::string_view name(FigureKind) noexcept;
[[nodiscard]] std::string_view name(PlacePrecision) noexcept;
[[nodiscard]] std::string_view name(PlaceRole) noexcept;
[[nodiscard]] std::string_view name(EventType) noexcept;

}  // namespace sitcen
