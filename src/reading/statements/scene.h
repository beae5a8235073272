#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "reading/knowledge.h"
#include "reading/statements/quotations.h"
#include "reading/tree.h"
#include "sitcen/document.h"
#include "sitcen/findings.h"

namespace sitcen::reading {

/// What every step of the statement reader looks at. Borrowed; nothing in it changes while it is read.
struct Scene {
  const Document& doc;
  const Tree& tree;
  const Knowledge& knowledge;
  std::span<const Actor> actors;
  std::vector<TokenRange> paragraphs;
  std::vector<Quotation> quotations;
  std::vector<std::uint32_t> quotation_of;  ///< per token: the quotation it stands in, marks included; kNone outside
  std::vector<std::uint32_t> actor_of;      ///< per token: the actor whose name or title it belongs to; kNone

  std::vector<std::uint32_t> words;         ///< per token and past the last: words before it, punctuation not counted
  std::vector<std::uint32_t> quoted_words;  ///< the same, those in quotations only

  [[nodiscard]] const Token& token(std::uint32_t i) const { return doc.tokens[i]; }
  [[nodiscard]] std::string_view lemma(std::uint32_t i) const { return knowledge.slips.lemma(doc, token(i)); }
  [[nodiscard]] bool plays(std::uint32_t i, WordRole role) const {
    return knowledge.words.plays(doc.str(token(i)), role);
  }
  /// By its lemma, where plays() asks for the word as it stands.
  [[nodiscard]] bool means(std::uint32_t i, WordRole role) const { return knowledge.words.plays(lemma(i), role); }
  [[nodiscard]] bool quoted(std::uint32_t i) const { return quotation_of[i] != kNone; }
};

/// \return index of the paragraph that a token stands in or, for a line end, that it ends
[[nodiscard]] std::uint32_t paragraph_of(const Scene& scene, std::uint32_t token);

[[nodiscard]] Scene make_scene(const Document& doc, const Tree& tree, const Knowledge& knowledge,
                               std::span<const Actor> actors);

}  // namespace sitcen::reading
