#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "reading/actors/actor_phrases.h"
#include "reading/actors/identity.h"
#include "reading/actors/roles.h"

namespace sitcen::reading {

/// A stretch of the text that somebody says.
struct Speech {
  TokenRange words;
  std::uint32_t speaker = kNoToken;    ///< head of the words that name who speaks
  std::uint32_t addressee = kNoToken;  ///< head of the words that name who is spoken to
};

/// What one phrase means, and why.
struct Meaning {
  std::uint32_t actor = kNobody;  ///< index into Meanings::actors
  std::string_view reason;        ///< static
  float score = 0;
  std::array<std::uint32_t, 2> candidates = {kNobody, kNobody};  ///< two that are too close, where no actor is taken
  std::uint32_t other = kNobody;                                 ///< "the two presidents": the second actor meant
  bool role = false;                                             ///< the phrase says what office its actor holds
};

/// An actor of the document as the phrases show it.
struct Meant {
  std::uint32_t named = kNobody;  ///< index into Identities::fullest; kNobody: it has no name in the text
  Sort sort = Sort::person;
  std::uint32_t phrase = 0;  ///< the fullest that has no name
  const Country* country = nullptr;
  bool plural = false;  ///< several, spoken of together
};

struct Meanings {
  std::vector<Meaning> of_phrase;  ///< parallel to the phrases
  std::vector<Meant> actors;
};

/// What the resolver looks at. Borrowed.
struct Discourse {
  const Document& doc;
  const Tree& tree;
  const Knowledge& knowledge;
  std::span<const Name> names;
  std::span<const std::uint32_t> name_of;  ///< per token: index of the name it belongs to, ~0 for none
  const Identities& identities;
  std::span<const ActorPhrase> phrases;           ///< in the order of their heads
  std::span<const std::vector<NamedRole>> roles;  ///< per named actor: what stands beside its names
  std::span<const Speech> speeches;               ///< sorted, disjoint
  std::span<const TokenRange> paragraphs;
  std::span<const TokenRange> quotations;  ///< with their marks; sorted, disjoint
};

/// Decides what each phrase means: one pass in text order over a bounded list of actors named lately.
[[nodiscard]] Meanings resolve(const Discourse& discourse);

}  // namespace sitcen::reading
