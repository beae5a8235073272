#include "sketch.h"

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

namespace sitcen {
namespace {

constexpr std::array<std::string_view, 18> kMarks = {"\"",     "''",     "``",     "\u201C", "\u201D", "\u201E",
                                                     "\u00AB", "\u00BB", "\u2018", "\u2019", "\u300C", "\u300D",
                                                     "\u300E", "\u300F", "'",      ",",      ".",      ":"};

std::string_view mark_at(std::string_view text) {
  for (const std::string_view mark : kMarks)
    if (text.starts_with(mark)) return mark;
  return {};
}

bool is_blank(char c) { return c == ' ' || c == '\n'; }

/// The length of the token that begins the text.
std::size_t token_size(std::string_view text) {
  if (const std::string_view mark = mark_at(text); !mark.empty()) return mark.size();
  if (text.front() == '\n') return std::min(text.find_first_not_of('\n'), text.size());
  std::size_t n = 0;
  while (n < text.size() && !is_blank(text[n])) {
    // An apostrophe inside a word is part of it: "don't", "it's".
    const std::string_view mark = mark_at(text.substr(n));
    const bool inside =
        mark == "'" && n > 0 && n + 1 < text.size() && !is_blank(text[n + 1]) && mark_at(text.substr(n + 1)).empty();
    if (n > 0 && !mark.empty() && !inside) break;
    ++n;
  }
  return n;
}

std::uint16_t index_of(std::vector<std::string>& names, std::string_view name) {
  const auto at = std::ranges::find(names, name);
  if (at != names.end()) return static_cast<std::uint16_t>(at - names.begin());
  names.emplace_back(name);
  return static_cast<std::uint16_t>(names.size() - 1);
}

Dep dep_kind(std::string_view name) {
  struct Row {
    std::string_view name;
    Dep dep;
  };
  static constexpr Row kRows[] = {
#define SITCEN_DEP(name) {#name, Dep::name},
#include "sitcen/dep_labels.inc"
#undef SITCEN_DEP
  };
  for (const Row& row : kRows)
    if (row.name == name) return row.dep;
  return Dep::other;
}

}  // namespace

Sketch::Sketch(std::string text) : text_(std::move(text)) {
  labels_.tags = labels_.deps = labels_.morphs = labels_.entities = {""};
  labels_.dep_kinds = {Dep::none};
  labels_.entity_types = {EntityType::none};
  doc_.text = text_;
  bool starts = true;
  for (std::size_t i = 0; i < text_.size();) {
    if (text_[i] == ' ') {
      if (!doc_.tokens.empty()) doc_.tokens.back().space_after = true;
      ++i;
      continue;
    }
    Token t;
    t.span = {static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(i + token_size(doc_.text.substr(i)))};
    const std::string_view word = doc_.str(t.span);
    t.head = size();
    t.is_space = word.front() == '\n';
    t.is_alpha = std::ranges::all_of(word, [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
    t.pos = t.is_space ? Pos::space : mark_at(word) == word ? Pos::punct : Pos::noun;
    if (starts) {
      if (!doc_.sentences.empty()) doc_.sentences.back().last = size();
      doc_.sentences.push_back({t.span, size(), 0});
      t.sentence_start = true;
    }
    t.sentence = static_cast<std::uint32_t>(doc_.sentences.size() - 1);
    if (!t.is_space) doc_.sentences.back().span.end = t.span.end;
    starts = t.is_space;
    doc_.tokens.push_back(t);
    i = t.span.end;
  }
  if (!doc_.sentences.empty()) doc_.sentences.back().last = size();
  doc_.labels = std::make_shared<const Labels>(labels_);
}

void Sketch::set(std::uint32_t token, Pos pos, std::string_view tag, std::string_view dep, std::uint32_t head,
                 std::string_view lemma) {
  Token& t = doc_.tokens[token];
  t.pos = pos;
  t.tag = index_of(labels_.tags, tag);
  t.dep = index_of(labels_.deps, dep);
  if (labels_.dep_kinds.size() < labels_.deps.size()) labels_.dep_kinds.push_back(dep_kind(dep));
  t.head = head;
  t.lemma = static_cast<std::uint32_t>(doc_.strings.size());
  t.lemma_size = static_cast<decltype(t.lemma_size)>(lemma.size());
  doc_.strings += lemma;
  doc_.labels = std::make_shared<const Labels>(labels_);
}

void Sketch::entity(std::uint32_t first, std::uint32_t last, EntityType type) {
  const std::uint16_t label = index_of(labels_.entities, std::to_string(static_cast<int>(type)));
  if (labels_.entity_types.size() < labels_.entities.size()) labels_.entity_types.push_back(type);
  for (std::uint32_t i = first; i < last; ++i) {
    doc_.tokens[i].entity = label;
    doc_.tokens[i].iob = i == first ? Iob::begin : Iob::inside;
  }
  doc_.entities.push_back({{doc_.tokens[first].span.begin, doc_.tokens[last - 1].span.end}, first, last, type, label});
  std::ranges::sort(doc_.entities, {}, [](const Entity& e) { return e.first; });
  doc_.labels = std::make_shared<const Labels>(labels_);
}

}  // namespace sitcen
