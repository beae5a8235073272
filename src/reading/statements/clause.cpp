#include "reading/statements/clause.h"

#include <algorithm>
#include <optional>

#include "reading/phrases.h"

namespace sitcen::reading {
namespace {

/// What hangs on a verb, a noun or an adjective; kNoToken where there is none.
struct Dependents {
  std::uint32_t subject = kNoToken, passive_subject = kNoToken, agent = kNoToken;
  std::uint32_t clause = kNoToken, infinitive = kNoToken, object = kNoToken, dative = kNoToken;
  std::uint32_t predicate = kNoToken;  ///< oprd, acomp, attr
  bool passive = false;
};

Dependents dependents(const Scene& scene, std::uint32_t verb) {
  Dependents d;
  for (const std::uint32_t c : scene.tree.children(verb)) {
    switch (scene.tree.dep(c)) {
      case Dep::nsubj:
      case Dep::csubj:
        // Of two subjects the nearer one in front is the verb's own; the other is a slip of the parser.
        if (d.subject == kNoToken || c < verb) d.subject = c;
        break;
      case Dep::nsubjpass:
      case Dep::csubjpass:
        d.passive_subject = c;
        break;
      case Dep::auxpass:
        d.passive = true;
        break;
      case Dep::agent:
        d.agent = c;
        break;
      case Dep::ccomp:
        // Behind the verb beats in front of it: "X, who ..., said that".
        if (d.clause == kNoToken || d.clause < verb) d.clause = c;
        break;
      case Dep::xcomp:
        d.infinitive = c;
        break;
      case Dep::dobj:
        if (d.object == kNoToken) d.object = c;
        break;
      case Dep::dative:
        d.dative = c;
        break;
      case Dep::oprd:
      case Dep::acomp:
      case Dep::attr:
        d.predicate = c;
        break;
      default:
        break;
    }
  }
  d.passive = d.passive || d.passive_subject != kNoToken;
  return d;
}

bool is_verb(const Scene& scene, std::uint32_t i) {
  return scene.token(i).pos == Pos::verb || scene.token(i).pos == Pos::aux;
}

/// "to" in front of an infinitive, kNoToken if there is none.
std::uint32_t infinitive_mark(const Scene& scene, std::uint32_t verb) {
  for (const std::uint32_t c : scene.tree.children(verb)) {
    if (c > verb) break;
    if (scene.tree.dep(c) == Dep::aux && is_word(scene.doc, c, "to")) return c;
  }
  return kNoToken;
}

Subject phrase(const Scene& scene, std::uint32_t head) { return {head, noun_phrase(scene.doc, scene.tree, head)}; }

std::uint32_t object_of_preposition(const Scene& scene, std::uint32_t preposition) {
  for (const std::uint32_t c : scene.tree.children(preposition))
    if (scene.tree.dep(c) == Dep::pobj || scene.tree.dep(c) == Dep::pcomp) return c;
  return kNoToken;
}

/// The child preposition of that spelling with an object, kNoToken if there is none.
std::uint32_t preposition(const Scene& scene, std::uint32_t word, std::string_view text) {
  for (const std::uint32_t c : scene.tree.children(word))
    if (c > word && is_word(scene.doc, c, text) && object_of_preposition(scene, c) != kNoToken) return c;
  return kNoToken;
}

}  // namespace

const CueEntry* entry_with(const Cue& cue, Frame frames) {
  for (const CueEntry& e : cue.entries)
    if (has(e.frames, frames)) return &e;
  return nullptr;
}

std::vector<Cue> find_cues(const Scene& scene) {
  std::vector<Cue> out;
  const Document& doc = scene.doc;
  for (std::uint32_t i = 0; i < doc.tokens.size(); ++i) {
    const Token& token = doc.tokens[i];
    CuePos pos = CuePos::verb;
    switch (token.pos) {
      case Pos::verb:
        break;
      case Pos::noun:
        pos = CuePos::noun;
        break;
      case Pos::adj:
        pos = CuePos::adjective;
        break;
      default:
        continue;
    }
    if (pos == CuePos::verb && scene.tree.dep(i) == Dep::amod) continue;
    std::span<const CueEntry> rows = scene.knowledge.cues.find(doc.lemma(token), pos);
    if (rows.empty()) continue;
    Cue cue{i, kNoToken, pos, {}};
    std::size_t plain = 0;
    while (plain < rows.size() && !rows[plain].particle.empty()) ++plain;
    for (std::size_t k = 0; k < plain && cue.particle == kNoToken; ++k)
      for (const std::uint32_t c : scene.tree.children(i))
        if (c > i && c <= i + 6 && is_word(doc, c, rows[k].particle)) {
          std::size_t end = k + 1;
          while (end < plain && rows[end].particle == rows[k].particle) ++end;
          cue.particle = c;
          cue.entries = rows.subspan(k, end - k);
          break;
        }
    if (cue.particle == kNoToken) cue.entries = rows.subspan(plain);
    if (!cue.entries.empty()) out.push_back(cue);
  }
  return out;
}

Subject subject_of(const Scene& scene, std::uint32_t verb) {
  bool as_object = false;  // the verb is what somebody was told to do: the object of the verb above is its subject
  for (int steps = 0; steps < 12; ++steps) {
    const Dependents d = dependents(scene, verb);
    if (as_object && d.object != kNoToken && d.object > verb) return phrase(scene, d.object);
    if (d.passive) {
      if (steps > 0 && d.passive_subject != kNoToken) return phrase(scene, d.passive_subject);
      const std::uint32_t by = d.agent == kNoToken ? kNoToken : object_of_preposition(scene, d.agent);
      return by == kNoToken ? Subject{} : phrase(scene, by);
    }
    if (d.subject != kNoToken) return phrase(scene, d.subject);
    if (scene.tree.is_root(verb)) return {};
    const std::uint32_t head = scene.tree.head(verb);
    switch (scene.tree.dep(verb)) {
      case Dep::conj:
      case Dep::advcl:
        if (!is_verb(scene, head)) return {};
        as_object = false;
        break;
      case Dep::xcomp:
        as_object = is_verb(scene, head) && infinitive_mark(scene, verb) != kNoToken &&
                    !scene.knowledge.cues.find(scene.doc.lemma(scene.token(head)), CuePos::verb).empty();
        break;
      case Dep::pcomp: {
        const std::uint32_t above = scene.tree.head(head);
        if (above == head || !is_verb(scene, above)) return {};
        verb = above;
        as_object = false;
        continue;
      }
      case Dep::acl: {
        Subject s = phrase(scene, head);
        s.range.last = std::min(s.range.last, std::max(head + 1, scene.tree.range(verb).first));
        return s;
      }
      case Dep::relcl:
        return {};
      default:
        return {};
    }
    verb = head;
  }
  return {};
}

namespace {

/// The verb that a noun cue is the object of ("made the claim", "came under criticism"), kNoToken if there is none.
std::uint32_t governing_verb(const Scene& scene, std::uint32_t noun) {
  if (scene.tree.is_root(noun)) return kNoToken;
  const std::uint32_t head = scene.tree.head(noun);
  if (scene.tree.dep(noun) == Dep::dobj && is_verb(scene, head)) return head;
  if (scene.tree.dep(noun) != Dep::pobj || scene.tree.is_root(head)) return kNoToken;
  const std::uint32_t above = scene.tree.head(head);
  return is_verb(scene, above) && scene.tree.dep(head) == Dep::prep ? above : kNoToken;
}

}  // namespace

Subject subject_of(const Scene& scene, const Cue& cue) {
  if (cue.pos == CuePos::verb) return subject_of(scene, cue.token);
  if (cue.pos == CuePos::adjective) {
    if (scene.tree.is_root(cue.token)) return {};
    const std::uint32_t head = scene.tree.head(cue.token);
    return is_verb(scene, head) ? subject_of(scene, head) : Subject{};
  }
  const std::uint32_t owner = scene.tree.child(cue.token, Dep::poss);
  if (owner != kNoToken) return phrase(scene, owner);
  for (const std::string_view by : {"by", "from"})
    if (const std::uint32_t p = preposition(scene, cue.token, by); p != kNoToken)
      return phrase(scene, object_of_preposition(scene, p));
  const std::uint32_t verb = governing_verb(scene, cue.token);
  return verb == kNoToken ? Subject{} : subject_of(scene, verb);
}

namespace {

TokenRange content_of(const Scene& scene, std::uint32_t head) { return trimmed(scene.doc, scene.tree.range(head)); }

/// Content of a clause that lies around its cue ("The deal, he said, is dead"): what is left of it on both sides.
void add_around(const Scene& scene, TokenRange clause, TokenRange cue, std::vector<TokenRange>& out) {
  const TokenRange before = trimmed(scene.doc, {clause.first, std::min(cue.first, clause.last)});
  const TokenRange after = trimmed(scene.doc, {std::max(cue.last, clause.first), clause.last});
  if (!before.empty()) out.push_back(before);
  if (!after.empty()) out.push_back(after);
}

/// The words of a cue's own clause, seen from inside the clause it reports: cue, subject, addressee, time.
TokenRange own_clause(const Scene& scene, std::uint32_t verb, std::uint32_t without) {
  TokenRange out = {verb, verb + 1};
  for (const std::uint32_t c : scene.tree.children(verb)) {
    if (c == without || scene.tree.dep(c) == Dep::punct) continue;
    const TokenRange r = scene.tree.range(c);
    if (r.overlaps(scene.tree.range(without)) && !scene.tree.range(without).covers(r)) continue;
    out.first = std::min(out.first, r.first);
    out.last = std::max(out.last, r.last);
  }
  return out;
}

constexpr Frame kClause = Frame::that | Frame::wh;

struct PrepositionFrame {
  std::string_view text;
  Frame frame;
};
constexpr PrepositionFrame kPrepositions[] = {
    {"about", Frame::about},     {"of", Frame::of},     {"on", Frame::on}, {"for", Frame::for_},
    {"against", Frame::against}, {"as", Frame::as},     {"at", Frame::at}, {"in", Frame::in},
    {"over", Frame::over},       {"with", Frame::with}, {"by", Frame::by}, {"to", Frame::to},
    {"into", Frame::into},       {"upon", Frame::upon},
};

struct Governed {
  std::uint32_t preposition = kNoToken, object = kNoToken;
  const CueEntry* entry = nullptr;
  Frame frame = Frame::none;
};

/// The first prepositional phrase behind the cue that its rows allow.
Governed governed_phrase(const Scene& scene, const Cue& cue, std::uint32_t word) {
  for (const std::uint32_t c : scene.tree.children(word)) {
    if (c < word || scene.token(c).pos != Pos::adp || c == cue.particle) continue;
    const std::uint32_t object = object_of_preposition(scene, c);
    if (object == kNoToken) continue;
    for (const PrepositionFrame& p : kPrepositions) {
      if (!is_word(scene.doc, c, p.text)) continue;
      if (const CueEntry* e = entry_with(cue, p.frame)) return {c, object, e, p.frame};
    }
  }
  return {};
}

std::optional<Complement> clausal(const Scene& scene, const Cue& cue, const Dependents& d) {
  const std::uint32_t clause = d.clause;
  if (clause == kNoToken) return std::nullopt;
  Complement out;
  out.head = clause;
  out.passive = d.passive;
  const bool infinitive = infinitive_mark(scene, clause) != kNoToken;
  out.frame = infinitive ? Frame::inf : Frame::that;
  out.entry = entry_with(cue, infinitive ? Frame::inf : kClause);
  if (out.entry == nullptr && !infinitive) {
    out.frame = Frame::small;
    out.entry = entry_with(cue, Frame::small);
  }
  if (out.entry == nullptr) return std::nullopt;
  const TokenRange range = scene.tree.range(clause);
  if (range.has(cue.token)) {
    add_around(scene, range, own_clause(scene, cue.token, clause), out.content);
  } else if (const TokenRange content = content_of(scene, clause); !content.empty()) {
    out.content.push_back(content);
  }
  const std::uint32_t hearer = d.object != kNoToken ? d.object : d.dative;
  if (hearer != kNoToken && hearer > cue.token && (has(out.entry->frames, Frame::obj) || d.dative != kNoToken)) {
    const bool is_preposition = scene.token(hearer).pos == Pos::adp;
    const std::uint32_t noun = is_preposition ? object_of_preposition(scene, hearer) : hearer;
    if (noun != kNoToken) out.addressee = noun_phrase(scene.doc, scene.tree, noun);
  }
  return out;
}

std::optional<Complement> infinitive(const Scene& scene, const Cue& cue, const Dependents& d) {
  if (d.infinitive == kNoToken || d.infinitive < cue.token) return std::nullopt;
  Complement out;
  out.head = d.infinitive;
  out.passive = d.passive;
  const bool to = infinitive_mark(scene, d.infinitive) != kNoToken;
  out.frame = to ? Frame::inf : scene.doc.tag(scene.token(d.infinitive)) == "VBG" ? Frame::ing : Frame::small;
  out.entry = entry_with(cue, out.frame);
  if (out.entry == nullptr) return std::nullopt;
  TokenRange content = content_of(scene, d.infinitive);
  if (d.object != kNoToken && d.object > cue.token && d.object < d.infinitive) {
    // "urged Iran to return": Iran hears it, and Iran is to do it.
    const TokenRange object = scene.tree.range(d.object);
    if (out.frame == Frame::inf) out.addressee = noun_phrase(scene.doc, scene.tree, d.object);
    content.first = std::min(content.first, object.first);
    content = trimmed(scene.doc, content);
  }
  if (d.passive && d.passive_subject != kNoToken) out.content.push_back(content_of(scene, d.passive_subject));
  out.content.push_back(content);
  return out;
}

std::optional<Complement> object(const Scene& scene, const Cue& cue, const Dependents& d) {
  const std::uint32_t noun = d.passive ? d.passive_subject : d.object;
  if (noun == kNoToken || (!d.passive && noun < cue.token)) return std::nullopt;
  Complement out;
  out.head = noun;
  out.passive = d.passive;
  out.frame = d.predicate != kNoToken && entry_with(cue, Frame::small) != nullptr ? Frame::small : Frame::np;
  out.entry = entry_with(cue, out.frame);
  if (out.entry == nullptr) return std::nullopt;
  TokenRange content = scene.tree.range(noun);
  std::uint32_t end = kNoToken;
  if (out.frame == Frame::small) end = d.predicate;
  // "accuse X of Y", "describe X as Y": the phrase belongs to what is said.
  if (const Governed g = governed_phrase(scene, cue, cue.token); g.entry == out.entry) end = g.preposition;
  if (d.passive) {
    out.content.push_back(trimmed(scene.doc, content));
    if (end != kNoToken) out.content.push_back(content_of(scene, end));
    return out;
  }
  if (end != kNoToken && end > noun) content.last = std::max(content.last, scene.tree.range(end).last);
  content = trimmed(scene.doc, content);
  if (content.empty()) return std::nullopt;
  out.content.push_back(content);
  return out;
}

std::optional<Complement> phrase_complement(const Scene& scene, const Cue& cue, std::uint32_t word,
                                            const Dependents& d) {
  const Governed g = governed_phrase(scene, cue, word);
  if (g.entry == nullptr) return std::nullopt;
  Complement out;
  out.head = g.object;
  out.entry = g.entry;
  out.frame = g.frame;
  out.preposition = g.preposition;
  out.passive = d.passive;
  if (d.object != kNoToken && has(g.entry->frames, Frame::obj))
    out.addressee = noun_phrase(scene.doc, scene.tree, d.object);
  if (const TokenRange content = content_of(scene, g.object); !content.empty()) out.content.push_back(content);
  return out;
}

/// The clause that a noun or an adjective governs: "the claim that ...", "sure that ...", "ready to ...".
std::optional<Complement> dependent_clause(const Scene& scene, const Cue& cue, std::uint32_t word) {
  for (const std::uint32_t c : scene.tree.children(word)) {
    if (c < cue.token) continue;
    const Dep dep = scene.tree.dep(c);
    if (dep != Dep::acl && dep != Dep::ccomp && dep != Dep::xcomp && dep != Dep::relcl) continue;
    const bool to = infinitive_mark(scene, c) != kNoToken;
    const std::uint32_t mark = scene.tree.child(c, Dep::mark);
    const bool that = dep == Dep::ccomp || (mark != kNoToken && is_word(scene.doc, mark, "that"));
    if (!to && !that) continue;
    Complement out;
    out.frame = to ? Frame::inf : Frame::that;
    out.entry = entry_with(cue, to ? Frame::inf : kClause);
    if (out.entry == nullptr) continue;
    out.head = c;
    out.content.push_back(content_of(scene, c));
    return out;
  }
  return std::nullopt;
}

Complement verb_complement(const Scene& scene, const Cue& cue) {
  const Dependents d = dependents(scene, cue.token);
  if (auto c = clausal(scene, cue, d)) return *std::move(c);
  if (auto c = infinitive(scene, cue, d)) return *std::move(c);
  if (auto c = object(scene, cue, d)) return *std::move(c);
  if (auto c = phrase_complement(scene, cue, cue.token, d)) return *std::move(c);
  return {};
}

Complement noun_complement(const Scene& scene, const Cue& cue) {
  if (auto c = dependent_clause(scene, cue, cue.token)) return *std::move(c);
  const std::uint32_t above = scene.tree.head(cue.token);
  // "The hope is that ..."
  if (scene.tree.dep(cue.token) == Dep::nsubj && scene.doc.lemma(scene.token(above)) == "be")
    if (auto c = dependent_clause(scene, cue, above)) return *std::move(c);
  if (auto c = phrase_complement(scene, cue, cue.token, {})) return *std::move(c);
  return {};
}

}  // namespace

Complement complement_of(const Scene& scene, const Cue& cue) {
  if (cue.pos == CuePos::verb) return verb_complement(scene, cue);
  if (cue.pos == CuePos::noun) return noun_complement(scene, cue);
  if (auto c = dependent_clause(scene, cue, cue.token)) return *std::move(c);
  const std::uint32_t above = scene.tree.head(cue.token);
  if (scene.tree.dep(cue.token) == Dep::acomp)
    if (auto c = dependent_clause(scene, cue, above)) return *std::move(c);
  if (auto c = phrase_complement(scene, cue, cue.token, {})) return *std::move(c);
  return {};
}

}  // namespace sitcen::reading
