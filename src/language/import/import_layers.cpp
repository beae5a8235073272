#include "language/import/import_layers.h"

#include <algorithm>
#include <array>
#include <bit>
#include <span>

#include "language/import/ruler_patterns.h"
#include "language/import/string_ids.h"
#include "language/kernels/kernels.h"
#include "language/labels.h"
#include "language/layers/weights.h"

namespace sitcen::language {
namespace {

/// The reason why a pipeline cannot be imported; thrown nowhere, carried up as a value.
using Done = tl::expected<void, std::string>;

tl::unexpected<std::string> refuse(std::string why) { return tl::unexpected<std::string>(std::move(why)); }

std::vector<const LayerNode*> all(const Component& component, std::string_view name) {
  std::vector<const LayerNode*> out;
  for (const LayerNode& node : component.nodes)
    if (node.name == name) out.push_back(&node);
  return out;
}

/// \return the array if it is there and has that shape, else null
const float* array(const LayerNode& node, std::string_view name, std::initializer_list<std::size_t> shape) {
  const LayerParam* param = node.param(name);
  if (param == nullptr || !std::equal(shape.begin(), shape.end(), param->shape.begin(), param->shape.end()))
    return nullptr;
  return param->values.data();
}

/// thinc's (outputs, 3, inputs) -> [outputs/16][inputs][3][16], of the inputs [from, from + count).
std::vector<float> pack_maxout(const float* w, std::size_t outputs, std::size_t inputs, std::size_t from,
                               std::size_t count) {
  std::vector<float> out(outputs * 3 * count);
  for (std::size_t o = 0; o < outputs; ++o)
    for (std::size_t p = 0; p < 3; ++p)
      for (std::size_t k = 0; k < count; ++k)
        out[((o / kLanes * count + k) * 3 + p) * kLanes + o % kLanes] = w[(o * 3 + p) * inputs + from + k];
  return out;
}

std::vector<float> pack_maxout_bias(const float* b, std::size_t outputs) {
  std::vector<float> out(outputs * 3);
  for (std::size_t o = 0; o < outputs; ++o)
    for (std::size_t p = 0; p < 3; ++p) out[(o / kLanes * 3 + p) * kLanes + o % kLanes] = b[o * 3 + p];
  return out;
}

/// `weight(column, k)` -> [columns/48][inputs][48], columns padded with zeros.
template <class Weight>
std::vector<float> pack_linear(std::size_t inputs, std::size_t columns, Weight weight) {
  const std::size_t panels = (columns + kPanel - 1) / kPanel;
  std::vector<float> out(panels * inputs * kPanel, 0.0F);
  for (std::size_t c = 0; c < columns; ++c)
    for (std::size_t k = 0; k < inputs; ++k) out[(c / kPanel * inputs + k) * kPanel + c % kPanel] = weight(c, k);
  return out;
}

std::vector<float> padded(std::span<const float> values, std::size_t to) {
  std::vector<float> out(values.begin(), values.end());
  out.resize((out.size() + to - 1) / to * to, 0.0F);
  return out;
}

void add(ModelFileWriter& out, const std::string& name, const std::vector<float>& values) {
  out.add<float>(name, std::span<const float>(values));
}

void add_numbers(ModelFileWriter& out, const std::string& name, const std::vector<std::uint32_t>& values) {
  out.add<std::uint32_t>(name, std::span<const std::uint32_t>(values));
}

/// bf16, rounded to the nearest, ties to even.
std::uint16_t to_bf16(float value) {
  const auto bits = std::bit_cast<std::uint32_t>(value);
  return static_cast<std::uint16_t>((bits + 0x7FFF + ((bits >> 16) & 1)) >> 16);
}

float from_bf16(std::uint16_t value) { return std::bit_cast<float>(std::uint32_t{value} << 16); }

/// Both packings of a matrix: [columns/48][k][48], and the tiles of its three bf16 parts.
void add_matrix(ModelFileWriter& out, const std::string& name, const std::vector<float>& packed, std::size_t k) {
  const std::size_t columns = packed.size() / k;
  std::vector<std::uint16_t> tiles(tile_values(k, columns), 0);
  for (std::size_t i = 0; i < packed.size(); ++i) {
    const std::size_t panel = i / (k * kPanel);
    const std::size_t row = i / kPanel % k;
    const std::size_t column = i % kPanel;
    float rest = packed[i];
    for (std::size_t part = 0; part < kParts; ++part) {
      const std::size_t tile =
          ((panel * ((k + kTileDepth - 1) / kTileDepth) + row / kTileDepth) * kParts + part) * 3 + column / kLanes;
      const std::uint16_t rounded = to_bf16(rest);
      tiles[tile * kTileSize + (row % kTileDepth / 2 * kLanes + column % kLanes) * 2 + row % 2] = rounded;
      rest -= from_bf16(rounded);
    }
  }
  add(out, name + ".w", packed);
  out.add<std::uint16_t>(name + ".tiles", std::span<const std::uint16_t>(tiles));
}

void add_linear(ModelFileWriter& out, const std::string& name, const float* w, const float* b, std::size_t inputs,
                std::size_t outputs) {
  add_matrix(out, name, pack_linear(inputs, outputs, [&](std::size_t c, std::size_t k) { return w[c * inputs + k]; }),
             inputs);
  add(out, name + ".b", padded({b, outputs}, kPanel));
}

std::optional<Feature> feature_named(std::string_view name) {
  constexpr std::array<std::string_view, 8> kNames = {"NORM",  "PREFIX",   "SUFFIX", "SHAPE",
                                                      "SPACY", "IS_SPACE", "LOWER",  "ORTH"};
  const auto at = std::find(kNames.begin(), kNames.end(), name);
  if (at == kNames.end()) return std::nullopt;
  return static_cast<Feature>(at - kNames.begin());
}

Done add_norm(ModelFileWriter& out, const std::string& name, const LayerNode& maxout, const LayerNode& norm,
              std::size_t width) {
  const float* bias = array(maxout, "b", {width, 3});
  const float* gain = array(norm, "G", {width});
  const float* shift = array(norm, "b", {width});
  if (bias == nullptr || gain == nullptr || shift == nullptr)
    return refuse(name + " is no maxout of three pieces with a norm");
  add(out, name + ".b", pack_maxout_bias(bias, width));
  add(out, name + ".gain", {gain, gain + width});
  add(out, name + ".shift", {shift, shift + width});
  return {};
}

/// The tok2vec inside `component`: embeddings, optional vectors, mix, convolutions.
Done encoder(const Component& component, const std::string& name, const StaticVectors& vectors, ModelFileWriter& out) {
  const auto extract = all(component, "extract_features");
  const auto embeds = all(component, "hashembed");
  const auto maxouts = all(component, "maxout");
  const auto norms = all(component, "layernorm");
  const auto windows = all(component, "expand_window");
  const auto statics = all(component, "static_vectors");
  if (extract.size() != 1 || embeds.empty() || maxouts.size() < 2 || maxouts.size() != norms.size() ||
      statics.size() > 1 || windows.size() + 1 != maxouts.size())
    return refuse(name + " is not a hash-embedding window encoder");
  for (const LayerNode* window : windows)
    if (window->attr_integer("window_size") != 1) return refuse(name + " looks at a window other than one token");
  const auto columns = extract[0]->attr_texts("columns");
  if (!columns || columns->size() != embeds.size()) return refuse(name + " does not say what it embeds");

  const auto width = static_cast<std::size_t>(maxouts[0]->dim("nO").value_or(0));
  if (width == 0 || width % kPanel != 0)
    return refuse(name + " is " + std::to_string(width) + " wide, no multiple of 48");
  std::vector<std::uint32_t> shape = {static_cast<std::uint32_t>(width), static_cast<std::uint32_t>(maxouts.size() - 1),
                                      static_cast<std::uint32_t>(embeds.size()),
                                      static_cast<std::uint32_t>(statics.size())};
  for (std::size_t i = 0; i < embeds.size(); ++i) {
    const auto column = static_cast<std::size_t>(embeds[i]->attr_integer("column").value_or(-1));
    const auto seed = embeds[i]->attr_integer("seed");
    const auto rows = static_cast<std::size_t>(embeds[i]->dim("nV").value_or(0));
    const float* table = array(*embeds[i], "E", {rows, width});
    const auto feature = column < columns->size() ? feature_named((*columns)[column]) : std::nullopt;
    if (!feature || !seed || rows == 0 || table == nullptr) return refuse(name + " embeds something unknown");
    shape.insert(shape.end(), {static_cast<std::uint32_t>(*feature), static_cast<std::uint32_t>(rows),
                               static_cast<std::uint32_t>(*seed)});
    add(out, name + ".embed." + std::to_string(i), {table, table + rows * width});
  }
  add_numbers(out, name + ".shape", shape);
  if (!statics.empty()) {
    const float* w = array(*statics[0], "W", {width, vectors.width});
    if (w == nullptr || vectors.rows == 0) return refuse(name + " needs static vectors that are not there");
    const auto weight = [&](std::size_t c, std::size_t k) { return w[c * vectors.width + k]; };
    add_matrix(out, name + ".vectors", pack_linear(vectors.width, width, weight), vectors.width);
  }

  const std::size_t mixed = (embeds.size() + statics.size()) * width;
  const float* mix = array(*maxouts[0], "W", {width, 3, mixed});
  if (mix == nullptr) return refuse(name + " mixes another number of embeddings");
  add_matrix(out, name + ".mix", pack_maxout(mix, width, mixed, 0, mixed), mixed);
  if (auto done = add_norm(out, name + ".mix", *maxouts[0], *norms[0], width); !done) return done;
  for (std::size_t i = 1; i < maxouts.size(); ++i) {
    const std::string layer = name + ".conv." + std::to_string(i - 1);
    const float* w = array(*maxouts[i], "W", {width, 3, 3 * width});
    if (w == nullptr) return refuse(layer + " has another shape");
    if (auto done = add_norm(out, layer, *maxouts[i], *norms[i], width); !done) return done;
    if (i > 1) {
      add_matrix(out, layer, pack_maxout(w, width, 3 * width, 0, 3 * width), 3 * width);
      continue;
    }
    for (std::size_t p = 0; p < 3; ++p)
      add_matrix(out, name + ".first." + std::to_string(p), pack_maxout(w, width, 3 * width, p * width, width), width);
  }
  return {};
}

/// (features, 64, 2, 64), whose pieces stand innermost but one, and its kin: piece-major, as hidden64 wants them.
std::size_t piece_major(std::size_t column) {
  const std::size_t piece = column % TransitionWeights::kRow / TransitionWeights::kHidden;
  const std::size_t hidden = column % TransitionWeights::kHidden;
  return column / TransitionWeights::kRow * TransitionWeights::kRow + hidden * TransitionWeights::kPieces + piece;
}

Done transitions(const Component& component, std::size_t width, std::size_t features, std::size_t actions,
                 ModelFileWriter& out) {
  constexpr std::size_t kHidden = TransitionWeights::kHidden;
  const std::string& name = component.name;
  const auto affine = all(component, "precomputable_affine");
  const auto linears = all(component, "linear");
  if (component.beam_width != 1) return refuse(name + " searches with a beam");
  if (affine.size() != 1 || linears.size() != 2) return refuse(name + " is not a transition model with an upper layer");
  // The upper layer has a row for each move; the other linear layer reduces the token vectors.
  const std::size_t moves = component.moves.size();
  const bool upper_first =
      array(*linears[0], "W", {moves, kHidden}) != nullptr && array(*linears[1], "W", {kHidden, width}) != nullptr;
  const LayerNode& upper = *linears[upper_first ? 0 : 1];
  const LayerNode& reduce = *linears[upper_first ? 1 : 0];
  const float* upper_w = array(upper, "W", {moves, kHidden});
  const float* upper_b = array(upper, "b", {moves});
  const float* reduce_w = array(reduce, "W", {kHidden, width});
  const float* reduce_b = array(reduce, "b", {kHidden});
  const float* lower_w = array(*affine[0], "W", {features, kHidden, 2, kHidden});
  const float* lower_b = array(*affine[0], "b", {kHidden, 2});
  const float* pad = array(*affine[0], "pad", {1, features, kHidden, 2});
  if (upper_w == nullptr || upper_b == nullptr || reduce_w == nullptr || reduce_b == nullptr || lower_w == nullptr ||
      lower_b == nullptr || pad == nullptr)
    return refuse(name + " has layers of other shapes");

  add_linear(out, name + ".reduce", reduce_w, reduce_b, width, kHidden);
  const std::size_t columns = features * TransitionWeights::kRow;
  const auto lower = [&](std::size_t c, std::size_t k) { return lower_w[piece_major(c) * kHidden + k]; };
  add_matrix(out, name + ".affine", pack_linear(kHidden, columns, lower), kHidden);
  add(out, name + ".affine.b", padded(std::vector<float>(columns, 0.0F), kPanel));
  std::vector<float> pads(columns);
  for (std::size_t c = 0; c < columns; ++c) pads[c] = pad[piece_major(c)];
  add(out, name + ".pad", pads);
  std::vector<float> bias(TransitionWeights::kRow);
  for (std::size_t c = 0; c < bias.size(); ++c) bias[c] = lower_b[piece_major(c)];
  add(out, name + ".bias", bias);

  const std::size_t upper_columns = (moves + kLanes - 1) / kLanes * kLanes;
  std::vector<float> transposed(kHidden * upper_columns, 0.0F);
  for (std::size_t m = 0; m < moves; ++m)
    for (std::size_t k = 0; k < kHidden; ++k) transposed[k * upper_columns + m] = upper_w[m * kHidden + k];
  add(out, name + ".upper.w", transposed);
  add(out, name + ".upper.b", padded({upper_b, moves}, kLanes));

  std::string labels;
  std::vector<std::uint32_t> ranges(actions * 2, 0);
  int last = -1;
  for (std::uint32_t m = 0; m < moves; ++m) {
    const Move& move = component.moves[m];
    if (move.action < last || move.action >= static_cast<int>(actions) || move.label.find('\n') != std::string::npos)
      return refuse(name + " has moves out of order");
    if (move.action != last) ranges[static_cast<std::size_t>(move.action) * 2] = m;
    ranges[static_cast<std::size_t>(move.action) * 2 + 1] = m + 1;
    last = move.action;
    labels += move.label + "\n";
  }
  add_numbers(out, name + ".actions", ranges);
  out.add_text(name + ".labels", labels);
  return {};
}

/// The tagger's rows as lines: a tag, or TAB, part of speech, TAB, features of a morphologizer.
tl::expected<std::string, std::string> row_lines(const Component& tagger) {
  std::string lines;
  for (const std::string& tag : tagger.labels) lines += tag + "\n";
  const StringIds ids;
  for (const MorphLabel& label : tagger.morphs) {
    std::string_view part;
    for (const auto& [symbol, number] : ids.symbols())
      if (number == label.pos_id && pos_named(symbol)) part = symbol;
    if (part.empty() && label.pos_id != 0) return refuse(tagger.name + " sets an unknown part of speech");
    lines += '\t' + std::string(part) + '\t' + normalise_features(label.features) + '\n';
  }
  return lines;
}

/// What gives each token its tag, or its part of speech and morphology.
Done tagger(const SpacyPipeline& pipeline, std::size_t width, ModelFileWriter& out) {
  const Component* tags = pipeline.component("tagger");
  const Component* morphs = pipeline.component("morphologizer");
  if (tags == nullptr && morphs == nullptr) return refuse("it has neither tagger nor morphologizer");
  if (tags != nullptr && morphs != nullptr) return refuse("it has both a tagger and a morphologizer");
  const Component& component = tags != nullptr ? *tags : *morphs;
  const auto softmax = all(component, "softmax");
  const std::size_t rows = tags != nullptr ? component.labels.size() : component.morphs.size();
  const float* w = softmax.size() == 1 ? array(*softmax[0], "W", {rows, width}) : nullptr;
  const float* b = softmax.size() == 1 ? array(*softmax[0], "b", {rows}) : nullptr;
  if (w == nullptr || b == nullptr || rows == 0) return refuse("the " + component.name + " has another shape");
  const auto lines = row_lines(component);
  if (!lines) return refuse(lines.error());
  add_numbers(out, "tagger.shape", {static_cast<std::uint32_t>(rows)});
  add_linear(out, "tagger", w, b, width, rows);
  out.add_text("tagger.labels", *lines);
  return {};
}

Done layers(const SpacyPipeline& pipeline, ModelFileWriter& out) {
  for (const std::string_view needed : {"tok2vec", "parser", "ner"})
    if (pipeline.component(needed) == nullptr) return refuse("it has no " + std::string(needed));
  add_numbers(out, "vectors.shape",
              {static_cast<std::uint32_t>(pipeline.vectors.rows), static_cast<std::uint32_t>(pipeline.vectors.width)});
  if (pipeline.vectors.rows > 0) add(out, "vectors", pipeline.vectors.values);
  if (auto done = encoder(*pipeline.component("tok2vec"), "tok2vec", pipeline.vectors, out); !done) return done;
  if (auto done = encoder(*pipeline.component("ner"), "ner.tok2vec", pipeline.vectors, out); !done) return done;

  const auto width_of = [](const Component& c) {
    return static_cast<std::size_t>(all(c, "maxout")[0]->dim("nO").value_or(0));
  };
  const std::size_t width = width_of(*pipeline.component("tok2vec"));
  if (auto done = tagger(pipeline, width, out); !done) return done;
  if (auto done = transitions(*pipeline.component("parser"), width, 8, 5, out); !done) return done;
  return transitions(*pipeline.component("ner"), width_of(*pipeline.component("ner")), 3, 6, out);
}

}  // namespace

Result<void> import_layers(const SpacyPipeline& pipeline, ModelFileWriter& out) {
  if (auto done = layers(pipeline, out); !done)
    return fail(ErrorCode::model_unsupported, {pipeline.name, done.error()});
  return {};
}

}  // namespace sitcen::language
