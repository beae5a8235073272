#pragma once

// What a spaCy 3 pipeline says, decoded but not yet interpreted: the importers of weights, strings and rules read this.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "language/import/config.h"
#include "language/import/pipeline_files.h"
#include "sitcen/result.h"

namespace sitcen::language {

/// One array of weights, row-major; `values.size()` is the product of `shape`.
struct LayerParam {
  std::vector<std::size_t> shape;
  std::vector<float> values;
};

/// One node of a thinc model. Nodes stand in thinc's breadth-first order; `refs` are indexes into it.
struct LayerNode {
  std::string name;  ///< "maxout", "hashembed", ...; combined layers are called by their parts: "maxout>>layernorm"
  std::map<std::string, std::optional<std::int64_t>, std::less<>> dims;  ///< nO, nI, nP, nF, nV, nM
  std::map<std::string, std::optional<std::int64_t>, std::less<>> refs;
  std::map<std::string, std::string, std::less<>> attrs;  ///< values as MessagePack, as thinc keeps them
  std::map<std::string, LayerParam, std::less<>> params;  ///< W, b, G, E, pad

  /// \return none if the node has no such attribute of that type
  [[nodiscard]] std::optional<std::int64_t> attr_integer(std::string_view key) const;
  [[nodiscard]] std::optional<std::string> attr_text(std::string_view key) const;
  [[nodiscard]] std::optional<std::vector<std::string>> attr_texts(std::string_view key) const;
  [[nodiscard]] std::optional<std::int64_t> dim(std::string_view key) const;
  /// \return null if there is none
  [[nodiscard]] const LayerParam* param(std::string_view key) const;
};

/// One class of a transition system, in the order of the upper layer's rows.
struct Move {
  int action =
      0;  ///< parser: 0 shift, 1 reduce, 2 left, 3 right, 4 break; ner: 0 missing, 1 begin, 2 in, 3 last, 4 unit, 5 out
  std::string label;  ///< "" for none
};

/// What one output row of a morphologizer stands for.
struct MorphLabel {
  std::string features;     ///< "Gender=Fem|Number=Sing", "" for none
  std::int64_t pos_id = 0;  ///< spaCy's number of the part of speech; 0: none
};

/// A component that takes part (not disabled), e.g. "tagger".
struct Component {
  std::string name;
  std::string factory;
  std::vector<LayerNode> nodes;         ///< empty: it has no model
  std::vector<std::string> labels;      ///< of its cfg, e.g. the tags in the order of the output rows
  std::vector<Move> moves;              ///< of a parser or entity recogniser
  std::int64_t beam_width = 1;          ///< of its cfg
  std::vector<MorphLabel> morphs = {};  ///< of a morphologizer, in the order of the output rows
};

/// Static vectors of words: `rows` of `width` numbers, and which string id has which row. Empty: none.
struct StaticVectors {
  std::size_t rows = 0, width = 0;
  std::vector<float> values;
  std::vector<std::pair<std::uint64_t, std::uint32_t>> rows_of;  ///< by string id, sorted
};

struct TokenizerRules {
  std::optional<std::string> prefix, suffix, infix, token_match, url_match;  ///< regular expressions, Python's syntax
  struct Part {
    std::string orth;
    std::optional<std::string> norm;
  };
  struct Special {
    std::string text;
    std::vector<Part> parts;
  };
  std::vector<Special> specials;  ///< in the file's order
  bool faster_heuristics = true;
};

struct SpacyPipeline {
  std::string name;           ///< "en_core_web_md-3.8.0"
  std::string language;       ///< "en"
  std::string licence;        ///< as meta.json says
  std::string spacy_version;  ///< ">=3.8.0,<3.9.0"
  std::string source;         ///< SHA-256 of what it was read from
  Config config;
  std::vector<Component> components;  ///< in order, without the disabled ones
  StaticVectors vectors;
  TokenizerRules tokenizer;
  std::vector<std::pair<std::uint64_t, std::string>> lexeme_norms;  ///< norm of a string id, sorted
  PipelineFiles files;  ///< the rest, by path: "attribute_ruler/patterns", "lemmatizer/lookups/lookups.bin"

  /// \return null if there is none of that name
  [[nodiscard]] const Component* component(std::string_view name) const;
};

/// \return import_damaged or model_unsupported with source, file and reason
[[nodiscard]] Result<SpacyPipeline> read_pipeline(PipelineFiles files);

/// The parts, for tests and the fuzzer: the reason on failure, without the file.
[[nodiscard]] tl::expected<std::vector<LayerNode>, std::string> read_nodes(std::string_view msgpack);
[[nodiscard]] tl::expected<std::vector<Move>, std::string> read_moves(std::string_view msgpack);
[[nodiscard]] tl::expected<TokenizerRules, std::string> read_tokenizer(std::string_view msgpack);
[[nodiscard]] tl::expected<StaticVectors, std::string> read_vectors(std::string_view npy, std::string_view key2row);

}  // namespace sitcen::language
