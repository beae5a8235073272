// How fast the readers are over a parsed document, and how their cost grows on texts made to hurt.
//
//   bench_reading MODEL DATA.jsonl   words a second of one thread over the texts of DATA: all readers with statements
//                                    strict and wide, figures alone, times alone
//   bench_reading MODEL DATA.jsonl GAZETTEER   the same with places
//   bench_reading MODEL --growth       microseconds a token at 1, 4 and 16 times the size

#include <fmt/format.h>

#include <algorithm>
#include <ctime>
#include <fstream>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "reading/figures/figures.h"
#include "reading/reader.h"
#include "reading/times/times.h"
#include "reading/tree.h"
#include "sitcen/engine.h"

namespace {

using namespace sitcen;

struct Parsed {
  std::unique_ptr<std::string> text;
  Document doc;
};

std::vector<Parsed> parsed(Engine& engine, const std::vector<std::string>& texts) {
  std::vector<Parsed> out;
  for (const std::string& text : texts) {
    Parsed p{std::make_unique<std::string>(text), {}};
    if (auto read = engine.read(*p.text, p.doc); read)
      out.push_back(std::move(p));
    else
      fmt::print(stderr, "{}\n", read.error().message);
  }
  return out;
}

std::size_t words(const std::vector<Parsed>& all) {
  std::size_t n = 0;
  for (const Parsed& p : all)
    for (const Token& t : p.doc.tokens) n += !t.is_space && t.pos != Pos::punct;
  return n;
}

/// \return CPU seconds of the fastest of five rounds
double seconds(const std::vector<Parsed>& all, const reading::Knowledge& knowledge, reading::StatementScope scope,
               std::size_t& statements) {
  reading::ReadOptions options;
  options.statements = scope;
  const Report report;
  double best = 1e9;
  for (int round = 0; round < 5; ++round) {
    statements = 0;
    const std::clock_t begin = std::clock();
    for (const Parsed& p : all)
      statements += reading::read_findings(report, p.doc, knowledge, options).statements.size();
    best = std::min(best, static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC);
  }
  return best;
}

/// \return CPU seconds of the fastest of five rounds
double time_seconds(const std::vector<Parsed>& all, const reading::Knowledge& knowledge, std::size_t& times) {
  Report report;
  report.published = Timestamp{"2031-03-12", TimePrecision::day, TimeBasis::given};
  std::vector<reading::Tree> trees;
  for (const Parsed& p : all) trees.emplace_back(p.doc);
  double best = 1e9;
  for (int round = 0; round < 5; ++round) {
    times = 0;
    const std::clock_t begin = std::clock();
    for (std::size_t i = 0; i < all.size(); ++i)
      times += reading::read_times(report, all[i].doc, trees[i], {}, knowledge).all.size();
    best = std::min(best, static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC);
  }
  return best;
}

/// \return CPU seconds of the fastest of five rounds
double figure_seconds(const std::vector<Parsed>& all, const reading::Knowledge& knowledge, std::size_t& figures) {
  std::vector<reading::Tree> trees;
  for (const Parsed& p : all) trees.emplace_back(p.doc);
  double best = 1e9;
  for (int round = 0; round < 5; ++round) {
    figures = 0;
    const std::clock_t begin = std::clock();
    for (std::size_t i = 0; i < all.size(); ++i)
      figures += reading::read_figures(all[i].doc, trees[i], knowledge).size();
    best = std::min(best, static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC);
  }
  return best;
}

std::string repeated(std::string_view piece, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += piece;
  return out;
}

/// So many persons and bodies that no two are alike.
std::string many_names(std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) {
    std::string name = "Abcdefgh";
    for (std::size_t k = 0, rest = i; k < 5; ++k, rest /= 26) name += static_cast<char>('a' + rest % 26);
    out += "President Ana " + name + " said that she met him. ";
  }
  return out;
}

void growth(Engine& engine, const reading::Knowledge& knowledge) {
  struct Case {
    const char* name;
    std::string_view piece;
  };
  constexpr Case kCases[] = {
      {"quotations in one paragraph", "\"The road is open,\" said Ana Kos. "},
      {"quotations without a speaker", "\"It was late.\" "},
      {"marks that never close", "\"open "},
      {"one endless sentence", "he said that "},
      {"names in one subject", "Ana Kos and "},
      {"a new name each time", ""},
      {"pronouns alone", "he told him that they saw her "},
      {"one noun again and again", "The minister met a minister. "},
      {"offices of one country", "The Polish president saw the Polish leader. "},
      {"whose is whose", "his mother's "},
      {"both again and again", "The two presidents met. Ana Kos said the two leaders ate. "},
      {"places of many towns", "Springfield, Franklin, Clinton and Georgetown. "},
      {"a place in a place", "Paris, Texas, "},
      {"a quotation a line, none closed", "\"It was late\n"},
      {"numbers in words", "two and a half million and "},
      {"numbers in digits", "$1,234 to 5-6 km, 7% "},
  };
  fmt::print("{:<34}{:>12}{:>12}{:>12}   us/token\n", "repeated", 500, 2000, 8000);
  for (const Case& c : kCases) {
    fmt::print("{:<34}", c.name);
    for (const std::size_t times : {500U, 2000U, 8000U}) {
      const auto docs = parsed(engine, {c.piece.empty() ? many_names(times) : repeated(c.piece, times)});
      if (docs.empty()) continue;
      std::size_t statements = 0;
      const double s = seconds(docs, knowledge, reading::StatementScope::wide, statements);
      fmt::print("{:>12.3f}", 1e6 * s / static_cast<double>(docs.front().doc.tokens.size()));
    }
    fmt::print("\n");
  }
}

void speed(Engine& engine, const reading::Knowledge& knowledge, const char* file) {
  std::vector<std::string> texts;
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) texts.push_back(nlohmann::json::parse(line).at("text"));
  const auto docs = parsed(engine, texts);
  for (const auto& [name, scope] :
       {std::pair("strict", reading::StatementScope::strict), std::pair("wide", reading::StatementScope::wide)}) {
    std::size_t statements = 0;
    const double s = seconds(docs, knowledge, scope, statements);
    fmt::print("{:<8}{:>10} words {:>8} statements {:>12.0f} words/s\n", name, words(docs), statements,
               static_cast<double>(words(docs)) / s);
  }
  std::size_t figures = 0;
  const double s = figure_seconds(docs, knowledge, figures);
  fmt::print("{:<8}{:>10} words {:>8} figures    {:>12.0f} words/s\n", "figures", words(docs), figures,
             static_cast<double>(words(docs)) / s);
  std::size_t times = 0;
  const double t = time_seconds(docs, knowledge, times);
  fmt::print("{:<8}{:>10} words {:>8} times      {:>12.0f} words/s\n", "times", words(docs), times,
             static_cast<double>(words(docs)) / t);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3 && argc != 4) {
    fmt::print(stderr, "usage: bench_reading MODEL DATA.jsonl | --growth [GAZETTEER]\n");
    return 2;
  }
  const auto model = open_model(argv[1]);
  if (!model) {
    fmt::print(stderr, "{}\n", model.error().message);
    return 1;
  }
  auto engine = Engine::create(*model);
  if (!engine) {
    fmt::print(stderr, "{}\n", engine.error().message);
    return 1;
  }
  reading::Knowledge knowledge = reading::load_knowledge("en");
  if (argc == 4) {
    auto gazetteer = reading::Gazetteer::open(argv[3]);
    if (!gazetteer) {
      fmt::print(stderr, "{}\n", gazetteer.error().message);
      return 1;
    }
    knowledge.gazetteer = std::move(*gazetteer);
  }
  if (std::string_view(argv[2]) == "--growth")
    growth(*engine, knowledge);
  else
    speed(*engine, knowledge, argv[2]);
  return 0;
}
