#include "ingest/html/article.h"

#include <lexbor/tag/const.h>

#include <algorithm>
#include <optional>
#include <string>

#include "ingest/ascii.h"

namespace sitcen::ingest {
namespace {

/// What an element keeps of the prose one step below it: two equal parts make their parent the better choice, one alone
/// does not.
constexpr double kDecay = 0.6;
constexpr int kMaxClimb = 6;
constexpr std::uint32_t kSentence = 40;    ///< signs of the shortest block that counts as prose by its full stop
constexpr std::uint32_t kParagraph = 120;  ///< and without one
constexpr std::uint32_t kLabel = 25;       ///< "Advertisement", "Video", "Share"
constexpr std::uint32_t kShortestHeadline = 8;

template <std::size_t N>
bool drop_ending(std::string_view& text, const std::string_view (&endings)[N]) {
  for (const std::string_view ending : endings) {
    if (!text.ends_with(ending)) continue;
    text.remove_suffix(ending.size());
    return true;
  }
  return false;
}

/// Whether a text ends as sentences do, in the scripts that have a mark for it, behind closing quotation marks or not.
bool ends_sentence(std::string_view text) {
  // ASCII; right double and single quotation mark, guillemet, no-break space, corner bracket
  constexpr std::string_view kClosing[] = {"\"",           "'",        ")",        "]",           " ", "\xE2\x80\x9D",
                                           "\xE2\x80\x99", "\xC2\xBB", "\xC2\xA0", "\xE3\x80\x8D"};
  // ASCII; ellipsis, ideographic full stop, fullwidth ! and ?, Arabic question mark, danda
  constexpr std::string_view kFinal[] = {
      ".",        "!",           "?", ":", ";", "\xE2\x80\xA6", "\xE3\x80\x82", "\xEF\xBC\x81", "\xEF\xBC\x9F",
      "\xD8\x9F", "\xE0\xA5\xA4"};
  while (drop_ending(text, kClosing)) {
  }
  return drop_ending(text, kFinal);
}

bool is_mostly_links(const Block& block) { return block.linked * 10 > block.size * 6; }

/// How much prose a block holds: its signs outside links if it reads like a paragraph, else 0.
double prose(const Page& page, const Block& block) {
  if (block.kind == BlockKind::heading || block.linked * 2 > block.size) return 0;
  const std::uint32_t plain = block.size - block.linked;
  if (plain < (ends_sentence(page.str(block)) ? kSentence : kParagraph)) return 0;
  return std::min(plain, 1500U);
}

bool is_outside_tag(std::uint16_t tag) {
  return tag == LXB_TAG_NAV || tag == LXB_TAG_FOOTER || tag == LXB_TAG_ASIDE || tag == LXB_TAG_MENU;
}

bool is_main_tag(std::uint16_t tag) { return tag == LXB_TAG_ARTICLE || tag == LXB_TAG_MAIN || tag == LXB_TAG_BODY; }

class Chooser {
 public:
  Chooser(const Page& page, std::string_view title)
      : page_(page),
        prose_(page.blocks.size()),
        all_prose_(page.elements.size()),
        caption_(page.elements.size()),
        credit_(page.elements.size()),
        aside_(page.elements.size()),
        prose_below_(page.elements.size()),
        size_below_(page.elements.size()),
        inside_(page.elements.size()),
        parts_(page.blocks.size(), Part::none) {
    find_headline(title);
  }

  std::vector<Part> run() {
    weigh();
    mark_asides();
    weigh_without_asides();
    const std::uint32_t best = thickest();
    include(best);
    climb(best);
    for (std::size_t i = 0; i < parts_.size(); ++i) parts_[i] = part_of(i);
    trim();
    if (std::ranges::count(parts_, Part::body) == 0) take_anything();
    mark_captions();
    if (headline_) parts_[*headline_] = Part::headline;
    return std::move(parts_);
  }

 private:
  [[nodiscard]] const Block& block(std::size_t i) const { return page_.blocks[i]; }
  [[nodiscard]] const Element& element(std::size_t i) const { return page_.elements[i]; }
  [[nodiscard]] bool holds(std::size_t ancestor, std::size_t i) const {
    return ancestor <= i && i < element(ancestor).end;
  }

  /// The longest heading whose words the page's title or its metadata repeat; else its only heading of the first level.
  void find_headline(std::string_view title) {
    const std::string titles[] = {letters(page_.title), letters(title)};
    std::size_t of_level_one = 0;
    std::size_t length = 0;
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      const Block& b = block(i);
      if (b.kind != BlockKind::heading || b.size < kShortestHeadline) continue;
      if (b.level == 1) of_level_one = of_level_one == 0 ? i + 1 : parts_.size() + 1;
      const std::string words = letters(page_.str(b));
      if (words.size() <= length) continue;
      if (std::ranges::none_of(titles, [&](const std::string& one) { return one.find(words) != std::string::npos; }))
        continue;
      headline_ = i;
      length = words.size();
    }
    if (!headline_ && of_level_one > 0 && of_level_one <= parts_.size()) headline_ = of_level_one - 1;
  }

  void weigh() {
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      prose_[i] = prose(page_, block(i));
      all_prose_[block(i).element] += prose_[i];
    }
    for (std::size_t i = page_.elements.size(); i-- > 1;) all_prose_[element(i).parent] += all_prose_[i];
  }

  void mark_asides() {
    for (std::size_t i = 1; i < page_.elements.size(); ++i) {
      const Element& e = element(i);
      const bool named = e.hint == Hint::caption || e.hint == Hint::credit;
      caption_[i] = caption_[e.parent] || e.tag == LXB_TAG_FIGURE || e.tag == LXB_TAG_FIGCAPTION ||
                    (named && all_prose_[i] < 0.5 * all_prose_[0]);
      credit_[i] = credit_[e.parent] || (caption_[i] && e.hint == Hint::credit);
      aside_[i] = caption_[i] || aside_[e.parent] || is_aside(i);
    }
  }

  /// Names mislead ("has-sidebar" on the body): an element that holds the headline or most of the page's prose is no
  /// aside.
  [[nodiscard]] bool is_aside(std::size_t i) const {
    const Element& e = element(i);
    const bool outside = e.hint == Hint::outside || is_outside_tag(e.tag);
    if ((!outside && e.hint == Hint::none) || is_main_tag(e.tag)) return false;
    if (headline_ && holds(i, block(*headline_).element)) return false;
    const double all = all_prose_[0];
    const double here = all_prose_[i];
    return here < 0.5 * all || (outside && headline_ && here < 0.7 * all && all - here >= 250);
  }

  void weigh_without_asides() {
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      if (aside_[block(i).element]) continue;
      prose_below_[block(i).element] += prose_[i];
      size_below_[block(i).element] += block(i).size;
    }
    for (std::size_t i = page_.elements.size(); i-- > 1;) {
      prose_below_[element(i).parent] += prose_below_[i];
      size_below_[element(i).parent] += size_below_[i];
    }
  }

  /// The element with the most prose, that of each step further down counting less.
  [[nodiscard]] std::uint32_t thickest() const {
    std::vector<double> score(page_.elements.size());
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      const Block& b = block(i);
      if (aside_[b.element]) continue;
      const bool in_own_element = b.kind != BlockKind::other && b.kind != BlockKind::cell;
      score[in_own_element ? element(b.element).parent : b.element] += prose_[i];
    }
    for (std::size_t i = page_.elements.size(); i-- > 1;) score[element(i).parent] += kDecay * score[i];
    return static_cast<std::uint32_t>(std::ranges::max_element(score) - score.begin());
  }

  void include(std::uint32_t at) {
    for (std::uint32_t i = at; i < element(at).end; ++i) inside_[i] = true;
  }

  /// Takes in what stands beside the thickest element and reads like it: articles come cut in parts by pictures and
  /// advertisements.
  void climb(std::uint32_t at) {
    for (int step = 0; step < kMaxClimb && at != 0 && !is_main_tag(element(at).tag); ++step) {
      const std::uint32_t parent = element(at).parent;
      for (std::uint32_t i = parent + 1; i < element(parent).end; i = element(i).end) {
        if (i != at && is_part_beside(i, at)) include(i);
      }
      at = parent;
    }
  }

  /// What follows is more often something else than what goes before, so it must be a paragraph or look just the same.
  [[nodiscard]] bool is_part_beside(std::uint32_t i, std::uint32_t at) const {
    if (aside_[i] || prose_below_[i] == 0 || prose_below_[i] < 0.6 * size_below_[i]) return false;
    if (i < at) return !headline_ || element(i).end > block(*headline_).element;
    const Element& e = element(i);
    const bool twin = e.tag == element(at).tag && e.name == element(at).name;
    return twin || e.tag == LXB_TAG_P || e.tag == LXB_TAG_BLOCKQUOTE;
  }

  [[nodiscard]] bool repeats_headline(const Block& b) const {
    constexpr std::uint32_t kMarks = 10;  // quotation marks and the like, more or fewer
    if (!headline_) return false;
    const Block& headline = block(*headline_);
    if (b.size + kMarks < headline.size || headline.size + kMarks < b.size) return false;
    return letters(page_.str(b)) == letters(page_.str(headline));
  }

  [[nodiscard]] Part part_of(std::size_t i) const {
    const Block& b = block(i);
    if (!inside_[b.element] || aside_[b.element] || is_mostly_links(b)) return Part::none;
    if (b.size < 300 && repeats_headline(b)) return Part::none;
    if (b.kind != BlockKind::other || prose_[i] > 0 || ends_sentence(page_.str(b))) return Part::body;
    // Words beside a picture, and words that stand alone where no paragraph is.
    if (element(b.element).image) return Part::caption;
    return b.size < kLabel && all_prose_[b.element] == 0 ? Part::none : Part::body;
  }

  /// Before the first and after the last prose stand names, dates, tags and headings of what comes next.
  void trim() {
    const auto is_prose = [&](std::size_t i) { return parts_[i] == Part::body && prose_[i] > 0; };
    std::size_t first = 0;
    while (first < parts_.size() && !is_prose(first)) ++first;
    std::size_t last = parts_.size();
    while (last > first && !is_prose(last - 1)) --last;
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      if (parts_[i] != Part::body || (i >= first && i < last)) continue;
      const BlockKind kind = block(i).kind;
      const bool text = kind == BlockKind::paragraph || kind == BlockKind::item || kind == BlockKind::cell;
      if (!text && !ends_sentence(page_.str(block(i)))) parts_[i] = Part::none;
    }
  }

  /// A page without paragraphs: what is no link and stands in no aside; else all there is.
  void take_anything() {
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      if (!is_mostly_links(block(i)) && !aside_[block(i).element] && i != headline_) parts_[i] = Part::body;
    }
    if (std::ranges::count(parts_, Part::body) == 0) std::ranges::fill(parts_, Part::body);
  }

  /// Captions among the article's text, or between it and its headline.
  void mark_captions() {
    const auto is_text = [&](std::size_t i) { return parts_[i] == Part::body || i == headline_; };
    std::size_t first = 0;
    while (first < parts_.size() && !is_text(first)) ++first;
    std::size_t last = parts_.size();
    while (last > first && !is_text(last - 1)) --last;
    for (std::size_t i = first; i < last; ++i) {
      if (!caption_[block(i).element] || is_mostly_links(block(i))) continue;
      parts_[i] = credit_[block(i).element] ? Part::credit : Part::caption;
    }
  }

  const Page& page_;
  std::vector<double> prose_;        ///< of each block
  std::vector<double> all_prose_;    ///< below each element
  std::vector<bool> caption_;        ///< elements that are captions
  std::vector<bool> credit_;         ///< and those of them that say whose picture it is
  std::vector<bool> aside_;          ///< elements that are none of the text, captions among them
  std::vector<double> prose_below_;  ///< as all_prose_, without asides
  std::vector<double> size_below_;
  std::vector<bool> inside_;  ///< elements chosen
  std::vector<Part> parts_;
  std::optional<std::size_t> headline_;
};

}  // namespace

std::vector<Part> choose_article(const Page& page, std::string_view title) { return Chooser(page, title).run(); }

}  // namespace sitcen::ingest
