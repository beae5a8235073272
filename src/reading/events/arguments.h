#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "reading/events/event_lexicon.h"
#include "reading/events/event_scene.h"

namespace sitcen::reading {

/// Something that stands beside an event's word: a head word, and how it hangs there.
struct Argument {
  Slot slot = Slot::subject;
  std::string_view word;  ///< the preposition, in small letters
  std::uint32_t token = kNoToken;
};

/// What stands beside an event's word, nearest first; of one slot there may be several.
class Arguments {
 public:
  static constexpr std::size_t kMost = 24;

  std::uint32_t predicate = kNoToken;
  std::uint32_t light = kNoToken;       ///< "held" of "held talks"
  std::uint32_t infinitive = kNoToken;  ///< verb of "agreed to go"
  std::uint32_t clause = kNoToken;      ///< verb of "warned that it would rain"
  bool passive = false;
  bool happens = false;  ///< a noun of which a verb says that it takes place

  void add(Slot slot, std::uint32_t token, std::string_view word = {}) {
    if (token != kNoToken && size_ < kMost) all_[size_++] = {slot, word, token};
  }
  [[nodiscard]] std::span<const Argument> all() const { return {all_.data(), size_}; }
  [[nodiscard]] std::uint32_t first(Slot slot, std::string_view word = {}) const;

 private:
  std::array<Argument, kMost> all_{};
  std::size_t size_ = 0;
};

/// The arguments of a verb: active or passive, its own or shared with the verb above, in a relative clause.
[[nodiscard]] Arguments arguments_of_verb(const EventScene& scene, std::uint32_t verb);

/// The arguments of a noun ("the visit of X to Y", "X's attack on Y"), with those that a light verb lends it ("X held
/// talks with Y").
[[nodiscard]] Arguments arguments_of_noun(const EventScene& scene, std::uint32_t noun);

}  // namespace sitcen::reading
