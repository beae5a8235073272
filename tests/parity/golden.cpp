#include "golden.h"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <nlohmann/json.hpp>
#include <optional>
#include <stdexcept>
#include <string_view>

#include "places.h"
#include "sitcen/offsets.h"

namespace sitcen::parity {
namespace {

std::string unescape(std::string_view value) {
  std::string out;
  for (std::size_t i = 0; i < value.size(); ++i) {
    if (value[i] != '\\' || i + 1 == value.size()) {
      out += value[i];
      continue;
    }
    switch (value[++i]) {
      case 't':
        out += '\t';
        break;
      case 'n':
        out += '\n';
        break;
      case 'r':
        out += '\r';
        break;
      default:
        out += value[i];
    }
  }
  return out;
}

int number(std::string_view column) {
  int value = 0;
  const auto [end, error] = std::from_chars(column.data(), column.data() + column.size(), value);
  if (error != std::errc() || end != column.data() + column.size())
    throw std::runtime_error("not a number: " + std::string(column));
  return value;
}

std::vector<std::string_view> columns(std::string_view line) {
  std::vector<std::string_view> out;
  for (std::size_t at = 0; at <= line.size();) {
    const std::size_t tab = std::min(line.find('\t', at), line.size());
    out.push_back(line.substr(at, tab - at));
    at = tab + 1;
  }
  return out;
}

Row row(std::string_view line, const Text& text, const OffsetMap& offsets) {
  const auto column = columns(line);
  if (column.size() != 10) throw std::runtime_error(text.id + ": a row of " + std::to_string(column.size()));
  const std::uint32_t last = text.rows.empty() ? 0 : text.rows.back().end;
  Row out;
  out.begin = last + static_cast<std::uint32_t>(number(column[0]));
  out.end = out.begin + static_cast<std::uint32_t>(number(column[1]));
  const std::uint32_t first_byte = offsets.to_byte(out.begin);
  out.lemma =
      column[2] == "=" ? text.text.substr(first_byte, offsets.to_byte(out.end) - first_byte) : unescape(column[2]);
  out.pos = column[3];
  out.tag = column[4];
  out.morph = column[5];
  out.head = static_cast<std::uint32_t>(static_cast<int>(text.rows.size()) + number(column[6]));
  out.dep = column[7];
  out.ent = column[8];
  out.sentence_start = column[9] == "1";
  return out;
}

std::ifstream open(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw std::runtime_error("cannot open " + file.string());
  return in;
}

}  // namespace

std::vector<Text> load(const std::filesystem::path& texts, const std::filesystem::path& golden) {
  std::vector<Text> out;
  std::string line;
  for (std::ifstream in = open(texts); std::getline(in, line);) {
    const auto object = nlohmann::json::parse(line);
    out.push_back({object.at("id"), object.at("text"), {}});
  }
  std::ifstream in = open(golden);
  std::getline(in, line);  // what made it
  auto at = out.begin();
  std::optional<OffsetMap> offsets;
  while (std::getline(in, line)) {
    if (line.starts_with("#= ")) {
      if (offsets) ++at;
      if (at == out.end() || line.substr(3) != at->id)
        throw std::runtime_error(golden.string() + ": not expected: " + line);
      offsets.emplace(at->text, OffsetUnit::codepoint);
    } else {
      at->rows.push_back(row(line, *at, offsets.value()));
    }
  }
  if (out.empty() || at + 1 != out.end())
    throw std::runtime_error(golden.string() + ": fewer texts than " + texts.string());
  return out;
}

std::vector<Text> load_all(const std::string& language, const std::string& model) {
  const std::filesystem::path folder = std::filesystem::path(test::kSources) / "tests/parity" / language;
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder / "texts")) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  std::vector<Text> out;
  for (const auto& file : files) {
    auto part = load(file, folder / "golden" / model / (file.stem().string() + ".tsv"));
    std::move(part.begin(), part.end(), std::back_inserter(out));
  }
  return out;
}

std::vector<Row> rows_of(const Document& doc) {
  const OffsetMap offsets(doc.text, OffsetUnit::codepoint);
  std::vector<Row> out;
  out.reserve(doc.tokens.size());
  for (const Token& token : doc.tokens) {
    const Span span = offsets.from_bytes(token.span);
    std::string ent = "O";
    if (token.iob != Iob::outside) ent = (token.iob == Iob::begin ? "B-" : "I-") + std::string(doc.entity_label(token));
    out.push_back({span.begin, span.end, std::string(doc.lemma(token)), std::string(sitcen::name(token.pos)),
                   std::string(doc.tag(token)), std::string(doc.morph(token)), token.head,
                   std::string(doc.dep_name(token)), ent, token.sentence_start});
  }
  return out;
}

std::string to_string(const Row& row) {
  return std::to_string(row.begin) + "-" + std::to_string(row.end) + " lemma=" + row.lemma.substr(0, 60) + " " +
         row.pos + " " + row.tag + " " + row.morph + " head=" + std::to_string(row.head) + " " + row.dep + " " +
         row.ent + (row.sentence_start ? " starts a sentence" : "");
}

}  // namespace sitcen::parity
