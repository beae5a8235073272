#include <map>
#include <set>

#include "language/frozen_table.h"
#include "language/import/import_rules.h"
#include "language/import/msgpack.h"
#include "language/import/string_ids.h"
#include "language/unicode/unicode.h"
#include "sitcen/document.h"

namespace sitcen::language {
namespace {

constexpr const char* kLookups = "lemmatizer/lookups/lookups.bin";

struct PosTables {
  std::string rules;  ///< lines "old TAB new"
  std::set<std::string> index;
  std::map<std::string, std::string> exceptions;  ///< lemmas, a line each
};

/// A table of a lookups file: a map from the id of a part of speech to what read(in, tables) reads.
template <class Read>
void read_table(MsgpackReader& in, std::map<StringId, PosTables>& tables, Read read) {
  for (std::uint32_t left = in.map(); left > 0 && in.ok(); --left) {
    PosTables& of_pos = tables[in.unsigned_integer()];
    read(of_pos);
  }
}

/// A text that goes into lines and columns.
std::string read_word(MsgpackReader& in) {
  const std::string_view word = in.text();
  if (word.find_first_of("\t\n") != word.npos) in.fail("a word with a tab or a line break");
  return std::string(word);
}

tl::expected<std::map<StringId, PosTables>, std::string> read_lookups(std::string_view msgpack) {
  std::map<StringId, PosTables> tables;
  MsgpackReader in(msgpack);
  for (std::uint32_t left = in.map(); left > 0 && in.ok(); --left) {
    const std::string_view name = in.text();
    if (name == "lemma_rules") {
      read_table(in, tables, [&](PosTables& t) {
        for (std::uint32_t n = in.array(); n > 0 && in.ok(); --n) {
          if (in.array() != 2) in.fail("a rule of an old and a new ending was expected");
          t.rules += read_word(in) + '\t';
          t.rules += read_word(in) + '\n';
        }
      });
    } else if (name == "lemma_index") {
      read_table(in, tables, [&](PosTables& t) {
        for (std::uint32_t n = in.array(); n > 0 && in.ok(); --n) t.index.emplace(in.text());
      });
    } else if (name == "lemma_exc") {
      read_table(in, tables, [&](PosTables& t) {
        for (std::uint32_t n = in.map(); n > 0 && in.ok(); --n) {
          std::string& forms = t.exceptions[std::string(in.text())];
          forms.clear();
          for (std::uint32_t f = in.array(); f > 0 && in.ok(); --f) forms += read_word(in) + '\n';
        }
      });
    } else {
      in.skip();
    }
  }
  if (!in.ok()) return tl::unexpected(in.error());
  return tables;
}

void write_tables(const std::string& prefix, const PosTables& tables, ModelFileWriter& out) {
  if (!tables.rules.empty()) out.add_text(prefix + ".rules", tables.rules);
  if (!tables.index.empty()) FrozenTable::write(out, prefix + ".index", {tables.index.begin(), tables.index.end()});
  if (tables.exceptions.empty()) return;
  std::vector<std::string> words;
  std::vector<std::uint32_t> ends;
  std::string all;
  for (const auto& [word, forms] : tables.exceptions) {
    words.push_back(word);
    all += forms;
    ends.push_back(static_cast<std::uint32_t>(all.size()));
  }
  FrozenTable::write(out, prefix + ".exceptions", words);
  out.add(prefix + ".form_ends", std::span<const std::uint32_t>(ends));
  out.add_text(prefix + ".forms", all);
}

}  // namespace

Result<void> import_lemmatizer(const SpacyPipeline& pipeline, ModelFileWriter& out) {
  const std::uint8_t base_forms = pipeline.language == "en" ? 1 : 0;
  out.add("lemmatizer.base_forms", std::span<const std::uint8_t>(&base_forms, 1));
  const Component* component = pipeline.component("lemmatizer");
  if (component == nullptr) return {};
  const auto mode = pipeline.config.text("components.lemmatizer", "mode").value_or("lookup");
  if (component->factory != "lemmatizer" || mode != "rule")
    return pipeline.files.unsupported("its lemmatizer works by " + mode + "; only rule is known");
  if (pipeline.config.boolean("components.lemmatizer", "overwrite").value_or(false))
    return pipeline.files.unsupported("its lemmatizer overwrites the lemmas of the attribute ruler");

  const auto bytes = pipeline.files.read(kLookups);
  if (!bytes) return fail(bytes.error());
  auto tables = read_lookups(*bytes);
  if (!tables) return pipeline.files.damaged(kLookups, tables.error());
  const StringIds ids;
  for (std::size_t pos = 1; pos <= static_cast<std::size_t>(Pos::space); ++pos) {
    std::string lower;
    append_lower(lower, name(static_cast<Pos>(pos)));
    if (const auto at = tables->find(ids(lower)); at != tables->end())
      write_tables("lemmatizer." + lower, at->second, out);
  }
  return {};
}

}  // namespace sitcen::language
