#pragma once

#include <tsl/robin_map.h>

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "language/frozen_table.h"
#include "language/model_file.h"
#include "language/regex.h"
#include "language/strings.h"
#include "sitcen/result.h"

namespace sitcen::language {

/// A part of a chunk (a run without white space, or of nothing else): one token.
struct Piece {
  std::uint32_t size = 0;  ///< bytes
  StringId norm = 0;       ///< that a special case gives; 0: none
};

/// The tokenizer's rules: immutable, shared by threads.
/// Arrays: tokenizer.{prefix,suffix,infix,token_match,url} (PCRE2 patterns, each may be missing); tokenizer.specials
/// (table), with tokenizer.special_begins, tokenizer.part_sizes and tokenizer.part_norms; tokenizer.patterns and
/// tokenizer.pattern_ends (ids of the tokens that special cases fall apart into without the rule).
class TokenizerModel {
 public:
  /// \return model_damaged if arrays do not fit together or a pattern does not compile
  [[nodiscard]] static Result<TokenizerModel> load(const ModelFile& file);

  /// Appends the pieces of one chunk to `out`.
  /// \param with_specials  off only to find out what a special case is without its rule
  void split(std::string_view chunk, bool with_specials, RegexScratch& scratch, std::vector<Piece>& out) const;

  /// \return true if a rule would take a prefix, a suffix or an infix from `text`
  [[nodiscard]] bool has_affix(std::string_view text, RegexScratch& scratch) const;

  /// \return the special case of exactly that text
  [[nodiscard]] std::optional<std::uint32_t> find_special(std::string_view text) const noexcept {
    return specials_.find(text);
  }
  void append_special(std::uint32_t special, std::vector<Piece>& out) const;

  /// The patterns as a trie over token ids. \return 0 if nothing goes on from `node` (0: the root) with this token
  [[nodiscard]] std::uint32_t next_node(std::uint32_t node, StringId token) const noexcept {
    const auto at = edges_.find(Edge{node, token});
    return at == edges_.end() ? 0 : at->second;
  }
  [[nodiscard]] bool ends_pattern(std::uint32_t node) const noexcept { return ends_[node]; }

 private:
  struct Edge {
    std::uint32_t node;
    StringId token;
    friend bool operator==(const Edge&, const Edge&) = default;
  };
  struct EdgeHash {
    std::size_t operator()(const Edge& e) const noexcept { return e.token ^ (e.node * 0x9E3779B97F4A7C15ULL); }
  };
  [[nodiscard]] std::size_t prefix_size(std::string_view text, RegexScratch& scratch) const;
  [[nodiscard]] std::size_t suffix_size(std::string_view text, RegexScratch& scratch) const;
  [[nodiscard]] bool is_one_token(std::string_view text, RegexScratch& scratch) const;
  void split_infixes(std::string_view core, RegexScratch& scratch, std::vector<Piece>& out) const;
  [[nodiscard]] std::optional<std::uint32_t> special(std::string_view text, bool wanted) const noexcept {
    return wanted ? specials_.find(text) : std::nullopt;
  }

  std::optional<Regex> prefix_, suffix_, infix_, token_match_, url_;
  FrozenTable specials_;
  std::span<const std::uint32_t> special_begins_, part_sizes_;
  std::span<const std::uint64_t> part_norms_;
  tsl::robin_map<Edge, std::uint32_t, EdgeHash> edges_;
  std::vector<bool> ends_;
};

}  // namespace sitcen::language
