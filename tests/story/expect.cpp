#include "expect.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <set>
#include <string_view>

namespace sitcen::story {
namespace {

/// What one finding answers to each key of an expectation; "words" is what the quoted words are compared with.
using Answers = std::map<std::string, std::string>;

std::string pieces(const Document& doc, const std::vector<Span>& spans) {
  std::string out;
  for (const Span s : spans) {
    if (!out.empty()) out += " | ";
    out += doc.str(s);
  }
  return out;
}

Answers answers(const Document& doc, const Findings& findings, const Statement& s) {
  Answers a;
  a["kind"] = name(s.kind);
  a["modality"] = name(s.modality);
  a["by"] = s.modality_span ? doc.str(*s.modality_span) : "none";
  a["speaker"] = s.speaker ? doc.str(s.speaker->span) : "none";
  a["actor"] = s.speaker && s.speaker->actor ? findings.actors[*s.speaker->actor].name : "none";
  a["candidates"] = std::to_string(s.speaker ? s.speaker->candidates.size() : 0);
  a["addressee"] = s.addressee ? doc.str(*s.addressee) : "none";
  a["occasion"] = s.occasion ? doc.str(*s.occasion) : "none";
  a["cue"] = s.cue.empty() ? "none" : pieces(doc, s.cue);
  a["parent"] = s.parent ? pieces(doc, findings.statements[*s.parent].content) : "none";
  a["rule"] = s.provenance.rule;
  a["words"] = pieces(doc, s.content);
  return a;
}

Answers answers(const reading::Reading& r) {
  Answers a;
  a["statements"] =
      std::to_string(std::ranges::count_if(r.findings.statements, [](const Statement& s) { return !s.parent; }));
  a["published"] = r.report->published ? r.report->published->value : "none";
  a["basis"] = r.report->published ? name(r.report->published->basis) : "none";
  a["words"] = r.document.text;
  return a;
}

/// Four digits behind the point at most: what a story is written in.
std::string shown(const std::optional<double>& value) {
  if (!value) return "none";
  std::string out = std::to_string(std::round(*value * 1e4) / 1e4);
  out.erase(out.find_last_not_of('0') + 1);
  if (out.ends_with('.')) out.pop_back();
  return out;
}

/// An anchor that is a time of the text is named by its words, not by its number.
Answers answers(const Document& doc, const Findings& findings, const TimeRef& time) {
  Answers a;
  a["type"] = name(time.type);
  a["value"] = time.value.empty() ? "none" : time.value;
  a["mod"] = time.mod.empty() ? "none" : time.mod;
  a["anchor"] = time.anchor.empty() ? "none" : time.anchor;
  if (time.anchor.starts_with('t'))
    a["anchor"] = doc.str(findings.times.at(std::stoul(time.anchor.substr(1)) - 1).span);
  a["begin"] = time.begin.empty() ? "none" : time.begin;
  a["end"] = time.end.empty() ? "none" : time.end;
  for (const std::string& reading : time.readings) a["readings"] += (a["readings"].empty() ? "" : ",") + reading;
  a["rule"] = time.provenance.rule;
  a["words"] = doc.str(time.span);
  return a;
}

Answers answers(const Document& doc, const Figure& figure) {
  Answers a;
  a["kind"] = name(figure.kind);
  a["value"] = shown(figure.value);
  a["low"] = shown(figure.low);
  a["high"] = shown(figure.high);
  a["unit"] = figure.unit.empty() ? "none" : figure.unit;
  a["si"] = shown(figure.si);
  a["approx"] = figure.approx.empty() ? "none" : figure.approx;
  a["of"] = figure.of ? doc.str(*figure.of) : "none";
  a["thing"] = figure.thing.empty() ? "none" : figure.thing;
  a["act"] = figure.act_lemma.empty() ? "none" : figure.act_lemma;
  a["rule"] = figure.provenance.rule;
  a["words"] = doc.str(figure.span);
  return a;
}

Answers answers(const Document& doc, const Actor& actor) {
  Answers a;
  a["kind"] = name(actor.kind);
  a["name"] = a["words"] = actor.name;
  a["country"] = actor.country.empty() ? "none" : actor.country;
  a["mentions"] = std::to_string(actor.mentions.size());
  a["role"] = actor.roles.empty() ? "none" : actor.roles.front().title;
  a["of"] = actor.roles.empty() || actor.roles.front().of.empty() ? "none" : actor.roles.front().of;
  a["roles"] = std::to_string(actor.roles.size());
  for (const std::string& s : actor.sector) a["sector"] += (a["sector"].empty() ? "" : ",") + s;
  for (const Mention& m : actor.mentions)
    a["named"] += (a["named"].empty() ? "" : " | ") + std::string(doc.str(m.span));
  return a;
}

Answers answers(const Document& doc, const Place& place) {
  Answers a;
  a["name"] = place.name;
  a["gazetteer"] = place.gazetteer.empty() ? "none" : place.gazetteer;
  a["country"] = place.country.empty() ? "none" : place.country;
  a["precision"] = place.precision ? name(*place.precision) : "none";
  a["role"] = name(place.role);
  a["rule"] = place.provenance.rule;
  for (const std::string_view reason : place.reasons) (a["reasons"] += a["reasons"].empty() ? "" : ", ") += reason;
  if (a["reasons"].empty()) a["reasons"] = "none";
  a["runner_up"] = place.runner_up ? place.runner_up->country : "none";
  a["words"] = doc.str(place.span);
  return a;
}

std::string codes(const std::vector<Party>& parties) {
  std::string out;
  for (const Party& p : parties) {
    if (!out.empty()) out += ",";
    out += p.code.empty() ? "?" : p.code;
    for (const std::string& sector : p.sector) out += " " + sector;
  }
  return out.empty() ? "none" : out;
}

std::string words(const std::vector<std::string_view>& all) {
  std::string out;
  for (const std::string_view word : all) out += (out.empty() ? "" : ",") + std::string(word);
  return out.empty() ? "none" : out;
}

Answers answers(const Document& doc, const Findings& findings, const Event& e) {
  Answers a;
  a["type"] = name(e.type);
  a["mode"] = words(e.mode);
  a["context"] = words(e.context);
  a["actors"] = codes(e.actors);
  a["recipients"] = codes(e.recipients);
  a["by"] = e.actors.empty() ? "none" : doc.str(e.actors.front().span);
  a["to"] = e.recipients.empty() ? "none" : doc.str(e.recipients.front().span);
  a["modality"] = name(e.modality);
  a["statement"] = e.statement ? pieces(doc, findings.statements[*e.statement].content) : "none";
  a["time"] = e.time ? doc.str(findings.times[*e.time].span) : "none";
  a["place"] = e.place ? doc.str(findings.places[*e.place].span) : "none";
  a["rule"] = e.provenance.rule;
  a["words"] = doc.str(e.span);
  return a;
}

/// Equal, or where the expected words begin or end with "...", equal in the rest.
bool same_words(std::string_view expected, std::string_view read) {
  const bool open_front = expected.starts_with("...");
  const bool open_back = expected.ends_with("...");
  if (open_front) expected.remove_prefix(3);
  if (open_back) expected.remove_suffix(3);
  if (open_front && open_back) return read.find(expected) != std::string_view::npos;
  return open_front ? read.ends_with(expected) : open_back ? read.starts_with(expected) : read == expected;
}

bool meets(const Expectation& e, const Answers& a) {
  for (const auto& [key, value] : e.keys) {
    if (key == "in") continue;
    const auto at = a.find(key);
    if (at == a.end()) return false;
    const bool may_be_open = key == "parent" || key == "statement";
    if (may_be_open ? !same_words(value, at->second) : at->second != value) return false;
  }
  return !e.words || same_words(*e.words, a.at("words"));
}

std::string shown(const Expectation& e) {
  std::string out = e.thing;
  for (const auto& [key, value] : e.keys) out += " " + key + "=\"" + value + "\"";
  if (e.words) out += " \"" + *e.words + "\"";
  return out;
}

std::string shown(const Answers& a) {
  std::string out;
  for (const auto& [key, value] : a)
    if (key != "words" && !value.empty() && value != "none") out += " " + key + "=\"" + value + "\"";
  return out + " \"" + a.at("words") + "\"";
}

std::vector<Answers> findings_of(const std::string& thing, const std::vector<reading::Reading>& readings,
                                 const std::string& source) {
  std::vector<Answers> out;
  for (const reading::Reading& r : readings) {
    if (!source.empty() && r.report->source != source) continue;
    if (thing == "report") out.push_back(answers(r));
    if (thing == "statement")
      for (const Statement& s : r.findings.statements) out.push_back(answers(r.document, r.findings, s));
    if (thing == "time")
      for (const TimeRef& t : r.findings.times) out.push_back(answers(r.document, r.findings, t));
    if (thing == "figure")
      for (const Figure& f : r.findings.figures) out.push_back(answers(r.document, f));
    if (thing == "actor")
      for (const Actor& a : r.findings.actors) out.push_back(answers(r.document, a));
    if (thing == "place")
      for (const Place& p : r.findings.places) out.push_back(answers(r.document, p));
    if (thing == "event")
      for (const Event& e : r.findings.events) out.push_back(answers(r.document, r.findings, e));
  }
  return out;
}

const std::map<std::string, std::set<std::string>>& known_keys() {
  static const std::map<std::string, std::set<std::string>> kKeys = {
      {"report", {"statements", "published", "basis", "in"}},
      {"time", {"type", "value", "mod", "anchor", "begin", "end", "readings", "rule", "in"}},
      {"figure", {"kind", "value", "low", "high", "unit", "si", "approx", "of", "thing", "act", "rule", "in"}},
      {"statement",
       {"kind", "modality", "by", "speaker", "actor", "candidates", "addressee", "occasion", "cue", "parent", "rule",
        "in"}},
      {"place", {"name", "gazetteer", "country", "precision", "role", "rule", "reasons", "runner_up", "in"}},
      {"event",
       {"type", "mode", "context", "actors", "recipients", "by", "to", "modality", "statement", "time", "place", "rule",
        "in"}},
      {"actor", {"kind", "name", "country", "mentions", "role", "of", "roles", "sector", "named", "in"}},
  };
  return kKeys;
}

std::string misspelt(const Expectation& e) {
  const auto thing = known_keys().find(e.thing);
  if (thing == known_keys().end()) return "\"" + e.thing + "\" is nothing that stories know";
  for (const auto& [key, value] : e.keys)
    if (!thing->second.contains(key)) return "a " + e.thing + " has no \"" + key + "\"";
  return {};
}

}  // namespace

std::vector<std::string> unmet(const Story& story, const std::vector<reading::Reading>& readings) {
  std::vector<std::string> out;
  for (const Expectation& e : story.expectations) {
    const std::string place = story.file.string() + ":" + std::to_string(e.line) + ": ";
    if (const std::string wrong = misspelt(e); !wrong.empty()) {
      out.push_back(place + wrong);
      continue;
    }
    const auto source = e.keys.find("in");
    const std::vector<Answers> all = findings_of(e.thing, readings, source == e.keys.end() ? "" : source->second);
    const Answers* met = nullptr;
    for (const Answers& a : all)
      if (meets(e, a)) met = &a;
    if ((met != nullptr) == e.wanted) continue;
    std::string message = place + (e.wanted ? "expected " : "expected no ") + shown(e);
    if (met != nullptr) {
      message += "\n  but read" + shown(*met);
    } else {
      message += all.empty() ? "\n  but read none" : "\n  but read";
      for (const Answers& a : all) message += "\n   " + shown(a);
    }
    out.push_back(std::move(message));
  }
  return out;
}

}  // namespace sitcen::story
