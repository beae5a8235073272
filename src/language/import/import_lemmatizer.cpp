#include <array>
#include <map>
#include <set>
#include <utility>
#include <vector>

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
  std::vector<std::pair<std::string, std::string>> rules;  ///< old and new ending
  std::set<std::string> index;
  std::map<std::string, std::string> exceptions;  ///< lemmas, a line each
};

/// What a lookups file holds, by the id of a part of speech or of a list's name.
struct LemmaLookups {
  struct Group {
    std::string list, features;  ///< features joined by '|'
  };
  std::map<StringId, PosTables> tables;
  std::map<StringId, std::string> lemmas;         ///< of each known spelling
  std::map<StringId, std::vector<Group>> groups;  ///< by part of speech: which list is for which features
};

/// A table of a lookups file: a map from an id to what read(entry) reads.
template <class Entry, class Read>
void read_table(MsgpackReader& in, std::map<StringId, Entry>& tables, Read read) {
  for (std::uint32_t left = in.map(); left > 0 && in.ok(); --left) {
    Entry& entry = tables[in.unsigned_integer()];
    read(entry);
  }
}

/// A text that goes into lines and columns.
std::string read_word(MsgpackReader& in) {
  const std::string_view word = in.text();
  if (word.find_first_of("\t\n") != word.npos) in.fail("a word with a tab or a line break");
  return std::string(word);
}

/// A word, or the first of a list of some.
std::string read_first_word(MsgpackReader& in) {
  if (in.peek() != MsgpackReader::Kind::array) return read_word(in);
  const std::uint32_t count = in.array();
  if (count == 0) in.fail("a spelling without a lemma");
  std::string first = read_word(in);
  for (std::uint32_t n = 1; n < count && in.ok(); ++n) in.skip();
  return first;
}

tl::expected<LemmaLookups, std::string> read_lookups(std::string_view msgpack) {
  LemmaLookups lookups;
  auto& tables = lookups.tables;
  MsgpackReader in(msgpack);
  for (std::uint32_t left = in.map(); left > 0 && in.ok(); --left) {
    const std::string_view name = in.text();
    if (name == "lemma_rules") {
      read_table(in, tables, [&](PosTables& t) {
        for (std::uint32_t n = in.array(); n > 0 && in.ok(); --n) {
          if (in.array() != 2) in.fail("a rule of an old and a new ending was expected");
          std::string old_end = read_word(in);
          t.rules.emplace_back(std::move(old_end), read_word(in));
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
    } else if (name == "lemma_lookup") {
      read_table(in, lookups.lemmas, [&](std::string& lemma) { lemma = read_first_word(in); });
    } else if (name == "lemma_rules_groups") {
      read_table(in, lookups.groups, [&](std::vector<LemmaLookups::Group>& groups) {
        for (std::uint32_t n = in.array(); n > 0 && in.ok(); --n) {
          if (in.array() != 2) in.fail("a list and its features were expected");
          LemmaLookups::Group& group = groups.emplace_back();
          group.list = read_word(in);
          for (std::uint32_t f = in.array(); f > 0 && in.ok(); --f)
            group.features += (group.features.empty() ? "" : "|") + read_word(in);
        }
      });
    } else {
      in.skip();
    }
  }
  if (!in.ok()) return tl::unexpected(in.error());
  return lookups;
}

void write_tables(const std::string& prefix, const PosTables& tables, ModelFileWriter& out) {
  std::string rules;
  for (const auto& [old_end, new_end] : tables.rules) rules += old_end + '\t' + new_end + '\n';
  if (!rules.empty()) out.add_text(prefix + ".rules", rules);
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

void write_french(const LemmaLookups& lookups, ModelFileWriter& out) {
  std::vector<StringId> keys;
  std::string lemmas;
  for (const auto& [key, lemma] : lookups.lemmas) {
    keys.push_back(key);
    lemmas += lemma + '\n';
  }
  out.add_text("lemmatizer.method", "french");
  out.add("lemmatizer.lookup.keys", std::span<const StringId>(keys));
  out.add_text("lemmatizer.lookup.lemmas", lemmas);
}

/// The lists that spaCy's Spanish lemmatizer asks for by name; the others are named by groups.
constexpr auto kSpanishLists =
    std::to_array<std::string_view>({"accents", "adverbs", "det", "det_and_pron_fixed", "det_and_pron_general", "num",
                                     "pron", "voc_alt_1", "voc_alt_2"});

/// \return what is wrong; "" if all is well
std::string write_spanish(const LemmaLookups& lookups, const StringIds& ids, ModelFileWriter& out) {
  std::set<std::string> lists(kSpanishLists.begin(), kSpanishLists.end());
  std::string groups;
  for (const std::string_view pos : {"noun", "verb", "adj"}) {
    const auto of_pos = lookups.groups.find(ids(pos));
    if (of_pos == lookups.groups.end()) continue;
    for (const auto& [list, features] : of_pos->second) {
      lists.insert(list);
      groups += std::string(pos) + '\t' + list + '\t' + features + '\n';
    }
  }
  std::string lines;
  for (const std::string& list : lists) {
    const auto of_list = lookups.tables.find(ids(list));
    if (of_list == lookups.tables.end()) continue;
    for (const auto& [old_end, new_end] : of_list->second.rules) {
      // spaCy takes them for regular expressions; of letters alone they are what they say.
      const auto is_plain = [](const std::string& end) { return end.empty() || is_alpha(end); };
      if (!is_plain(old_end) || !is_plain(new_end)) return "rule " + old_end + " of " + list;
      lines += list + '\t' + old_end + '\t' + new_end + '\n';
    }
  }
  out.add_text("lemmatizer.method", "spanish");
  out.add_text("lemmatizer.rule_groups", groups);
  out.add_text("lemmatizer.rule_lists", lines);
  return {};
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
  const auto lookups = read_lookups(*bytes);
  if (!lookups) return pipeline.files.damaged(kLookups, lookups.error());
  const StringIds ids;
  const bool is_spanish = pipeline.language == "es";
  if (pipeline.language == "fr") write_french(*lookups, out);
  if (is_spanish) {
    if (const std::string why = write_spanish(*lookups, ids, out); !why.empty())
      return pipeline.files.unsupported("its lemmatizer is no list of endings: " + why);
  }
  for (std::size_t pos = 1; pos <= static_cast<std::size_t>(Pos::space); ++pos) {
    std::string lower;
    append_lower(lower, name(static_cast<Pos>(pos)));
    const auto at = lookups->tables.find(ids(lower));
    if (at == lookups->tables.end()) continue;
    PosTables of_pos = at->second;
    if (is_spanish) of_pos.rules.clear();  // lists of another meaning: see write_spanish
    write_tables("lemmatizer." + lower, of_pos, out);
  }
  return {};
}

}  // namespace sitcen::language
