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

  const float* floats(const std::string& name, std::size_t count) {
    auto values = file_.array<float>(name);
    if (!values) return refuse(values.error());
    if (values->size() != count)
      return wrong(name + " has " + std::to_string(values->size()) + " numbers, not " + std::to_string(count));
    return values->data();
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

  const float* wrong(const std::string& why) {
    if (!error_) error_ = file_.damaged(why).value();
    return nullptr;
  }
  const float* refuse(const Error& error) {
    if (!error_) error_ = error;
    return nullptr;
  }
  [[nodiscard]] const std::optional<Error>& error() const { return error_; }
  [[nodiscard]] const ModelFile& file() const { return file_; }

 private:
  const ModelFile& file_;
  std::optional<Error> error_;
};

MaxoutWeights maxout(Loader& in, const std::string& name, std::size_t inputs, std::size_t width, bool with_w) {
  MaxoutWeights out;
  out.inputs = inputs;
  if (with_w) out.w = in.floats(name + ".w", inputs * width * 3);
  out.bias = in.floats(name + ".b", width * 3);
  out.gain = in.floats(name + ".gain", width);
  out.shift = in.floats(name + ".shift", width);
  return out;
}

LinearWeights linear(Loader& in, const std::string& name, std::size_t inputs, std::size_t outputs) {
  LinearWeights out;
  out.inputs = inputs;
  out.columns = padded(outputs, 48);
  out.w = in.floats(name + ".w", inputs * out.columns);
  out.bias = in.floats(name + ".b", out.columns);
  return out;
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
    table.table = in.floats(name + ".embed." + std::to_string(i), std::size_t{table.rows} * out.width);
    out.embeddings.push_back(table);
  }
  if (with_vectors) out.vector_projection = in.floats(name + ".vectors.w", vectors.width * out.width);
  out.mix = maxout(in, name + ".mix", (tables + (with_vectors ? 1 : 0)) * out.width, out.width, true);
  for (std::size_t i = 0; i < depth; ++i)
    out.conv.push_back(maxout(in, name + ".conv." + std::to_string(i), 3 * out.width, out.width, i > 0));
  for (std::size_t i = 0; i < 3; ++i)
    out.first[i] = in.floats(name + ".first." + std::to_string(i), out.width * 3 * out.width);
  return out;
}

TransitionWeights transitions(Loader& in, const std::string& name, std::size_t width, std::size_t features,
                              std::size_t actions) {
  TransitionWeights out;
  out.features = features;
  out.reduce = linear(in, name + ".reduce", width, TransitionWeights::kHidden);
  out.affine = linear(in, name + ".affine", TransitionWeights::kHidden, features * TransitionWeights::kRow);
  out.pad = in.floats(name + ".pad", features * TransitionWeights::kRow);
  out.bias = in.floats(name + ".bias", TransitionWeights::kRow);
  const auto ranges = in.numbers(name + ".actions", actions * 2);
  if (ranges.empty()) return out;
  std::string_view rest = in.text(name + ".labels");
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    out.labels.emplace_back(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  out.columns = padded(out.labels.size(), kLanes);
  out.upper = in.floats(name + ".upper.w", TransitionWeights::kHidden * out.columns);
  out.upper_bias = in.floats(name + ".upper.b", out.columns);
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
    out.vectors.values = in.floats("vectors", out.vectors.rows * out.vectors.width);
  }
  out.tok2vec = encoder(in, "tok2vec", out.vectors);
  out.ner_tok2vec = encoder(in, "ner.tok2vec", out.vectors);
  if (const auto shape = in.numbers("tagger.shape", 1); !shape.empty() && !in.error()) {
    out.tagger.tags = shape[0];
    if (out.tagger.tags == 0 || out.tagger.tags > 4096) in.wrong("the tagger has no tags");
    out.tagger.scores = linear(in, "tagger", out.tok2vec.width, out.tagger.tags);
  }
  if (!in.error()) {
    out.parser = transitions(in, "parser", out.tok2vec.width, 8, 5);
    out.ner = transitions(in, "ner", out.ner_tok2vec.width, 3, 6);
    for (const Action a : {Action::shift, Action::reduce, Action::brk})
      if (!in.error() && out.parser.actions[static_cast<int>(a)].size() != 1) in.wrong("the parser lacks a move");
    const auto& ner = out.ner.actions;
    const auto size_of = [&](NerAction a) { return ner[static_cast<int>(a)].size(); };
    // The last unit move has no label: it only serves preset entities, which there are none of.
    if (!in.error() && (size_of(NerAction::out) != 1 || size_of(NerAction::begin) != size_of(NerAction::in) ||
                        size_of(NerAction::begin) != size_of(NerAction::last) ||
                        size_of(NerAction::begin) > size_of(NerAction::unit)))
      in.wrong("the entity recogniser lacks a move");
  }
  if (in.error()) return fail(*in.error());
  return out;
}

}  // namespace sitcen::language
