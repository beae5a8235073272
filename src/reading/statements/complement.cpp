#include "reading/statements/complement.h"

#include <algorithm>
#include <optional>

#include "reading/phrases.h"
#include "reading/statements/dependents.h"
#include "reading/statements/mislaid.h"
#include "reading/statements/occasion.h"

namespace sitcen::reading {
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
    const Frame frame = preposition_frame(scene.doc.str(scene.token(c)));
    if (const CueEntry* e = entry_with(cue, frame)) return {c, object, e, frame};
  }
  return {};
}

/// What a colon adds to the reported clause belongs to it: "said it failed for one reason: pride".
/// \return past the sentence's last token, `end` if no colon follows there
std::uint32_t explained(const Scene& scene, std::uint32_t end) {
  if (end >= scene.doc.tokens.size() || scene.doc.str(scene.token(end)) != ":") return end;
  const std::uint32_t sentence = scene.token(end).sentence;
  std::uint32_t last = scene.doc.sentences[sentence].last;
  // The parser likes to start a sentence behind a colon.
  if (last == end + 1 && sentence + 1 < scene.doc.sentences.size() && scene.doc.sentences[sentence + 1].first == last &&
      !scene.token(last).is_space)
    last = scene.doc.sentences[sentence + 1].last;
  return trimmed(scene.doc, {end + 1, last}).empty() ? end : trimmed(scene.doc, {end + 1, last}).last;
}

/// A reason or condition behind the reported clause belongs to it, though the parser may hang it on the cue:
/// "said he would come because ...". \return past its last token, 0 if there is none
std::uint32_t reasons_behind(const Scene& scene, std::uint32_t cue, std::uint32_t end) {
  for (const std::uint32_t c : scene.tree.children(cue)) {
    if (c < end || scene.tree.dep(c) != Dep::advcl) continue;
    const std::uint32_t mark = scene.tree.child(c, Dep::mark);
    if (mark != kNoToken && scene.plays(mark, WordRole::reason)) return trimmed(scene.doc, scene.tree.range(c)).last;
  }
  return 0;
}

/// "welcomed the deal with Iran in principle": phrases that follow at once belong to what is reported, though the
/// parser hangs them on the cue. \return past the last of them
std::uint32_t with_adjuncts(const Scene& scene, std::uint32_t cue, std::uint32_t end) {
  for (const std::uint32_t c : scene.tree.children(cue)) {
    if (c < end) continue;
    const Dep dep = scene.tree.dep(c);
    const bool adjunct = dep == Dep::prep || dep == Dep::npadvmod || dep == Dep::advmod || dep == Dep::advcl;
    if (!adjunct || scene.tree.range(c).first != end || setting_of(scene, c) != Setting::none) break;
    end = scene.tree.range(c).last;
  }
  return end;
}

TokenRange hearer(const Scene& scene, const Cue& cue, const Dependents& d) {
  if (d.object != kNoToken && d.object > cue.token && entry_with(cue, Frame::obj) != nullptr)
    return noun_phrase(scene.doc, scene.tree, d.object);
  if (d.dative == kNoToken || d.dative < cue.token) return {};
  const bool is_preposition = scene.token(d.dative).pos == Pos::adp;
  const std::uint32_t noun = is_preposition ? object_of_preposition(scene, d.dative) : d.dative;
  return noun == kNoToken ? TokenRange{} : noun_phrase(scene.doc, scene.tree, noun);
}

/// "and" of "it was late and added": \return the conjunction in front of a token, the token itself if there is none
std::uint32_t conjunction_before(const Scene& scene, std::uint32_t clause, std::uint32_t first) {
  for (const std::uint32_t c : scene.tree.children(clause))
    if (scene.tree.dep(c) == Dep::cc && c < first && c + 3 > first) return c;
  return first;
}

/// "He said it was late, suggesting that ...": the second report is the speaker's own, not part of the first.
/// \return where the reported clause ends
std::uint32_t before_next_report(const Scene& scene, std::uint32_t clause, TokenRange content) {
  for (const std::uint32_t c : scene.tree.children(clause)) {
    const std::uint32_t first = scene.tree.range(c).first;
    if (first <= content.first || first >= content.last) continue;
    if (reporting_cue(scene, c) != kNoToken) content.last = first;
    if (fellow_cue(scene, c) != kNoToken) content.last = conjunction_before(scene, clause, first);
  }
  return trimmed(scene.doc, content).last;
}

/// "As Ana Kos said, the port will open": the sentence around the clause is what she said.
std::optional<Complement> as_clause(const Scene& scene, const Cue& cue, const Dependents& d) {
  if (scene.tree.dep(cue.token) != Dep::advcl) return std::nullopt;
  const std::uint32_t mark = scene.tree.child(cue.token, Dep::mark);
  const std::uint32_t head = scene.tree.head(cue.token);
  if (mark == kNoToken || !scene.plays(mark, WordRole::quoting) || !is_verb(scene, head)) return std::nullopt;
  if (d.passive ? d.agent == kNoToken : d.subject == kNoToken) return std::nullopt;
  Complement out;
  out.frame = Frame::that;
  out.entry = entry_with(cue, kClause);
  if (out.entry == nullptr || !is_speech(out.entry->cls)) return std::nullopt;
  out.head = head;
  add_around(scene, scene.tree.range(head), scene.tree.range(cue.token), out.content);
  out.rule = "as clause";
  return out;
}

std::optional<Complement> clausal(const Scene& scene, const Cue& cue, const Dependents& d) {
  const std::uint32_t clause = d.clause == kNoToken ? mislaid_clause(scene, cue, d) : d.clause;
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
  } else if (TokenRange content = content_of(scene, clause); !content.empty()) {
    if (clause > cue.token)
      content.last = explained(scene, std::max(content.last, reasons_behind(scene, cue.token, content.last)));
    content.last = before_next_report(scene, clause, content);
    out.content.push_back(content);
  }
  out.addressee = hearer(scene, cue, d);
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
  content.last = with_adjuncts(scene, cue.token, content.last);
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
  const Governed g = governed_phrase(scene, cue, cue.token);
  // "see X as Y": with "as" only; "describe X as Y": both.
  out.entry = g.frame == Frame::as && out.frame == Frame::np ? g.entry : entry_with(cue, out.frame);
  if (out.entry == nullptr) return std::nullopt;
  TokenRange content = scene.tree.range(noun);
  std::uint32_t end = kNoToken;
  if (out.frame == Frame::small) end = d.predicate;
  // "accuse X of Y", "describe X as Y": the phrase belongs to what is said.
  if (g.entry == out.entry) end = g.preposition;
  if (d.passive) {
    out.content.push_back(trimmed(scene.doc, content));
    if (end != kNoToken) out.content.push_back(content_of(scene, end));
    return out;
  }
  if (end != kNoToken && end > noun) content.last = std::max(content.last, scene.tree.range(end).last);
  content.last = with_adjuncts(scene, cue.token, content.last);
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
  TokenRange content = scene.tree.range(g.object);
  content.last = with_adjuncts(scene, word, content.last);
  content = trimmed(scene.doc, content);
  if (!content.empty()) out.content.push_back(content);
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
    const bool that = dep == Dep::ccomp || (mark != kNoToken && scene.plays(mark, WordRole::complementiser));
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

/// "The deal, he said, is dead": the cue hangs on the clause it reports, between commas.
std::optional<Complement> interposed(const Scene& scene, const Cue& cue, const Dependents& d) {
  const Dep dep = scene.tree.dep(cue.token);
  if (d.subject == kNoToken || d.passive || (dep != Dep::ccomp && dep != Dep::parataxis && dep != Dep::dep))
    return std::nullopt;
  const std::uint32_t head = scene.tree.head(cue.token);
  const TokenRange own = scene.tree.range(cue.token);
  if (!is_verb(scene, head)) return std::nullopt;
  // The commas may hang on the cue or stand beside it.
  const auto is_punct = [&](std::uint32_t i) { return scene.token(i).pos == Pos::punct; };
  if (!is_punct(own.first) && (own.first == 0 || !is_punct(own.first - 1))) return std::nullopt;
  if (!is_punct(own.last - 1) && own.last < scene.doc.tokens.size() && !is_punct(own.last)) return std::nullopt;
  Complement out;
  out.frame = Frame::that;
  out.entry = entry_with(cue, kClause);
  out.head = head;
  if (out.entry == nullptr) return std::nullopt;
  add_around(scene, scene.tree.range(head), own, out.content);
  return out;
}

/// "said in a letter that ...", where the parse has no clause for it.
std::optional<Complement> in_order(const Scene& scene, const Cue& cue, const Dependents& d) {
  Complement out;
  out.frame = Frame::that;
  out.entry = entry_with(cue, Frame::that);
  if (out.entry == nullptr || !is_speech(out.entry->cls) || d.passive) return std::nullopt;
  const TokenRange clause = clause_in_order(scene, cue.token);
  if (clause.empty()) return std::nullopt;
  out.head = clause.first;
  out.rule = "clause by word order";
  out.content.push_back(clause);
  out.addressee = hearer(scene, cue, d);
  return out;
}

/// "The deal seems to hold": what seems is part of how it seems.
Complement impression(const Scene& scene, const Cue& cue, const Dependents& d) {
  Complement out;
  out.impersonal = true;
  const auto behind = [&](std::uint32_t i) { return i != kNoToken && i > cue.token; };
  if (behind(d.clause)) {
    out.frame = Frame::that;
    out.head = d.clause;
  } else if (behind(d.infinitive) && infinitive_mark(scene, d.infinitive) != kNoToken) {
    out.frame = Frame::inf;
    out.head = d.infinitive;
  } else if (behind(d.predicate)) {
    out.frame = Frame::small;
    out.head = d.predicate;
  } else {
    return {};
  }
  out.entry = entry_with(cue, out.frame);
  if (out.entry == nullptr) return {};
  if (out.frame != Frame::that) {
    if (d.subject == kNoToken || d.subject > cue.token) return {};
    out.content.push_back(content_of(scene, d.subject));
  }
  out.content.push_back(content_of(scene, out.head));
  std::erase_if(out.content, [](TokenRange r) { return r.empty(); });
  out.rule = "impression";
  return out;
}

Complement verb_complement(const Scene& scene, const Cue& cue) {
  Dependents d = dependents(scene, cue.token);
  if (cue.entries.front().cls == CueClass::impression) return impression(scene, cue, d);
  // "call for a vote", "call on Iran to return": what the preposition governs is the object of both words.
  if (cue.particle != kNoToken && d.object == kNoToken) d.object = object_of_preposition(scene, cue.particle);
  for (const auto read : {clausal, infinitive, object})
    if (auto c = read(scene, cue, d)) return *std::move(c);
  if (auto c = phrase_complement(scene, cue, cue.token, d)) return *std::move(c);
  for (const auto read : {interposed, as_clause, in_order})
    if (auto c = read(scene, cue, d)) return *std::move(c);
  return {};
}

Complement noun_complement(const Scene& scene, const Cue& cue) {
  if (auto c = dependent_clause(scene, cue, cue.token)) return *std::move(c);
  const std::uint32_t above = scene.tree.head(cue.token);
  // "The hope is that ..."
  if (scene.tree.dep(cue.token) == Dep::nsubj && scene.means(above, WordRole::copula))
    if (auto c = dependent_clause(scene, cue, above)) return *std::move(c);
  if (auto c = phrase_complement(scene, cue, cue.token, {})) return *std::move(c);
  return {};
}

}  // namespace

TokenRange addressee_of(const Scene& scene, const Cue& cue) {
  if (cue.pos != CuePos::verb) return {};
  const Dependents d = dependents(scene, cue.token);
  return d.passive ? TokenRange{} : hearer(scene, cue, d);
}

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
