#include "picture/findings.h"

#include <charconv>
#include <cmath>
#include <utility>

#include "base/fold.h"
#include "base/timex.h"
#include "picture/called.h"
#include "picture/choices.h"

namespace sitcen::picture {
namespace {

using store::FindingKind;

constexpr double kNear = 50;  ///< km, where nobody says how near

std::optional<std::string> given(const Typed& typed, std::string_view name) {
  const auto found = typed.find(name);
  if (found == typed.end() || found->second.find_first_not_of(" \t\r\n") == std::string::npos) return std::nullopt;
  return found->second;
}

/// A period of the calendar, as it is typed.
Result<std::optional<base::Period>> period(const Typed& typed, std::string_view name) {
  const auto text = given(typed, name);
  if (!text) return std::optional<base::Period>();
  if (const auto found = base::period_of(*text)) return std::optional(*found);
  return fail(ErrorCode::bad_request, {std::string(name) + ": " + *text +
                                       " is no day, month or year; write it as 2031-03-12, 2031-03, 2031-W11 or 2031"});
}

std::optional<double> number(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

Result<std::optional<store::PlaceFilter::Near>> near(const Typed& typed) {
  const auto point = given(typed, "near");
  const auto km = given(typed, "km");
  if (!point) {
    if (km) return fail(ErrorCode::bad_request, {"km: " + *km + " km of what? say it with near"});
    return std::optional<store::PlaceFilter::Near>();
  }
  const std::size_t comma = std::min(point->find(','), point->size());
  const auto lat = number(std::string_view(*point).substr(0, comma));
  const auto lon = number(std::string_view(*point).substr(std::min(comma + 1, point->size())));
  if (!lat || !lon || std::abs(*lat) > 90 || std::abs(*lon) > 180)
    return fail(ErrorCode::bad_request, {"near: not a latitude and a longitude in degrees, as 59.44,24.75: " + *point});
  const auto wide = number(km.value_or(""));
  if (km && (!wide || *wide < 0)) return fail(ErrorCode::bad_request, {"km: not a number of kilometres: " + *km});
  return std::optional(store::PlaceFilter::Near{{*lat, *lon}, wide.value_or(kNear)});
}

/// Words as the store compares them.
Result<std::optional<std::string>> words(const Typed& typed, std::string_view name) {
  const auto text = given(typed, name);
  if (!text) return std::optional<std::string>();
  std::string folded = base::fold(*text);
  while (folded.ends_with(' ')) folded.pop_back();
  folded.erase(0, folded.find_first_not_of(' '));
  if (folded.empty()) return fail(ErrorCode::bad_request, {std::string(name) + ": " + *text + " has no word"});
  return std::optional(std::move(folded));
}

Result<std::optional<std::string>> country(const Typed& typed) {
  const auto text = given(typed, "country");
  if (!text) return std::optional<std::string>();
  const Knowledge knowledge = load_knowledge();
  if (const auto* found = country_called(*text, knowledge.countries)) return std::optional<std::string>(found->code);
  std::string code;
  for (const char c : *text) code += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  if (code.size() == 3) return std::optional(std::move(code));  // IGO, NGO and the like too
  return fail(ErrorCode::bad_request, {"country: neither a code of three letters nor a country: " + *text});
}

Result<store::FindingFilter> time_filter(const Typed& typed) {
  store::TimeFilter out;
  const auto type = chosen("type", given(typed, "type"), TimeType::set);
  if (!type) return fail(type.error());
  const auto from = period(typed, "from");
  if (!from) return fail(from.error());
  const auto to = period(typed, "to");
  if (!to) return fail(to.error());
  out.type = *type;
  if (*from) out.from = (*from)->begin;
  if (*to) out.to = (*to)->end;
  return store::FindingFilter(out);
}

Result<store::FindingFilter> place_filter(const Typed& typed) {
  store::PlaceFilter out;
  auto name = words(typed, "name");
  if (!name) return fail(name.error());
  auto code = country(typed);
  if (!code) return fail(code.error());
  const auto precision = chosen("precision", given(typed, "precision"), PlacePrecision::region);
  if (!precision) return fail(precision.error());
  const auto role = chosen("role", given(typed, "role"), PlaceRole::actor);
  if (!role) return fail(role.error());
  const auto around = near(typed);
  if (!around) return fail(around.error());
  out.name = *std::move(name);
  out.country = *std::move(code);
  out.precision = *precision;
  out.role = *role;
  out.near = *around;
  return store::FindingFilter(std::move(out));
}

Result<store::FindingFilter> event_filter(store::Store& store, std::optional<store::Instant> as_of,
                                          const Typed& typed) {
  store::EventFilter out;
  const auto type = chosen("type", given(typed, "type"), EventType::assault);
  if (!type) return fail(type.error());
  const auto modality = chosen("modality", given(typed, "modality"), Modality::thanked);
  if (!modality) return fail(modality.error());
  auto code = country(typed);
  if (!code) return fail(code.error());
  auto place = words(typed, "place");
  if (!place) return fail(place.error());
  out.type = *type;
  out.modality = *modality;
  out.country = *std::move(code);
  out.place = *std::move(place);
  const auto actor = given(typed, "actor");
  const auto recipient = given(typed, "recipient");
  if (!actor && !recipient) return store::FindingFilter(std::move(out));
  const Knowledge knowledge = load_knowledge();
  const auto compared = compare(store, as_of, knowledge);
  if (!compared) return fail(compared.error());
  for (const auto& [name, into] : {std::pair{&actor, &out.actors}, std::pair{&recipient, &out.recipients}}) {
    if (!*name) continue;
    const auto meant = called(**name, *compared, knowledge.countries);
    if (meant.empty()) return fail(nobody_called(**name, *compared));
    *into = members(meant, *compared, Which::all);
  }
  return store::FindingFilter(std::move(out));
}

std::pair<Span, std::uint32_t> words_of(FindingKind kind, const Findings& all, std::uint32_t number) {
  const auto of = [&](const auto& list) { return std::pair{list[number].span, list[number].provenance.sentence}; };
  switch (kind) {
    case FindingKind::figure:
      return of(all.figures);
    case FindingKind::time:
      return of(all.times);
    case FindingKind::place:
      return of(all.places);
    case FindingKind::event:
      return of(all.events);
  }
  return {};
}

}  // namespace

std::vector<Parameter> parameters(FindingKind kind) {
  switch (kind) {
    case FindingKind::figure:
      return {};
    case FindingKind::time:
      return {{"type", "TYPE", "of this type", names_up_to(TimeType::set)},
              {"from", "DATE", "in this day, week, month or year, or later"},
              {"to", "DATE", "in this day, week, month or year, or earlier"}};
    case FindingKind::place:
      return {{"name", "WORDS", "called so: its name, or the report's words for it, hold these words in a row"},
              {"country", "COUNTRY", "in this country: its name or its code"},
              {"near", "LAT,LON", "near this point, in degrees"},
              {"km", "N", "how near (default 50)"},
              {"precision", "PRECISION", "known so finely", names_up_to(PlacePrecision::region)},
              {"role", "ROLE", "meant as a place, or as an actor named by it", names_up_to(PlaceRole::actor)}};
    case FindingKind::event:
      return {{"type", "TYPE", "of this type of PLOVER's", names_up_to(EventType::assault)},
              {"actor", "ACTOR", "done by this actor: a name in any form, a role or an id of who"},
              {"recipient", "ACTOR", "done to this actor"},
              {"country", "COUNTRY", "of an actor, a recipient or the place: its name or its code"},
              {"place", "WORDS", "at a place that is called so"},
              {"modality", "MODALITY", "told in this way", names_up_to(Modality::thanked)}};
  }
  return {};
}

Result<store::FindingFilter> finding_filter(store::Store& store, std::optional<store::Instant> as_of, FindingKind kind,
                                            const Typed& typed) {
  switch (kind) {
    case FindingKind::figure:
      break;
    case FindingKind::time:
      return time_filter(typed);
    case FindingKind::place:
      return place_filter(typed);
    case FindingKind::event:
      return event_filter(store, as_of, typed);
  }
  return store::FindingFilter();
}

char letter_of(FindingKind kind) noexcept { return store::name(kind).front(); }

std::string finding_id(const store::StoredReport& report, char letter, std::uint32_t number) {
  return report.report.version.substr(0, 12) + '.' + letter + std::to_string(number + 1);
}

Result<void> findings(store::Store& store, const store::FindingFilter& filter, const store::Scope& scope,
                      const store::Page& page, const store::Visit<FindingRow>& visit) {
  const auto kind = static_cast<FindingKind>(filter.index());
  std::size_t given = 0;
  return store.with(filter, scope, page.after, [&](store::Found&& found) {
    const auto report = std::make_shared<const store::StoredReport>(std::move(found.report));
    const std::shared_ptr<const std::string> text(report, &report->report.text);
    for (const std::uint32_t number : found.numbers) {
      if (page.limit != 0 && given++ == page.limit) return false;
      const auto [span, sentence] = words_of(kind, report->findings, number);
      if (!visit({kind, report, number, store::evidence_in(*report, text, span, sentence),
                  found.cursor + '|' + std::to_string(number)}))
        return false;
    }
    return true;
  });
}

}  // namespace sitcen::picture
