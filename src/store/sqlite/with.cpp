// Which versions have the findings that somebody asks for.

#include <variant>

#include "store/sqlite/rows.h"
#include "store/sqlite/sqlite_store.h"

namespace sitcen::store::sqlite {
namespace {

using Value = std::variant<std::int64_t, double, std::string>;

/// Conditions on a row x of a table of values, with their parameters in order.
struct Conditions {
  explicit Conditions(FindingKind kind) : table(name(kind)) {}

  void add(std::string_view condition, std::initializer_list<Value> given) {
    sql += " AND ";
    sql += condition;
    values.insert(values.end(), given);
  }
  template <class Enum>
  void equal(const char* column, const std::optional<Enum>& wanted) {
    if (wanted) add(std::string(column) + " = ?", {std::string(name(*wanted))});
  }
  void bind_to(Query& query) const {
    for (const Value& value : values) std::visit([&](const auto& one) { query.bind(one); }, value);
  }

  std::string table, sql;
  std::vector<Value> values;
  bool few = false;  ///< an index leads to the rows: find them first, then their versions
};

std::int64_t ms(Instant at) { return at.time_since_epoch().count(); }

/// Words in a row, as a whole. \param row  alias of the place
std::string is_called(const std::string& row) { return "instr(' ' || " + row + ".called || ' ', ' ' || ? || ' ') > 0"; }

/// A list that json_each takes apart: version and number of each actor in one integer.
std::string listed(const std::vector<ActorRef>& actors) {
  std::string out = "[";
  for (const ActorRef& actor : actors)
    out += (out.size() > 1 ? "," : "") + std::to_string(actor.version * (std::int64_t{1} << 32) + actor.number);
  return out + "]";
}

/// What figures are grouped by: the columns of the index.
constexpr const char* kGroup = "ifnull(x.thing, ''), ifnull(x.act, ''), ifnull(x.unit, '')";

Conditions conditions(const FigureFilter& wanted) {
  Conditions out(FindingKind::figure);
  out.equal("x.kind", wanted.kind);
  for (const std::string& word : wanted.words) out.add(is_called("x"), {word});
  if (!wanted.group) return out;
  const FigureGroup& group = *wanted.group;
  out.few = !group.thing.empty() || !group.act.empty();
  if (out.few) {
    out.add("(" + std::string(kGroup) + ") = (?, ?, ?)", {group.thing, group.act, group.unit});
  } else {
    out.sql += " AND x.thing IS NULL AND x.act IS NULL";
  }
  return out;
}

Conditions conditions(const TimeFilter& wanted) {
  Conditions out(FindingKind::time);
  out.equal("x.type", wanted.type);
  if (wanted.from) out.add("x.end_at > ?", {ms(*wanted.from)});
  if (wanted.to) out.add("x.begin_at < ?", {ms(*wanted.to)});
  return out;
}

Conditions conditions(const PlaceFilter& wanted) {
  Conditions out(FindingKind::place);
  if (wanted.name) out.add(is_called("x"), {*wanted.name});
  if (wanted.country) out.add("x.country = ?", {*wanted.country});
  out.equal("x.precision", wanted.precision);
  out.equal("x.role", wanted.role);
  if (wanted.near)
    out.add("km_between(x.lat, x.lon, ?, ?) <= ?", {wanted.near->point.lat, wanted.near->point.lon, wanted.near->km});
  return out;
}

Conditions conditions(const EventFilter& wanted) {
  Conditions out(FindingKind::event);
  const std::string party =
      "EXISTS (SELECT 1 FROM event_party p WHERE p.version = x.version AND p.event = x.number AND ";
  const std::string place = "EXISTS (SELECT 1 FROM place p WHERE p.version = x.version AND p.number = x.place AND ";
  out.equal("x.type", wanted.type);
  out.equal("x.modality", wanted.modality);
  for (const auto& [part, actors] : {std::pair{"actor", &wanted.actors}, std::pair{"recipient", &wanted.recipients}})
    if (*actors)
      out.add(party + "p.part = ? AND (p.version << 32) + p.actor IN (SELECT value FROM json_each(?)))",
              {std::string(part), listed(**actors)});
  if (wanted.country)
    out.add("(" + party + "p.code = ?) OR " + place + "p.country = ?))", {*wanted.country, *wanted.country});
  if (wanted.place) out.add(place + is_called("p") + ")", {*wanted.place});
  return out;
}

}  // namespace

Result<void> SqliteStore::with(const FindingFilter& filter, const Scope& scope, const std::string& after,
                               const Visit<Found>& visit) {
  const auto reading = Transaction::begin(db_, "DEFERRED");
  if (!reading) return fail(reading.error());
  const Conditions wanted = std::visit([](const auto& one) { return conditions(one); }, filter);
  const std::string row = "FROM " + wanted.table + " x WHERE x.version = ";
  const std::string exists =
      wanted.few ? " AND v.id IN (SELECT x.version FROM " + wanted.table + " x WHERE TRUE" + wanted.sql + ") "
                 : " AND EXISTS (SELECT 1 " + row + "v.id" + wanted.sql + ") ";
  auto first = After::read(after);
  if (!first) return fail(first.error());
  auto versions =
      db_.prepare(std::string("SELECT ") + kHeadColumns + "FROM version v JOIN report r ON r.id = v.report WHERE " +
                  kInScope + first->condition() + exists + kInOrder);
  if (!versions) return fail(versions.error());
  auto numbers = db_.prepare("SELECT x.number " + row + "?" + wanted.sql + " ORDER BY x.number");
  if (!numbers) return fail(numbers.error());

  versions->start();
  bind_scope(*versions, scope);
  first->bind_to(*versions);
  wanted.bind_to(*versions);
  for (;;) {
    const auto more = versions->step();
    if (!more) return fail(more.error());
    if (!*more) return {};
    const std::int64_t version = versions->integer(0);
    Found found{head_of(*versions), {}, {}};
    numbers->start(version);
    wanted.bind_to(*numbers);
    for (;;) {
      const auto one = numbers->step();
      if (!one) return fail(one.error());
      if (!*one) break;
      if (!first->passed(found.report.report.key, numbers->integer(0)))
        found.numbers.push_back(static_cast<std::uint32_t>(numbers->integer(0)));
    }
    if (found.numbers.empty()) continue;
    found.cursor = cursor_of({published_at(*versions), found.report.report.key});
    if (auto done = read_version(version, found.report, Mentions::none); !done) return done;
    if (!visit(std::move(found))) return {};
  }
}

Result<void> SqliteStore::figure_groups(const FigureFilter& filter, const Scope& scope,
                                        const std::optional<FigureGroup>& after, const Visit<FigureGroup>& visit) {
  const auto reading = Transaction::begin(db_, "DEFERRED");
  if (!reading) return fail(reading.error());
  const Conditions wanted = conditions(filter);
  const std::string group = kGroup;
  auto query =
      db_.prepare("SELECT " + group + " FROM figure x CROSS JOIN version v ON v.id = x.version WHERE " + kInScope +
                  (after ? "AND (" + group + ") > (?5, ?6, ?7) " : "") +
                  "AND (x.thing IS NOT NULL OR x.act IS NOT NULL)" + wanted.sql + " GROUP BY 1, 2, 3 ORDER BY 1, 2, 3");
  if (!query) return fail(query.error());
  query->start();
  bind_scope(*query, scope);
  if (after)
    for (const std::string* part : {&after->thing, &after->act, &after->unit}) query->bind(*part);
  wanted.bind_to(*query);
  for (;;) {
    const auto more = query->step();
    if (!more) return fail(more.error());
    if (!*more) return {};
    FigureGroup found{std::string(query->text(0)), std::string(query->text(1)), std::string(query->text(2))};
    if (!visit(std::move(found))) return {};
  }
}

}  // namespace sitcen::store::sqlite
