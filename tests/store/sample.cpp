#include "sample.h"

#include <sqlite3.h>
#include <unistd.h>

#include <cstdlib>
#include <sstream>
#include <stdexcept>

#include "store/sqlite/database.h"

namespace sitcen::store::sample {
namespace {

std::ostream& operator<<(std::ostream& out, Span span) { return out << '[' << span.begin << ',' << span.end << ')'; }

std::ostream& operator<<(std::ostream& out, const Timestamp& time) {
  return out << time.value << '/' << name(time.precision) << '/' << name(time.basis);
}

template <class T>
std::ostream& operator<<(std::ostream& out, const std::optional<T>& value) {
  return value ? out << *value : out << '-';
}

std::ostream& operator<<(std::ostream& out, const Provenance& p) {
  return out << ' ' << p.sentence << ' ' << p.rule << ' ' << p.score;
}

void print(std::ostream& out, const TimeRef& time) {
  out << name(time.type) << time.span << time.value << '/' << time.mod << '/' << time.anchor;
  for (const auto& reading : time.readings) out << " or " << reading;
  out << time.provenance << '\n';
}

void print(std::ostream& out, const Place& place) {
  out << name(place.role) << place.span << place.name << '/' << place.gazetteer << '/' << place.country;
  if (place.point) out << " at " << place.point->lat << ',' << place.point->lon;
  if (place.precision) out << ' ' << name(*place.precision);
  for (const auto reason : place.reasons) out << " as " << reason;
  if (const auto& other = place.runner_up)
    out << " else " << other->name << '/' << other->gazetteer << '/' << other->country << '/' << other->score;
  out << place.provenance << '\n';
}

void print(std::ostream& out, const Event& event) {
  out << name(event.type) << event.span << name(event.modality) << event.time << event.place << event.statement;
  for (const auto& label : event.mode) out << " mode " << label;
  for (const auto& label : event.context) out << " context " << label;
  for (const auto* parties : {&event.actors, &event.recipients}) {
    out << (parties == &event.actors ? " by" : " to");
    for (const Party& party : *parties) {
      out << ' ' << party.span << party.actor << party.code;
      for (const auto& sector : party.sector) out << '/' << sector;
    }
  }
  for (const auto figure : event.figures) out << " figure " << figure;
  out << event.provenance << '\n';
}

void print(std::ostream& out, const ReportRow& row) {
  out << row.key << ' ' << row.version << ' ' << row.id << ' ' << row.origin << ' ' << row.versions << ' ';
  out << row.source << ' ' << row.url << ' ' << row.title << ' ' << row.language << ' ' << row.published << ' ';
  out << row.fetched << ' ' << base::rfc3339(row.known_at) << ' ' << row.actors << ' ' << row.statements << ' '
      << row.cursor << '\n';
}

}  // namespace

Folder::Folder() {
  std::string name = (std::filesystem::temp_directory_path() / "sitcen-XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
  path_ = name;
}
Folder::~Folder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

Span span_of(std::string_view text, std::string_view words) {
  const auto at = text.find(words);
  if (at == std::string_view::npos) throw std::runtime_error("not in the text: " + std::string(words));
  return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
}

Arrival flood() {
  Arrival arrival;
  Report& report = arrival.report;
  report.key = "aa11";
  report.version = "bb22bb22bb22bb22";
  report.id = "northmere/7";
  report.origin = "examples/flood.txt";
  report.source = "Northmere Gazette";
  report.title = "Flood in Velin \xE2\x80\x94 seven dead";
  report.byline = "By Jo Marsh";
  report.published = {"2031-03-12T10:27:00+01:00", TimePrecision::minute, TimeBasis::meta};
  report.language = "en";
  report.text =
      "VELIN, 12 March \xE2\x80\x94 Mayor Ana Ko\xC5\xA1 told reporters: \"Seven people died.\" "
      "She added that the bridge \xF0\x9F\x8C\x89 is closed.\n"
      "According to the ministry, help is on its way.";
  const std::string& text = report.text;
  report.sections = {{SectionKind::dateline, span_of(text, "VELIN, 12 March")},
                     {SectionKind::body, {20, static_cast<std::uint32_t>(text.size())}}};
  arrival.sentences = {
      span_of(text, "VELIN, 12 March \xE2\x80\x94 Mayor Ana Ko\xC5\xA1 told reporters: \"Seven people died.\""),
      span_of(text, "She added that the bridge \xF0\x9F\x8C\x89 is closed."),
      span_of(text, "According to the ministry, help is on its way.")};

  Actor mayor;
  mayor.name = "Ana Ko\xC5\xA1";
  mayor.country = "SVN";
  mayor.sector = {"GOV", "CVL"};
  mayor.roles = {{"Mayor", "", span_of(text, "Mayor")}};
  mayor.mentions = {{span_of(text, "Ana Ko\xC5\xA1"), 4, 6, MentionForm::name, "entity", {0, "ner", 0.9F}},
                    {span_of(text, "She"), 14, 15, MentionForm::pronoun, "nearest person", {1, "coref", 0.7F}}};
  Actor ministry;
  ministry.kind = ActorKind::organisation;
  ministry.name = "ministry";
  ministry.mentions = {
      {span_of(text, "the ministry"), 25, 27, MentionForm::nominal, "head noun", {2, "nominal", 0.5F}}};
  arrival.findings.actors = {mayor, ministry};

  Statement direct;
  direct.speaker = Speaker{span_of(text, "Mayor Ana Ko\xC5\xA1"), 0, {}};
  direct.addressee = span_of(text, "reporters");
  direct.cue = {span_of(text, "told")};
  direct.content = {span_of(text, "Seven people died.")};
  direct.provenance = {0, "quote", 0.97F};
  Statement indirect;
  indirect.kind = StatementKind::indirect;
  indirect.speaker = Speaker{span_of(text, "She"), std::nullopt, {0, 1}};
  indirect.cue = {span_of(text, "added")};
  indirect.content = {span_of(text, "the bridge \xF0\x9F\x8C\x89 is closed")};
  indirect.modality = Modality::uncertain;
  indirect.modality_span = span_of(text, "is");
  indirect.parent = 0;
  indirect.provenance = {1, "ccomp", 0.8F};
  arrival.findings.statements = {direct, indirect};

  Figure dead;
  dead.span = dead.core = span_of(text, "Seven");
  dead.value = 7;
  dead.of = span_of(text, "people");
  dead.thing = "people";
  dead.act = span_of(text, "died");
  dead.act_lemma = "die";
  dead.provenance = {0, "number", 0.9F};
  arrival.findings.figures = {dead};

  TimeRef day;
  day.span = span_of(text, "12 March");
  day.value = "2031-03-12";
  day.mod = "APPROX";
  day.anchor = "published";
  day.provenance = {0, "calendar", 0.95F};
  arrival.findings.times = {day};

  Place town;
  town.span = span_of(text, "VELIN");
  town.name = "Velin";
  town.gazetteer = "geonames:1";
  town.point = {45.5, 13.625};
  town.country = "SVN";
  town.precision = PlacePrecision::settlement;
  town.reasons = {"dateline", "largest"};
  town.runner_up = {"Velin Gora", "geonames:2", "HRV", 0.25F};
  town.provenance = {0, "gazetteer", 0.85F};
  arrival.findings.places = {town};

  Event closed;
  closed.span = span_of(text, "closed");
  closed.type = EventType::coerce;
  closed.mode = {"restrict"};
  closed.context = {"disaster", "economic"};
  closed.actors = {{span_of(text, "the ministry"), 1, "SVN", {"GOV", "SPY"}}};
  closed.recipients = {{span_of(text, "the bridge"), std::nullopt, "", {}}, {span_of(text, "She"), 0, "SVN", {}}};
  closed.time = 0;
  closed.place = 0;
  closed.figures = {0};
  closed.modality = Modality::uncertain;
  closed.statement = 1;
  closed.provenance = {1, "verb", 0.75F};
  arrival.findings.events = {closed};
  return arrival;
}

Arrival note(const std::string& id, const std::string& text, const std::string& published) {
  Arrival arrival;
  arrival.report.key = "key-" + id;
  arrival.report.version = "v-" + std::to_string(std::hash<std::string>{}(text + published));
  arrival.report.id = id;
  arrival.report.origin = id + ".txt";
  arrival.report.text = text;
  if (!published.empty()) arrival.report.published = {published, TimePrecision::second, TimeBasis::given};
  arrival.sentences = {{0, static_cast<std::uint32_t>(text.size())}};
  return arrival;
}

Instant at(std::string_view time) { return base::parse_instant(time).value(); }

Batch batch(std::vector<Arrival> arrivals, std::string_view known_at) {
  return {at(known_at), engine(), std::move(arrivals), {}};
}

std::unique_ptr<Store> opened(const std::filesystem::path& file, Access access) {
  return value(open_store(file, access, {std::chrono::milliseconds(200)}));
}

std::string dump(const StoredReport& stored) {
  std::ostringstream out;
  const Report& r = stored.report;
  out << r.key << ' ' << r.version << ' ' << r.id << ' ' << r.origin << ' ';
  out << r.source << ' ' << r.url << ' ' << r.title << ' ' << r.byline << ' ' << r.dateline << ' ' << r.language << ' ';
  out << r.published << ' ' << r.updated << ' ' << r.fetched << '\n' << r.text << '\n';
  for (const Section& section : r.sections) out << name(section.kind) << section.span;
  for (const Span sentence : stored.sentences) out << sentence;
  out << '\n'
      << stored.number << '/' << stored.versions << ' ' << base::rfc3339(stored.known_at) << ' '
      << stored.engine.version << ' ' << stored.engine.model << ' ' << stored.engine.knowledge << '\n';
  for (const Actor& actor : stored.findings.actors) {
    out << name(actor.kind) << ' ' << actor.name << ' ' << actor.country;
    for (const auto& sector : actor.sector) out << ' ' << sector;
    for (const Role& role : actor.roles) out << " role " << role.title << '/' << role.of << role.span;
    for (const Mention& m : actor.mentions)
      out << "\n  " << name(m.form) << m.span << ' ' << m.reason << ' ' << m.provenance.sentence << ' '
          << m.provenance.rule << ' ' << m.provenance.score;
    out << '\n';
  }
  for (const Statement& s : stored.findings.statements) {
    out << name(s.kind) << ' ' << name(s.modality) << s.modality_span << ' ' << s.parent << s.addressee << s.occasion;
    if (s.speaker) {
      out << " by " << s.speaker->span << s.speaker->actor;
      for (const auto candidate : s.speaker->candidates) out << '?' << candidate;
    }
    for (const Span cue : s.cue) out << " cue" << cue;
    for (const Span content : s.content) out << " says" << content;
    out << ' ' << s.provenance.sentence << ' ' << s.provenance.rule << ' ' << s.provenance.score << '\n';
  }
  for (const Figure& f : stored.findings.figures)
    out << name(f.kind) << f.span << f.core << f.of << f.act << ' ' << f.value << ' ' << f.low << ' ' << f.high << ' '
        << f.unit << ' ' << f.si << ' ' << f.si_unit << ' ' << f.approx << ' ' << f.thing << ' ' << f.act_lemma << ' '
        << f.provenance.sentence << ' ' << f.provenance.rule << ' ' << f.provenance.score << '\n';
  for (const TimeRef& time : stored.findings.times) print(out, time);
  for (const Place& place : stored.findings.places) print(out, place);
  for (const Event& event : stored.findings.events) print(out, event);
  return out.str();
}

std::string dump(Store& store) {
  std::ostringstream out;
  std::vector<std::string> keys;
  value(store.reports({}, {}, [&](ReportRow&& row) {
    print(out, row);
    keys.push_back(row.key);
    return true;
  }));
  for (const auto& key : keys) out << dump(value(store.report(key)));
  value(store.said({}, {}, {}, [&](Said&& said) {
    out << said.id << ' ' << said.evidence.report << said.evidence.span << said.evidence.words() << '\n';
    return true;
  }));
  value(store.rejections({}, [&](RejectedRow&& row) {
    out << row.rejection.origin << ' ' << row.rejection.line << ' ' << row.rejection.code << ' ' << row.rejection.reason
        << ' ' << base::rfc3339(row.known_at) << '\n';
    return true;
  }));
  const Counts c = value(store.counts());
  out << c.reports << ' ' << c.versions << ' ' << c.sentences << ' ' << c.actors << ' ' << c.mentions << ' ' << c.roles
      << ' ' << c.statements << ' ' << c.figures << ' ' << c.rejected << '\n';
  return out.str();
}

void tamper(const std::filesystem::path& file, const std::string& sql) {
  sqlite3* db = nullptr;
  sqlite3_open(file.c_str(), &db);
  char* message = nullptr;
  const int code = sqlite3_exec(db, sql.c_str(), nullptr, nullptr, &message);
  const std::string why = message == nullptr ? "" : message;
  sqlite3_free(message);
  sqlite3_close(db);
  if (code != SQLITE_OK) throw std::runtime_error(why);
}

std::uint64_t rows(const std::filesystem::path& file, const std::string& table) {
  auto db = value(sqlite::Database::open(file, sqlite::Database::Mode::read, std::chrono::milliseconds(200)));
  return static_cast<std::uint64_t>(value(db.number("SELECT count(*) FROM " + table)));
}

}  // namespace sitcen::store::sample
