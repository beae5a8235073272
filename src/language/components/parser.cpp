#include "language/components/parser.h"

#include <algorithm>
#include <array>

namespace sitcen::language {
namespace {

constexpr int kEdgeRounds = 11;  // spaCy gives up after as many

}  // namespace

Parser::Parser(const TransitionWeights& weights, const Kernels& kernels, std::vector<MoveLabel> labels,
               std::uint16_t root)
    : weights_(weights), kernels_(kernels), scorer_(weights, kernels), labels_(std::move(labels)), root_(root) {}

void Parser::start(std::size_t tokens) {
  size_ = tokens;
  next_ = 0;
  stack_.clear();
  returned_.clear();
  head_.assign(tokens, kNone);
  move_of_.assign(tokens, 0);
  last_left_.assign(tokens, kNone);
  last_right_.assign(tokens, kNone);
  previous_right_.assign(tokens, kNone);
  unshiftable_.assign(tokens, 0);
  sentence_start_.assign(tokens, 0);
  if (tokens > 0) sentence_start_[0] = 1;
}

std::int32_t Parser::best_move(const float* scores) const {
  const std::size_t left = buffer_size();
  const std::int32_t b0 = buffer_at(0);
  const std::int32_t b1 = buffer_at(1);
  const bool starts = b0 >= 0 && sentence_start_[static_cast<std::size_t>(b0)] != 0;
  const bool may_shift = stack_.empty() || (left >= 2 && !starts && unshiftable_[static_cast<std::size_t>(b0)] == 0);
  const bool may_reduce = !stack_.empty();
  const bool may_attach = !stack_.empty() && left > 0 && !starts;
  const bool may_break = left >= 2 && b1 == b0 + 1 && sentence_start_[static_cast<std::size_t>(b1)] == 0;

  // Moves stand in the order shift, reduce, left, right, break; of equal scores the first wins.
  std::int32_t best = kNone;
  const auto consider = [&](bool allowed, std::uint32_t begin, std::uint32_t end) {
    if (!allowed || begin == end) return;
    const auto at = begin + kernels_.argmax(scores + begin, end - begin);
    if (best < 0 || scores[at] > scores[best]) best = static_cast<std::int32_t>(at);
  };
  const auto& range = weights_.actions;
  consider(may_shift, range[0].begin, range[0].end);
  consider(may_reduce, range[1].begin, range[1].end);
  consider(may_attach, range[2].begin, range[2].end);
  consider(may_attach, range[3].begin, range[3].end);
  consider(may_break, range[4].begin, range[4].end);
  return best;
}

void Parser::push() {
  if (!returned_.empty()) {
    stack_.push_back(returned_.back());
    returned_.pop_back();
    return;
  }
  stack_.push_back(static_cast<std::int32_t>(next_++));
}

void Parser::reduce() {
  const std::int32_t s0 = stack_.back();
  stack_.pop_back();
  if (head_[static_cast<std::size_t>(s0)] >= 0 || stack_.empty()) return;
  unshiftable_[static_cast<std::size_t>(s0)] = 1;
  returned_.push_back(s0);
}

void Parser::attach_left(std::uint16_t move) {
  const std::int32_t child = stack_.back();
  const std::int32_t head = buffer_at(0);
  const auto c = static_cast<std::size_t>(child);
  const auto h = static_cast<std::size_t>(head);
  // A head it had stands left of it and took it last, for what lies above that head on the stack is this token.
  if (head_[c] >= 0) last_right_[static_cast<std::size_t>(head_[c])] = previous_right_[c];
  head_[c] = head;
  move_of_[c] = move;
  last_left_[h] = child;
  unshiftable_[h] = 0;
  stack_.pop_back();
}

void Parser::attach_right(std::uint16_t move) {
  const std::int32_t head = stack_.back();
  const std::int32_t child = buffer_at(0);
  const auto c = static_cast<std::size_t>(child);
  const auto h = static_cast<std::size_t>(head);
  head_[c] = head;
  move_of_[c] = move;
  previous_right_[c] = last_right_[h];
  last_right_[h] = child;
  push();
}

void Parser::apply(std::int32_t move) {
  const auto m = static_cast<std::uint32_t>(move);
  const auto is = [&](Action a) {
    const MoveRange range = weights_.actions[static_cast<std::size_t>(a)];
    return range.begin <= m && m < range.end;
  };
  if (is(Action::shift)) return push();
  if (is(Action::reduce)) return reduce();
  if (is(Action::left)) return attach_left(static_cast<std::uint16_t>(m));
  if (is(Action::right)) return attach_right(static_cast<std::uint16_t>(m));
  sentence_start_[static_cast<std::size_t>(buffer_at(1))] = 1;
}

void Parser::parse(const float* vectors, std::size_t stride, std::span<const std::uint8_t> is_space, Tree& out) {
  start(is_space.size());
  scorer_.begin(vectors, stride, size_);
  while (!stack_.empty() || buffer_size() > 0) {
    const std::int32_t b0 = buffer_at(0);
    const std::int32_t s0 = stack_at(0);
    const auto child = [](const std::vector<std::int32_t>& last, std::int32_t of) {
      return of < 0 ? kNone : last[static_cast<std::size_t>(of)];
    };
    const std::array<std::int32_t, 8> features = {b0,
                                                  buffer_at(1),
                                                  s0,
                                                  stack_at(1),
                                                  stack_at(2),
                                                  child(last_left_, b0),
                                                  child(last_left_, s0),
                                                  child(last_right_, s0)};
    const std::int32_t move = best_move(scorer_.score(features));
    if (move < 0) break;  // nothing is allowed: spaCy forces the end
    apply(move);
  }
  finish(is_space, out);
}

void Parser::finish(std::span<const std::uint8_t> is_space, Tree& out) {
  out.head.resize(size_);
  out.label.resize(size_);
  out.sentence_start.assign(size_, 0);
  for (std::size_t i = 0; i < size_; ++i) {
    out.head[i] = head_[i] < 0 ? static_cast<std::uint32_t>(i) : static_cast<std::uint32_t>(head_[i]);
    out.label[i] = head_[i] < 0 ? root_ : labels_[move_of_[i]].name;
  }
  spread_edges(out);
  undecorate(is_space, out);
  for (std::size_t i = 0; i < size_; ++i)
    if (out.head[i] == i) out.sentence_start[left_edge_[i]] = 1;
}

/// Left and right edges of every subtree, until each head lies in its token's sentence (non-projective arcs).
void Parser::spread_edges(const Tree& tree) {
  left_edge_.resize(size_);
  right_edge_.resize(size_);
  for (std::uint32_t i = 0; i < size_; ++i) left_edge_[i] = right_edge_[i] = i;
  const auto widen = [&](std::uint32_t i) {
    const std::uint32_t h = tree.head[i];
    left_edge_[h] = std::min(left_edge_[h], left_edge_[i]);
    right_edge_[h] = std::max(right_edge_[h], right_edge_[i]);
  };
  for (int round = 0; round <= kEdgeRounds; ++round) {
    for (std::uint32_t i = 0; i < size_; ++i) widen(i);
    for (auto i = static_cast<std::uint32_t>(size_); i-- > 0;) widen(i);
    if (heads_within_sentences(tree)) return;
  }
}

bool Parser::heads_within_sentences(const Tree& tree) {
  queue_.assign(size_, 0);  // marks of sentence starts
  for (std::uint32_t i = 0; i < size_; ++i)
    if (tree.head[i] == i) queue_[left_edge_[i]] = 1;
  std::uint32_t begin = 0;
  for (std::uint32_t i = 0; i < size_; ++i) {
    if (!(i > 0 && queue_[i] != 0) && i + 1 != size_) continue;
    // spaCy lets a head stand on the next sentence's first token; so do we.
    for (std::uint32_t j = begin; j < i; ++j)
      if (tree.head[j] < begin || tree.head[j] > i) return false;
    begin = i;
  }
  return true;
}

void Parser::undecorate(std::span<const std::uint8_t> is_space, Tree& out) {
  const auto decorated = [&](std::size_t i) { return head_[i] >= 0 && labels_[move_of_[i]].head_name != 0; };
  bool any = false;
  for (std::uint32_t i = 0; i < size_; ++i) {
    if (!decorated(i)) continue;
    any = true;
    out.head[i] = find_new_head(i, labels_[move_of_[i]].head_name, is_space, out);
    move_of_[i] = 0;  // from here on it counts with its plain label
  }
  if (any) spread_edges(out);
}

std::uint32_t Parser::find_new_head(std::uint32_t token, std::uint16_t head_label,
                                    std::span<const std::uint8_t> is_space, const Tree& tree) {
  queue_.assign(1, tree.head[token]);
  while (!queue_.empty()) {
    next_queue_.clear();
    for (const std::uint32_t parent : queue_) {
      for (std::uint32_t child = left_edge_[parent]; child <= right_edge_[parent]; ++child) {
        if (child == parent || tree.head[child] != parent || is_space[child] != 0 || child == token) continue;
        const bool plain = head_[child] < 0 || labels_[move_of_[child]].head_name == 0;
        if (plain && tree.label[child] == head_label) return child;
        next_queue_.push_back(child);
      }
    }
    queue_.swap(next_queue_);
  }
  return tree.head[token];
}

}  // namespace sitcen::language
