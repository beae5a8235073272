#include "reading/statements/quotations.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace sitcen::reading {
namespace {

/// Families that may close each other.
enum class Family : std::uint8_t { none, twofold, single, angle, corner, white_corner };
/// What a mark can be by its form; its neighbours decide between the rest.
enum class Form : std::uint8_t { straight, left, right, low };

struct Mark {
  Family family = Family::none;
  Form form = Form::straight;
};

bool is_corner(Mark mark) { return mark.family == Family::corner || mark.family == Family::white_corner; }

/// Without what the tokenizer may leave stuck to a mark: a mark of direction, an invisible space, a dash behind it.
std::string_view bare(std::string_view token) {
  static constexpr auto kStuck =
      std::to_array<std::string_view>({"\u200E", "\u200F", "\u200B", "\u2060", "\u2014", "\u2015"});
  for (const std::string_view stuck : kStuck) {
    if (token.starts_with(stuck)) token.remove_prefix(stuck.size());
    if (token.ends_with(stuck)) token.remove_suffix(stuck.size());
  }
  return token;
}

Mark mark_of(std::string_view token) {
  struct Row {
    std::string_view text;
    Mark mark;
  };
  static constexpr std::array<Row, 20> kRows = {{
      {"\"", {Family::twofold, Form::straight}},      {"''", {Family::twofold, Form::straight}},
      {"``", {Family::twofold, Form::left}},          {"\u201C", {Family::twofold, Form::left}},
      {"\u201D", {Family::twofold, Form::right}},     {"\u201E", {Family::twofold, Form::low}},
      {"\u201F", {Family::twofold, Form::left}},      {"\uFF02", {Family::twofold, Form::straight}},
      {"\u00AB", {Family::angle, Form::left}},        {"\u00BB", {Family::angle, Form::right}},
      {"\u2039", {Family::angle, Form::left}},        {"\u203A", {Family::angle, Form::right}},
      {"\u300C", {Family::corner, Form::left}},       {"\u300D", {Family::corner, Form::right}},
      {"\u300E", {Family::white_corner, Form::left}}, {"\u300F", {Family::white_corner, Form::right}},
      {"'", {Family::single, Form::straight}},        {"\u2018", {Family::single, Form::left}},
      {"\u2019", {Family::single, Form::right}},      {"\u201A", {Family::single, Form::low}},
  }};
  if (token.size() > 3) token = bare(token);
  if (token.size() > 3 || token.empty()) return {};
  for (const Row& row : kRows)
    if (row.text == token) return row.mark;
  return {};
}

struct Pair {
  std::uint32_t open = 0;
  std::uint32_t close = kNoToken;  ///< kNoToken: never closed
  Family family = Family::none;
};

/// Deeper nesting than this is noise: such marks are left alone, so that closing never searches far.
constexpr std::size_t kMaxDepth = 4;

class Pairing {
 public:
  explicit Pairing(const Document& doc) : doc_(doc) {}

  /// \return the pairs of one paragraph in the order of their opening marks
  std::span<const Pair> pairs(TokenRange paragraph) {
    pairs_.clear();
    stack_.clear();
    for (std::uint32_t i = paragraph.first; i < paragraph.last; ++i) {
      const Token& token = doc_.tokens[i];
      if (token.is_alpha || token.is_space) continue;
      const Mark mark = mark_of(doc_.str(token));
      if (mark.family != Family::none) take(i, mark, paragraph);
    }
    return pairs_;
  }

 private:
  [[nodiscard]] bool space_before(std::uint32_t i, TokenRange paragraph) const {
    if (i == paragraph.first) return true;
    const Token& before = doc_.tokens[i - 1];
    return before.is_space || before.span.end != doc_.tokens[i].span.begin;
  }
  [[nodiscard]] bool space_after(std::uint32_t i, TokenRange paragraph) const {
    return i + 1 == paragraph.last || space_before(i + 1, paragraph);
  }
  [[nodiscard]] bool opens_here(std::uint32_t i, TokenRange paragraph) const {
    if (space_after(i, paragraph)) return false;
    if (space_before(i, paragraph)) return true;
    const std::string_view before = doc_.str(doc_.tokens[i - 1]);
    return before == "(" || before == "[" || before.ends_with('-') || before.ends_with("\u2014") ||
           before.ends_with("\u2013") || before == ":" || before == "," || mark_of(before).family != Family::none;
  }
  [[nodiscard]] bool closes_here(std::uint32_t i, Mark mark, TokenRange paragraph) const {
    return !space_before(i, paragraph) || space_after(i, paragraph) ||
           (mark.form == Form::right && mark.family != Family::single);
  }
  /// An apostrophe at a word's end ("the states' rights") looks like a closing single mark.
  [[nodiscard]] bool is_apostrophe(std::uint32_t i, TokenRange paragraph) const {
    if (doc_.tag(doc_.tokens[i]) == "POS") return true;
    if (i == paragraph.first) return false;
    const Token& before = doc_.tokens[i - 1];
    if (before.pos == Pos::punct) return false;
    return doc_.str(before).ends_with('s') && i + 1 < paragraph.last && doc_.tokens[i + 1].is_alpha;
  }

  /// 「はい」 has no spaces around it and « Bonjour » one on either side: only the form tells.
  [[nodiscard]] bool goes_by_form(std::uint32_t i, Mark mark, TokenRange paragraph) const {
    if (is_corner(mark)) return true;
    return mark.family == Family::angle && space_before(i, paragraph) && space_after(i, paragraph);
  }
  [[nodiscard]] bool can_open(std::uint32_t i, Mark mark, TokenRange paragraph) const {
    if (mark.form == Form::low) return true;
    if (mark.form == Form::left && goes_by_form(i, mark, paragraph)) return true;
    if (mark.form == Form::right && (mark.family == Family::single || is_corner(mark))) return false;
    return opens_here(i, paragraph);
  }
  [[nodiscard]] bool can_close(std::uint32_t i, Mark mark, TokenRange paragraph) const {
    if (mark.form == Form::low || !closes_here(i, mark, paragraph)) return false;
    if (mark.form == Form::left && goes_by_form(i, mark, paragraph)) return false;
    return mark.family != Family::single || !is_apostrophe(i, paragraph);
  }

  void take(std::uint32_t i, Mark mark, TokenRange paragraph) {
    const std::size_t match = can_close(i, mark, paragraph) ? open_match(mark.family) : stack_.size();
    const bool is_open_already = match < stack_.size();
    // A mark that can do both closes what is open; a left mark that stands as an opening one opens.
    const bool opens =
        can_open(i, mark, paragraph) &&
        (!is_open_already || (mark.form == Form::left && !space_after(i, paragraph) && space_before(i, paragraph)));
    if (opens) {
      if (mark.family == Family::single && !stack_.empty()) return;
      if (stack_.size() == kMaxDepth) return;
      stack_.push_back(pairs_.size());
      pairs_.push_back({i, kNoToken, mark.family});
      return;
    }
    if (!is_open_already) return;
    pairs_[stack_[match]].close = i;
    stack_.resize(match);
  }

  /// \return index in the stack of the innermost open mark of the family; what lies above it was never closed
  [[nodiscard]] std::size_t open_match(Family family) const {
    for (std::size_t k = stack_.size(); k > 0; --k)
      if (pairs_[stack_[k - 1]].family == family) return k - 1;
    return stack_.size();
  }

  const Document& doc_;
  std::vector<Pair> pairs_;
  std::vector<std::size_t> stack_;
};

bool opens_with_mark(const Document& doc, TokenRange paragraph) {
  const Mark mark = mark_of(doc.str(doc.tokens[paragraph.first]));
  return mark.family == Family::twofold || mark.family == Family::angle || mark.form == Form::left;
}

/// What stands in front of a token in its paragraph, white space not counted; empty for the first.
std::string_view in_front(const Document& doc, std::uint32_t i, TokenRange paragraph) {
  while (i > paragraph.first && doc.tokens[i - 1].is_space) --i;
  return i == paragraph.first ? std::string_view() : doc.str(doc.tokens[i - 1]);
}

bool begins_sentence(const Document& doc, std::uint32_t i, TokenRange paragraph) {
  const std::string_view before = in_front(doc, i, paragraph);
  return before.empty() || before == "." || before == "?" || before == "!";
}

/// A sentence, or what a colon or comma announces, may begin at the token.
bool begins_speech(const Document& doc, std::uint32_t i, TokenRange paragraph) {
  const std::string_view before = in_front(doc, i, paragraph);
  return before == ":" || before == "," || begins_sentence(doc, i, paragraph);
}

/// `Mila "Bo" Tarn`: a name between names.
bool is_nickname(const Document& doc, const Pair& pair, TokenRange paragraph) {
  constexpr std::uint32_t kLongest = 2;  ///< words
  if (pair.close == kNoToken || pair.close > pair.open + 1 + kLongest || pair.close == pair.open + 1) return false;
  if (pair.open == paragraph.first || pair.close + 1 >= paragraph.last) return false;
  const auto is_upper = [&](std::uint32_t i) {
    const char c = doc.str(doc.tokens[i]).front();
    return c >= 'A' && c <= 'Z';
  };
  for (std::uint32_t i = pair.open + 1; i < pair.close; ++i)
    if (!is_upper(i)) return false;
  const auto is_name = [&](std::uint32_t i) { return doc.tokens[i].pos == Pos::propn && is_upper(i); };
  return is_name(pair.open - 1) && is_name(pair.close + 1);
}

/// Past a closing mark. Of the three strokes that end `'He said, 'Now,'''` the tokenizer makes two tokens.
std::uint32_t past_mark(const Document& doc, std::uint32_t close, TokenRange paragraph) {
  const std::uint32_t next = close + 1;
  const auto is_stuck = [&](std::uint32_t i) { return doc.tokens[i - 1].span.end == doc.tokens[i].span.begin; };
  if (next >= paragraph.last || !is_stuck(next)) return next;
  if (mark_of(doc.str(doc.tokens[next])).family != Family::single) return next;
  return next + 1 == paragraph.last || !is_stuck(next + 1) ? next + 1 : next;
}

TokenRange without_spaces(const Document& doc, TokenRange r) {
  while (!r.empty() && doc.tokens[r.first].is_space) ++r.first;
  while (!r.empty() && doc.tokens[r.last - 1].is_space) --r.last;
  return r;
}

}  // namespace

bool is_quotation_mark(std::string_view token) { return mark_of(token).family != Family::none; }

std::vector<Quotation> quotations(const Document& doc, std::span<const TokenRange> paragraphs) {
  std::vector<Quotation> out;
  Pairing pairing(doc);
  for (std::uint32_t p = 0; p < paragraphs.size(); ++p) {
    const TokenRange paragraph = paragraphs[p];
    std::uint32_t end = paragraph.first;
    const std::span<const Pair> pairs = pairing.pairs(paragraph);
    const bool has_closed = std::ranges::any_of(pairs, [](const Pair& x) { return x.close != kNoToken; });
    for (const Pair& pair : pairs) {
      if (pair.open < end || is_nickname(doc, pair, paragraph)) continue;
      const bool opens_paragraph = pair.open == paragraph.first;
      const bool closed = pair.close != kNoToken;
      const bool continues = !closed && p + 1 < paragraphs.size() && opens_with_mark(doc, paragraphs[p + 1]);
      // A mark that is never closed is a slip, unless a long quotation begins there: those close only once. Or the last
      // sentences of a speaker whose words were quoted before: the mark behind them is forgotten easily.
      const bool goes_on = end > paragraph.first && begins_sentence(doc, pair.open, paragraph);
      const bool begins = continues         ? begins_speech(doc, pair.open, paragraph)
                          : opens_paragraph ? !has_closed
                                            : goes_on;
      if (!closed && (pair.family == Family::single || !begins)) continue;
      const TokenRange inner = without_spaces(doc, {pair.open + 1, closed ? pair.close : paragraph.last});
      end = closed ? past_mark(doc, pair.close, paragraph) : paragraph.last;
      if (inner.empty()) continue;
      out.push_back({.outer = {pair.open, end},
                     .inner = inner,
                     .paragraph = p,
                     .closed = closed,
                     .opens_paragraph = opens_paragraph,
                     .continues = continues});
    }
  }
  return out;
}

}  // namespace sitcen::reading
