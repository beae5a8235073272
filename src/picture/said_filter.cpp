#include "picture/said_filter.h"

#include "picture/choices.h"

namespace sitcen::picture {

std::vector<std::string> modalities() { return names_up_to(Modality::thanked); }

Result<SaidFilters> said_filters(store::Store& store, std::optional<store::Instant> as_of, const SaidQuestion& typed,
                                 Compare when) {
  SaidFilters out;
  const auto modality = chosen("modality", typed.modality, Modality::thanked);
  if (!modality) return fail(modality.error());
  out.filter.modality = *modality;
  if (when == Compare::if_asked && !typed.by && !typed.about) return out;
  const Knowledge knowledge = load_knowledge();
  auto compared = compare(store, as_of, knowledge);
  if (!compared) return fail(compared.error());
  out.compared = *std::move(compared);
  if (typed.by) {
    out.by = called(*typed.by, out.compared, knowledge.countries);
    if (out.by.empty()) return fail(nobody_called(*typed.by, out.compared));
    out.filter.by = members(out.by, out.compared, Which::speakers);
  }
  if (typed.about) {
    store::SaidFilter::About about;
    about.actors = members(called(*typed.about, out.compared, knowledge.countries), out.compared, Which::all);
    if (auto words = store::parse_search(*typed.about)) {
      about.words = *std::move(words);
    } else if (about.actors.empty()) {
      return fail(words.error());
    }
    out.filter.about = std::move(about);
  }
  return out;
}

}  // namespace sitcen::picture
