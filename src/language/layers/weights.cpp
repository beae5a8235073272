#include "language/layers/weights.h"

#include <algorithm>
#include <optional>

#include "language/kernels/kernels.h"

namespace sitcen::language {
namespace {

constexpr std::size_t kMaxWidth = 1024;
constexpr std::size_t kMaxDepth = 16;

std::size_t padded(std::size_t n, std::size_t to) { return (n + to - 1) / to * to; }

/// Collects the arrays of one model; remembers the first thing that is wrong and gives nulls after it.
class Loader {
 public:
  explicit Loader(const ModelFile& file) : file_(file) {}

  template <class T>
  const T* array(const std::string& name, std::size_t count) {
    auto values = file_.array<T>(name);
    if (!values) {
      refuse(values.error());
      return nullptr;
    }
    if (values->size() == count) return values->data();
    wrong(name + " has " + std::to_string(values->size()) + " numbers, not " + std::to_string(count));
    return nullptr;
  }

  std::span<const std::uint32_t> numbers(const std::string& name, std::size_t at_least) {
    auto values = file_.array<std::uint32_t>(name);
    if (!values) {
      refuse(values.error());
      return {};
    }
    if (values->size() < at_least) {
      wrong(name + " is too short");
      return {};
    }
    return *values;
  }

  std::string_view text(const std::string& name) {
    auto value = file_.text(name);
    if (!value) {
      refuse(value.error());
      return {};
    }
    return *value;
  }

  void wrong(const std::string& why) {
    if (!error_) error_ = file_.damaged(why).value();
  }
  void refuse(const Error& error) {
    if (!error_) error_ = error;
  }
  [[nodiscard]] const std::optional<Error>& error() const { return error_; }
  [[nodiscard]] const ModelFile& file() const { return file_; }

 private:
  const ModelFile& file_;
  std::optional<Error> error_;
};

/// \param columns  padded to panels of 48
Matrix matrix(Loader& in, const std::string& name, std::size_t inputs, std::size_t columns, bool with_bias = true) {
  Matrix out;
  out.k = inputs;
  out.columns = padded(columns, kPanel);
  out.used = columns;
  out.w = in.array<float>(name + ".w", inputs * out.columns);
  out.tiles = in.array<std::uint16_t>(name + ".tiles", tile_values(inputs, out.columns));
  if (with_bias) out.bias = in.array<float>(name + ".b", out.columns);
  return out;
}

void norm(Loader& in, const std::string& name, std::size_t width, MaxoutWeights& out) {
  out.gain = in.array<float>(name + ".gain", width);
  out.shift = in.array<float>(name + ".shift", width);
}

/// Made at loading (a millisecond a layer at most), not kept in the file, which would be a third longer for it.
void transform(MaxoutWeights& conv) {
  conv.window_w = window_weights(conv.matrix);
  conv.window = {conv.matrix.k / 3, conv.matrix.columns, conv.window_w.data(), conv.matrix.bias};
}

EncoderWeights encoder(Loader& in, const std::string& name, const StaticVectorTable& vectors) {
  EncoderWeights out;
  const auto shape = in.numbers(name + ".shape", 4);
  if (shape.empty()) return out;
  out.width = shape[0];
  const std::size_t depth = shape[1];
  const std::size_t tables = shape[2];
  const bool with_vectors = shape[3] != 0;
  if (out.width == 0 || out.width % 48 != 0 || out.width > kMaxWidth || depth == 0 || depth > kMaxDepth ||
      tables == 0 || tables > 16 || shape.size() != 4 + tables * 3 || (with_vectors && vectors.values == nullptr)) {
    in.wrong(name + " has a shape that cannot be");
    return out;
  }
  for (std::size_t i = 0; i < tables; ++i) {
    EmbeddingWeights table;
    table.feature = static_cast<Feature>(shape[4 + i * 3]);
    table.rows = shape[4 + i * 3 + 1];
    table.seed = shape[4 + i * 3 + 2];
    if (table.feature > Feature::orth || table.rows == 0) in.wrong(name + " has an embedding of no feature");
    table.table = in.array<float>(name + ".embed." + std::to_string(i), std::size_t{table.rows} * out.width);
    out.embeddings.push_back(table);
  }
  // Layers without a bias of their own share one row of zeros.
  out.zeros.assign(3 * out.width, 0.0F);
  if (with_vectors) {
    out.vector_projection = matrix(in, name + ".vectors", vectors.width, out.width, false);
    out.vector_projection.bias = out.zeros.data();
  }
  out.mix.matrix = matrix(in, name + ".mix", (tables + (with_vectors ? 1 : 0)) * out.width, 3 * out.width);
  norm(in, name + ".mix", out.width, out.mix);
  for (std::size_t i = 0; i < depth; ++i) {
    const std::string layer = name + ".conv." + std::to_string(i);
    MaxoutWeights conv;
    if (i > 0) conv.matrix = matrix(in, layer, 3 * out.width, 3 * out.width);
    if (i > 0 && !in.error()) transform(conv);
    norm(in, layer, out.width, conv);
    out.conv.push_back(std::move(conv));
  }
  const float* bias = in.array<float>(name + ".conv.0.b", 3 * out.width);
  for (std::size_t i = 0; i < 3; ++i) {
    out.first[i] = matrix(in, name + ".first." + std::to_string(i), out.width, 3 * out.width, false);
    out.first[i].bias = i == 1 ? bias : out.zeros.data();
  }
  return out;
}

TransitionWeights transitions(Loader& in, const std::string& name, std::size_t width, std::size_t features,
                              std::size_t actions) {
  TransitionWeights out;
  out.features = features;
  out.reduce = matrix(in, name + ".reduce", width, TransitionWeights::kHidden);
  out.affine = matrix(in, name + ".affine", TransitionWeights::kHidden, features * TransitionWeights::kRow);
  out.pad = in.array<float>(name + ".pad", features * TransitionWeights::kRow);
  out.bias = in.array<float>(name + ".bias", TransitionWeights::kRow);
  const auto ranges = in.numbers(name + ".actions", actions * 2);
  if (ranges.empty()) return out;
  std::string_view rest = in.text(name + ".labels");
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    out.labels.emplace_back(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  out.columns = padded(out.labels.size(), kLanes);
  out.upper = in.array<float>(name + ".upper.w", TransitionWeights::kHidden * out.columns);
  out.upper_bias = in.array<float>(name + ".upper.b", out.columns);
  for (std::size_t a = 0; a < actions; ++a) {
    out.actions[a] = {ranges[a * 2], ranges[a * 2 + 1]};
    if (out.actions[a].begin > out.actions[a].end || out.actions[a].end > out.labels.size())
      in.wrong(name + " has an action without moves");
  }
  return out;
}

}  // namespace

bool EncoderWeights::looks_at_space() const {
  return std::any_of(embeddings.begin(), embeddings.end(),
                     [](const EmbeddingWeights& e) { return e.feature == Feature::spacy; });
}

Result<Weights> load_weights(const ModelFile& file) {
  Loader in(file);
  Weights out;
  if (const auto shape = in.numbers("vectors.shape", 2); !shape.empty() && shape[0] > 0) {
    out.vectors.rows = shape[0];
    out.vectors.width = shape[1];
    if (out.vectors.width == 0 || out.vectors.width > kMaxWidth) in.wrong("vectors have a width that cannot be");
    out.vectors.values = in.array<float>("vectors", out.vectors.rows * out.vectors.width);
  }
  out.tok2vec = encoder(in, "tok2vec", out.vectors);
  out.ner_tok2vec = encoder(in, "ner.tok2vec", out.vectors);
  if (const auto shape = in.numbers("tagger.shape", 1); !shape.empty() && !in.error()) {
    out.tagger.tags = shape[0];
    if (out.tagger.tags == 0 || out.tagger.tags > 4096) in.wrong("the tagger has no tags");
    out.tagger.scores = matrix(in, "tagger", out.tok2vec.width, out.tagger.tags);
  }
  if (!in.error()) {
    out.parser = transitions(in, "parser", out.tok2vec.width, 8, 5);
    out.ner = transitions(in, "ner", out.ner_tok2vec.width, 3, 6);
    for (const Action a : {Action::shift, Action::reduce, Action::brk})
      if (!in.error() && out.parser.actions[static_cast<int>(a)].size() != 1) in.wrong("the parser lacks a move");
    const auto& ner = out.ner.actions;
    const auto size_of = [&](NerAction a) { return ner[static_cast<int>(a)].size(); };
    // The last unit move has no label: it only serves preset entities, which there are none of.
    if (!in.error() &&
        (size_of(NerAction::out) != 1 || size_of(NerAction::begin) != size_of(NerAction::in) ||
         size_of(NerAction::begin) != size_of(NerAction::last) || size_of(NerAction::begin) > size_of(NerAction::unit)))
      in.wrong("the entity recogniser lacks a move");
  }
  if (in.error()) return fail(*in.error());
  return out;
}

}  // namespace sitcen::language
