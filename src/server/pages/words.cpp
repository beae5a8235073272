#include "server/pages/words.h"

#include <fmt/format.h>

#include <array>
#include <chrono>

namespace sitcen::server::pages {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {"January",   "February", "March",    "April",
                                                      "May",       "June",     "July",     "August",
                                                      "September", "October",  "November", "December"};
constexpr std::array<std::string_view, 7> kDays = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};

/// \return "Z", "+03:00" or "": what follows the time of day
std::string_view offset_of(std::string_view value) {
  const std::size_t time = value.find_first_of("Tt ");
  if (time == std::string_view::npos) return {};
  const std::size_t offset = value.find_first_of("Zz+-", time + 1);
  return offset == std::string_view::npos ? std::string_view() : value.substr(offset);
}

struct Moment {
  std::chrono::year_month_day day;
  std::chrono::hh_mm_ss<std::chrono::milliseconds> time;
};

Moment moment(base::Instant at) {
  const auto day = std::chrono::floor<std::chrono::days>(at);
  return {day, std::chrono::hh_mm_ss<std::chrono::milliseconds>(at - day)};
}

std::string day_text(std::chrono::year_month_day d) {
  return fmt::format("{} {} {}", static_cast<unsigned>(d.day()), kMonths[static_cast<unsigned>(d.month()) - 1],
                     static_cast<int>(d.year()));
}

std::string day_text(std::chrono::year_month_day d, TimePrecision precision) {
  if (precision == TimePrecision::year) return fmt::format("{}", static_cast<int>(d.year()));
  if (precision == TimePrecision::month)
    return fmt::format("{} {}", kMonths[static_cast<unsigned>(d.month()) - 1], static_cast<int>(d.year()));
  return day_text(d);
}

std::string hour_minute(const Moment& m) {
  return fmt::format("{:02}:{:02}", m.time.hours().count(), m.time.minutes().count());
}

bool has_clock(const Timestamp& time) { return time.precision >= TimePrecision::minute; }

/// \return the moment on the source's own clock, as it wrote it
std::optional<Moment> as_written(const Timestamp& time) {
  const std::string_view value = time.value;
  const std::string_view offset = offset_of(value);
  const auto at = base::parse_instant(value.substr(0, value.size() - offset.size()));
  return at ? std::optional(moment(*at)) : std::nullopt;
}

}  // namespace

std::string count(std::uint64_t n, std::string_view one, std::string_view many) {
  const std::string plain = fmt::format("{}", n);
  std::string digits;
  for (std::size_t i = 0; i < plain.size(); ++i) {
    if (i > 0 && (plain.size() - i) % 3 == 0) digits += ',';
    digits += plain[i];
  }
  return fmt::format("{} {}", digits, n == 1 ? one : many);
}

std::string readable(const Timestamp& time) {
  const std::optional<Moment> m = as_written(time);
  if (!m) return time.value;
  std::string out = day_text(m->day, time.precision);
  if (!has_clock(time)) return out;
  const std::string_view offset = offset_of(time.value);
  out += ", " + hour_minute(*m);
  if (offset.empty()) return out + " (no time zone given)";
  if (offset == "Z" || offset == "z" || offset == "+00:00") return out + " UTC";
  return fmt::format("{} UTC{}", out, offset);
}

std::string readable(base::Instant time) {
  const Moment m = moment(time);
  return fmt::format("{}, {} UTC", day_text(m.day), hour_minute(m));
}

std::string day(const Timestamp& time) {
  const auto at = base::parse_instant(time.value);
  if (!at) return time.value;
  const std::chrono::year_month_day d = moment(*at).day;
  if (time.precision < TimePrecision::day) return day_text(d, time.precision);
  const std::chrono::weekday weekday{std::chrono::sys_days(d)};
  return fmt::format("{} {}", kDays[weekday.c_encoding()], day_text(d));
}

std::string clock(const Timestamp& time) {
  const auto at = base::parse_instant(time.value);
  if (!at || !has_clock(time)) return {};
  return hour_minute(moment(*at)) + (offset_of(time.value).empty() ? " no zone" : " UTC");
}

void write_time(Html& h, const Timestamp& time) { h.element("time", {{"datetime", time.value}}, readable(time)); }
void write_time(Html& h, base::Instant time) { h.element("time", {{"datetime", base::rfc3339(time)}}, readable(time)); }

std::string_view shape(Modality modality) {
  switch (modality) {
    case Modality::asserted:
      return "●";
    case Modality::denied:
      return "✕";
    case Modality::planned:
      return "◇";
    case Modality::pledged:
      return "◆";
    case Modality::urged:
      return "▲";
    case Modality::threatened:
      return "▼";
    case Modality::predicted:
      return "▷";
    case Modality::hypothetical:
      return "◌";
    case Modality::past:
      return "◁";
    case Modality::uncertain:
      return "◐";
    case Modality::wished:
      return "○";
    case Modality::thanked:
      return "■";
  }
  return "";
}

std::string_view shape(ActorKind kind) {
  switch (kind) {
    case ActorKind::person:
      return "●";
    case ActorKind::organisation:
      return "■";
    case ActorKind::country:
      return "▲";
    case ActorKind::group:
      return "◍";
    case ActorKind::unit:
      return "◆";
  }
  return "";
}

void write_shape(Html& h, std::string_view glyph) {
  h.element("span", {{"class", "shape"}, {"aria-hidden", "true"}}, glyph);
}

std::string role_text(const Role& role) {
  return role.of.empty() ? role.title : fmt::format("{}, {}", role.title, role.of);
}

std::string form_text(const Mention& mention) {
  std::string out(name(mention.form));
  return mention.reason.empty() ? out : out + ", " + std::string(mention.reason);
}

std::string short_day(const Timestamp& time) {
  const std::optional<Moment> m = as_written(time);
  return m ? day_text(m->day, time.precision) : time.value;
}

std::string_view short_origin(std::string_view origin) {
  std::string_view out = origin;
  while (out.ends_with('/')) out.remove_suffix(1);
  const std::size_t slash = out.rfind('/');
  if (slash != std::string_view::npos) out.remove_prefix(slash + 1);
  return out.empty() ? origin : out;
}

}  // namespace sitcen::server::pages
