#include "reading/actors/roles.h"

#include <algorithm>
#include <utility>

#include "reading/actors/syntax.h"
#include "reading/phrases.h"

namespace sitcen::reading {
namespace {

constexpr std::uint32_t kLongestRole = 14;  ///< tokens

struct Reader {
  const Document& doc;
  const Tree& tree;
  const Knowledge& knowledge;
  std::span<const Name> names;
  std::span<const std::uint32_t> name_of;

  [[nodiscard]] bool is_title(std::uint32_t i) const {
    const Pos pos = doc.tokens[i].pos;
    return (pos == Pos::noun || pos == Pos::propn) && knowledge.titles.sector(doc.str(doc.tokens[i])).has_value();
  }
  /// The country that a token names or whose people or adjective it is.
  [[nodiscard]] const Country* country_at(std::uint32_t i) const {
    if (name_of[i] != kNone && names[name_of[i]].country != nullptr) return names[name_of[i]].country;
    const std::string_view word = doc.str(doc.tokens[i]);
    if (const Country* c = knowledge.countries.nationality(word)) return c;
    return doc.tokens[i].pos == Pos::propn ? knowledge.countries.named(word) : nullptr;
  }

  /// Cuts country and organisation off a role's words: "Russian | Minister of Defence", "President | of Belarus".
  [[nodiscard]] NamedRole cut(TokenRange all, std::uint32_t head) const {
    NamedRole out;
    out.tokens = out.title = all;
    out.head = head;
    out.sector = knowledge.titles.sector(doc.str(doc.tokens[head])).value_or("");
    for (std::uint32_t i = all.first; i < head; ++i) {
      const std::uint32_t n = name_of[i];
      if (const Country* c = country_at(i)) {
        out.country = c;
      } else if (n != kNone && is_body(names[n].kind)) {
        out.organisation = names[n].tokens;
      } else {
        continue;
      }
      out.title.first = n == kNone ? i + 1 : std::max(i + 1, names[n].tokens.last);
    }
    // "Velmora's foreign minister": whose minister it is, country or not.
    for (std::uint32_t i = out.title.first; i < head; ++i) {
      if (doc.tag(doc.tokens[i]) != "POS") continue;
      if (out.country == nullptr && out.organisation.empty()) out.organisation = {out.title.first, i};
      out.title.first = i + 1;
    }
    while (out.title.first < head && doc.tokens[out.title.first].pos == Pos::punct) ++out.title.first;
    for (std::uint32_t i = head + 1; i < all.last; ++i) {
      const std::uint32_t n = name_of[i];
      const Country* c = country_at(i);
      if (c == nullptr && (n == kNone || !is_body(names[n].kind))) continue;
      std::uint32_t of = i;
      while (of > head && doc.tokens[of].pos != Pos::adp) --of;
      if (c != nullptr && out.country == nullptr) out.country = c;
      if (c == nullptr && out.organisation.empty()) out.organisation = names[n].tokens;
      if (of > head) out.title.last = std::min(out.title.last, of);
      break;
    }
    out.title = trimmed(doc, out.title);
    return out;
  }

  [[nodiscard]] std::optional<NamedRole> in_front(TokenRange name) const {
    const std::uint32_t head = role_in_front(doc, knowledge, name.first);
    if (head == kNoToken) return std::nullopt;
    const std::uint32_t first = doc.sentences[doc.tokens[head].sentence].first;
    // In front of the head only its own words: adjectives, compounds, a country or body it belongs to.
    std::uint32_t begin = head;
    while (begin > first && head - begin < kLongestRole) {
      const Token& t = doc.tokens[begin - 1];
      const bool own = t.pos == Pos::adj || t.pos == Pos::noun || t.pos == Pos::propn || doc.tag(t) == "POS" ||
                       knowledge.titles.role(doc.str(t)) == NameRole::former || doc.str(t) == "-";
      if (!own) break;
      --begin;
    }
    // "Trump ally Ana Kos": another person's name in front is no part of the role.
    for (std::uint32_t i = head; i > begin; --i)
      if (name_of[i - 1] != kNone && names[name_of[i - 1]].kind == ActorKind::person) {
        begin = i;
        break;
      }
    while (begin < head && doc.tag(doc.tokens[begin]) == "POS") ++begin;
    return cut({begin, name.first}, head);
  }

  /// The country of "of Jordan" right behind a name.
  [[nodiscard]] const Country* country_behind(std::uint32_t of) const {
    if (of + 1 >= doc.tokens.size() || knowledge.titles.role(doc.str(doc.tokens[of])) != NameRole::of) return nullptr;
    if (doc.tokens[of].sentence != doc.tokens[of + 1].sentence) return nullptr;
    for (std::uint32_t i = of + 1; i < doc.tokens.size() && i < of + 3; ++i)
      if (const Country* c = country_at(i)) return c;
    return nullptr;
  }

  [[nodiscard]] std::optional<NamedRole> from_phrase(std::uint32_t head, TokenRange name) const {
    if (!is_title(head)) return std::nullopt;
    TokenRange all = noun_phrase(doc, tree, head);
    // Of "the mayor and his deputy, Ana Kos" the part that stands before the name.
    for (const std::uint32_t c : tree.children(head))
      if (tree.dep(c) == Dep::conj && c > head) all.last = std::min(all.last, tree.range(c).first);
    if (all.overlaps(name)) {
      if (all.first < name.first)
        all.last = std::min(all.last, name.first);
      else
        return std::nullopt;
    }
    while (!all.empty() && (doc.tokens[all.first].pos == Pos::det || doc.tokens[all.first].pos == Pos::pron))
      ++all.first;
    all = trimmed(doc, all);
    if (all.empty() || !all.has(head) || all.size() > kLongestRole) return std::nullopt;
    return cut(all, head);
  }
};

}  // namespace

std::optional<NamedRole> role_in(const Document& doc, const Tree& tree, const Knowledge& knowledge, std::uint32_t head,
                                 std::span<const Name> names, std::span<const std::uint32_t> name_of) {
  const Reader reader{doc, tree, knowledge, names, name_of};
  auto role = reader.from_phrase(head, {});
  return role && !role->title.empty() ? role : std::nullopt;
}

std::vector<NamedRole> roles_of(const Document& doc, const Tree& tree, const Knowledge& knowledge, const Name& name,
                                std::span<const Name> names, std::span<const std::uint32_t> name_of) {
  const Reader reader{doc, tree, knowledge, names, name_of};
  std::vector<NamedRole> out;
  if (auto role = reader.in_front(name.tokens)) {
    // "King Faris of Jordan"
    if (role->country == nullptr) role->country = reader.country_behind(name.tokens.last);
    out.push_back(*role);
  }
  for (std::uint32_t i = name.tokens.first; i < name.tokens.last; ++i) {
    // "Ana Kos, mayor of Tarn," and "the mayor of Tarn, Ana Kos,".
    for (const std::uint32_t c : tree.children(i))
      if (tree.dep(c) == Dep::appos && !name.tokens.has(c) && before_apposition(tree, i, c) == i)
        if (auto role = reader.from_phrase(c, name.tokens)) out.push_back(*role);
    if (tree.dep(i) == Dep::appos && !name.tokens.has(tree.head(i)))
      if (auto role = reader.from_phrase(before_apposition(tree, tree.head(i), i), name.tokens)) out.push_back(*role);
  }
  std::erase_if(out, [](const NamedRole& r) { return r.title.empty(); });
  std::ranges::sort(out, {}, [](const NamedRole& r) { return std::pair(r.tokens.first, r.tokens.last); });
  const auto overlap = [](const NamedRole& a, const NamedRole& b) { return a.tokens.overlaps(b.tokens); };
  out.erase(std::unique(out.begin(), out.end(), overlap), out.end());
  return out;
}

}  // namespace sitcen::reading
