#include "reading/statements/turns.h"

#include <tsl/robin_map.h>

#include <algorithm>
#include <string_view>

#include "reading/phrases.h"
#include "reading/statements/surroundings.h"

namespace sitcen::reading {
namespace {

constexpr std::uint32_t kLongestLabel = 8;  ///< tokens

struct Label {
  TokenRange tokens;
  std::uint32_t quotation = kNone;  ///< it stands in: each turn may have marks around it
  std::uint32_t colon = 0;
  std::uint32_t head = kNoToken;  ///< of an office; else the last word is
  bool capitals = false;
};

/// The words before the colon of a headline that names whom it quotes by an office: "OSCE chief in Chisinau: We need
/// answers". Only where the words behind it are somebody's own: "I", "we", "our".
Label headline_of(const Scene& scene, TokenRange paragraph) {
  Label out;
  for (std::uint32_t i = paragraph.first; i < paragraph.last && i < paragraph.first + kLongestLabel; ++i) {
    const Token& token = scene.token(i);
    if (scene.doc.str(token) == ":" && i > paragraph.first) {
      out.tokens = trimmed(scene.doc, {paragraph.first, i});
      out.colon = i;
      break;
    }
    if (scene.quoted(i) || token.pos == Pos::verb || token.pos == Pos::aux) return {};
    if (token.pos == Pos::noun && scene.doc.tag(token) == "NN" && scene.knowledge.titles.sector(scene.doc.str(token)))
      out.head = out.head == kNoToken ? i : out.head;
  }
  if (out.tokens.empty() || out.head == kNoToken) return {};
  for (std::uint32_t i = out.colon + 1; i < paragraph.last; ++i)
    if (const auto pronoun = scene.token(i).pos == Pos::pron
                                 ? scene.knowledge.nouns.pronoun(scene.doc.str(scene.token(i)))
                                 : std::nullopt;
        pronoun && pronoun->person == 1)
      return out;
  return {};
}

/// The name stands elsewhere in the text as an actor's.
bool is_known(const Scene& scene, std::uint32_t name) {
  if (scene.actor_of[name] != kNone) return true;
  const std::string_view word = scene.doc.str(scene.token(name));
  for (std::uint32_t i = 0; i < scene.doc.tokens.size(); ++i)
    if (scene.actor_of[i] != kNone && scene.token(i).pos == Pos::propn && scene.doc.str(scene.token(i)) == word)
      return true;
  return false;
}

/// A noun that a headline may name as its source: "Officials", "Poll".
bool is_source(const Scene& scene, std::uint32_t noun) {
  if (scene.plays(noun, WordRole::outlet)) return true;
  std::string_view word = scene.doc.lemma(scene.token(noun));
  if (scene.token(noun).pos == Pos::propn && word.ends_with('s')) word.remove_suffix(1);
  const NounKind kind = scene.knowledge.nouns.noun(word).kind;
  return kind == NounKind::person || kind == NounKind::people || kind == NounKind::organisation;
}

/// "Kos to miners: The pit will stay", "Poll: Voters want the pit to stay": who is named in front of a headline's
/// colon.
Label source_of(const Scene& scene, TokenRange paragraph) {
  Label out;
  std::uint32_t end = kNoToken;
  for (std::uint32_t i = paragraph.first; i < paragraph.last && i < paragraph.first + kLongestLabel; ++i) {
    const Token& token = scene.token(i);
    if (scene.quoted(i) || token.pos == Pos::verb || token.pos == Pos::aux || token.is_space) return {};
    if (scene.doc.str(token) == ":") {
      out.colon = i;
      break;
    }
    if ((token.pos == Pos::adp || token.pos == Pos::part) && end == kNoToken) end = i;
  }
  if (out.colon <= paragraph.first) return {};
  out.tokens = trimmed(scene.doc, {paragraph.first, std::min(end, out.colon)});
  if (out.tokens.empty() || !has_verb(scene, {out.colon + 1, paragraph.last})) return {};
  out.head = out.tokens.last - 1;
  const bool name = scene.token(out.head).pos == Pos::propn && is_known(scene, out.head);
  return name || is_source(scene, out.head) ? out : Label{};
}

/// "Ana Kos" of "Ana Kos: We will stay."; empty where the paragraph does not begin like that.
Label label_of(const Scene& scene, TokenRange paragraph) {
  Label out;
  out.capitals = true;
  if (paragraph.empty()) return {};
  out.quotation = scene.quotation_of[paragraph.first];
  const std::uint32_t begin = paragraph.first + (out.quotation == kNone ? 0 : 1);
  // "Said Ana Kos: ..."
  if (begin < paragraph.last && scene.plays(begin, WordRole::inverted)) return {};
  for (std::uint32_t i = begin; i < paragraph.last && i < begin + kLongestLabel; ++i) {
    const Token& token = scene.token(i);
    const std::string_view word = scene.doc.str(token);
    if (word == ":") {
      out.tokens = trimmed(scene.doc, {begin, i});
      out.colon = i;
      return out;
    }
    const char first = word.front();
    const bool in_name = first >= 'A' && first <= 'Z';
    if (!in_name && token.pos != Pos::punct) break;
    if (scene.quotation_of[i] != out.quotation) break;
    if (in_name && !in_capitals(word)) out.capitals = false;
  }
  return {};
}

bool names_one_actor(const Scene& scene, TokenRange label) {
  const std::uint32_t actor = scene.actor_of[label.last - 1];
  return actor != kNone && scene.actor_of[label.first] == actor;
}

TokenRange without_space(const Scene& scene, TokenRange r) {
  while (!r.empty() && scene.token(r.first).is_space) ++r.first;
  while (!r.empty() && scene.token(r.last - 1).is_space) --r.last;
  return r;
}

/// The labels of all paragraphs, and how often each comes back.
struct Labels {
  std::vector<Label> of;  ///< each paragraph
  tsl::robin_map<std::string_view, std::uint32_t> times;
};

Labels labels_of(const Scene& scene) {
  Labels out;
  for (const TokenRange paragraph : scene.paragraphs) {
    const Label& label = out.of.emplace_back(label_of(scene, paragraph));
    if (!label.tokens.empty()) ++out.times[scene.doc.str(span_of(scene.doc, label.tokens))];
  }
  return out;
}

bool comes_back(const Scene& scene, const Labels& labels, const Label& label) {
  if (label.tokens.empty()) return false;
  const auto at = labels.times.find(scene.doc.str(span_of(scene.doc, label.tokens)));
  return at != labels.times.end() && at->second > 1;
}

/// Whom a headline names in another way than by an actor's name: by an office, or as a source. None: an empty label.
Label headline_label(const Scene& scene, const Labels& labels) {
  const TokenRange title = scene.paragraphs.front();
  const Label& label = labels.of.front();
  if (label.tokens.empty()) {
    if (Label by_office = headline_of(scene, title); !by_office.tokens.empty()) return by_office;
    return source_of(scene, title);
  }
  if (comes_back(scene, labels, label) || names_one_actor(scene, label.tokens)) return {};
  return source_of(scene, title);
}

/// In a talk, who speaks stands in capitals, comes back, or is named before a quotation.
bool is_of_a_talk(const Label& label, bool comes_back, bool names_who_is_quoted) {
  if (label.quotation != kNone) return label.capitals && comes_back;
  return label.capitals || comes_back || names_who_is_quoted;
}

/// The words of a label's turn; empty where they are too few to be one.
TokenRange words_of(const Scene& scene, const Label& label, TokenRange words) {
  const bool quoted = !words.empty() && scene.quoted(words.first);
  // `Kos: "We stay." The mayor left.`
  if (label.quotation != kNone) words.last = std::min(words.last, scene.quotations[label.quotation].inner.last);
  if (quoted && !label.capitals) words = scene.quotations[scene.quotation_of[words.first]].outer;
  return scene.words[words.last] - scene.words[words.first] < 2 ? TokenRange{} : words;
}

}  // namespace

std::vector<Turn> read_turns(const Scene& scene) {
  const Labels labels = labels_of(scene);
  std::vector<Turn> out;
  for (std::size_t p = 0; p < labels.of.size(); ++p) {
    const Label in_headline = p == 0 ? headline_label(scene, labels) : Label{};
    const bool by_headline = !in_headline.tokens.empty();
    const Label& label = by_headline ? in_headline : labels.of[p];
    if (label.tokens.empty()) continue;
    const bool back = comes_back(scene, labels, label);
    const bool headline = p == 0 && !back;
    const bool named = names_one_actor(scene, label.tokens);
    const TokenRange behind = without_space(scene, {label.colon + 1, scene.paragraphs[p].last});
    const bool quoted = !behind.empty() && scene.quoted(behind.first);
    const bool taken =
        headline ? label.quotation == kNone && (by_headline || named) : is_of_a_talk(label, back, named && quoted);
    const TokenRange words = taken ? words_of(scene, label, behind) : TokenRange{};
    if (words.empty()) continue;
    const Subject who = label.head == kNoToken ? Subject{label.tokens.last - 1, label.tokens}
                                               : Subject{label.head, {label.tokens.first, label.head + 1}};
    out.push_back({who, label.colon, words, headline, label.quotation});
  }
  return out;
}

}  // namespace sitcen::reading
