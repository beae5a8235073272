#include "reading/statements/cue_search.h"

#include <algorithm>

#include "reading/statements/dependents.h"
#include "reading/statements/subject.h"

namespace sitcen::reading {
namespace {

constexpr std::uint32_t kLongestReportingClause = 60;  ///< tokens

class Search {
 public:
  Search(const Scene& scene, std::span<const Cue> cues) : scene_(scene), cues_(cues) {}

  [[nodiscard]] std::uint32_t after(const Place& p) const {
    const std::uint32_t end = std::min(p.sentence_end, p.q.outer.last + kLongestReportingClause);
    const Joint joint = joint_behind(p, end);
    if (joint.clause >= end || (joint.stopped && !p.q.opens_paragraph)) return kNone;
    for (std::uint32_t k = first_cue(joint.clause); k < cues_.size() && cues_[k].token < end; ++k) {
      const Cue& cue = cues_[k];
      if (can_quote(cue) && scene_.tree.dep(cue.token) != Dep::relcl) return belongs(p, joint, cue.token) ? k : kNone;
    }
    return kNone;
  }

  [[nodiscard]] std::uint32_t before(const Place& p, TokenRange gap, bool introduced) const {
    std::uint32_t best = kNone;
    std::uint32_t reported = kNone;
    for (std::uint32_t k = first_cue(gap.first); k < cues_.size() && cues_[k].token < gap.last; ++k) {
      const Cue& cue = cues_[k];
      if (!can_quote(cue) || entry_with(cue, Frame::quote) == nullptr || is_aside(cue.token, gap.first)) continue;
      if (!introduced && is_done_to_somebody(cue.token)) continue;
      (is_reported(cue.token, gap.first) ? reported : best) = k;
    }
    if (best == kNone || (reported != kNone && stands_at(cues_[reported].token, gap.last))) best = reported;
    if (best == kNone) return kNone;
    if (introduced) return is_title(scene_, p.q.inner) && !ends_speech(p.q) ? kNone : best;
    return reaches(cues_[best], gap.last) ? best : kNone;
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

  /// `The sailors were questioned "as witnesses"`: whoever is questioned says nothing there.
  [[nodiscard]] bool is_done_to_somebody(std::uint32_t verb) const {
    const Dependents d = dependents(scene_, verb);
    return d.passive && d.passive_subject != kNoToken && d.agent == kNoToken;
  }

  /// What stands between a quotation and the clause behind it.
  struct Joint {
    std::uint32_t clause = 0;  ///< first token of the clause
    bool comma = false;        ///< or a dash
    bool open_end = false;     ///< the quotation ends in "?" or "!"
    bool stopped = false;      ///< it ends in a full stop
  };
  [[nodiscard]] Joint joint_behind(const Place& p, std::uint32_t end) const {
    const std::uint32_t last = last_word(scene_, p.q.inner);
    const bool ends = last != kNoToken && ends_sentence(scene_, last);
    Joint out;
    out.clause = p.q.outer.last;
    out.comma = last != kNoToken && is_comma(scene_, last);
    out.open_end = ends && scene_.doc.str(scene_.token(last)) != ".";
    for (std::uint32_t& g = out.clause; g < end; ++g) {
      const bool space = scene_.token(g).is_space;
      if (!space && !is_comma(scene_, g) && !is_dash(scene_, g)) break;
      out.comma = out.comma || !space;
    }
    out.stopped = ends && !out.open_end && !out.comma;
    return out;
  }

  /// The cue of a clause behind a quotation is the quotation's.
  [[nodiscard]] bool belongs(const Place& p, const Joint& joint, std::uint32_t verb) const {
    const bool inverted = only_modifiers(joint.clause, verb);
    // `"...," adding that it was late`: the participle goes on behind the quotation, it does not introduce it.
    if (inverted && scene_.doc.tag(scene_.token(verb)) == "VBG") return false;
    const bool by_name = joint.comma && only_names(joint.clause, verb);
    if (!inverted && !by_name && !subject_starts(joint.clause, verb)) return false;
    if (joint.stopped) return !inverted && stands_alone(verb, p);
    if (!joint.comma && !joint.open_end && !inverted && !fills(p, verb)) return false;
    return joint.comma || !joint.open_end || !has_own_clause(verb, p);
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
    return !scene_.knowledge.cues.find(scene_.lemma(token), CuePos::verb).empty();
  }
  /// `"he noted that it was late, and she replied, "..."`: nothing between the cue and the mark that introduces.
  [[nodiscard]] bool stands_at(std::uint32_t cue, std::uint32_t end) const {
    for (std::uint32_t i = cue + 1; i < end; ++i)
      if (scene_.token(i).pos != Pos::punct && !scene_.token(i).is_space) return false;
    return true;
  }

  /// The cue in front of a quotation without comma or colon: the quotation must be its own object: `said "..."`, `told
  /// reporters "..."`.
  [[nodiscard]] bool reaches(const Cue& cue, std::uint32_t end) const {
    const bool takes_hearer = has(cue.entries.front().frames, Frame::obj);
    for (std::uint32_t i = cue.token + 1; i < end; ++i) {
      if (i == cue.particle || scene_.token(i).is_space || scene_.token(i).pos == Pos::adv) continue;
      const Dep dep = scene_.tree.dep(i);
      const bool hearer = dep == Dep::dobj || dep == Dep::dative || dep == Dep::compound || dep == Dep::det ||
                          dep == Dep::poss || dep == Dep::amod;
      if (!takes_hearer || !hearer) return false;
    }
    return true;
  }
  [[nodiscard]] bool ends_speech(const Quotation& q) const {
    const std::uint32_t last = last_word(scene_, q.inner);
    return last != kNoToken && ends_sentence(scene_, last);
  }

  const Scene& scene_;
  std::span<const Cue> cues_;
};

}  // namespace

std::uint32_t cue_after(const Scene& scene, std::span<const Cue> cues, const Place& place) {
  return Search(scene, cues).after(place);
}

std::uint32_t cue_before(const Scene& scene, std::span<const Cue> cues, const Place& place, TokenRange gap,
                         bool introduced) {
  return Search(scene, cues).before(place, gap, introduced);
}

}  // namespace sitcen::reading
