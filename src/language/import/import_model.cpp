#include "language/import/import_model.h"

#include "language/import/import_layers.h"
#include "language/import/import_rules.h"
#include "language/import/import_strings.h"
#include "language/import/label_lists.h"
#include "language/import/ruler_patterns.h"
#include "language/model_file.h"

namespace sitcen::language {

namespace {

Result<std::vector<RulerRule>> rules_of(const SpacyPipeline& pipeline) {
  const std::string path = "attribute_ruler/patterns";
  if (pipeline.component("attribute_ruler") == nullptr) return std::vector<RulerRule>();
  auto bytes = pipeline.files.read(path);
  if (!bytes) return fail(std::move(bytes.error()));
  auto rules = read_ruler(*bytes);
  if (!rules) return pipeline.files.damaged(path, rules.error());
  return std::move(*rules);
}

}  // namespace

Result<std::string> import_model(const std::filesystem::path& source) {
  auto files = PipelineFiles::open(source);
  if (!files) return fail(std::move(files.error()));
  return import_model(std::move(*files));
}

Result<std::string> import_model(PipelineFiles files) {
  const auto pipeline = read_pipeline(std::move(files));
  if (!pipeline) return fail(pipeline.error());

  const auto rules = rules_of(*pipeline);
  if (!rules) return fail(rules.error());
  const auto labels = collect_labels(*pipeline, *rules);
  if (!labels) return fail(labels.error());

  ModelFileWriter out;
  out.add_text("meta.name", pipeline->name);
  out.add_text("meta.language", pipeline->language);
  out.add_text("meta.licence", pipeline->licence);
  out.add_text("meta.source", pipeline->source);
  write_labels(*labels, out);
  if (auto ok = import_strings(*pipeline, out); !ok) return fail(std::move(ok.error()));
  if (auto ok = import_ruler(*pipeline, *rules, *labels, out); !ok) return fail(std::move(ok.error()));
  if (auto ok = import_lemmatizer(*pipeline, out); !ok) return fail(std::move(ok.error()));
  if (auto ok = import_layers(*pipeline, out); !ok) return fail(std::move(ok.error()));
  return out.finish(kModelFile);
}

}  // namespace sitcen::language
