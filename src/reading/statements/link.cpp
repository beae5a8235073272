#include "reading/statements/link.h"

#include <algorithm>

#include "reading/phrases.h"
#include "reading/statements/complement.h"
#include "reading/statements/dependents.h"
#include "reading/statements/subject.h"
#include "reading/statements/surroundings.h"

namespace sitcen::reading {
namespace {

constexpr std::uint32_t kLongestReportingClause = 60;  ///< tokens

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
    return std::move(links_);
  }

 private:
  /// Index of the first cue at or behind a token.
  [[nodiscard]] std::uint32_t first_cue(std::uint32_t token) const {
    return static_cast<std::uint32_t>(std::ranges::lower_bound(cues_, token, {}, &Cue::token) - cues_.begin());
  }

  [[nodiscard]] static bool can_quote(const Cue& cue) {
    if (cue.pos != CuePos::verb) return false;
    const CueEntry* entry = entry_with(cue, Frame::quote | Frame::that);
    return entry != nullptr && (is_speech(entry->cls) || has(entry->frames, Frame::quote));
  }

  /// `"...," X said`, `"..." said X`: the cue of the clause that begins right behind the quotation.
  [[nodiscard]] std::uint32_t cue_after(const Place& p) const {
    std::uint32_t g = p.q.outer.last;
    const std::uint32_t end = std::min(p.sentence_end, g + kLongestReportingClause);
    const std::uint32_t last = last_word(scene_, p.q.inner);
    bool comma = last != kNoToken && is_comma(scene_, last);
    const bool open_end = last != kNoToken && ends_sentence(scene_, last) && scene_.doc.str(scene_.token(last)) != ".";
    while (g < end && (scene_.token(g).is_space || is_comma(scene_, g) || is_dash(scene_, g))) {
      comma = comma || !scene_.token(g).is_space;
      ++g;
    }
    if (g >= end) return kNone;
    const bool stopped = last != kNoToken && ends_sentence(scene_, last) && !open_end && !comma;
    if (stopped && !p.q.opens_paragraph) return kNone;
    for (std::uint32_t k = first_cue(g); k < cues_.size() && cues_[k].token < end; ++k) {
      const Cue& cue = cues_[k];
      if (!can_quote(cue) || scene_.tree.dep(cue.token) == Dep::relcl) continue;
      const bool inverted = only_modifiers(g, cue.token);
      // `"...," adding that it was late`: the participle goes on behind the quotation, it does not introduce it.
      if (inverted && scene_.doc.tag(scene_.token(cue.token)) == "VBG") return kNone;
      const bool by_name = comma && only_names(g, cue.token);
      if (!inverted && !by_name && !subject_starts(g, cue.token)) return kNone;
      if (stopped) return !inverted && stands_alone(cue.token, p) ? k : kNone;
      if (!comma && !open_end && !inverted && !fills(p, cue.token)) return kNone;
      if (open_end && !comma && has_own_clause(cue.token, p)) return kNone;
      return k;
    }
    return kNone;
  }

  /// `"We came." Ana Kos said.`: nothing but the verb is left to the sentence behind the quotation.
  [[nodiscard]] bool stands_alone(std::uint32_t verb, const Place& p) const {
    if (p.sentence_end == p.right && p.right != scene_.paragraphs[p.q.paragraph].last) return false;
    for (std::uint32_t i = verb + 1; i < p.sentence_end; ++i)
      if (!scene_.token(i).is_space && scene_.token(i).pos != Pos::adv) return false;
    return true;
  }

  /// Adverbs and auxiliaries only between two tokens.
  [[nodiscard]] bool only_modifiers(std::uint32_t first, std::uint32_t last) const {
    for (std::uint32_t i = first; i < last; ++i) {
      const Pos pos = scene_.token(i).pos;
      if (pos != Pos::adv && pos != Pos::aux && pos != Pos::space && pos != Pos::part) return false;
    }
    return true;
  }
  /// No verb between two tokens but in asides.
  [[nodiscard]] bool only_names(std::uint32_t first, std::uint32_t last) const {
    const Pos pos = scene_.token(first).pos;
    if (pos != Pos::propn && pos != Pos::noun && pos != Pos::pron && pos != Pos::det && pos != Pos::adj) return false;
    for (std::uint32_t i = first; i < last; ++i) {
      if (scene_.token(i).pos != Pos::verb) continue;
      const Dep dep = scene_.tree.dep(i);
      if (dep != Dep::relcl && dep != Dep::acl && dep != Dep::amod) return false;
    }
    return true;
  }
  [[nodiscard]] bool subject_starts(std::uint32_t g, std::uint32_t verb) const {
    const Subject s = subject_of(scene_, verb);
    if (s.head == kNoToken || s.head > verb) return false;
    const std::uint32_t first = scene_.tree.range(s.head).first;
    return first == g || (first > g && only_modifiers(g, s.range.first));
  }
  /// The quotation is what the verb says by the parse, though no comma shows it.
  [[nodiscard]] bool fills(const Place& p, std::uint32_t verb) const {
    for (const std::uint32_t c : scene_.tree.children(verb))
      if (p.q.inner.has(c)) return scene_.tree.dep(c) == Dep::ccomp || scene_.tree.dep(c) == Dep::dobj;
    return false;
  }
  [[nodiscard]] bool has_own_clause(std::uint32_t verb, const Place& p) const {
    const std::uint32_t c = scene_.tree.child(verb, Dep::ccomp);
    for (const std::uint32_t child : scene_.tree.children(verb))
      if (scene_.tree.dep(child) == Dep::ccomp && child > verb && !p.q.inner.has(child)) return true;
    return c != kNoToken && c > verb;
  }

  /// Whether a cue stands in what another cue in front of the quotation reports.
  [[nodiscard]] bool is_reported(std::uint32_t token, std::uint32_t from) const {
    for (int steps = 0; steps < 12 && !scene_.tree.is_root(token); ++steps) {
      const Dep dep = scene_.tree.dep(token);
      const std::uint32_t head = scene_.tree.head(token);
      if (head < from) return false;
      if (dep == Dep::relcl || dep == Dep::acl) return true;
      if ((dep == Dep::ccomp || dep == Dep::xcomp) && head < token) {
        // "When asked why, she replied": set off by a comma, no clause of "asked".
        if (is_cue(head) && !comma_before(scene_, scene_.tree.range(token).first)) return true;
      }
      token = head;
    }
    return false;
  }
  /// "told them when asked about it", "an account called": no cue of what stands behind the sentence.
  [[nodiscard]] bool is_aside(std::uint32_t token, std::uint32_t from) const {
    const Dep dep = scene_.tree.dep(token);
    const std::uint32_t head = scene_.tree.head(token);
    const std::string_view tag = scene_.doc.tag(scene_.token(token));
    if (dep == Dep::acl) return tag == "VBN" && scene_.tree.child(token, Dep::agent) == kNoToken;
    return dep == Dep::advcl && tag != "VBG" && head < token && head >= from && is_cue(head);
  }
  [[nodiscard]] bool is_cue(std::uint32_t token) const {
    return !scene_.knowledge.cues.find(scene_.doc.lemma(scene_.token(token)), CuePos::verb).empty();
  }
  /// `"he noted that it was late, and she replied, "..."`: nothing between the cue and the mark that introduces.
  [[nodiscard]] bool stands_at(std::uint32_t cue, std::uint32_t end) const {
    for (std::uint32_t i = cue + 1; i < end; ++i)
      if (scene_.token(i).pos != Pos::punct && !scene_.token(i).is_space) return false;
    return true;
  }

  /// `X said, "..."`: the cue of the sentence that runs up to the quotation.
  [[nodiscard]] std::uint32_t cue_before(const Place& p, TokenRange gap, bool intro) const {
    std::uint32_t best = kNone;
    std::uint32_t reported = kNone;
    for (std::uint32_t k = first_cue(gap.first); k < cues_.size() && cues_[k].token < gap.last; ++k) {
      const Cue& cue = cues_[k];
      if (!can_quote(cue) || entry_with(cue, Frame::quote) == nullptr || is_aside(cue.token, gap.first)) continue;
      if (is_reported(cue.token, gap.first)) {
        reported = k;
        continue;
      }
      best = k;
    }
    if (best == kNone || (reported != kNone && stands_at(cues_[reported].token, gap.last))) best = reported;
    if (best == kNone) return kNone;
    if (intro) return is_title(scene_, p.q.inner) && !ends_speech(p.q) ? kNone : best;
    // Without comma or colon the quotation must be the cue's own object: `said "..."`, `told reporters "..."`.
    const Cue& cue = cues_[best];
    for (std::uint32_t i = cue.token + 1; i < gap.last; ++i) {
      if (i == cue.particle || scene_.token(i).is_space) continue;
      const Pos pos = scene_.token(i).pos;
      if (pos == Pos::adv) continue;
      const Dep dep = scene_.tree.dep(i);
      const bool hearer = has(cue.entries.front().frames, Frame::obj) &&
                          (dep == Dep::dobj || dep == Dep::dative || dep == Dep::compound || dep == Dep::det ||
                           dep == Dep::poss || dep == Dep::amod);
      if (!hearer) return kNone;
    }
    return best;
  }
  [[nodiscard]] bool ends_speech(const Quotation& q) const {
    const std::uint32_t last = last_word(scene_, q.inner);
    return last != kNoToken && ends_sentence(scene_, last);
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
    const Quotation& q = p.q;
    if (index > 0 && scene_.quotations[index - 1].continues && links_[index - 1].tie != Tie::none) {
      // A paragraph that has its own cue behind it is a statement of its own.
      const std::uint32_t own = cue_after(p);
      if (own != kNone && !used_[own]) return {.tie = Tie::after, .cue = own};
      return later(Tie::joined, index - 1);
    }
    if (is_heading(index)) return {};
    const TokenRange gap = {p.sentence, q.outer.first};
    const std::uint32_t before_mark = last_word(scene_, gap);
    const bool intro = before_mark != kNoToken && (is_comma(scene_, before_mark) || is_colon(scene_, before_mark));
    const bool at_start = before_mark == kNoToken;

    const std::uint32_t after = cue_after(p);
    if (after != kNone && (at_start || intro)) {
      // `"...," X said, "..."`: one statement in two pieces, unless the cue is a new one.
      if (!used_[after]) return {.tie = Tie::after, .cue = after, .verb = kNoToken};
    }
    if (!at_start) {
      if (p.after_quotation) {
        // `"...," X said, "..."`
        const Link& last = links_[index - 1];
        if (last.tie == Tie::after && intro && gap.has(cues_[last.cue].token)) {
          const std::uint32_t cue = cue_before(p, {cues_[last.cue].token + 1, gap.last}, intro);
          if (cue != kNone) return {.tie = Tie::before, .cue = cue, .verb = kNoToken};
          return later(Tie::joined, index - 1);
        }
        if (last.tie != Tie::none && !intro && !has_word(scene_, gap)) return later(Tie::joined, index - 1);
      }
      const std::uint32_t cue = cue_before(p, gap, intro);
      if (const TokenRange name = inverted_name(gap); cue == kNone && intro && !name.empty())
        return {.tie = Tie::before, .name = name};
      const bool announced = intro && is_sentence(p);
      const std::uint32_t verb = announced && cue == kNone ? introducing_verb(gap) : kNoToken;
      // `called him a coward: "..."`: the quotation goes on in what the sentence already reports.
      if (announced && is_colon(scene_, before_mark) && (cue == kNone || reports(cues_[cue], gap)))
        return {.tie = Tie::extends, .cue = cue, .verb = verb};
      if (cue != kNone) return {.tie = Tie::before, .cue = cue, .verb = kNoToken};
      if (verb != kNoToken) return {.tie = Tie::introduced, .cue = kNone, .verb = verb};
      return {};
    }
    if (goes_on(index, p)) return later(Tie::joined, index - 1);
    if (!is_sentence(p) && !q.opens_paragraph) return {};
    if (has_word(scene_, {q.outer.last, p.sentence_end}) && !closed_sentence(q)) return {};
    if (!has_verb(scene_, q.inner) && !closed_sentence(q)) return {};
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

  /// A quotation that is a sentence of its own: who spoke before it?
  [[nodiscard]] Link without_cue(std::uint32_t index, const Place& p) const {
    const Quotation& q = p.q;
    if (q.opens_paragraph && q.paragraph > 0) {
      const TokenRange above = scene_.paragraphs[q.paragraph - 1];
      const std::uint32_t last = last_word(scene_, above);
      if (last != kNoToken && (is_colon(scene_, last) || is_comma(scene_, last)) && !scene_.quoted(last)) {
        std::uint32_t first = above.first;
        for (std::uint32_t i = last; i > above.first; --i)
          if (ends_sentence(scene_, i - 1) || scene_.quoted(i - 1)) {
            first = i;
            break;
          }
        if (const std::uint32_t cue = cue_before(p, {first, last}, true); cue != kNone)
          return {.tie = Tie::before, .cue = cue, .verb = kNoToken};
        if (const TokenRange name = inverted_name({first, last}); !name.empty())
          return {.tie = Tie::before, .name = name};
        if (const std::uint32_t verb = introducing_verb({first, last}); verb != kNoToken)
          return {.tie = Tie::introduced, .cue = kNone, .verb = verb};
      }
    }
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
