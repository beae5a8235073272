#include <array>

#include "sitcen/document.h"
#include "sitcen/findings.h"
#include "sitcen/offsets.h"
#include "sitcen/report.h"

namespace sitcen {
namespace {

template <std::size_t N, class Enum>
std::string_view at(const std::array<std::string_view, N>& names, Enum value) {
  return names[static_cast<std::size_t>(value)];
}

}  // namespace

std::string_view name(Pos pos) noexcept {
  static constexpr std::array<std::string_view, 20> kNames = {"",      "ADJ",   "ADP",  "ADV",  "AUX",  "CONJ", "CCONJ",
                                                              "DET",   "INTJ",  "NOUN", "NUM",  "PART", "PRON", "PROPN",
                                                              "PUNCT", "SCONJ", "SYM",  "VERB", "X",    "SPACE"};
  return at(kNames, pos);
}

std::string_view name(ActorKind kind) noexcept {
  static constexpr std::array<std::string_view, 5> kNames = {"person", "organisation", "country", "group", "unit"};
  return at(kNames, kind);
}

std::string_view name(MentionForm form) noexcept {
  static constexpr std::array<std::string_view, 4> kNames = {"name", "role", "nominal", "pronoun"};
  return at(kNames, form);
}

std::string_view name(StatementKind kind) noexcept {
  static constexpr std::array<std::string_view, 3> kNames = {"direct", "mixed", "indirect"};
  return at(kNames, kind);
}

std::string_view name(Modality modality) noexcept {
  static constexpr std::array<std::string_view, 12> kNames = {"asserted", "denied",     "planned",   "pledged",
                                                              "urged",    "threatened", "predicted", "hypothetical",
                                                              "past",     "uncertain",  "wished",    "thanked"};
  return at(kNames, modality);
}

std::string_view name(TimeType type) noexcept {
  static constexpr std::array<std::string_view, 4> kNames = {"DATE", "TIME", "DURATION", "SET"};
  return at(kNames, type);
}

std::string_view name(FigureKind kind) noexcept {
  static constexpr std::array<std::string_view, 8> kNames = {"number",   "ordinal", "percent",     "money",
                                                             "quantity", "age",     "temperature", "range"};
  return at(kNames, kind);
}

std::string_view name(EventType type) noexcept {
  static constexpr std::array<std::string_view, 16> kNames = {
      "AGREE",  "CONSULT", "SUPPORT",  "CONCEDE", "COOPERATE", "AID",      "RETREAT", "REQUEST",
      "ACCUSE", "REJECT",  "THREATEN", "PROTEST", "SANCTION",  "MOBILIZE", "COERCE",  "ASSAULT"};
  return at(kNames, type);
}

std::string_view name(PlacePrecision precision) noexcept {
  static constexpr std::array<std::string_view, 5> kNames = {"point", "settlement", "admin", "country", "region"};
  return at(kNames, precision);
}

std::string_view name(PlaceRole role) noexcept {
  static constexpr std::array<std::string_view, 2> kNames = {"place", "actor"};
  return at(kNames, role);
}

std::string_view name(TimePrecision precision) noexcept {
  static constexpr std::array<std::string_view, 5> kNames = {"year", "month", "day", "minute", "second"};
  return at(kNames, precision);
}

std::string_view name(TimeBasis basis) noexcept {
  static constexpr std::array<std::string_view, 8> kNames = {"given", "feed", "meta",   "json_ld",
                                                             "text",  "url",  "header", "clock"};
  return at(kNames, basis);
}

std::string_view name(PublicationStatus status) noexcept {
  static constexpr std::array<std::string_view, 3> kNames = {"usable", "withheld", "cancelled"};
  return at(kNames, status);
}

std::string_view name(MetadataField field) noexcept {
  static constexpr std::array<std::string_view, 8> kNames = {"source",   "url",       "title",   "byline",
                                                             "dateline", "published", "updated", "language"};
  return at(kNames, field);
}

std::string_view name(SectionKind kind) noexcept {
  static constexpr std::array<std::string_view, 6> kNames = {"headline", "lead",   "body",
                                                             "caption",  "credit", "dateline"};
  return at(kNames, kind);
}

std::string_view name(OffsetUnit unit) noexcept {
  static constexpr std::array<std::string_view, 3> kNames = {"codepoint", "byte", "utf16"};
  return at(kNames, unit);
}

}  // namespace sitcen
