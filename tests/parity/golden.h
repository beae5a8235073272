#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "sitcen/document.h"

namespace sitcen::parity {

/// One token as spaCy answered; the columns of tools/parity/answers.py.
struct Row {
  std::uint32_t begin = 0, end = 0;  ///< code points
  std::string lemma, pos, tag, morph;
  std::uint32_t head = 0;  ///< index of the head token
  std::string dep, ent;    ///< ent in IOB2
  bool sentence_start = false;

  friend bool operator==(const Row&, const Row&) = default;
};

struct Text {
  std::string id;
  std::string text;
  std::vector<Row> rows;
};

/// The texts of one file of texts/ with spaCy's answers of one file of golden/.
/// \throws std::runtime_error where they do not fit each other: the test's own data is broken
[[nodiscard]] std::vector<Text> load(const std::filesystem::path& texts, const std::filesystem::path& golden);

/// All files of texts/ with the answers of one model, in order of name.
/// \param language  "" for English, else the folder of the language: "fr"
/// \param model     "md" or "sm"
[[nodiscard]] std::vector<Text> load_all(const std::string& language, const std::string& model);

/// What the engine says, in spaCy's terms.
[[nodiscard]] std::vector<Row> rows_of(const Document& doc);

/// "begin-end lemma pos ..." for messages.
[[nodiscard]] std::string to_string(const Row& row);

}  // namespace sitcen::parity
