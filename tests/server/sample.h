#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "store/store.h"

namespace sitcen::test {

/// A report and what was read from it, told by words: their places in the text are looked up.
class Told {
 public:
  explicit Told(std::string id, std::string text);

  Report& report() { return arrival_.report; }

  /// \param mentions words in the order they stand in the text; each is looked for after the one before
  /// \return the actor's index
  std::uint32_t actor(ActorKind kind, std::string name, std::initializer_list<std::string_view> mentions);
  void role(std::uint32_t actor, std::string title, std::string of, std::string_view words);

  struct Speech {
    StatementKind kind = StatementKind::direct;
    std::string_view speaker{};  ///< words; empty: none
    std::optional<std::uint32_t> actor{};
    std::string_view cue{};
    std::initializer_list<std::string_view> content{};
    Modality modality = Modality::asserted;
    std::string_view modality_words{};
    std::optional<std::uint32_t> parent{};
    std::size_t before = 60;  ///< bytes before the content from where speaker and cue are looked for
  };
  std::uint32_t statement(const Speech& speech);

  /// \return where the words stand, at or after `from`; throws if they do not
  [[nodiscard]] Span find(std::string_view words, std::size_t from = 0) const;

  [[nodiscard]] store::Arrival arrival() const { return arrival_; }
  Findings& findings() { return arrival_.findings; }

 private:
  store::Arrival arrival_;
};

/// Reports with all that is hard to show: nested and overlapping marks, several scripts, markup in every field, no
/// title, no time, a rejected input.
[[nodiscard]] store::Batch sample();

}  // namespace sitcen::test
