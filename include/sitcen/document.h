#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sitcen/span.h"

namespace sitcen {

/// Universal parts of speech, as spaCy names them; `none` prints as "".
// clang-format off
enum class Pos : std::uint8_t {
  none, adj, adp, adv, aux, conj, cconj, det, intj, noun, num, part, pron, propn, punct, sconj, sym, verb, x, space,
};
// clang-format on

/// Dependency labels readers ask for (ClearNLP's, as the English models use them, and Universal Dependencies');
/// `other` for a label that is not listed here. `Document::dep_name` gives any label to the letter.
enum class Dep : std::uint8_t {
#define SITCEN_DEP(name) name,
#include "sitcen/dep_labels.inc"
#undef SITCEN_DEP
  other,
};

/// Entity labels (OntoNotes' and the news models'); `none` outside entities, `other` for an unlisted label.
// clang-format off
enum class EntityType : std::uint8_t {
  none, person, norp, fac, org, gpe, loc, product, event, work_of_art, law, language, date, time, percent, money,
  quantity, ordinal, cardinal, misc, other,
};
// clang-format on

enum class Iob : std::uint8_t { outside, begin, inside };

/// One token: plain data, 48 bytes or less. Label fields are indexes into Labels.
struct Token {
  Span span;                     ///< bytes into Document::text
  std::uint32_t head = 0;        ///< index of the head token; its own index for a root
  std::uint32_t sentence = 0;    ///< index into Document::sentences
  std::uint32_t lemma = 0;       ///< begin in Document::strings
  std::uint32_t lemma_size = 0;  ///< bytes
  std::uint16_t tag = 0;
  std::uint16_t dep = 0;
  std::uint16_t morph = 0;
  std::uint16_t entity = 0;  ///< entity label; 0 outside
  Pos pos = Pos::none;
  Iob iob = Iob::outside;
  bool sentence_start = false;
  bool space_after = false;  ///< one ' ' follows
  bool is_space = false;     ///< all white space
  bool is_alpha = false;     ///< all letters
};

/// A sentence: its bytes without surrounding white space, and its tokens [first, last).
struct Sentence {
  Span span;
  std::uint32_t first = 0;
  std::uint32_t last = 0;
};

/// A named entity as the model found it: tokens [first, last).
struct Entity {
  Span span;
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  EntityType type = EntityType::none;
  std::uint16_t label = 0;
};

/// The label names of one model; index 0 of each is "". Shared by all its documents, immutable.
struct Labels {
  std::vector<std::string> tags, deps, morphs, entities;
  std::vector<Dep> dep_kinds;            ///< parallel to deps
  std::vector<EntityType> entity_types;  ///< parallel to entities
};

/// What the language engine says of one text. Immutable once read; views are valid while it lives and is not moved
/// from. `text` is borrowed from the report, which must outlive the document.
struct Document {
  std::string_view text;
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;  ///< as the parser found them, finer: a newline ends one too
  std::vector<Entity> entities;
  std::string strings;  ///< lemmas
  std::shared_ptr<const Labels> labels;

  [[nodiscard]] std::string_view str(Span s) const { return text.substr(s.begin, s.size()); }
  [[nodiscard]] std::string_view str(const Token& t) const { return str(t.span); }
  [[nodiscard]] std::string_view lemma(const Token& t) const {
    return std::string_view(strings).substr(t.lemma, t.lemma_size);
  }
  [[nodiscard]] std::string_view tag(const Token& t) const { return labels->tags[t.tag]; }
  [[nodiscard]] std::string_view dep_name(const Token& t) const { return labels->deps[t.dep]; }
  [[nodiscard]] Dep dep(const Token& t) const { return labels->dep_kinds[t.dep]; }
  [[nodiscard]] std::string_view morph(const Token& t) const { return labels->morphs[t.morph]; }
  [[nodiscard]] std::string_view entity_label(const Token& t) const { return labels->entities[t.entity]; }
  [[nodiscard]] EntityType entity_type(const Token& t) const { return labels->entity_types[t.entity]; }
  [[nodiscard]] std::span<const Token> tokens_of(const Sentence& s) const {
    return std::span<const Token>(tokens).subspan(s.first, s.last - s.first);
  }
};

/// \return the name spaCy prints: "ADJ", "" for none
[[nodiscard]] std::string_view name(Pos pos) noexcept;

}  // namespace sitcen
