#pragma once

#include <tsl/robin_map.h>

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "sitcen/findings.h"

namespace sitcen::reading {

/// What kind of act a cue reports; the first ones are acts of speech.
enum class CueClass : std::uint8_t {
  say,
  tell,
  ask,
  write,
  deny,
  pledge,
  urge,
  predict,
  threaten,
  thank,
  judge,  // speech
  think,
  feel,
  wish,
  plan,
  stance,
  evidence,    // attitude, intent, evidence
  impression,  // how something seems, to nobody who is named
};
[[nodiscard]] constexpr bool is_speech(CueClass c) noexcept { return c <= CueClass::judge; }

/// What a cue may govern, as bits.
enum class Frame : std::uint32_t {
  none = 0,
  quote = 1u << 0,  ///< a quotation
  that = 1u << 1,   ///< a finite clause
  wh = 1u << 2,     ///< a question clause
  inf = 1u << 3,    ///< an infinitive
  ing = 1u << 4,    ///< a gerund
  np = 1u << 5,     ///< an object
  small = 1u << 6,  ///< an object and what it is called
  obj = 1u << 7,    ///< the object is the addressee
  about = 1u << 8,
  of = 1u << 9,
  on = 1u << 10,
  for_ = 1u << 11,
  against = 1u << 12,
  as = 1u << 13,
  at = 1u << 14,
  in = 1u << 15,
  over = 1u << 16,
  with = 1u << 17,
  by = 1u << 18,
  to = 1u << 19,
  into = 1u << 20,
  upon = 1u << 21,
};
[[nodiscard]] constexpr Frame operator|(Frame a, Frame b) noexcept {
  return static_cast<Frame>(static_cast<std::uint32_t>(a) | static_cast<std::uint32_t>(b));
}
[[nodiscard]] constexpr bool has(Frame set, Frame any_of) noexcept {
  return (static_cast<std::uint32_t>(set) & static_cast<std::uint32_t>(any_of)) != 0;
}
/// \return the frame of that name in the table ("that", "inf", "about"), none for an unknown one
[[nodiscard]] Frame frame_of(std::string_view name) noexcept;

/// \return the frame of a preposition in small letters ("about"), none for any other word
[[nodiscard]] Frame preposition_frame(std::string_view word) noexcept;

/// One row of cues.tsv.
struct CueEntry {
  CueClass cls = CueClass::say;
  Modality modality = Modality::asserted;
  Frame frames = Frame::none;
  std::string_view particle;  ///< "out" of "point out"; empty for one word
};

enum class CuePos : std::uint8_t { verb, noun, adjective };

/// cues.tsv, compiled: rows by lemma and part of speech. Views point into the table's text, which must outlive it.
class CueLexicon {
 public:
  CueLexicon() = default;
  explicit CueLexicon(std::string_view table);

  /// \return the rows of a lemma, in the table's order; empty if it is no cue
  [[nodiscard]] std::span<const CueEntry> find(std::string_view lemma, CuePos pos) const;
  [[nodiscard]] std::size_t size() const noexcept { return entries_.size(); }
  /// \return lines of the table that could not be understood; a test holds it at none
  [[nodiscard]] std::span<const std::string_view> rejected() const noexcept { return rejected_; }

 private:
  struct Range {
    std::uint32_t first = 0, count = 0;
  };
  std::vector<CueEntry> entries_;
  std::vector<std::string_view> rejected_;
  tsl::robin_map<std::string_view, Range> by_lemma_[3];
};

}  // namespace sitcen::reading
