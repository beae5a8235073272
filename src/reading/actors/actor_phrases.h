#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "reading/actors/names.h"
#include "reading/knowledge.h"
#include "reading/tree.h"
#include "sitcen/document.h"
#include "sitcen/findings.h"

namespace sitcen::reading {

inline constexpr std::uint32_t kNobody = ~std::uint32_t{0};  ///< no actor, no phrase

/// What a phrase can mean; `thing` is no actor, but may be what "it" or "they" mean.
enum class Sort : std::uint8_t { person, group, organisation, country, thing };
enum class Function : std::uint8_t { subject, object, oblique, possessor, apposition, predicate, other };

/// Lower-case words of a phrase beside its head; a few are enough to tell two phrases apart.
struct Words {
  static constexpr std::size_t kMost = 6;
  std::array<std::string_view, kMost> word{};
  std::uint8_t size = 0;

  void add(std::string_view w) {
    if (size < kMost) word[size++] = w;
  }
  [[nodiscard]] std::span<const std::string_view> all() const { return {word.data(), size}; }
};

/// Words by which an actor may be meant: a name, a nominal ("the Belarusian leader") or a pronoun.
struct ActorPhrase {
  TokenRange tokens;
  std::uint32_t head = 0;
  MentionForm form = MentionForm::name;
  Sort sort = Sort::thing;
  Number number = Number::unknown;
  Gender gender = Gender::unknown;
  Function function = Function::other;

  std::uint32_t name = ~std::uint32_t{0};  ///< index into the names

  Pronoun pronoun;  ///< of a pronoun

  // Of a nominal.
  Determiner determiner = Determiner::none;
  std::string_view lemma;                     ///< of its head
  Words words;                                ///< what qualifies it; countries and articles left out
  std::uint32_t owner = kNoToken;             ///< head of whose it is: "his" of "his mother"
  std::array<const Country*, 2> countries{};  ///< "Belarusian", "of Belarus and Russia"
  bool kin = false;                           ///< somebody's: mother, ally
  bool counterpart = false;                   ///< of whoever holds the same office elsewhere
  bool office = false;                        ///< a title
  std::uint32_t classes = 0;                  ///< of the title: offices.tsv
  std::uint32_t body = ~std::uint32_t{0};     ///< name of the organisation it is an office of
  bool qualified = false;                     ///< former, deputy, vice: not the office itself
  std::uint8_t count = 0;                     ///< "the two presidents": 2; 0: not said
};

/// Phrases of a document in the order of their heads, at most one a head.
/// \param name_of  per token: index of the name it belongs to, ~0 for none
[[nodiscard]] std::vector<ActorPhrase> actor_phrases(const Document& doc, const Tree& tree, const Knowledge& knowledge,
                                                     std::span<const Name> names,
                                                     std::span<const std::uint32_t> name_of);

}  // namespace sitcen::reading
