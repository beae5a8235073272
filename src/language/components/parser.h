#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "language/layers/state_scorer.h"

namespace sitcen::language {

/// The tree of one document.
struct Tree {
  std::vector<std::uint32_t> head;   ///< a root's own index
  std::vector<std::uint16_t> label;  ///< index into the dependency labels
  std::vector<std::uint8_t> sentence_start;
};

/// spaCy's arc-eager dependency parser, greedy. One for each engine.
class Parser {
 public:
  /// A label as the transition system has it: `name` where it is plain; a decorated one, "name||head", says that the
  /// token belongs to the nearest descendant of its head that is labelled `head_name`.
  struct MoveLabel {
    std::uint16_t name = 0;
    std::uint16_t head_name = 0;  ///< 0: plain
  };

  /// \param labels  parallel to the moves
  /// \param root    the label of a token without head
  Parser(const TransitionWeights& weights, const Kernels& kernels, std::vector<MoveLabel> labels, std::uint16_t root);

  /// \param vectors   a row of `stride` reduced token vectors for each token
  /// \param is_space  parallel to the tokens
  void parse(const float* vectors, std::size_t stride, std::span<const std::uint8_t> is_space, Tree& out);

 private:
  static constexpr std::int32_t kNone = -1;

  [[nodiscard]] std::int32_t stack_at(std::size_t i) const {
    return i < stack_.size() ? stack_[stack_.size() - 1 - i] : kNone;
  }
  [[nodiscard]] std::int32_t buffer_at(std::size_t i) const {
    if (i < returned_.size()) return returned_[returned_.size() - 1 - i];
    const std::size_t at = next_ + (i - returned_.size());
    return at < size_ ? static_cast<std::int32_t>(at) : kNone;
  }
  [[nodiscard]] std::size_t buffer_size() const { return size_ - next_ + returned_.size(); }

  void start(std::size_t tokens);
  [[nodiscard]] std::int32_t best_move(const float* scores) const;
  void apply(std::int32_t move);
  void push();
  void reduce();
  void attach_left(std::uint16_t move);
  void attach_right(std::uint16_t move);
  void finish(std::span<const std::uint8_t> is_space, Tree& out);
  void undecorate(std::span<const std::uint8_t> is_space, Tree& out);
  [[nodiscard]] std::uint32_t find_new_head(std::uint32_t token, std::uint16_t head_label,
                                            std::span<const std::uint8_t> is_space, const Tree& tree);
  void spread_edges(const Tree& tree);
  [[nodiscard]] bool heads_within_sentences(const Tree& tree);

  const TransitionWeights& weights_;
  const Kernels& kernels_;
  StateScorer scorer_;
  std::vector<MoveLabel> labels_;
  std::uint16_t root_;

  // The state: a stack, a buffer whose front may hold returned tokens, and the arcs so far.
  std::size_t size_ = 0, next_ = 0;
  std::vector<std::int32_t> stack_, returned_;
  std::vector<std::int32_t> head_;
  std::vector<std::uint16_t> move_of_;                                 ///< the move that attached the token
  std::vector<std::int32_t> last_left_, last_right_, previous_right_;  ///< children in the order they were added
  std::vector<std::uint8_t> unshiftable_, sentence_start_;
  std::vector<std::uint32_t> left_edge_, right_edge_, queue_, next_queue_;
};

}  // namespace sitcen::language
