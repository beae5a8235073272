#include "reading/tree.h"

#include <algorithm>

namespace sitcen::reading {

Tree::Tree(const Document& doc) : doc_(&doc) {
  const auto n = static_cast<std::uint32_t>(doc.tokens.size());
  heads_.resize(n);
  begins_.assign(n + 1, 0);
  ranges_.resize(n);
  for (std::uint32_t i = 0; i < n; ++i) {
    const std::uint32_t head = doc.tokens[i].head;
    heads_[i] = head < n && doc.tokens[head].sentence == doc.tokens[i].sentence ? head : i;
    ranges_[i] = {i, i + 1};
    if (heads_[i] != i) ++begins_[heads_[i] + 1];
  }
  for (std::uint32_t i = 0; i < n; ++i) begins_[i + 1] += begins_[i];
  children_.resize(begins_[n]);
  std::vector<std::uint32_t> open(begins_.begin(), begins_.end() - 1);
  for (std::uint32_t i = 0; i < n; ++i)
    if (heads_[i] != i) children_[open[heads_[i]]++] = i;

  // Leaves first: a token's borders are final once all its children have handed theirs up.
  std::vector<std::uint32_t>& waiting = open;
  std::vector<std::uint32_t> ready;
  ready.reserve(n);
  for (std::uint32_t i = 0; i < n; ++i) {
    waiting[i] = begins_[i + 1] - begins_[i];
    if (waiting[i] == 0) ready.push_back(i);
  }
  for (std::size_t k = 0; k < ready.size(); ++k) {
    const std::uint32_t i = ready[k];
    const std::uint32_t head = heads_[i];
    if (head == i) continue;
    ranges_[head].first = std::min(ranges_[head].first, ranges_[i].first);
    ranges_[head].last = std::max(ranges_[head].last, ranges_[i].last);
    if (--waiting[head] == 0) ready.push_back(head);
  }
}

std::span<const std::uint32_t> Tree::nearest(std::span<const std::uint32_t> children, std::uint32_t token) {
  const auto behind = static_cast<std::size_t>(std::ranges::lower_bound(children, token) - children.begin());
  const std::size_t first = std::min(behind - std::min(behind, kMostChildren / 2), children.size() - kMostChildren);
  return children.subspan(first, kMostChildren);
}

std::uint32_t Tree::child(std::uint32_t token, Dep dep) const {
  for (const std::uint32_t c : children(token))
    if (doc_->dep(doc_->tokens[c]) == dep) return c;
  return kNoToken;
}

}  // namespace sitcen::reading
