#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "sitcen/findings.h"
#include "sitcen/span.h"

namespace sitcen::server {

/// What a stretch of the text is to the datum that was read from it.
/// Of two on the same words the later one is the inner.
// clang-format off
enum class MarkRole : std::uint8_t {
  content, speaker, cue, modality, addressee, occasion, event, figure, time, place, mention,
};
// clang-format on

/// Words of the text that belong to a datum.
struct Mark {
  Span span;
  MarkRole role = MarkRole::content;
  std::uint32_t datum = 0;  ///< index into Findings::statements; for a mention into Findings::actors; for an event, a
                            ///< figure, a time and a place into the list of its kind
  std::uint32_t part = 0;   ///< which piece of content, which mention
};

/// \return all words the findings were read from, sorted by begin, then the longer first, then by role: an outer mark
///         comes before the ones inside it
[[nodiscard]] std::vector<Mark> marks_of(const Findings& findings);

/// A stretch of text that the same marks cover.
struct Segment {
  Span span;
  std::vector<std::uint32_t> marks;  ///< indexes into the marks, outermost (longest) first; none: plain text
};

/// Cuts a part of a text where marks begin and end, so that marks which nest or overlap can each be shown whole.
/// \param within the part; marks outside it are left out, those across its ends are cut
/// \param marks  sorted as marks_of gives them; empty spans cover nothing
/// \return segments in text order that cover `within` without a gap; none is empty
[[nodiscard]] std::vector<Segment> cut(Span within, std::span<const Mark> marks);

/// A paragraph of a text: bytes without the line ends around it.
/// \return paragraphs in order: parted by blank lines where there are any, else by line ends; without those of white
///         space alone
[[nodiscard]] std::vector<Span> paragraphs(std::string_view text, Span within);

}  // namespace sitcen::server
