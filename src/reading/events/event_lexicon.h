#pragma once

#include <tsl/robin_map.h>

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "reading/events/event_words.h"
#include "sitcen/findings.h"

namespace sitcen::reading {

/// Where an argument of an event's word stands. Prepositions are slots of their own: Slot::preposition with its word.
enum class Slot : std::uint8_t { subject, object, dative, owner, modifier, preposition };

/// What the parse itself can say of an argument, beside the classes of the table.
enum class ArgumentKind : std::uint8_t { actor = 1, person = 2, state = 4, place = 8, target = 16, any = 32 };

/// One thing that must stand beside the word for a row to hold.
struct Need {
  enum class Kind : std::uint8_t {
    argument,
    particle,
    infinitive,
    clause,
    own,  ///< the clause is about the subject itself: "warned that it would attack"
    duty,
    no_object,
    passive,
    plural,
    disaster,
  };
  Kind kind = Kind::argument;
  Slot slot = Slot::object;
  std::string_view word;   ///< preposition or particle
  std::uint8_t sorts = 0;  ///< of ArgumentKind, any of them; none of both: whatever stands there
  WordClasses classes;
  bool forbidden = false;  ///< the row holds only where it is missing
  bool if_any = false;     ///< must be so where there is one at all
};

/// Where actors or recipients are looked for.
struct Source {
  Slot slot = Slot::subject;
  std::string_view word;
};
struct Sources {
  std::array<Source, 8> source{};
  std::uint8_t size = 0;
  bool all = false;  ///< all of them, not the first that is there

  [[nodiscard]] std::span<const Source> list() const { return {source.data(), size}; }
};

/// A row of events.tsv.
struct EventFrame {
  EventType type = EventType::agree;
  std::vector<std::string_view> mode, context;
  std::vector<Need> needs;
  Sources actors, recipients;
  bool covers = false;  ///< its complement is what is said, promised or asked: no event of its own
  bool bare = false;    ///< a noun that is an event without any argument
};

enum class EventPos : std::uint8_t { verb, noun, adjective };

/// events.tsv, compiled. Views point into the table's text, which must outlive it.
class EventLexicon {
 public:
  EventLexicon() = default;
  EventLexicon(std::string_view table, const EventWords& words);

  /// \return the rows of a lemma, those that need most first
  [[nodiscard]] std::span<const EventFrame> find(std::string_view lemma, EventPos pos) const;
  [[nodiscard]] std::size_t size() const noexcept { return frames_.size(); }
  [[nodiscard]] const std::vector<std::string_view>& rejected() const noexcept { return rejected_; }

 private:
  struct Range {
    std::uint32_t first = 0, count = 0;
  };
  std::vector<EventFrame> frames_;
  std::array<tsl::robin_map<std::string_view, Range>, 3> by_lemma_;
  std::vector<std::string_view> rejected_;
};

}  // namespace sitcen::reading
