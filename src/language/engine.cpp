#include "sitcen/engine.h"

#include <algorithm>
#include <limits>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "language/components/attribute_ruler.h"
#include "language/components/entities.h"
#include "language/components/lemmatizer.h"
#include "language/components/parser.h"
#include "language/layers/buffer.h"
#include "language/layers/encoder.h"
#include "language/model.h"
#include "language/sentences.h"
#include "language/tokenizer.h"

namespace sitcen {
namespace language {
namespace {

std::string_view name_of(Isa isa) {
  switch (isa) {
    case Isa::best:
      return "best";
    case Isa::plain:
      return "plain";
    case Isa::avx2:
      return "AVX2";
    case Isa::avx512:
      return "AVX-512";
    case Isa::amx:
      return "AMX";
  }
  return "";
}

/// Shares of Engine's cache: the encoder that tells a space behind a word apart has more to keep.
constexpr std::size_t tokenizer_share(std::size_t bytes) { return bytes / 8; }
constexpr std::size_t tok2vec_share(std::size_t bytes) { return bytes / 2; }
constexpr std::size_t ner_share(std::size_t bytes) { return bytes - tokenizer_share(bytes) - tok2vec_share(bytes); }

}  // namespace
}  // namespace language

struct Engine::State {
  State(std::shared_ptr<const Model> m, const language::Kernels& k, const EngineOptions& options)
      : model(std::move(m)),
        kernels(k),
        tokenizer(model->tokenizer, model->lexicon, language::tokenizer_share(options.cache_bytes)),
        tok2vec(model->weights.tok2vec, model->weights.vectors, k, options.precision,
                language::tok2vec_share(options.cache_bytes)),
        ner_tok2vec(model->weights.ner_tok2vec, model->weights.vectors, k, options.precision,
                    language::ner_share(options.cache_bytes)),
        parser(model->weights.parser, k, model->parser_labels, model->root_label),
        ruler(model->ruler),
        lemmatizer(model->lemmatizer),
        ner(model->weights.ner, k, model->entity_labels) {}

  void tokenize(std::string_view text, Document& doc);
  void tag_and_reduce(Document& doc);
  void parse(Document& doc);
  void find_entities(Document& doc);

  std::shared_ptr<const Model> model;
  const language::Kernels& kernels;
  language::Tokenizer tokenizer;
  language::Encoder tok2vec, ner_tok2vec;
  language::Parser parser;
  language::AttributeRuler ruler;
  language::Lemmatizer lemmatizer;
  language::EntityRecogniser ner;

  // Scratch of one document.
  std::vector<language::RawToken> raw;
  std::vector<std::uint8_t> is_space;
  language::Buffer<float> parser_vectors, ner_vectors, tag_scores;
  language::Tree tree;
  std::vector<language::EntitySpan> entities;
};

void Engine::State::tokenize(std::string_view text, Document& doc) {
  if (tokenizer.begin_document()) {
    tok2vec.clear();
    ner_tok2vec.clear();
    ruler.forget_types();
    lemmatizer.forget_types();
  }
  tokenizer.tokenize(text, raw);
  doc.tokens.resize(raw.size());
  is_space.resize(raw.size());
  for (std::size_t i = 0; i < raw.size(); ++i) {
    const language::WordType& type = tokenizer.types()[raw[i].type];
    Token& token = doc.tokens[i];
    token = {};
    token.span = raw[i].span;
    token.space_after = raw[i].space_after;
    token.is_space = type.is_space;
    token.is_alpha = type.is_alpha;
    is_space[i] = type.is_space ? 1 : 0;
  }
}

/// Stretch by stretch, so that what is computed stays near: vectors, tags, and what parser and ner look at.
void Engine::State::tag_and_reduce(Document& doc) {
  const std::size_t count = raw.size();
  const language::Weights& weights = model->weights;
  const std::size_t width = weights.tok2vec.width;
  const language::Matrix& tags = weights.tagger.scores;
  float* for_parser = parser_vectors.at_least(count * weights.parser.reduce.columns);
  float* for_ner = ner_vectors.at_least(count * weights.ner.reduce.columns);
  float* scores = tag_scores.at_least(language::Encoder::kStretch * tags.columns);
  for (std::size_t begin = 0; begin < count; begin += language::Encoder::kStretch) {
    const std::size_t end = std::min(count, begin + language::Encoder::kStretch);
    const float* vectors = tok2vec.encode(raw, tokenizer.types().all(), begin, end);
    kernels.linear({vectors, width, end - begin}, tags, scores, tags.columns);
    for (std::size_t i = begin; i < end; ++i) {
      const std::size_t best = kernels.argmax(scores + (i - begin) * tags.columns, weights.tagger.tags);
      const TagRow& row = model->tag_rows[best];
      doc.tokens[i].tag = row.tag;
      doc.tokens[i].pos = row.pos;
      doc.tokens[i].morph = row.morph;
    }
    kernels.linear({vectors, width, end - begin}, weights.parser.reduce,
                   for_parser + begin * weights.parser.reduce.columns, weights.parser.reduce.columns);
    const float* names = ner_tok2vec.encode(raw, tokenizer.types().all(), begin, end);
    kernels.linear({names, weights.ner_tok2vec.width, end - begin}, weights.ner.reduce,
                   for_ner + begin * weights.ner.reduce.columns, weights.ner.reduce.columns);
  }
}

void Engine::State::parse(Document& doc) {
  parser.parse(parser_vectors.data(), model->weights.parser.reduce.columns, is_space, tree);
  for (std::size_t i = 0; i < doc.tokens.size(); ++i) {
    doc.tokens[i].head = tree.head[i];
    doc.tokens[i].dep = tree.label[i];
    doc.tokens[i].sentence_start = tree.sentence_start[i] != 0;
  }
}

void Engine::State::find_entities(Document& doc) {
  ner.find(ner_vectors.data(), model->weights.ner.reduce.columns, is_space, tree.sentence_start, entities);
  doc.entities.clear();
  for (const language::EntitySpan& found : entities) {
    const Span span = {doc.tokens[found.first].span.begin, doc.tokens[found.last - 1].span.end};
    doc.entities.push_back({span, found.first, found.last, doc.labels->entity_types[found.label], found.label});
    for (std::uint32_t i = found.first; i < found.last; ++i) {
      doc.tokens[i].entity = found.label;
      doc.tokens[i].iob = i == found.first ? Iob::begin : Iob::inside;
    }
  }
}

Engine::Engine(std::unique_ptr<State> state) : state_(std::move(state)) {}
Engine::Engine(Engine&&) noexcept = default;
Engine& Engine::operator=(Engine&&) noexcept = default;
Engine::~Engine() = default;

Result<Engine> Engine::create(std::shared_ptr<const Model> model, EngineOptions options) {
  const language::Kernels* kernels = language::kernels(options.isa);
  if (kernels == nullptr) return fail(ErrorCode::isa_unavailable, {language::name_of(options.isa)});
  if (options.precision == Precision::bf16 && kernels->maxout3_bf16 == nullptr)
    return fail(ErrorCode::isa_unavailable, {"bf16 products"});
  return Engine(std::make_unique<State>(std::move(model), *kernels, options));
}

Result<void> Engine::read(std::string_view text, Document& doc) {
  constexpr std::size_t kMost = std::numeric_limits<std::uint32_t>::max() / 2;
  if (text.size() > kMost)
    return fail(ErrorCode::report_too_long, {std::to_string(text.size()), std::to_string(kMost)});
  if (const auto at = base::find_invalid_utf8(text)) {
    constexpr std::string_view kHex = "0123456789ABCDEF";
    const auto byte = static_cast<unsigned char>(text[*at]);
    return fail(ErrorCode::not_utf8, {std::string{kHex[byte >> 4], kHex[byte & 15]}, std::to_string(*at)});
  }
  doc.text = text;
  doc.labels = state_->model->labels;
  doc.strings.clear();
  state_->tokenize(text, doc);
  state_->tag_and_reduce(doc);
  state_->parse(doc);
  state_->ruler.apply(state_->raw, state_->tokenizer.types(), doc);
  state_->lemmatizer.apply(state_->raw, doc);
  state_->find_entities(doc);
  language::cut_sentences(doc);
  return {};
}

}  // namespace sitcen
