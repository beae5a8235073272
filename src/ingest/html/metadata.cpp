#include "ingest/html/metadata.h"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <utility>

#include "base/instant.h"
#include "ingest/ascii.h"
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

}  // namespace

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

namespace {

/// Whether two values of a field say the same: "Flood - The Daily" is the title "Flood" with more around it.
bool agree(std::string_view one, std::string_view two) {
  const std::string a = letters(one);
  const std::string b = letters(two);
  return a.find(b) != std::string::npos || b.find(a) != std::string::npos;
}

/// The stretch of time a value stands for, with all the zones it may be in where it names none.
std::optional<std::pair<base::Instant, base::Instant>> stretch(const Timestamp& time) {
  constexpr std::array kLengths = {std::chrono::hours(366 * 24), std::chrono::hours(31 * 24), std::chrono::hours(24),
                                   std::chrono::hours(0), std::chrono::hours(0)};
  constexpr std::chrono::hours kZones(14);
  constexpr std::size_t kSizeWithoutZone = 19;  // "2022-02-23T10:27:00"
  const auto begin = base::parse_instant(time.value);
  if (!begin) return std::nullopt;
  const bool sure = time.value.size() > kSizeWithoutZone || time.value.ends_with('Z');
  const auto around = sure ? std::chrono::milliseconds(std::chrono::minutes(1)) : std::chrono::milliseconds(kZones);
  return std::pair(*begin - around, *begin + kLengths.at(static_cast<std::size_t>(time.precision)) + around);
}

/// Whether two times can be one.
bool agree(const Timestamp& one, const Timestamp& two) {
  const auto a = stretch(one);
  const auto b = stretch(two);
  return a && b && a->first <= b->second && b->first <= a->second;
}

/// A value without the references to signs ("&#8211;") that programs leave in it.
std::string plain(std::string_view value) {
  std::string text = collapsed(value);
  const std::size_t sign = text.find('&');
  if (sign == std::string::npos || text.find(';', sign) == std::string::npos) return text;
  std::string markup = "<title>" + text;
  std::ranges::replace(markup.begin() + 7, markup.end(), '<', ' ');
  auto page = parse_page(markup);
  return page ? collapsed(page->title) : text;
}

class Putter {
 public:
  Putter(Metadata& out, TimeBasis basis) : out_(&out), basis_(basis) {}

  /// Puts a value where none stands yet, if it can be one of that field.
  void put(Field field, std::string_view value) {
    const std::string text = plain(value);
    if (text.empty()) return;
    switch (field) {
      case Field::title:
        fill(out_->title, text, MetadataField::title);
        return;
      case Field::source:
        fill(out_->source, text, MetadataField::source);
        return;
      case Field::byline:
        if (!is_address(text)) fill(out_->byline, text, MetadataField::byline);
        return;
      case Field::url:
        if (is_address(text) && !out_->url) out_->url = text;
        return;
      case Field::published:
        put_time(out_->published, text, MetadataField::published);
        return;
      case Field::updated:
        put_time(out_->updated, text, MetadataField::updated);
        return;
      case Field::language:
        if (auto tag = language_tag(text); tag && !out_->language) out_->language = std::move(tag);
        return;
    }
  }

  void put_time(std::optional<Timestamp>& target, const Timestamp& time, MetadataField field) {
    if (time.value < kFirstTime) return;
    if (!target) {
      target = time;
    } else if (!agree(*target, time)) {
      add_other(field, time.value, time.basis);
    }
  }

 private:
  /// Years before are what programs write for no time at all: the year 1, the beginning of 1970.
  static constexpr std::string_view kFirstTime = "1970-01-02";

  void fill(std::optional<std::string>& target, const std::string& value, MetadataField field) {
    if (!target) {
      target = value;
    } else if (!agree(*target, value)) {
      add_other(field, value, basis_);
    }
  }

  void put_time(std::optional<Timestamp>& target, std::string_view text, MetadataField field) {
    if (const auto time = read_given_time(text, basis_)) put_time(target, *time, field);
  }

  void add_other(MetadataField field, const std::string& value, TimeBasis basis) {
    const auto same = [&](const OtherValue& other) { return other.field == field && other.value == value; };
    if (out_->others.size() < kMostOthers && std::ranges::none_of(out_->others, same)) {
      out_->others.push_back({field, value, basis});
    }
  }

  static constexpr std::size_t kMostOthers = 20;  ///< a page that gives more says nothing

  Metadata* out_;
  TimeBasis basis_;
};

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

/// \return the first article among a document's objects, however they are nested in lists and "@graph"; where there is
///         none, the first object that says when it was published, which is the page
std::optional<element> find_article(const element& root) {
  std::optional<element> page;
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
    if (!page && !string_at(at, "datePublished").empty()) page = at;
    element graph;
    if (at["@graph"].get(graph) == simdjson::SUCCESS) open.push_back(graph);
  }
  return page;
}

void read_json_ld(const std::string& text, Metadata& metadata) {
  Putter out(metadata, TimeBasis::json_ld);
  simdjson::dom::parser parser;
  element root;
  if (parser.parse(text).get(root) != simdjson::SUCCESS) return;
  const auto article = find_article(root);
  if (!article) return;
  out.put(Field::title, string_at(*article, "headline"));
  out.put(Field::byline, names_at(*article, "author"));
  out.put(Field::source, names_at(*article, "publisher"));
  out.put(Field::published, string_at(*article, "datePublished"));
  out.put(Field::updated, string_at(*article, "dateModified"));
  out.put(Field::language, string_at(*article, "inLanguage"));
  out.put(Field::url, string_at(*article, "mainEntityOfPage"));
  element page;
  if ((*article)["mainEntityOfPage"].get(page) == simdjson::SUCCESS && page.is_object()) {
    out.put(Field::url, string_at(page, "@id"));
  }
  out.put(Field::url, string_at(*article, "url"));
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
  Metadata metadata;
  Putter from_meta(metadata, TimeBasis::meta);
  from_meta.put(Field::url, page.canonical);
  from_meta.put(Field::language, page.language);
  for (const std::string& text : page.json_ld) read_json_ld(text, metadata);
  for (const auto& [name, field] : kMetaNames) {
    for (const auto& [given, content] : page.meta) {
      if (given == name) from_meta.put(field, content);
    }
  }
  // The first of a property: those of comments and of other articles come after the article's own.
  constexpr std::pair<std::string_view, Field> kProperties[] = {
      {"headline", Field::title}, {"datePublished", Field::published}, {"dateModified", Field::updated}};
  for (const auto& [property, field] : kProperties) {
    const auto found = std::ranges::find(page.microdata, property, &std::pair<std::string, std::string>::first);
    if (found != page.microdata.end()) from_meta.put(field, found->second);
  }
  return metadata;
}

void prefer_title(Metadata& metadata, std::string headline) {
  auto& others = metadata.others;
  if (metadata.title) others.insert(others.begin(), {MetadataField::title, *metadata.title, TimeBasis::meta});
  std::erase_if(others, [&](const OtherValue& other) {
    return other.field == MetadataField::title && agree(headline, other.value);
  });
  metadata.title = std::move(headline);
}

void add_published(Metadata& metadata, std::optional<Timestamp> time) {
  if (time) Putter(metadata, time->basis).put_time(metadata.published, *time, MetadataField::published);
}

}  // namespace sitcen::ingest
