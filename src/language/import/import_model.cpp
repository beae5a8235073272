#include "language/import/import_model.h"

#include "language/import/import_layers.h"
#include "language/import/import_strings.h"
#include "language/model_file.h"

namespace sitcen::language {

Result<std::string> import_model(const std::filesystem::path& source) {
  auto files = PipelineFiles::open(source);
  if (!files) return fail(std::move(files.error()));
  return import_model(std::move(*files));
}

Result<std::string> import_model(PipelineFiles files) {
  const auto pipeline = read_pipeline(std::move(files));
  if (!pipeline) return fail(pipeline.error());

  ModelFileWriter out;
  out.add_text("meta.name", pipeline->name);
  out.add_text("meta.language", pipeline->language);
  out.add_text("meta.licence", pipeline->licence);
  out.add_text("meta.source", pipeline->source);
  if (auto ok = import_strings(*pipeline, out); !ok) return fail(std::move(ok.error()));
  if (auto ok = import_layers(*pipeline, out); !ok) return fail(std::move(ok.error()));
  return out.finish();
}

}  // namespace sitcen::language
