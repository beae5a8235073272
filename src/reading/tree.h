#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "sitcen/document.h"

namespace sitcen::reading {

inline constexpr std::uint32_t kNoToken = ~std::uint32_t{0};
inline constexpr std::uint32_t kNone = ~std::uint32_t{0};  ///< an index that is none

/// Tokens [first, last) of a document.
struct TokenRange {
  std::uint32_t first = 0, last = 0;

  [[nodiscard]] constexpr bool empty() const noexcept { return first >= last; }
  [[nodiscard]] constexpr std::uint32_t size() const noexcept { return empty() ? 0 : last - first; }
  [[nodiscard]] constexpr bool has(std::uint32_t token) const noexcept { return first <= token && token < last; }
  [[nodiscard]] constexpr bool covers(TokenRange o) const noexcept { return first <= o.first && o.last <= last; }
  [[nodiscard]] constexpr bool overlaps(TokenRange o) const noexcept { return first < o.last && o.first < last; }
  friend constexpr bool operator==(TokenRange, TokenRange) = default;
};

inline constexpr std::size_t kMostChildren = 64;

/// Children, parents and subtree borders of every token of one document, made in one pass over its heads.
/// A sentence is a world of its own: an arc that leaves it (a newline may cut a parsed sentence) counts as a root.
/// The document must outlive the tree.
class Tree {
 public:
  explicit Tree(const Document& doc);

  /// \return the head, or `token` itself for a root
  [[nodiscard]] std::uint32_t head(std::uint32_t token) const { return heads_[token]; }
  [[nodiscard]] bool is_root(std::uint32_t token) const { return heads_[token] == token; }
  /// \return children in text order; of more than kMostChildren those next to the head, so that a list of ten
  ///         thousand words that all hang on one costs no more than each of them once
  [[nodiscard]] std::span<const std::uint32_t> children(std::uint32_t token) const {
    const auto all = std::span(children_).subspan(begins_[token], begins_[token + 1] - begins_[token]);
    return all.size() <= kMostChildren ? all : nearest(all, token);
  }
  /// \return from the leftmost to past the rightmost token of the subtree
  [[nodiscard]] TokenRange range(std::uint32_t token) const { return ranges_[token]; }
  /// \return the first child with that label, kNoToken if there is none
  [[nodiscard]] std::uint32_t child(std::uint32_t token, Dep dep) const;
  [[nodiscard]] Dep dep(std::uint32_t token) const {
    return is_root(token) ? Dep::ROOT : doc_->dep(doc_->tokens[token]);
  }

 private:
  [[nodiscard]] static std::span<const std::uint32_t> nearest(std::span<const std::uint32_t> children,
                                                              std::uint32_t token);

  const Document* doc_;
  std::vector<std::uint32_t> heads_, begins_, children_;
  std::vector<TokenRange> ranges_;
};

}  // namespace sitcen::reading
