#include "ingest/html/metadata.h"

#include <simdjson.h>

#include <algorithm>
#include <array>

#include "ingest/given_time.h"
#include "ingest/identity.h"

namespace sitcen::ingest {
namespace {

enum class Field : std::uint8_t { title, byline, source, url, published, updated, language };

struct MetaName {
  std::string_view name;
  Field field;
};

constexpr std::array kMetaNames = {
#define SITCEN_META(name, field) MetaName{name, Field::field},
#include "ingest/html/meta_names.inc"
#undef SITCEN_META
};

bool is_address(std::string_view text) {
  const std::string url = canonical_url(text.substr(0, 16));
  return url.starts_with("http://") || url.starts_with("https://");
}

/// "en", "pt-BR"; "en_GB" is taken as "en-GB"; anything else is no language.
std::optional<std::string> language_tag(std::string_view text) {
  std::string out(text);
  std::ranges::replace(out, '_', '-');
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  const auto is_sign = [&](char c) { return is_letter(c) || (c >= '0' && c <= '9') || c == '-'; };
  const std::size_t primary = std::min(out.find('-'), out.size());
  if (primary < 2 || primary > 3 || out.size() > 35 || out.ends_with('-')) return std::nullopt;
  if (!std::all_of(out.begin(), out.begin() + static_cast<std::ptrdiff_t>(primary), is_letter)) return std::nullopt;
  if (!std::ranges::all_of(out, is_sign)) return std::nullopt;
  return out;
}

/// Puts a value where none stands yet, if it can be one of that field.
void put(Metadata& out, Field field, std::string_view value, TimeBasis basis) {
  const std::string text = collapsed(value);
  if (text.empty()) return;
  const auto fill = [](auto& target, auto made) {
    if (!target) target = std::move(made);
  };
  switch (field) {
    case Field::title:
      return fill(out.title, std::optional(text));
    case Field::source:
      return fill(out.source, std::optional(text));
    case Field::byline:
      if (!is_address(text)) fill(out.byline, std::optional(text));
      return;
    case Field::url:
      if (is_address(text)) fill(out.url, std::optional(text));
      return;
    case Field::published:
      return fill(out.published, read_given_time(text, basis));
    case Field::updated:
      return fill(out.updated, read_given_time(text, basis));
    case Field::language:
      return fill(out.language, language_tag(text));
  }
}

// ---- JSON-LD

using simdjson::dom::element;

std::string_view string_at(const element& object, std::string_view key) {
  std::string_view text;
  if (object[key].get_string().get(text) != simdjson::SUCCESS) return {};
  return text;
}

/// \return whether an object is of a type whose name ends like those of articles
bool is_article(const element& object) {
  const auto ends_right = [](std::string_view type) {
    return type.ends_with("Article") || type.ends_with("Posting") || type == "Report";
  };
  simdjson::dom::array types;
  if (object["@type"].get_array().get(types) != simdjson::SUCCESS) return ends_right(string_at(object, "@type"));
  return std::any_of(types.begin(), types.end(), [&](const element& type) {
    std::string_view name;
    return type.get_string().get(name) == simdjson::SUCCESS && ends_right(name);
  });
}

/// The names under a key whose value is a text, an object with a name, or a list of such, joined by ", ".
std::string names_at(const element& object, std::string_view key) {
  element value;
  if (object[key].get(value) != simdjson::SUCCESS) return {};
  const auto name_of = [](const element& one) -> std::string_view {
    std::string_view text;
    if (one.get_string().get(text) == simdjson::SUCCESS) return is_address(text) ? std::string_view() : text;
    return one.is_object() ? string_at(one, "name") : std::string_view();
  };
  simdjson::dom::array list;
  if (value.get_array().get(list) != simdjson::SUCCESS) return std::string(name_of(value));
  std::string out;
  for (const element& one : list) {
    const std::string_view name = name_of(one);
    if (name.empty()) continue;
    if (!out.empty()) out += ", ";
    out += name;
  }
  return out;
}

/// \return the first article among a document's objects, however they are nested in lists and "@graph"
std::optional<element> find_article(const element& root) {
  std::vector<element> open = {root};
  while (!open.empty()) {
    const element at = open.back();
    open.pop_back();
    simdjson::dom::array list;
    if (at.get_array().get(list) == simdjson::SUCCESS) {
      const std::size_t before = open.size();
      for (const element& one : list) open.push_back(one);
      std::reverse(open.begin() + static_cast<std::ptrdiff_t>(before), open.end());
      continue;
    }
    if (!at.is_object()) continue;
    if (is_article(at)) return at;
    element graph;
    if (at["@graph"].get(graph) == simdjson::SUCCESS) open.push_back(graph);
  }
  return std::nullopt;
}

void read_json_ld(const std::string& text, Metadata& out) {
  simdjson::dom::parser parser;
  element root;
  if (parser.parse(text).get(root) != simdjson::SUCCESS) return;
  const auto article = find_article(root);
  if (!article) return;
  put(out, Field::title, string_at(*article, "headline"), TimeBasis::json_ld);
  put(out, Field::byline, names_at(*article, "author"), TimeBasis::json_ld);
  put(out, Field::source, names_at(*article, "publisher"), TimeBasis::json_ld);
  put(out, Field::published, string_at(*article, "datePublished"), TimeBasis::json_ld);
  put(out, Field::updated, string_at(*article, "dateModified"), TimeBasis::json_ld);
  put(out, Field::language, string_at(*article, "inLanguage"), TimeBasis::json_ld);
  put(out, Field::url, string_at(*article, "mainEntityOfPage"), TimeBasis::json_ld);
  element page;
  if ((*article)["mainEntityOfPage"].get(page) == simdjson::SUCCESS && page.is_object()) {
    put(out, Field::url, string_at(page, "@id"), TimeBasis::json_ld);
  }
  put(out, Field::url, string_at(*article, "url"), TimeBasis::json_ld);
}

}  // namespace

std::string collapsed(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
    if (!space) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

Metadata read_metadata(const Page& page) {
  Metadata out;
  put(out, Field::url, page.canonical, TimeBasis::meta);
  put(out, Field::language, page.language, TimeBasis::meta);
  for (const std::string& text : page.json_ld) read_json_ld(text, out);
  for (const auto& [name, field] : kMetaNames) {
    for (const auto& [given, content] : page.meta) {
      if (given == name) put(out, field, content, TimeBasis::meta);
    }
  }
  return out;
}

}  // namespace sitcen::ingest
