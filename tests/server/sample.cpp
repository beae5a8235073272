#include "sample.h"

#include <stdexcept>
#include <utility>

namespace sitcen::test {

Told::Told(std::string id, std::string text) {
  Report& r = arrival_.report;
  r.id = std::move(id);
  // Keys and versions are hashes of 64 hex digits; any distinct ones do.
  std::string digits;
  for (const char c : r.id) digits += "0123456789abcdef"[static_cast<unsigned char>(c) % 16];
  r.key = (digits + std::string(64, '0')).substr(0, 64);
  r.version = (digits + std::string(64, 'e')).substr(0, 64);
  r.origin = "inbox/" + r.id + ".txt";
  r.text = std::move(text);
  arrival_.sentences = {{0, static_cast<std::uint32_t>(r.text.size())}};
}

Span Told::find(std::string_view words, std::size_t from) const {
  const std::size_t at = arrival_.report.text.find(words, from);
  if (at == std::string::npos) throw std::runtime_error("not in the text: " + std::string(words));
  return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
}

std::uint32_t Told::actor(ActorKind kind, std::string name, std::initializer_list<std::string_view> mentions) {
  Actor actor;
  actor.kind = kind;
  actor.name = std::move(name);
  std::size_t from = 0;
  for (const std::string_view words : mentions) {
    const Span span = find(words, from);
    from = span.end;
    Mention mention;
    mention.span = span;
    mention.reason = "same name";
    mention.provenance = {0, "mention", 0.9F};
    actor.mentions.push_back(mention);
  }
  arrival_.findings.actors.push_back(std::move(actor));
  return static_cast<std::uint32_t>(arrival_.findings.actors.size() - 1);
}

void Told::role(std::uint32_t actor, std::string title, std::string of, std::string_view words) {
  arrival_.findings.actors[actor].roles.push_back({std::move(title), std::move(of), find(words)});
}

std::uint32_t Told::statement(const Speech& speech) {
  Statement s;
  s.kind = speech.kind;
  s.modality = speech.modality;
  s.parent = speech.parent;
  std::size_t from = 0;
  for (const std::string_view words : speech.content) {
    s.content.push_back(find(words, from));
    from = s.content.back().end;
  }
  // Speaker and cue stand near the content: the same words may stand elsewhere too.
  const std::size_t begin = s.content.front().begin;
  const std::size_t near = begin > speech.before ? begin - speech.before : 0;
  if (!speech.cue.empty()) s.cue.push_back(find(speech.cue, near));
  if (!speech.speaker.empty()) s.speaker = Speaker{find(speech.speaker, near), speech.actor, {}};
  if (!speech.modality_words.empty()) s.modality_span = find(speech.modality_words, near);
  s.provenance = {0, "quotation", 0.97F};
  arrival_.findings.statements.push_back(std::move(s));
  return static_cast<std::uint32_t>(arrival_.findings.statements.size() - 1);
}

namespace {

Told strait() {
  Told t(
      "strait",
      "Freighter stopped in the Selm Strait\n\n"
      "HALVIK. A Norlandian freighter was stopped by the Karvian coastguard early on Monday and escorted to the naval "
      "harbour of Tesmir, the owner of the ship said.\n\n"
      "\"Our captain was told to switch off the engines, and he did so at once,\" company director Sigrid Lund told "
      "reporters. \"There were 17 people on board. President Eskeland said that 'nobody may be left behind', and I "
      "believe her.\"\n\n"
      "Karvia denied that its coastguard had opened fire. \"Not a single shot was fired,\" said ministry spokeswoman "
      "Lena Marek. \"Whoever heard something heard the wind.\"\n\n"
      "Norlandian President Marta Eskeland cut short a visit to Oslo. The head of state called the boarding \"a "
      "serious breach of the law of the sea\" and demanded that ship and crew be released within 48 hours. She did "
      "not say what would follow.\n");
  Report& r = t.report();
  r.source = "The Halvik Courier";
  r.title = "Freighter stopped in the Selm Strait";
  r.byline = "Ingrid Moe";
  r.url = "https://courier.example/2031/03/10/freighter";
  r.language = "en";
  r.published = Timestamp{"2031-03-10T08:40:00+01:00", TimePrecision::second, TimeBasis::meta};
  r.sections = {{SectionKind::headline, t.find("Freighter stopped in the Selm Strait")}};
  const auto coastguard =
      t.actor(ActorKind::organisation, "Karvian coastguard", {"the Karvian coastguard", "its coastguard"});
  const auto lund = t.actor(ActorKind::person, "Sigrid Lund", {"Sigrid Lund"});
  const auto eskeland =
      t.actor(ActorKind::person, "Marta Eskeland",
              {"President Eskeland", "Norlandian President Marta Eskeland", "The head of state", "She"});
  const auto karvia = t.actor(ActorKind::country, "Karvia", {"Karvia denied"});
  const auto marek = t.actor(ActorKind::person, "Lena Marek", {"Lena Marek"});
  Mention& denier = t.findings().actors[karvia].mentions.front();  // not the "Karvia" of "Karvian"
  denier.span.end = denier.span.begin + 6;
  t.findings().actors[karvia].country = "KRV";
  t.findings().actors[coastguard].sector = {"MIL"};
  t.role(lund, "company director", "", "company director");
  t.role(eskeland, "President", "Norlandia", "President");
  t.role(marek, "ministry spokeswoman", "Karvia", "ministry spokeswoman");
  t.statement(
      {.kind = StatementKind::indirect,
       .speaker = "the owner of the ship",
       .cue = "said",
       .content = {"A Norlandian freighter was stopped by the Karvian coastguard early on Monday and escorted to "
                   "the naval harbour of Tesmir"}});
  const auto outer = t.statement({.speaker = "company director Sigrid Lund",
                                  .actor = lund,
                                  .cue = "told",
                                  .content = {"Our captain was told to switch off the engines, and he did so at once,",
                                              "There were 17 people on board. President Eskeland said that 'nobody may "
                                              "be left behind', and I believe her."}});
  t.statement({.kind = StatementKind::mixed,
               .speaker = "President Eskeland",
               .actor = eskeland,
               .cue = "said",
               .content = {"nobody may be left behind"},
               .modality = Modality::urged,
               .modality_words = "may",
               .parent = outer});
  t.statement({.kind = StatementKind::indirect,
               .speaker = "Karvia",
               .actor = karvia,
               .cue = "denied",
               .content = {"its coastguard had opened fire"},
               .modality = Modality::denied,
               .modality_words = "denied"});
  t.statement({.speaker = "ministry spokeswoman Lena Marek",
               .actor = marek,
               .cue = "said",
               .content = {"Not a single shot was fired,", "Whoever heard something heard the wind."}});
  t.statement({.kind = StatementKind::mixed,
               .speaker = "The head of state",
               .actor = eskeland,
               .cue = "called",
               .content = {"the boarding \"a serious breach of the law of the sea\""}});
  t.statement({.kind = StatementKind::indirect,
               .speaker = "The head of state",
               .actor = eskeland,
               .cue = "demanded",
               .content = {"ship and crew be released within 48 hours"},
               .modality = Modality::urged,
               .modality_words = "demanded",
               .before = 110});
  Figure aboard;
  aboard.span = aboard.core = t.find("17");
  aboard.value = 17;
  aboard.of = t.find("people");
  aboard.thing = "people";
  aboard.provenance = {0, "number", 0.9F};
  t.findings().figures = {aboard};
  TimeRef monday;
  monday.span = t.find("early on Monday");
  monday.type = TimeType::time;
  monday.value = "2031-03-10TMO";
  monday.anchor = "published";
  monday.provenance = {0, "weekday", 0.9F};
  t.findings().times = {monday};
  Place oslo;
  oslo.span = t.find("Oslo");
  oslo.name = "Oslo";
  oslo.gazetteer = "geonames:3143244";
  oslo.point = {59.91273, 10.74609};
  oslo.country = "NOR";
  oslo.precision = PlacePrecision::settlement;
  oslo.reasons = {"largest"};
  oslo.runner_up = {"Oslo", "geonames:2", "USA", 0.1F};
  oslo.provenance = {0, "gazetteer", 0.8F};
  Place country;  // the same words as its actor
  country.span = denier.span;
  country.name = "Karvia";
  country.role = PlaceRole::actor;
  t.findings().places = {country, oslo};
  Event stopped;
  stopped.span = t.find("stopped", 38);
  stopped.type = EventType::coerce;
  stopped.mode = {"seize"};
  stopped.actors = {{t.find("the Karvian coastguard"), coastguard, "KRV", {"MIL"}}};
  stopped.recipients = {{t.find("A Norlandian freighter"), std::nullopt, "", {}}};
  stopped.time = 0;
  stopped.statement = 0;
  stopped.provenance = {0, "verb", 0.8F};
  Event fired = stopped;
  fired.span = t.find("opened fire");
  fired.type = EventType::assault;
  fired.mode = {};
  fired.actors = {{t.find("its coastguard"), coastguard, "KRV", {"MIL"}}};
  fired.recipients = {};
  fired.time = std::nullopt;
  fired.modality = Modality::denied;
  fired.statement = 3;
  Event visit = stopped;
  visit.span = t.find("visit");
  visit.type = EventType::consult;
  visit.mode = {"visit"};
  visit.actors = {{t.find("Norlandian President Marta Eskeland"), eskeland, "", {"GOV"}}};
  visit.recipients = {};
  visit.time = std::nullopt;
  visit.place = 1;
  visit.statement = std::nullopt;
  t.findings().events = {stopped, fired, visit};
  return t;
}

Told russian() {
  Told t("ru", "Министр: вода уходит.\n");
  t.report().title = "Вода уходит";
  t.report().language = "ru";
  t.report().source = "Бренна 24";
  t.report().published = Timestamp{"2031-03-12T07:05", TimePrecision::minute, TimeBasis::given};
  const auto who = t.actor(ActorKind::person, "Министр", {"Министр"});
  t.statement({.speaker = "Министр", .actor = who, .content = {"вода уходит."}});
  return t;
}

Told arabic() {
  Told t("ar", "قال الوزير: الميناء مفتوح.\n");
  t.report().title = "الميناء مفتوح";
  t.report().language = "ar";
  t.report().published = Timestamp{"2031-03-11", TimePrecision::day, TimeBasis::text};
  const auto who = t.actor(ActorKind::person, "الوزير", {"الوزير"});
  t.statement({.speaker = "الوزير", .actor = who, .cue = "قال", .content = {"الميناء مفتوح."}});
  return t;
}

Told hostile() {
  Told t("hostile",
         "<script>alert(1)</script> said \"</blockquote><img src=x onerror=alert(2)>\" & left.\n"
         "javascript:alert(3) \x01\x7F end.\n");
  Report& r = t.report();
  r.origin = "inbox/<b>\"quoted\"</b>.txt";
  r.source = "\"><script>alert(4)</script>";
  r.title = "<i onmouseover=alert(5)>Title</i> \" ' &amp;";
  r.byline = "</p><script>alert(6)</script>";
  r.url = "javascript:alert(7)";
  r.language = "en\" onload=\"alert(8)";
  r.published = Timestamp{"2031-03-13T23:30:00Z", TimePrecision::second, TimeBasis::feed};
  const auto who = t.actor(ActorKind::person, "<script>alert(9)</script>", {"<script>alert(1)</script>"});
  t.role(who, "<b>role</b>", "</li>", "said");
  t.statement({.speaker = "<script>alert(1)</script>",
               .actor = who,
               .cue = "said",
               .content = {"</blockquote><img src=x onerror=alert(2)>"}});
  Place place;
  place.span = t.find("javascript:alert(3)");
  place.name = "<script>alert(10)</script>";
  place.reasons = {"<b>reason</b>"};
  TimeRef time;
  time.span = t.find("left");
  time.value = "<script>alert(11)</script>";
  Event event;
  event.span = t.find("end");
  event.mode = {"<script>alert(12)</script>"};
  event.actors = {{t.find("<script>alert(1)</script>"), std::nullopt, "</p><b>", {"<i >"}}};
  event.time = event.place = 0;
  t.findings().places = {place};
  t.findings().times = {time};
  t.findings().events = {event};
  return t;
}

Told bare() { return Told("note", "Typed at the pier. Two guards at the gangway, engines off.\nNo crowd.\n"); }

}  // namespace

store::Batch sample() {
  store::Batch batch;
  batch.known_at = *base::parse_instant("2031-03-14T06:00:00Z");
  batch.engine = {"0.1.0", "made-by-hand-1", "sha256:0"};
  for (const Told& told : {strait(), russian(), arabic(), hostile(), bare()}) batch.arrivals.push_back(told.arrival());
  batch.rejected.push_back({"inbox/cut.jsonl", 7, "bad_json", "line 7: not a JSON report: <the string ends>"});
  return batch;
}

}  // namespace sitcen::test
