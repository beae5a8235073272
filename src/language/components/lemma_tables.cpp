#include "language/components/lemma_tables.h"

#include <algorithm>

#include "base/utf8.h"

namespace sitcen::language {

Result<LemmaTables> LemmaTables::load(const ModelFile& file, const std::string& prefix) {
  LemmaTables tables;
  if (file.has(prefix + ".rules")) {
    const auto rules = file.text(prefix + ".rules");
    if (!rules) return fail(rules.error());
    if (base::find_invalid_utf8(*rules)) return file.damaged(prefix + ".rules is not UTF-8");
    std::string_view rest = *rules;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      const std::size_t tab = rest.find('\t');
      if (tab == rest.npos || tab > end) return file.damaged(prefix + ".rules: a line without a tab");
      tables.rules.emplace_back(rest.substr(0, tab), rest.substr(tab + 1, end - tab - 1));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  if (file.has(prefix + ".index.ends")) {
    auto index = FrozenTable::load(file, prefix + ".index");
    if (!index) return fail(std::move(index.error()));
    tables.index = *index;
  }
  if (file.has(prefix + ".exceptions.ends")) {
    auto exceptions = FrozenTable::load(file, prefix + ".exceptions");
    if (!exceptions) return fail(std::move(exceptions.error()));
    tables.exceptions = *exceptions;
    const auto ends = file.array<std::uint32_t>(prefix + ".form_ends");
    if (!ends) return fail(ends.error());
    const auto forms = file.text(prefix + ".forms");
    if (!forms) return fail(forms.error());
    if (ends->size() != exceptions->size() || !std::ranges::is_sorted(*ends) ||
        (!ends->empty() && ends->back() > forms->size()) || base::find_invalid_utf8(*forms))
      return file.damaged(prefix + ": the exceptions do not fit their forms");
    for (const std::uint32_t end : *ends)
      if (end > 0 && (*forms)[end - 1] != '\n') return file.damaged(prefix + ": a form without an end");
    tables.form_ends = *ends;
    tables.forms = *forms;
  }
  return tables;
}

std::string_view LemmaTables::exceptions_of(std::string_view word) const noexcept {
  const auto exception = exceptions.find(word);
  if (!exception) return {};
  const std::uint32_t begin = *exception == 0 ? 0 : form_ends[*exception - 1];
  return forms.substr(begin, form_ends[*exception] - begin);
}

}  // namespace sitcen::language
