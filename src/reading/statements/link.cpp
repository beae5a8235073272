#include "reading/statements/link.h"

#include <algorithm>

#include "reading/statements/complement.h"
#include "reading/statements/cue_search.h"
#include "reading/statements/subject.h"
#include "reading/statements/surroundings.h"

namespace sitcen::reading {
namespace {

Link later(Tie tie, std::uint32_t previous) { return {.tie = tie, .previous = previous}; }

class Linker {
 public:
  Linker(const Scene& scene, std::span<const Cue> cues) : scene_(scene), cues_(cues), used_(cues.size(), false) {}

  std::vector<Link> run(std::span<const Turn> turns) {
    links_.resize(scene_.quotations.size());
    std::vector<bool> is_turn(links_.size(), false);
    for (const Turn& turn : turns)
      if (turn.quotation != kNone) is_turn[turn.quotation] = true;
    for (std::uint32_t i = 0; i < links_.size(); ++i) {
      if (is_turn[i]) continue;
      links_[i] = link(i);
      if (links_[i].cue != kNone && links_[i].tie != Tie::extends) used_[links_[i].cue] = true;
    }
    share_cues_below();
    return std::move(links_);
  }

 private:
  /// A speech over several paragraphs whose cue stands in a later one. A word of speech inside may be the cue of a
  /// quotation that only lacks its closing mark.
  void share_cues_below() {
    for (std::size_t i = links_.size(); i-- > 1;) {
      const Quotation& above = scene_.quotations[i - 1];
      bool has_cue = false;
      for (auto cue = std::ranges::lower_bound(cues_, above.inner.first, {}, &Cue::token);
           cue != cues_.end() && above.inner.has(cue->token); ++cue)
        has_cue = has_cue || entry_with(*cue, Frame::quote) != nullptr;
      const bool goes_on = above.continues && links_[i - 1].tie == Tie::none && !has_cue;
      if (!goes_on || links_[i].tie != Tie::after) continue;
      links_[i - 1] = links_[i];
      links_[i] = later(Tie::joined, static_cast<std::uint32_t>(i - 1));
    }
  }

  /// The cue governs something of its own between itself and the quotation.
  [[nodiscard]] bool reports(const Cue& cue, TokenRange gap) const {
    const Complement c = complement_of(scene_, cue);
    return c.entry != nullptr && !c.content.empty() && gap.has(c.content.back().first) &&
           c.content.back().first > cue.token;
  }

  /// "Ana Kos" of `Said Ana Kos, the mayor: "..."`, of which the tagger makes one name.
  [[nodiscard]] TokenRange inverted_name(TokenRange gap) const {
    while (!gap.empty() && scene_.token(gap.first).is_space) ++gap.first;
    if (gap.size() < 2 || !scene_.plays(gap.first, WordRole::inverted)) return {};
    const Subject who = noun_at(scene_, gap.first + 1);
    if (who.head == kNoToken || !can_speak(who.head)) return {};
    const bool ends = who.range.last >= gap.last || scene_.token(who.range.last).pos == Pos::punct;
    return ends ? who.range : TokenRange{};
  }

  /// The main verb of the sentence in front of a quotation, if a person or body is its subject.
  [[nodiscard]] std::uint32_t introducing_verb(TokenRange gap) const {
    for (std::uint32_t i = gap.first; i < gap.last; ++i) {
      if (scene_.token(i).pos != Pos::verb) continue;
      const Dep dep = scene_.tree.dep(i);
      if (dep != Dep::ROOT && dep != Dep::ccomp && dep != Dep::conj && dep != Dep::advcl) continue;
      const Subject s = subject_of(scene_, i);
      if (s.head == kNoToken || !gap.covers(s.range)) continue;
      if (can_speak(s.head)) return i;
    }
    return kNoToken;
  }
  [[nodiscard]] bool can_speak(std::uint32_t head) const {
    const Token& token = scene_.token(head);
    if (token.pos == Pos::propn || scene_.actor_of[head] != kNone) return true;
    if (token.pos == Pos::pron) return scene_.plays(head, WordRole::speaker);
    return token.pos == Pos::noun;
  }

  [[nodiscard]] bool is_sentence(const Place& p) const {
    const std::uint32_t last = last_word(scene_, p.q.inner);
    const bool ended = last != kNoToken && (ends_sentence(scene_, last) || is_comma(scene_, last));
    const std::uint32_t words = scene_.words[p.q.inner.last] - scene_.words[p.q.inner.first];
    return words >= 2 && starts_upper(scene_, p.q.inner) && (words >= 4 || ended) && has_verb(scene_, p.q.inner);
  }

  [[nodiscard]] Link link(std::uint32_t index) const {
    const Place p = place_of(scene_, index);
    if (index > 0 && scene_.quotations[index - 1].continues && links_[index - 1].tie != Tie::none) {
      // A paragraph that has its own cue behind it is a statement of its own.
      const std::uint32_t own = cue_after(scene_, cues_, p);
      return own != kNone && !used_[own] ? Link{.tie = Tie::after, .cue = own} : later(Tie::joined, index - 1);
    }
    if (is_heading(index)) return {};
    const TokenRange gap = {p.sentence, p.q.outer.first};
    const std::uint32_t before_mark = last_word(scene_, gap);
    const bool intro = before_mark != kNoToken && (is_comma(scene_, before_mark) || is_colon(scene_, before_mark));
    const bool at_start = before_mark == kNoToken;
    const std::uint32_t after = at_start || intro ? cue_after(scene_, cues_, p) : kNone;
    // `"...," X said, "..."`: one statement in two pieces, unless the cue is a new one.
    if (after != kNone && !used_[after]) return {.tie = Tie::after, .cue = after};
    return at_start ? alone(index, p) : behind_words(index, p, gap, intro);
  }

  /// `"...," X said, "..."`, `"..." "..."`: goes on with the quotation in front, with a cue of its own or without.
  [[nodiscard]] Link behind_quotation(std::uint32_t index, const Place& p, TokenRange gap, bool intro) const {
    const Link& last = links_[index - 1];
    if (last.tie == Tie::after && intro && gap.has(cues_[last.cue].token)) {
      const std::uint32_t cue = cue_before(scene_, cues_, p, {cues_[last.cue].token + 1, gap.last}, intro);
      return cue != kNone ? Link{.tie = Tie::before, .cue = cue} : later(Tie::joined, index - 1);
    }
    return last.tie != Tie::none && !intro && !has_word(scene_, gap) ? later(Tie::joined, index - 1) : Link{};
  }

  /// A quotation with words of its sentence in front.
  [[nodiscard]] Link behind_words(std::uint32_t index, const Place& p, TokenRange gap, bool intro) const {
    const Link first = p.after_quotation ? behind_quotation(index, p, gap, intro) : Link{};
    if (first.tie != Tie::none) return first;
    const std::uint32_t cue = cue_before(scene_, cues_, p, gap, intro);
    const TokenRange name = cue == kNone && intro ? inverted_name(gap) : TokenRange{};
    if (!name.empty()) return {.tie = Tie::before, .name = name};
    const bool announced = intro && is_sentence(p);
    const std::uint32_t verb = announced && cue == kNone ? introducing_verb(gap) : kNoToken;
    // `called him a coward: "..."`: the quotation goes on in what the sentence already reports.
    if (announced && is_colon(scene_, last_word(scene_, gap)) && (cue == kNone || reports(cues_[cue], gap)))
      return {.tie = Tie::extends, .cue = cue, .verb = verb};
    if (cue != kNone) return {.tie = Tie::before, .cue = cue};
    return verb != kNoToken ? Link{.tie = Tie::introduced, .verb = verb} : Link{};
  }

  /// A quotation that opens its sentence and has no cue behind it.
  [[nodiscard]] Link alone(std::uint32_t index, const Place& p) const {
    if (goes_on(index, p)) return later(Tie::joined, index - 1);
    if (!is_sentence(p) && !p.q.opens_paragraph) return {};
    const bool closed = closed_sentence(p.q);
    if (!closed && (has_word(scene_, {p.q.outer.last, p.sentence_end}) || !has_verb(scene_, p.q.inner))) return {};
    if (const TokenRange name = signature(p); !name.empty()) return {.tie = Tie::signed_, .name = name};
    return without_cue(index, p);
  }

  /// A quotation alone in its paragraph that is no sentence: a title, or what stands in marks of another kind than
  /// speech before it.
  [[nodiscard]] bool is_heading(std::uint32_t index) const {
    const Quotation& q = scene_.quotations[index];
    const TokenRange paragraph = scene_.paragraphs[q.paragraph];
    if (!q.closed || !q.opens_paragraph || has_word(scene_, {q.outer.last, paragraph.last})) return false;
    const std::uint32_t words = scene_.words[q.inner.last] - scene_.words[q.inner.first];
    constexpr std::uint32_t kLongest = 12;
    if (words > kLongest) return false;
    if (words > 1 && is_title(scene_, q.inner) && !is_exclaimed(q)) return true;
    const auto mark = [&](std::uint32_t i) { return scene_.doc.str(scene_.token(scene_.quotations[i].outer.first)); };
    return index > 0 && mark(index) == "'" && mark(index - 1) == "''";
  }
  [[nodiscard]] bool is_exclaimed(const Quotation& q) const {
    const std::uint32_t last = last_word(scene_, q.inner);
    return last != kNoToken && (scene_.doc.str(scene_.token(last)) == "!" || scene_.doc.str(scene_.token(last)) == "?");
  }

  /// `"Late," Ana Kos said. "Again."`: a sentence of its own behind speech of the same paragraph needs no verb.
  [[nodiscard]] bool goes_on(std::uint32_t index, const Place& p) const {
    if (p.left == scene_.paragraphs[p.q.paragraph].first || links_[index - 1].tie == Tie::none) return false;
    if (!starts_upper(scene_, p.q.inner) || sentences_in({p.left, p.q.outer.first}) != 1) return false;
    const std::uint32_t last = last_word(scene_, p.q.inner);
    if (last == kNoToken) return false;
    return closed_sentence(p.q) || (is_comma(scene_, last) && is_sentence(p));
  }

  /// `"..." - Ana Kos`: the name behind a dash that follows the quotation, on its line or opening the next.
  [[nodiscard]] TokenRange signature(const Place& p) const {
    TokenRange line = {p.q.outer.last, p.right};
    const std::uint32_t next = p.q.paragraph + 1;
    if (!has_word(scene_, line) && p.right == scene_.paragraphs[p.q.paragraph].last &&
        next < scene_.paragraphs.size() && (line.empty() || !is_dash(scene_, line.first)))
      line = scene_.paragraphs[next];
    while (!line.empty() && scene_.token(line.first).is_space) ++line.first;
    if (line.empty()) return {};
    // `"..."-- Ana Kos`: the tokenizer may leave the dash on the mark.
    const bool stuck = line.first == p.q.outer.last && ends_in_dash(scene_.doc.str(scene_.token(line.first - 1)));
    if (!stuck && !is_dash(scene_, line.first)) return {};
    TokenRange name = {line.first + (stuck ? 0 : 1), line.first + (stuck ? 0 : 1)};
    while (name.last < line.last && scene_.token(name.last).pos == Pos::propn) ++name.last;
    return name.size() > 8 ? TokenRange{} : name;
  }

  [[nodiscard]] bool closed_sentence(const Quotation& q) const {
    const std::uint32_t last = last_word(scene_, q.inner);
    return !q.closed || (last != kNoToken && ends_sentence(scene_, last));
  }

  /// `Ana Kos said:`, with the quotation in the paragraph below.
  [[nodiscard]] Link announced_above(const Place& p) const {
    if (!p.q.opens_paragraph || p.q.paragraph == 0) return {};
    const TokenRange above = scene_.paragraphs[p.q.paragraph - 1];
    const std::uint32_t last = last_word(scene_, above);
    if (last == kNoToken || (!is_colon(scene_, last) && !is_comma(scene_, last)) || scene_.quoted(last)) return {};
    TokenRange gap = {last, last};
    while (gap.first > above.first && !ends_sentence(scene_, gap.first - 1) && !scene_.quoted(gap.first - 1))
      --gap.first;
    if (const std::uint32_t cue = cue_before(scene_, cues_, p, gap, true); cue != kNone)
      return {.tie = Tie::before, .cue = cue};
    if (const TokenRange name = inverted_name(gap); !name.empty()) return {.tie = Tie::before, .name = name};
    const std::uint32_t verb = introducing_verb(gap);
    return verb != kNoToken ? Link{.tie = Tie::introduced, .verb = verb} : Link{};
  }

  /// A quotation that is a sentence of its own: who spoke before it?
  [[nodiscard]] Link without_cue(std::uint32_t index, const Place& p) const {
    if (const Link above = announced_above(p); above.tie != Tie::none) return above;
    const Quotation& q = p.q;
    const std::uint32_t previous = previous_speech(index);
    if (p.left < q.outer.first && sentences_in({p.left, q.outer.first}) > (follows_speech(index, p) ? 1U : 0U))
      return later(Tie::extends, previous);
    if (previous == kNone) return {};
    const Quotation& before = scene_.quotations[previous];
    if (before.paragraph == q.paragraph) return later(Tie::joined, previous);
    if (before.paragraph + 1 == q.paragraph && q.opens_paragraph) return later(Tie::joined, previous);
    return {};
  }

  [[nodiscard]] bool follows_speech(std::uint32_t index, const Place& p) const {
    return p.left > scene_.paragraphs[p.q.paragraph].first && links_[index - 1].tie != Tie::none;
  }

  /// The nearest quotation in front that is speech, in this paragraph or the one above.
  [[nodiscard]] std::uint32_t previous_speech(std::uint32_t index) const {
    const std::uint32_t paragraph = scene_.quotations[index].paragraph;
    for (std::uint32_t steps = 0; index > 0 && steps < 4; ++steps) {
      --index;
      if (scene_.quotations[index].paragraph + 1 < paragraph) return kNone;
      if (links_[index].tie != Tie::none) return index;
    }
    return kNone;
  }
  /// Sentences that end between two quotations, or before the first one; more than two are not told apart.
  [[nodiscard]] std::uint32_t sentences_in(TokenRange gap) const {
    std::uint32_t n = 0;
    for (std::uint32_t i = gap.last; i > gap.first && n < 2; --i) n += ends_sentence(scene_, i - 1) ? 1 : 0;
    return n;
  }

  const Scene& scene_;
  std::span<const Cue> cues_;
  std::vector<bool> used_;
  std::vector<Link> links_;
};

}  // namespace

std::vector<Link> link_quotations(const Scene& scene, std::span<const Cue> cues, std::span<const Turn> turns) {
  return Linker(scene, cues).run(turns);
}

}  // namespace sitcen::reading
