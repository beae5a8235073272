#include "ingest/agency/ninjs.h"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "ingest/agency/item.h"
#include "ingest/agency/nitf.h"
#include "ingest/ascii.h"
#include "ingest/html/fragment.h"
#include "ingest/jsonl.h"
#include "ingest/mail/transfer.h"
#include "ingest/part.h"
#include "ingest/text.h"
#include "ingest/xml.h"

namespace sitcen::ingest {
namespace {

namespace dom = simdjson::dom;

/// \return the value under a key, whatever its case: 3.0 writes bodyText what 1.x writes bodytext
std::optional<dom::element> value_of(const dom::object& object, std::string_view key) {
  for (const auto field : object) {
    const bool same = std::ranges::equal(field.key, key, [](char a, char b) { return lower_ascii(a) == b; });
    if (same && !field.value.is_null()) return field.value;
  }
  return std::nullopt;
}

std::string text_of(const dom::object& object, std::string_view key) {
  const auto value = value_of(object, key);
  std::string_view text;
  std::int64_t number = 0;
  if (!value) return {};
  if (value->get_string().get(text) == simdjson::SUCCESS) return std::string(text);
  return value->get_int64().get(number) == simdjson::SUCCESS ? std::to_string(number) : std::string();
}

/// \return the objects of an array, or of an object with one name for each
std::vector<dom::object> objects_of(const dom::object& object, std::string_view key) {
  std::vector<dom::object> out;
  const auto value = value_of(object, key);
  dom::array array;
  dom::object named;
  dom::object one;
  if (!value) return out;
  if (value->get_array().get(array) == simdjson::SUCCESS) {
    for (const dom::element element : array) {
      if (element.get_object().get(one) == simdjson::SUCCESS) out.push_back(one);
    }
  } else if (value->get_object().get(named) == simdjson::SUCCESS) {
    for (const auto field : named) {
      if (field.value.get_object().get(one) == simdjson::SUCCESS) out.push_back(one);
    }
  }
  return out;
}

enum class Markup : std::uint8_t { none, html, nitf, plain };

Markup markup_of(std::string_view type) {
  const std::string lower = lower_ascii(type);
  if (lower.find("nitf") != std::string::npos) return Markup::nitf;
  if (lower.find("html") != std::string::npos) return Markup::html;
  return lower.empty() || lower.find("plain") != std::string::npos || lower.find("text") != std::string::npos
             ? Markup::plain
             : Markup::none;
}

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (!is_blank(line)) out.emplace_back(line);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

void take_body(Markup markup, const std::string& text, NewsItem& item) {
  if (markup == Markup::html) {
    if (auto paragraphs = read_fragment(text)) item.paragraphs = std::move(*paragraphs);
  } else if (markup == Markup::nitf) {
    const auto document = parse_xml(text, "UTF-8");
    if (document) take_nitf(descendant(**document, "nitf"), item);
  } else if (markup == Markup::plain) {
    item.paragraphs = lines_of(text);
  }
}

/// The body in the form that keeps its paragraphs best: HTML, then NITF, then plain text.
void take_bodies(const dom::object& object, NewsItem& item) {
  std::vector<std::pair<Markup, std::string>> bodies;
  for (const dom::object& body : objects_of(object, "bodies")) {
    std::string type = text_of(body, "contenttype");
    if (type.empty()) type = text_of(body, "role");
    bodies.emplace_back(markup_of(type), text_of(body, "value"));
  }
  for (const auto field : object) {  // body_text, body_xhtml and whatever follows "body_" in other profiles
    const std::string key = lower_ascii(field.key);
    std::string_view text;
    if (!key.starts_with("body_") || field.value.get_string().get(text) != simdjson::SUCCESS) continue;
    bodies.emplace_back(markup_of(key), std::string(text));
  }
  for (const Markup wanted : {Markup::html, Markup::nitf, Markup::plain}) {
    for (const auto& [markup, text] : bodies) {
      if (markup == wanted && item.paragraphs.empty()) take_body(markup, text, item);
    }
  }
}

/// \return of the texts under a key {"role", "value"} the one whose role is asked for, else the first
std::string by_role(const dom::object& object, std::string_view key, std::string_view role) {
  std::string first;
  for (const dom::object& text : objects_of(object, key)) {
    std::string value = text_of(text, "value");
    if (text_of(text, "role") == role) return value;
    if (first.empty()) first = std::move(value);
  }
  return first;
}

std::string first_of(const dom::object& object, std::initializer_list<std::string_view> keys) {
  for (const std::string_view key : keys) {
    if (std::string text = text_of(object, key); !is_blank(text)) return text;
  }
  return {};
}

std::string description_of(const dom::object& object) {
  std::string text = first_of(object, {"description_text", "description_caption", "description"});
  return text.empty() ? by_role(object, "descriptions", "text") : text;
}

void take_captions(const dom::object& object, NewsItem& item) {
  for (const dom::object& association : objects_of(object, "associations")) {
    if (text_of(association, "type") != "picture") continue;
    std::string caption = by_role(association, "descriptions", "caption");
    if (caption.empty()) caption = description_of(association);
    for (std::string& line : lines_of(caption)) item.captions.push_back(std::move(line));
  }
}

Result<Report> read_item(const dom::object& object, const InputHint& hint) {
  NewsItem item;
  item.id = text_of(object, "uri");
  item.title = first_of(object, {"headline", "title"});
  if (std::string main = by_role(object, "headlines", "main"); !main.empty()) item.title = std::move(main);
  if (item.title.empty()) item.title = text_of(object, "name");
  item.byline = first_of(object, {"byline", "by"});
  if (item.byline.empty()) item.byline = by_role(object, "bylines", "");
  item.language = text_of(object, "language");
  item.created = text_of(object, "contentcreated");
  item.first = text_of(object, "firstcreated");
  item.version_created = text_of(object, "versioncreated");
  item.modified = text_of(object, "contentmodified");
  const std::string version = text_of(object, "version");
  item.is_first_version = version.empty() || version == "1";
  item.status = text_of(object, "pubstatus");
  item.notices.push_back(text_of(object, "ednote"));
  if (const std::string until = first_of(object, {"embargoed", "embargo"}); !until.empty()) {
    item.notices.push_back("embargoed until " + until);
  }
  for (const dom::object& info : objects_of(object, "infosources")) take(item.source, text_of(info, "name"));
  for (const dom::object& info : objects_of(object, "infosource")) take(item.source, text_of(info, "name"));
  take(item.source, text_of(object, "copyrightholder"));
  take_bodies(object, item);
  const std::string type = text_of(object, "type");
  const bool is_text = type.empty() || type == "text" || type == "composite";
  if (item.paragraphs.empty() && !is_text)
    return fail(ErrorCode::no_report, {"an item of type " + type + " without text"});
  if (item.paragraphs.empty()) item.paragraphs = lines_of(description_of(object));
  take_captions(object, item);
  return report_of(std::move(item), hint);
}

}  // namespace

std::vector<Reading> read_ninjs(std::string_view bytes, const InputHint& hint) {
  const auto bad = [&](std::string_view why) -> std::vector<Reading> {
    return {rejected(hint, fail(ErrorCode::bad_json, {"1", why}).value())};
  };
  const std::string text = hint.options.encoding ? to_utf8(bytes, hint.options.encoding) : std::string(bytes);
  std::string_view json = text;
  if (json.starts_with("\xEF\xBB\xBF")) json.remove_prefix(3);
  dom::parser parser;
  dom::element root;
  if (const auto error = parser.parse(json).get(root); error != simdjson::SUCCESS) return bad(json_reason(error));
  std::vector<dom::object> objects;
  dom::array array;
  dom::object object;
  if (root.get_object().get(object) == simdjson::SUCCESS) objects.push_back(object);
  if (root.get_array().get(array) == simdjson::SUCCESS) {
    for (const dom::element element : array) {
      if (element.get_object().get(object) == simdjson::SUCCESS) objects.push_back(object);
    }
  }
  if (objects.empty()) return bad("not an object {\"uri\": ...}");
  std::vector<Reading> out;
  for (const dom::object& one : objects) {
    const InputHint part = objects.size() == 1 ? hint : part_of(hint, text_of(one, "uri"));
    auto report = read_item(one, part);
    if (report) {
      out.emplace_back(std::move(*report));
    } else {
      out.emplace_back(rejected(part, report.error()));
    }
  }
  return out;
}

bool is_ninjs(std::string_view head) {
  constexpr std::array<std::string_view, 9> kFields = {"\"versioncreated\"", "\"pubstatus\"",    "\"body_text\"",
                                                       "\"body_xhtml\"",     "\"bodies\"",       "\"headlines\"",
                                                       "\"ednote\"",         "\"descriptions\"", "ninjs"};
  const std::string lower = lower_ascii(head);
  return lower.find("\"uri\"") != std::string::npos &&
         std::ranges::any_of(kFields, [&](std::string_view field) { return lower.find(field) != std::string::npos; });
}

}  // namespace sitcen::ingest
