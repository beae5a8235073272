#include <algorithm>
#include <bit>
#include <string>
#include <utility>

#include "reading/actors/actor_phrases.h"
#include "reading/actors/actors.h"
#include "reading/actors/identity.h"
#include "reading/actors/names.h"
#include "reading/actors/resolve.h"
#include "reading/actors/roles.h"
#include "reading/actors/syntax.h"
#include "reading/paragraphs.h"
#include "reading/phrases.h"
#include "reading/statements/quotations.h"

namespace sitcen::reading {
namespace {

constexpr std::size_t kMostRoles = 64;  ///< of one person in one report; more are noise

/// Per token: the name it belongs to.
std::vector<std::uint32_t> names_by_token(const Document& doc, std::span<const Name> names) {
  std::vector<std::uint32_t> out(doc.tokens.size(), kNone);
  for (std::uint32_t n = 0; n < names.size(); ++n)
    std::fill(out.begin() + names[n].tokens.first, out.begin() + names[n].tokens.last, n);
  return out;
}

Mention mention(const Document& doc, const Name& name, const Identity& id) {
  Mention m;
  m.span = span_of(doc, name.tokens);
  m.first = name.tokens.first;
  m.last = name.tokens.last;
  m.form = MentionForm::name;
  m.reason = name.kind == ActorKind::country && id.score == 1 ? "name of the country" : id.reason;
  m.provenance = {doc.tokens[name.tokens.first].sentence, "name", id.score};
  return m;
}

void add_sector(Actor& actor, std::string_view sector) {
  if (sector.empty() || std::ranges::find(actor.sector, sector) != actor.sector.end()) return;
  actor.sector.emplace_back(sector);
}

bool same_words(std::string_view a, std::string_view b) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  return std::ranges::equal(a, b, {}, lower, lower);
}

void add_named_role(const Document& doc, Actor& actor, const NamedRole& read) {
  Role role;
  role.title = text_of(doc, read.title);
  role.of = read.country != nullptr      ? std::string(read.country->code)
            : !read.organisation.empty() ? std::string(text_of(doc, read.organisation))
                                         : std::string();
  role.span = span_of(doc, read.tokens);
  add_sector(actor, read.sector);
  if (actor.country.empty() && read.country != nullptr) actor.country = read.country->code;
  const auto same = [&](const Role& r) { return r.of == role.of && same_words(r.title, role.title); };
  if (actor.roles.size() < kMostRoles && std::ranges::none_of(actor.roles, same))
    actor.roles.push_back(std::move(role));
}

}  // namespace

namespace {

ActorKind kind_of(Sort sort) {
  switch (sort) {
    case Sort::group:
      return ActorKind::group;
    case Sort::organisation:
      return ActorKind::organisation;
    case Sort::country:
      return ActorKind::country;
    default:
      return ActorKind::person;
  }
}

/// The token of a span that the rest hangs on, kNoToken for an empty one.
std::uint32_t head_of(const Document& doc, const Tree& tree, Span span) {
  const TokenRange r = tokens_of(doc, span);
  for (std::uint32_t i = r.first; i < r.last; ++i)
    if (tree.is_root(i) || !r.has(tree.head(i))) return i;
  return kNoToken;
}

/// What is said in quotation marks, by whom and to whom.
std::vector<Speech> speeches(const Document& doc, const Tree& tree, std::span<const Statement> statements) {
  std::vector<Speech> out;
  for (const Statement& s : statements) {
    if (!s.speaker || s.kind == StatementKind::indirect) continue;
    const std::uint32_t speaker = speaking_head(doc, tree, head_of(doc, tree, s.speaker->span));
    const std::uint32_t addressee = s.addressee ? head_of(doc, tree, *s.addressee) : kNoToken;
    for (const Span piece : s.content) out.push_back({tokens_of(doc, piece), speaker, addressee});
  }
  std::ranges::stable_sort(out, {}, [](const Speech& s) { return s.words.first; });
  return out;
}

Mention mention(const Document& doc, const ActorPhrase& phrase, const Meaning& meaning) {
  Mention m;
  m.span = span_of(doc, phrase.tokens);
  m.first = phrase.tokens.first;
  m.last = phrase.tokens.last;
  m.form = phrase.form;
  m.reason = meaning.reason;
  m.provenance = {doc.tokens[phrase.head].sentence, name(phrase.form), meaning.score};
  return m;
}

/// "leader" and "head" say that somebody holds an office, not which.
bool is_office(const Knowledge& knowledge, const ActorPhrase& phrase) {
  constexpr int kVague = 3;  ///< classes; a title that may stand for so many names none
  return std::popcount(knowledge.offices.classes(phrase.lemma, {})) < kVague;
}

/// What an epithet says of somebody's office: kept where nothing better stands beside the name.
void add_told(const Document& doc, Actor& actor, const NamedRole& read) {
  const std::string of =
      read.country != nullptr ? std::string(read.country->code) : std::string(text_of(doc, read.organisation));
  if (std::ranges::find(actor.roles, of, &Role::of) == actor.roles.end()) add_named_role(doc, actor, read);
}

}  // namespace

NamedActors read_names(const Document& doc, const Tree& tree, const Knowledge& knowledge) {
  NamedActors out;
  out.names = find_names(doc, tree, knowledge);
  out.identities = identify(doc, out.names, knowledge);
  out.name_of = names_by_token(doc, out.names);
  out.actors.resize(out.identities.fullest.size());
  for (std::size_t a = 0; a < out.actors.size(); ++a) {
    const Name& fullest = out.names[out.identities.fullest[a]];
    Actor& actor = out.actors[a];
    actor.kind = fullest.kind;
    actor.name = text_of(doc, fullest.tokens);
    if (fullest.country != nullptr) actor.country = fullest.country->code;
    if (fullest.organisation == nullptr) continue;
    actor.country = fullest.organisation->country;
    add_sector(actor, fullest.organisation->sector);
  }
  for (std::uint32_t n = 0; n < out.names.size(); ++n)
    out.actors[out.identities.of_name[n].actor].mentions.push_back(
        mention(doc, out.names[n], out.identities.of_name[n]));
  return out;
}

Cast read_actors(const Document& doc, const Tree& tree, const Knowledge& knowledge, const NamedActors& named,
                 std::span<const Statement> statements) {
  std::vector<std::vector<NamedRole>> roles(named.actors.size());
  for (std::uint32_t n = 0; n < named.names.size(); ++n) {
    const std::uint32_t a = named.identities.of_name[n].actor;
    if (named.actors[a].kind != ActorKind::person || roles[a].size() > kMostRoles) continue;
    for (const NamedRole& role : roles_of(doc, tree, knowledge, named.names[n], named.names, named.name_of))
      roles[a].push_back(role);
  }
  const std::vector<ActorPhrase> phrases = actor_phrases(doc, tree, knowledge, named.names, named.name_of);
  const std::vector<Speech> said = speeches(doc, tree, statements);
  const std::vector<TokenRange> lines = paragraphs(doc);
  std::vector<TokenRange> quoted;
  for (const Quotation& q : quotations(doc, lines)) quoted.push_back(q.outer);
  const Meanings meanings = resolve(
      {doc, tree, knowledge, named.names, named.name_of, named.identities, phrases, roles, said, lines, quoted});

  std::vector<Actor> actors(meanings.actors.size());
  std::vector<bool> speaks(actors.size(), false);
  std::vector<std::vector<NamedRole>> told(actors.size());  ///< by nominals that mean somebody
  std::vector<std::uint32_t> at(doc.tokens.size(), kNone);
  for (std::size_t p = 0; p < phrases.size(); ++p) {
    const Meaning& m = meanings.of_phrase[p];
    if (m.actor == kNobody) continue;
    if (m.other == kNobody) at[phrases[p].head] = m.actor;
    if (m.other != kNobody) actors[m.other].mentions.push_back(mention(doc, phrases[p], m));
    actors[m.actor].mentions.push_back(mention(doc, phrases[p], m));
    if (m.role && told[m.actor].size() < kMostRoles)
      if (auto role = role_in(doc, tree, knowledge, phrases[p].head, named.names, named.name_of))
        if ((role->country != nullptr || !role->organisation.empty()) && is_office(knowledge, phrases[p]))
          told[m.actor].push_back(*role);
  }
  for (const Statement& s : statements) {
    if (!s.speaker) continue;
    const std::uint32_t head = speaking_head(doc, tree, head_of(doc, tree, s.speaker->span));
    if (head != kNoToken && at[head] != kNone) speaks[at[head]] = true;
  }
  for (std::size_t a = 0; a < actors.size(); ++a) {
    const Meant& meant = meanings.actors[a];
    Actor& actor = actors[a];
    if (meant.named != kNobody) {
      const Actor& from = named.actors[meant.named];
      actor.kind = from.kind;
      actor.name = from.name;
      actor.country = from.country;
      actor.sector = from.sector;
      for (const NamedRole& role : roles[meant.named]) add_named_role(doc, actor, role);
      for (const NamedRole& role : told[a]) add_told(doc, actor, role);
    } else {
      actor.kind = meant.plural && meant.sort == Sort::person ? ActorKind::group : kind_of(meant.sort);
      actor.name = text_of(doc, phrases[meant.phrase].tokens);
      if (meant.country != nullptr) actor.country = meant.country->code;
    }
    std::ranges::sort(actor.mentions, {}, [](const Mention& m) { return std::pair(m.span.begin, ~m.span.end); });
    // "the mayor of her town": of two mentions of one actor, one in the other, the inner one says less.
    std::uint32_t end = 0;
    std::erase_if(actor.mentions, [&](const Mention& m) {
      if (m.span.begin < end) return true;
      end = m.span.end;
      return false;
    });
  }

  Cast out;
  std::vector<std::uint32_t> order;
  for (std::uint32_t a = 0; a < actors.size(); ++a)
    if (meanings.actors[a].named != kNobody || actors[a].mentions.size() > 1 || speaks[a]) order.push_back(a);
  std::ranges::stable_sort(order, {}, [&](std::uint32_t a) { return actors[a].mentions.front().span.begin; });
  std::vector<std::uint32_t> index(actors.size(), kNone);
  for (const std::uint32_t a : order) {
    index[a] = static_cast<std::uint32_t>(out.actors.size());
    out.actors.push_back(std::move(actors[a]));
  }
  for (std::uint32_t& a : at)
    if (a != kNone) a = index[a];
  out.meant_at = std::move(at);
  for (std::size_t p = 0; p < phrases.size(); ++p) {
    std::vector<std::uint32_t> open;
    const Meaning& m = meanings.of_phrase[p];
    const std::array<std::uint32_t, 2> between = m.other == kNobody ? m.candidates : std::array{m.actor, m.other};
    for (const std::uint32_t c : between)
      if (c != kNobody && index[c] != kNone) open.push_back(index[c]);
    if (!open.empty()) out.open_at.try_emplace(phrases[p].head, std::move(open));
  }
  return out;
}

}  // namespace sitcen::reading
