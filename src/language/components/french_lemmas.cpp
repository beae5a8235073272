#include "language/components/french_lemmas.h"

#include <algorithm>

#include "base/utf8.h"
#include "language/unicode/unicode.h"

namespace sitcen::language {
namespace {

/// The others have a lemma in the table of spellings or are their own.
bool has_rules(Pos pos) noexcept {
  switch (pos) {
    case Pos::noun:
    case Pos::verb:
    case Pos::adj:
    case Pos::adp:
    case Pos::adv:
    case Pos::aux:
    case Pos::cconj:
    case Pos::det:
    case Pos::pron:
    case Pos::punct:
    case Pos::sconj:
      return true;
    default:
      return false;
  }
}

}  // namespace

Result<FrenchLemmas> FrenchLemmas::load(const ModelFile& file, const Lexicon& lexicon) {
  FrenchLemmas out;
  out.lexicon_ = lexicon;
  const auto keys = file.array<StringId>("lemmatizer.lookup.keys");
  if (!keys) return fail(keys.error());
  const auto lemmas = file.text("lemmatizer.lookup.lemmas");
  if (!lemmas) return fail(lemmas.error());
  if (!std::ranges::is_sorted(*keys) || base::find_invalid_utf8(*lemmas) ||
      static_cast<std::size_t>(std::ranges::count(*lemmas, '\n')) != keys->size())
    return file.damaged("the table of spellings does not fit its lemmas");
  out.keys_ = *keys;
  out.lemmas_.reserve(keys->size());
  for (std::string_view rest = *lemmas; !rest.empty();) {
    const std::string_view line = first_line(rest);
    out.lemmas_.push_back(line);
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
  }
  if (out.lemmas_.size() != out.keys_.size())
    return file.damaged("the table of spellings ends in the middle of a line");
  return out;
}

std::string_view FrenchLemmas::look_up(std::string_view word) const noexcept {
  const StringId id = lexicon_.id(word);
  const auto at = std::ranges::lower_bound(keys_, id);
  if (at == keys_.end() || *at != id) return word;
  return lemmas_[static_cast<std::size_t>(at - keys_.begin())];
}

void FrenchLemmas::append(std::string_view spelling, Pos pos, const LemmaTables& tables, std::string& out) const {
  if (pos == Pos::none || pos == Pos::space) return append_lower(out, spelling);
  if (!has_rules(pos)) {
    out += look_up(spelling);
    return;
  }
  std::string word;
  append_lower(word, spelling);
  if (tables.index.find(word)) {
    out += word;
    return;
  }
  if (const std::string_view lemmas = tables.exceptions_of(word); !lemmas.empty()) {
    out += first_line(lemmas);
    return;
  }
  std::string unknown;
  for (const auto& [old_end, new_end] : tables.rules) {
    if (!word.ends_with(old_end)) continue;
    std::string form = word.substr(0, word.size() - old_end.size());
    form += new_end;
    if (form.empty()) continue;
    if (tables.index.find(form) || !is_alpha(form)) {
      out += form;
      return;
    }
    if (unknown.empty()) unknown = std::move(form);
  }
  out += unknown.empty() ? look_up(word) : std::string_view(unknown);
}

}  // namespace sitcen::language
