#include "language/import/import_strings.h"

#include <algorithm>
#include <map>

#include "knowledge.h"
#include "language/chunks.h"
#include "language/import/python_regex.h"
#include "language/import/string_ids.h"
#include "language/lexicon.h"
#include "language/tokenizer_model.h"

namespace sitcen::language {
namespace {

template <class T>
void add(ModelFileWriter& out, const std::string& name, const std::vector<T>& values) {
  out.add(name, std::span<const T>(values));
}

void write_lexicon(const SpacyPipeline& pipeline, const StringIds& ids, ModelFileWriter& out) {
  std::vector<std::string> names;
  std::vector<std::uint32_t> numbers;
  for (const auto& [name, number] : ids.symbols()) {
    names.push_back(name);
    numbers.push_back(number);
  }
  FrozenTable::write(out, "lexicon.symbols", names);
  add(out, "lexicon.symbol_ids", numbers);

  // The model's own table goes before the one all languages share.
  std::map<StringId, StringId> norms;
  for (const auto& [orth, norm] : pipeline.lexeme_norms) norms.emplace(orth, ids(norm));
  for_each_row(knowledge::table("spacy/base_norms.tsv"),
               [&](std::string_view text, std::string_view norm) { norms.emplace(ids(text), ids(norm)); });
  std::vector<StringId> keys;
  std::vector<StringId> values;
  for (const auto& [orth, norm] : norms) {
    keys.push_back(orth);
    values.push_back(norm);
  }
  add(out, "lexicon.norm_keys", keys);
  add(out, "lexicon.norms", values);
}

void write_vector_index(const StaticVectors& vectors, ModelFileWriter& out) {
  if (vectors.rows_of.empty()) return;
  std::vector<StringId> keys;
  std::vector<std::uint32_t> rows;
  std::vector<std::uint32_t> buckets;
  for (const auto& [key, row] : vectors.rows_of) {
    while (buckets.size() <= (key >> 48)) buckets.push_back(static_cast<std::uint32_t>(keys.size()));
    keys.push_back(key);
    rows.push_back(row);
  }
  buckets.resize((std::size_t{1} << 16) + 1, static_cast<std::uint32_t>(keys.size()));
  add(out, "vectors.keys", keys);
  add(out, "vectors.key_rows", rows);
  add(out, "vectors.buckets", buckets);
}

/// Patterns and special cases; which of these are looked for again after cutting is added by write_patterns.
tl::expected<void, std::string> write_tokenizer(const TokenizerRules& rules, const StringIds& ids,
                                                ModelFileWriter& out) {
  struct Pattern {
    const char* name;
    const std::optional<std::string>* regex;
  };
  for (const Pattern& p : {Pattern{"tokenizer.prefix", &rules.prefix},
                           {"tokenizer.suffix", &rules.suffix},
                           {"tokenizer.infix", &rules.infix},
                           {"tokenizer.token_match", &rules.token_match},
                           {"tokenizer.url", &rules.url_match}}) {
    if (!*p.regex) continue;
    const auto pattern = to_pcre2(**p.regex);
    if (!pattern) return tl::unexpected(std::string(p.name) + ": " + pattern.error());
    out.add_text(p.name, *pattern);
  }
  std::vector<std::string> keys;
  std::vector<std::uint32_t> begins = {0};
  std::vector<std::uint32_t> sizes;
  std::vector<StringId> norms;
  for (const auto& special : rules.specials) {
    keys.push_back(special.text);
    for (const auto& part : special.parts) {
      sizes.push_back(static_cast<std::uint32_t>(part.orth.size()));
      norms.push_back(part.norm ? ids(*part.norm) : 0);
    }
    begins.push_back(static_cast<std::uint32_t>(sizes.size()));
  }
  FrozenTable::write(out, "tokenizer.specials", keys);
  add(out, "tokenizer.special_begins", begins);
  add(out, "tokenizer.part_sizes", sizes);
  add(out, "tokenizer.part_norms", norms);
  return {};
}

void write_patterns(const std::vector<std::vector<StringId>>& patterns, ModelFileWriter& out) {
  std::vector<StringId> tokens;
  std::vector<std::uint32_t> ends;
  for (const auto& pattern : patterns) {
    tokens.insert(tokens.end(), pattern.begin(), pattern.end());
    ends.push_back(static_cast<std::uint32_t>(tokens.size()));
  }
  add(out, "tokenizer.patterns", tokens);
  add(out, "tokenizer.pattern_ends", ends);
}

/// What each special case falls apart into without its rule, for those that a rule for affixes or infixes can cut.
Result<std::vector<std::vector<StringId>>> find_patterns(const SpacyPipeline& pipeline, const StringIds& ids) {
  ModelFileWriter draft;
  if (auto ok = write_tokenizer(pipeline.tokenizer, ids, draft); !ok)
    return pipeline.files.unsupported("tokenizer: " + ok.error());
  write_patterns({}, draft);
  auto file = model_file_of(draft.finish(kModelFile), pipeline.name);
  if (!file) return fail(std::move(file.error()));
  const auto tokenizer = TokenizerModel::load(**file);
  if (!tokenizer) return pipeline.files.unsupported("tokenizer: " + tokenizer.error().message);

  std::vector<std::vector<StringId>> patterns;
  RegexScratch scratch;
  std::vector<Piece> pieces;
  for (const auto& special : pipeline.tokenizer.specials) {
    const std::string_view text = special.text;
    if (pipeline.tokenizer.faster_heuristics && text.find(' ') == text.npos && !tokenizer->has_affix(text, scratch))
      continue;
    std::vector<StringId> tokens;
    for_each_chunk(text, [&](std::size_t begin, std::size_t end, bool /*space_after*/) {
      pieces.clear();
      tokenizer->split(text.substr(begin, end - begin), false, scratch, pieces);
      for (const Piece& piece : pieces) {
        tokens.push_back(ids(text.substr(begin, piece.size)));
        begin += piece.size;
      }
    });
    if (!tokens.empty()) patterns.push_back(std::move(tokens));
  }
  return patterns;
}

}  // namespace

Result<void> import_strings(const SpacyPipeline& pipeline, ModelFileWriter& out) {
  const StringIds ids;
  write_lexicon(pipeline, ids, out);
  write_vector_index(pipeline.vectors, out);
  const auto patterns = find_patterns(pipeline, ids);
  if (!patterns) return fail(patterns.error());
  if (auto ok = write_tokenizer(pipeline.tokenizer, ids, out); !ok)
    return pipeline.files.unsupported("tokenizer: " + ok.error());
  write_patterns(*patterns, out);
  return {};
}

}  // namespace sitcen::language
