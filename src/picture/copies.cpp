#include "picture/copies.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace sitcen::picture {
namespace {

using store::copies::CopyKind;

/// A version with its text, ready to be compared.
struct Side {
  store::StoredReport stored;
  std::shared_ptr<const std::string> text;
  store::copies::Text words;
};

Result<Side> side(store::Store& store, const store::CopyMember& member) {
  auto stored = store.outline(member.row);
  if (!stored) return fail(stored.error());
  auto text = std::make_shared<const std::string>(stored->report.text);
  return Side{std::move(*stored), text, store::copies::Text(*text)};
}

store::Evidence evidence(const Side& side, Span span) {
  const auto& sentences = side.stored.sentences;
  const auto after = std::ranges::upper_bound(sentences, span.begin, {}, &Span::begin);
  const auto sentence = after == sentences.begin() ? 0 : after - sentences.begin() - 1;
  return store::evidence_in(side.stored, side.text, span, static_cast<std::uint32_t>(sentence));
}

/// What two reports have in common. \param quoted  it is no copy as a whole
CopyRow compared(const Side& original, const Side& copy, const store::CopyMember& member, bool quoted) {
  CopyRow out;
  out.report = member;
  const bool same = original.words.hash() && original.words.hash() == copy.words.hash();
  out.kind = quoted ? CopyKind::quoted : same ? CopyKind::exact : CopyKind::near;
  out.similarity = store::copies::compare(original.words, copy.words).similarity;
  for (const auto& stretch : shared_stretches(original.words, copy.words))
    out.shared.push_back({evidence(original, stretch.first), evidence(copy, stretch.second), stretch.words});
  out.credits = credits_of(copy.stored.report);
  return out;
}

Result<CopiesRow> row_of(store::Store& store, const store::CopyFamily& family, const CopiesQuestion& asked) {
  const auto left_out = [&](std::size_t place, const store::CopyMember& member) {
    return asked.most != 0 && place >= asked.most && member.key != asked.key;
  };
  CopiesRow out;
  out.original = family.members.front();
  const auto original = side(store, out.original);
  if (!original) return fail(original.error());
  out.credits = credits_of(original->stored.report);
  for (std::size_t i = 1; i < family.members.size(); ++i) {
    if (left_out(i - 1, family.members[i])) {
      ++out.left_out;
      continue;
    }
    const auto copy = side(store, family.members[i]);
    if (!copy) return fail(copy.error());
    out.copies.push_back(compared(*original, *copy, family.members[i], false));
  }
  for (std::size_t i = 0; i < family.quoted.size(); ++i) {
    const auto& quoting = family.quoted[i];
    if (left_out(family.members.size() - 1 + i, quoting.by)) {
      ++out.left_out;
      continue;
    }
    const auto copy = side(store, quoting.by);
    if (!copy) return fail(copy.error());
    if (quoting.member == 0) {
      out.copies.push_back(compared(*original, *copy, quoting.by, true));
      continue;
    }
    const auto member = side(store, family.members[quoting.member]);
    if (!member) return fail(member.error());
    out.copies.push_back(compared(*member, *copy, quoting.by, true));
  }
  return out;
}

}  // namespace

Result<void> copies(store::Store& store, const store::Scope& scope, const CopiesQuestion& asked,
                    const store::Page& page, const store::Visit<CopiesRow>& visit) {
  const auto families = store.copies(scope, asked.key);
  if (!families) return fail(families.error());
  auto family = families->begin();
  if (!page.after.empty()) {
    family = std::ranges::find(*families, page.after, [](const auto& one) { return one.members.front().key; });
    if (family == families->end()) return fail(ErrorCode::bad_request, {"no such place in the list: " + page.after});
    ++family;
  }
  for (std::size_t given = 0; family != families->end() && (page.limit == 0 || given < page.limit); ++given, ++family) {
    auto row = row_of(store, *family, asked);
    if (!row) return fail(row.error());
    if (!visit(std::move(*row))) break;
  }
  return {};
}

Result<std::size_t> independent(store::Store& store, const std::vector<std::string>& keys,
                                std::optional<store::Instant> as_of) {
  // Accounts that are joined: each points to the first it is joined with.
  std::vector<std::size_t> joined;
  std::map<std::string, std::size_t> account_of;  // a report, "a " and an agency
  const auto root = [&](std::size_t at) {
    while (joined[at] != at) at = joined[at];
    return at;
  };
  const auto join = [&](std::size_t account, const std::string& name) {
    const auto [found, fresh] = account_of.try_emplace(name, account);
    if (!fresh) joined[root(found->second)] = root(account);
  };
  for (const std::string& key : keys) {
    if (account_of.contains(key)) continue;
    auto stored = store.report(key, {}, as_of);
    if (!stored && stored.error().code == ErrorCode::report_not_found) continue;
    if (!stored) return fail(stored.error());
    joined.push_back(joined.size());
    const std::size_t account = joined.size() - 1;
    join(account, key);
    for (const Credit& credit : credits_of(stored->report)) join(account, "a " + credit.agency);
    const auto families = store.copies({.as_of = as_of}, key);
    if (!families) return fail(families.error());
    for (const store::CopyFamily& family : *families)
      if (std::ranges::find(family.members, key, &store::CopyMember::key) != family.members.end())
        join(account, "f " + family.members.front().key);
  }
  std::size_t out = 0;
  for (std::size_t i = 0; i < joined.size(); ++i) out += root(i) == i ? 1 : 0;
  return out;
}

}  // namespace sitcen::picture
