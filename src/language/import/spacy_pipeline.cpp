#include "language/import/spacy_pipeline.h"

#include <algorithm>
#include <cstring>
#include <limits>
#include <nlohmann/json.hpp>
#include <set>
#include <tuple>

#include "language/import/msgpack.h"

namespace sitcen::language {
namespace {

using nlohmann::json;
template <class T>
using Decoded = tl::expected<T, std::string>;

tl::unexpected<std::string> reason(std::string why) { return tl::unexpected<std::string>(std::move(why)); }

/// Attribute ids of spaCy that tokenizer exceptions use (symbols of the format).
constexpr std::int64_t kOrth = 65;
constexpr std::int64_t kNorm = 67;

Decoded<LayerParam> read_param(MsgpackReader& in) {
  LayerParam param;
  std::string_view type;
  std::string_view data;
  bool is_array = false;
  for (std::uint32_t left = in.map(); left > 0 && in.ok(); --left) {
    const std::string_view key = in.text();
    if (key == "nd") {
      is_array = in.boolean();
    } else if (key == "type") {
      type = in.text();
    } else if (key == "shape") {
      for (std::uint32_t n = in.array(); n > 0 && in.ok(); --n) param.shape.push_back(in.unsigned_integer());
    } else if (key == "data") {
      data = in.bytes();
    } else {
      in.skip();
    }
  }
  if (!in.ok()) return reason(in.error());
  if (!is_array || type != "<f4") return reason("an array that is not of 32-bit numbers");
  std::size_t count = 1;
  for (const std::size_t n : param.shape) {
    if (n != 0 && count > data.size() / n) return reason("an array is smaller than its shape says");
    count *= n;
  }
  if (count * sizeof(float) != data.size()) return reason("an array's size is not what its shape says");
  param.values.resize(count);
  if (count > 0) std::memcpy(param.values.data(), data.data(), data.size());
  return param;
}

void read_integers(MsgpackReader& in, std::map<std::string, std::optional<std::int64_t>, std::less<>>& out) {
  for (std::uint32_t left = in.map(); left > 0 && in.ok(); --left) {
    std::string key(in.text());
    std::optional<std::int64_t> value;
    if (!in.null()) value = in.integer();
    out[std::move(key)] = value;
  }
}

/// One of the four parallel lists of a thinc model: calls `item(i)` for each, which reads it.
template <class Item>
void read_list(MsgpackReader& in, std::vector<LayerNode>& nodes, Item item) {
  const std::uint32_t count = in.array();
  if (nodes.size() < count) nodes.resize(count);
  for (std::uint32_t i = 0; i < count && in.ok(); ++i) item(nodes[i]);
}

Decoded<json> parse_json(std::string_view text) {
  json value = json::parse(text, nullptr, false);
  if (value.is_discarded()) return reason("it is not JSON");
  return value;
}

std::string text_of(const json& object, const char* key) {
  const auto at = object.find(key);
  return at != object.end() && at->is_string() ? at->get<std::string>() : std::string();
}

/// A .npy file of 32-bit numbers in two dimensions.
Decoded<StaticVectors> read_npy(std::string_view npy) {
  constexpr std::string_view kMagic = "\x93NUMPY";
  if (!npy.starts_with(kMagic) || npy.size() < 10 || npy[6] != 1) return reason("it is not a .npy file of version 1");
  const std::size_t header_size = static_cast<std::uint8_t>(npy[8]) | std::size_t{static_cast<std::uint8_t>(npy[9])}
                                                                          << 8;
  if (npy.size() < 10 + header_size) return reason("its header is cut");
  const std::string_view header = npy.substr(10, header_size);
  const std::string_view data = npy.substr(10 + header_size);
  if (header.find("'descr': '<f4'") == header.npos || header.find("'fortran_order': False") == header.npos)
    return reason("it holds something else than rows of 32-bit numbers");
  constexpr std::string_view kShape = "'shape': (";
  std::size_t at = header.find(kShape);
  if (at == header.npos) return reason("it has no shape");
  std::vector<std::size_t> shape;
  for (at += kShape.size(); at < header.size() && header[at] != ')'; ++at) {
    if (header[at] < '0' || header[at] > '9') continue;
    std::size_t value = 0;
    for (; at < header.size() && header[at] >= '0' && header[at] <= '9'; ++at) {
      value = value * 10 + static_cast<std::size_t>(header[at] - '0');
      if (value > npy.size()) return reason("its shape is larger than the file");
    }
    shape.push_back(value);
    --at;
  }
  if (shape.size() != 2) return reason("it does not have two dimensions");
  StaticVectors out;
  out.rows = shape[0];
  out.width = shape[1];
  if (out.rows * out.width * sizeof(float) != data.size()) return reason("its size is not what its shape says");
  out.values.resize(out.rows * out.width);
  if (!data.empty()) std::memcpy(out.values.data(), data.data(), data.size());
  return out;
}

Decoded<std::vector<std::pair<std::uint64_t, std::string>>> read_lexeme_norms(std::string_view msgpack) {
  std::vector<std::pair<std::uint64_t, std::string>> out;
  MsgpackReader in(msgpack);
  for (std::uint32_t tables = in.map(); tables > 0 && in.ok(); --tables) {
    if (in.text() != "lexeme_norm") {
      in.skip();
      continue;
    }
    for (std::uint32_t left = in.map(); left > 0 && in.ok(); --left) {
      const std::uint64_t key = in.unsigned_integer();
      out.emplace_back(key, in.text());
    }
  }
  if (!in.ok()) return reason(in.error());
  std::ranges::sort(out);
  return out;
}

/// The two maps of a morphologizer's cfg, from a label to its features and to its part of speech: in the file's order,
/// which is that of the output rows.
Decoded<void> read_morphs(const nlohmann::ordered_json& cfg, Component& component) {
  const auto features = cfg.find("labels_morph");
  const auto parts = cfg.find("labels_pos");
  if (features == cfg.end() && parts == cfg.end()) return {};
  if (features == cfg.end() || parts == cfg.end() || !features->is_object() || !parts->is_object())
    return reason("labels_morph and labels_pos do not fit together");
  for (const auto& [label, value] : features->items()) {
    const auto part = parts->find(label);
    if (!value.is_string() || part == parts->end() || !part->is_number_integer())
      return reason("label " + label + " lacks its features or its part of speech");
    component.morphs.push_back({value.get<std::string>(), part->get<std::int64_t>()});
  }
  return {};
}

/// Labels and beam width of a component's cfg.
Decoded<void> read_cfg(std::string_view text, Component& component) {
  const auto cfg = nlohmann::ordered_json::parse(text, nullptr, false);
  if (!cfg.is_object()) return reason("it is not a JSON object");
  if (const auto labels = cfg.find("labels"); labels != cfg.end() && labels->is_array()) {
    for (const auto& label : *labels) {
      if (!label.is_string()) return reason("a label is not a text");
      component.labels.push_back(label.get<std::string>());
    }
  }
  if (const auto width = cfg.find("beam_width"); width != cfg.end() && width->is_number_integer())
    component.beam_width = width->get<std::int64_t>();
  return read_morphs(cfg, component);
}

}  // namespace

std::optional<std::int64_t> LayerNode::attr_integer(std::string_view key) const {
  const auto at = attrs.find(key);
  if (at == attrs.end()) return std::nullopt;
  MsgpackReader in(at->second);
  if (in.peek() == MsgpackReader::Kind::boolean) return in.boolean() ? 1 : 0;
  const std::int64_t value = in.integer();
  return in.ok() ? std::optional(value) : std::nullopt;
}

std::optional<std::string> LayerNode::attr_text(std::string_view key) const {
  const auto at = attrs.find(key);
  if (at == attrs.end()) return std::nullopt;
  MsgpackReader in(at->second);
  const std::string_view value = in.text();
  return in.ok() ? std::optional(std::string(value)) : std::nullopt;
}

std::optional<std::vector<std::string>> LayerNode::attr_texts(std::string_view key) const {
  const auto at = attrs.find(key);
  if (at == attrs.end()) return std::nullopt;
  MsgpackReader in(at->second);
  std::vector<std::string> values;
  for (std::uint32_t left = in.array(); left > 0 && in.ok(); --left) values.emplace_back(in.text());
  return in.ok() ? std::optional(std::move(values)) : std::nullopt;
}

std::optional<std::int64_t> LayerNode::dim(std::string_view key) const {
  const auto at = dims.find(key);
  return at == dims.end() ? std::nullopt : at->second;
}

const LayerParam* LayerNode::param(std::string_view key) const {
  const auto at = params.find(key);
  return at == params.end() ? nullptr : &at->second;
}

const Component* SpacyPipeline::component(std::string_view wanted) const {
  const auto at = std::ranges::find(components, wanted, &Component::name);
  return at == components.end() ? nullptr : &*at;
}

Decoded<std::vector<LayerNode>> read_nodes(std::string_view msgpack) {
  std::vector<LayerNode> nodes;
  std::string why;
  MsgpackReader in(msgpack);
  for (std::uint32_t left = in.map(); left > 0 && in.ok(); --left) {
    const std::string_view list = in.text();
    if (list == "nodes") {
      read_list(in, nodes, [&](LayerNode& node) {
        for (std::uint32_t n = in.map(); n > 0 && in.ok(); --n) {
          const std::string_view key = in.text();
          if (key == "name") {
            node.name = in.text();
          } else if (key == "dims") {
            read_integers(in, node.dims);
          } else if (key == "refs") {
            read_integers(in, node.refs);
          } else {
            in.skip();
          }
        }
      });
    } else if (list == "attrs") {
      read_list(in, nodes, [&](LayerNode& node) {
        for (std::uint32_t n = in.map(); n > 0 && in.ok(); --n) {
          std::string key(in.text());
          node.attrs[std::move(key)] = in.bytes();
        }
      });
    } else if (list == "params") {
      read_list(in, nodes, [&](LayerNode& node) {
        for (std::uint32_t n = in.map(); n > 0 && in.ok(); --n) {
          std::string key(in.text());
          if (in.null()) continue;  // thinc writes nil for a parameter without a value
          auto param = read_param(in);
          if (param) {
            node.params[std::move(key)] = std::move(*param);
          } else if (why.empty()) {
            why = node.name + " " + key + ": " + param.error();
            in.fail("damaged weights");
          }
        }
      });
    } else {
      in.skip();
    }
  }
  if (!why.empty()) return reason(std::move(why));
  if (!in.ok()) return reason(in.error());
  for (const LayerNode& node : nodes)
    for (const auto& [ref, index] : node.refs)
      if (index && (*index < 0 || static_cast<std::uint64_t>(*index) >= nodes.size()))
        return reason(node.name + ": its reference " + ref + " points nowhere");
  return nodes;
}

Decoded<std::vector<Move>> read_moves(std::string_view msgpack) {
  std::string_view text;
  MsgpackReader in(msgpack);
  for (std::uint32_t left = in.map(); left > 0 && in.ok(); --left) {
    if (in.text() == "moves") {
      text = in.text();
    } else {
      in.skip();
    }
  }
  if (!in.ok()) return reason(in.error());
  const auto table = parse_json(text);
  if (!table) return reason("moves: " + table.error());
  if (!table->is_object()) return reason("moves: not a JSON object");

  // The row order of the trained weights: actions ascending, within one the labels by falling frequency, then by
  // falling name; labels that were added without training (negative frequency) come last, label by label.
  struct Row {
    int action;
    std::int64_t frequency;
    std::string label;
  };
  std::vector<Row> rows;
  for (const auto& [action, labels] : table->items()) {
    if (action.size() != 1 || action[0] < '0' || action[0] > '5') return reason("moves: unknown action " + action);
    if (!labels.is_object()) return reason("moves: labels of action " + action + " are not a JSON object");
    for (const auto& [label, frequency] : labels.items()) {
      if (!frequency.is_number_integer()) return reason("moves: frequency of " + label + " is not a number");
      rows.push_back({action[0] - '0', frequency.get<std::int64_t>(), label});
    }
  }
  std::map<std::string, std::int64_t> added;
  for (const Row& row : rows) {
    if (row.frequency >= 0) continue;
    auto& highest = added.emplace(row.label, row.frequency).first->second;
    highest = std::max(highest, row.frequency);
  }
  for (Row& row : rows)
    if (row.frequency < 0) row.frequency = added[row.label];
  std::ranges::sort(rows, [](const Row& a, const Row& b) {
    const bool a_added = a.frequency < 0;
    const bool b_added = b.frequency < 0;
    if (a_added != b_added) return b_added;
    if (a_added) return std::tie(b.frequency, b.label, a.action) < std::tie(a.frequency, a.label, b.action);
    return std::tie(a.action, b.frequency, b.label) < std::tie(b.action, a.frequency, a.label);
  });
  std::vector<Move> moves;
  for (Row& row : rows) moves.push_back({row.action, std::move(row.label)});
  return moves;
}

Decoded<TokenizerRules> read_tokenizer(std::string_view msgpack) {
  TokenizerRules rules;
  MsgpackReader in(msgpack);
  const auto pattern = [&](std::optional<std::string>& out) {
    if (!in.null()) out = in.text();
  };
  for (std::uint32_t left = in.map(); left > 0 && in.ok(); --left) {
    const std::string_view key = in.text();
    if (key == "prefix_search") {
      pattern(rules.prefix);
    } else if (key == "suffix_search") {
      pattern(rules.suffix);
    } else if (key == "infix_finditer") {
      pattern(rules.infix);
    } else if (key == "token_match") {
      pattern(rules.token_match);
    } else if (key == "url_match") {
      pattern(rules.url_match);
    } else if (key == "faster_heuristics") {
      rules.faster_heuristics = in.boolean();
    } else if (key == "exceptions") {
      for (std::uint32_t n = in.map(); n > 0 && in.ok(); --n) {
        TokenizerRules::Special special;
        special.text = in.text();
        for (std::uint32_t parts = in.array(); parts > 0 && in.ok(); --parts) {
          TokenizerRules::Part part;
          for (std::uint32_t attrs = in.map(); attrs > 0 && in.ok(); --attrs) {
            const std::int64_t attr = in.integer();
            if (attr == kOrth) {
              part.orth = in.text();
            } else if (attr == kNorm) {
              part.norm = in.text();
            } else {
              in.fail("an exception may set ORTH and NORM only");
            }
          }
          special.parts.push_back(std::move(part));
        }
        rules.specials.push_back(std::move(special));
      }
    } else {
      in.skip();
    }
  }
  if (!in.ok()) return reason(in.error());
  std::set<std::string_view> seen;
  for (const auto& special : rules.specials) {
    if (special.text.empty() || !seen.insert(special.text).second)
      return reason("exception \"" + special.text + "\" is empty or stands there twice");
    std::string joined;
    for (const auto& part : special.parts) {
      if (part.orth.empty()) return reason("exception \"" + special.text + "\": a part without text");
      joined += part.orth;
    }
    if (joined != special.text) return reason("exception \"" + special.text + "\": its parts do not add up to it");
  }
  return rules;
}

Decoded<StaticVectors> read_vectors(std::string_view npy, std::string_view key2row) {
  auto vectors = read_npy(npy);
  if (!vectors) return reason("vectors: " + vectors.error());
  MsgpackReader in(key2row);
  const std::uint32_t count = in.map();
  vectors->rows_of.reserve(count);
  for (std::uint32_t i = 0; i < count && in.ok(); ++i) {
    const std::uint64_t key = in.unsigned_integer();
    const std::int64_t row = in.integer();
    if (row < 0) continue;  // spaCy's way to say: no vector
    if (static_cast<std::uint64_t>(row) >= vectors->rows) return reason("key2row: a row that does not exist");
    vectors->rows_of.emplace_back(key, static_cast<std::uint32_t>(row));
  }
  if (!in.ok()) return reason("key2row: " + in.error());
  std::ranges::sort(vectors->rows_of);
  return vectors;
}

Result<SpacyPipeline> read_pipeline(PipelineFiles files) {
  SpacyPipeline pipeline;
  /// Reads a file and decodes it; both failures name source and file.
  const auto decoded = [&](const std::string& path, auto decode) -> Result<typename decltype(decode(""))::value_type> {
    auto bytes = files.read(path);
    if (!bytes) return fail(std::move(bytes.error()));
    auto value = decode(*bytes);
    if (!value) return files.damaged(path, value.error());
    if constexpr (std::is_void_v<typename decltype(decode(""))::value_type>) {
      return {};
    } else {
      return std::move(*value);
    }
  };

  const auto meta = decoded("meta.json", [](std::string_view text) { return parse_json(text); });
  if (!meta) return fail(meta.error());
  if (!meta->is_object()) return files.damaged("meta.json", "it is not a JSON object");
  pipeline.language = text_of(*meta, "lang");
  pipeline.licence = text_of(*meta, "license");
  pipeline.spacy_version = text_of(*meta, "spacy_version");
  const std::string name = text_of(*meta, "name");
  const std::string version = text_of(*meta, "version");
  if (pipeline.language.empty() || name.empty() || version.empty())
    return files.damaged("meta.json", "lang, name or version is missing");
  pipeline.name = pipeline.language + '_' + name + '-' + version;
  if (!std::ranges::all_of(pipeline.name, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' ||
               c == '.';
      }))
    return files.damaged("meta.json", "the name may hold letters, digits, _ - and . only");
  if (!pipeline.spacy_version.starts_with(">=3."))
    return files.unsupported("it was made for spaCy " + pipeline.spacy_version + ", not 3");

  auto config = decoded("config.cfg", [](std::string_view text) { return Config::parse(text); });
  if (!config) return fail(std::move(config.error()));
  pipeline.config = std::move(*config);
  const auto names = pipeline.config.texts("nlp", "pipeline");
  if (!names) return files.damaged("config.cfg", "[nlp] has no list pipeline");
  const auto disabled = pipeline.config.texts("nlp", "disabled").value_or(std::vector<std::string>());

  for (const std::string& component_name : *names) {
    if (std::ranges::find(disabled, component_name) != disabled.end()) continue;
    Component component;
    component.name = component_name;
    const auto factory = pipeline.config.text("components." + component_name, "factory");
    if (!factory) return files.damaged("config.cfg", "[components." + component_name + "] names no factory");
    component.factory = *factory;
    if (const std::string path = component_name + "/model"; files.has(path)) {
      auto nodes = decoded(path, [](std::string_view bytes) { return read_nodes(bytes); });
      if (!nodes) return fail(std::move(nodes.error()));
      component.nodes = std::move(*nodes);
    }
    if (const std::string path = component_name + "/cfg"; files.has(path)) {
      auto ok = decoded(path, [&](std::string_view text) { return read_cfg(text, component); });
      if (!ok) return fail(std::move(ok.error()));
    }
    if (const std::string path = component_name + "/moves"; files.has(path)) {
      auto moves = decoded(path, [](std::string_view bytes) { return read_moves(bytes); });
      if (!moves) return fail(std::move(moves.error()));
      component.moves = std::move(*moves);
    }
    pipeline.components.push_back(std::move(component));
  }

  auto tokenizer = decoded("tokenizer", [](std::string_view bytes) { return read_tokenizer(bytes); });
  if (!tokenizer) return fail(std::move(tokenizer.error()));
  pipeline.tokenizer = std::move(*tokenizer);

  if (files.has("vocab/lookups.bin")) {
    auto norms = decoded("vocab/lookups.bin", [](std::string_view bytes) { return read_lexeme_norms(bytes); });
    if (!norms) return fail(std::move(norms.error()));
    pipeline.lexeme_norms = std::move(*norms);
  }
  if (files.has("vocab/vectors")) {
    if (files.has("vocab/vectors.cfg")) {
      auto cfg = decoded("vocab/vectors.cfg", [](std::string_view text) { return parse_json(text); });
      if (!cfg) return fail(std::move(cfg.error()));
      if (text_of(*cfg, "mode") != "default")
        return files.unsupported("its vectors are not a plain table (mode default)");
    }
    auto npy = files.read("vocab/vectors");
    if (!npy) return fail(std::move(npy.error()));
    auto key2row = files.read("vocab/key2row");
    if (!key2row) return fail(std::move(key2row.error()));
    auto vectors = read_vectors(*npy, *key2row);
    if (!vectors) return files.damaged("vocab", vectors.error());
    pipeline.vectors = std::move(*vectors);
  }

  auto digest = files.digest();
  if (!digest) return fail(std::move(digest.error()));
  pipeline.source = std::move(*digest);
  pipeline.files = std::move(files);
  return pipeline;
}

}  // namespace sitcen::language
