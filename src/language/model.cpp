#include "language/model.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "language/labels.h"
#include "language/model_info.h"

namespace sitcen {
namespace {

using language::ModelFile;
using language::MoveRange;
using language::NerAction;
using language::TransitionWeights;

std::optional<std::uint16_t> index_of(const std::vector<std::string>& names, std::string_view name) {
  const auto at = std::find(names.begin(), names.end(), name);
  if (at == names.end()) return std::nullopt;
  return static_cast<std::uint16_t>(at - names.begin());
}

/// A line of tagger.labels: a tag, or TAB, part of speech, TAB, features.
std::optional<TagRow> tag_row(const Labels& labels, std::string_view line) {
  const std::size_t tab = line.find('\t');
  const auto tag = index_of(labels.tags, line.substr(0, tab));
  if (!tag) return std::nullopt;
  if (tab == std::string_view::npos) return TagRow{*tag, 0, Pos::none};
  line.remove_prefix(tab + 1);
  const std::size_t end = line.find('\t');
  if (end == std::string_view::npos) return std::nullopt;
  const auto pos = language::pos_named(line.substr(0, end));
  const auto morph = index_of(labels.morphs, line.substr(end + 1));
  if (!pos || !morph) return std::nullopt;
  return TagRow{*tag, *morph, *pos};
}

/// "prep||pobj": the token is a prep, and its head is the nearest pobj below the head it was given.
std::optional<language::Parser::MoveLabel> parser_label(const Labels& labels, std::string_view name) {
  const std::size_t at = name.find("||");
  const auto plain = index_of(labels.deps, name.substr(0, at));
  if (!plain) return std::nullopt;
  if (at == std::string_view::npos) return language::Parser::MoveLabel{*plain, 0};
  const auto head = index_of(labels.deps, name.substr(at + 2));
  if (!head || *head == 0) return std::nullopt;
  return language::Parser::MoveLabel{*plain, *head};
}

/// The recogniser goes from begin to in to last of one type by its place in their ranges.
bool same_order(const TransitionWeights& ner) {
  const auto range = [&](NerAction a) { return ner.actions[static_cast<std::size_t>(a)]; };
  const MoveRange begin = range(NerAction::begin);
  for (std::uint32_t i = 0; i < begin.size(); ++i)
    for (const NerAction a : {NerAction::in, NerAction::last, NerAction::unit})
      if (ner.labels[range(a).begin + i] != ner.labels[begin.begin + i]) return false;
  return true;
}

Result<void> resolve_labels(Model& model) {
  const ModelFile& file = *model.file;
  const Labels& labels = *model.labels;
  auto names = file.text("tagger.labels");
  if (!names) return fail(std::move(names.error()));
  for (std::string_view rest = *names; !rest.empty();) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const auto row = tag_row(labels, rest.substr(0, end));
    if (!row) return file.damaged("the tagger has a row that is no label");
    model.tag_rows.push_back(*row);
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  if (model.tag_rows.size() != model.weights.tagger.tags) return file.damaged("the tagger has another number of tags");
  for (const std::string& name : model.weights.parser.labels) {
    const auto label = parser_label(labels, name);
    if (!label) return file.damaged("the parser has a label that is none");
    model.parser_labels.push_back(*label);
  }
  for (const std::string& name : model.weights.ner.labels) {
    const auto label = index_of(labels.entities, name);
    if (!label) return file.damaged("the entity recogniser has a label that is none");
    model.entity_labels.push_back(*label);
  }
  if (!same_order(model.weights.ner)) return file.damaged("the entity recogniser's moves are out of order");
  const auto root = index_of(labels.deps, "ROOT");
  const auto space = index_of(labels.deps, "dep");
  if (!root || !space) return file.damaged("it has no label for a root or for white space");
  model.root_label = *root;
  model.space_label = *space;
  return {};
}

/// A word type's row is used unchecked later on.
Result<void> check_rows(const ModelFile& file, const language::Weights& weights) {
  if (!file.has("vectors.key_rows")) return {};
  auto rows = file.array<std::uint32_t>("vectors.key_rows");
  if (!rows) return fail(std::move(rows.error()));
  const auto most = std::max_element(rows->begin(), rows->end());
  if (most != rows->end() && *most >= weights.vectors.rows)
    return file.damaged("a word has a vector that is not there");
  return {};
}

}  // namespace

Result<std::shared_ptr<const Model>> Model::load(std::shared_ptr<const ModelFile> file) {
  auto model = std::make_shared<Model>();
  model->file = std::move(file);
  const ModelFile& in = *model->file;
  auto info = language::read_info(in);
  if (!info) return fail(std::move(info.error()));
  model->info = std::move(*info);
  auto labels = language::load_labels(in);
  if (!labels) return fail(std::move(labels.error()));
  model->labels = std::move(*labels);
  auto lexicon = language::Lexicon::load(in);
  if (!lexicon) return fail(std::move(lexicon.error()));
  model->lexicon = std::move(*lexicon);
  auto tokenizer = language::TokenizerModel::load(in);
  if (!tokenizer) return fail(std::move(tokenizer.error()));
  model->tokenizer = std::move(*tokenizer);
  auto ruler = language::RulerModel::load(in, *model->labels);
  if (!ruler) return fail(std::move(ruler.error()));
  model->ruler = std::move(*ruler);
  auto lemmatizer = language::LemmatizerModel::load(in, *model->labels, model->lexicon);
  if (!lemmatizer) return fail(std::move(lemmatizer.error()));
  model->lemmatizer = std::move(*lemmatizer);
  auto weights = language::load_weights(in);
  if (!weights) return fail(std::move(weights.error()));
  model->weights = std::move(*weights);
  if (auto ok = check_rows(in, model->weights); !ok) return fail(std::move(ok.error()));
  if (auto ok = resolve_labels(*model); !ok) return fail(std::move(ok.error()));
  return model;
}

Result<std::shared_ptr<const Model>> open_model(const std::filesystem::path& file) {
  auto mapped = language::open_model_file(file);
  if (!mapped) return fail(std::move(mapped.error()));
  return Model::load(std::move(*mapped));
}

const ModelInfo& info(const Model& model) noexcept { return model.info; }

}  // namespace sitcen
