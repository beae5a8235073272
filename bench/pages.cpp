// How fast pages become reports, text and metadata, on one thread.
//
//   bench_pages ROUNDS PAGE...    pages a second of CPU time, reading the files included, the best of the rounds, and
//   what the last round read

#include <fmt/format.h>

#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <string>
#include <vector>

#include "ingest/ingest.h"

namespace {

double cpu_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

}  // namespace

int main(int argc, char** argv) {
  using namespace sitcen::ingest;
  const int rounds = argc > 1 ? std::atoi(argv[1]) : 0;
  const std::vector<std::string> pages(argv + std::min(argc, 2), argv + argc);
  if (rounds < 1 || pages.empty()) {
    fmt::print(stderr, "usage: bench_pages ROUNDS PAGE...\n");
    return 2;
  }
  double best = 1e9;
  std::size_t letters = 0;
  std::size_t bytes = 0;
  std::size_t dated = 0;
  for (int round = 0; round < rounds; ++round) {
    letters = bytes = dated = 0;
    const double begin = cpu_seconds();
    for (const std::string& page : pages) {
      IngestOptions options;
      options.input = InputKind::html;
      auto source = ReportSource::open(page, options);
      bytes += std::filesystem::file_size(page);
      while (auto reading = source.next()) {
        if (!*reading) continue;
        letters += (*reading)->text.size();
        dated += (*reading)->published ? 1 : 0;
      }
    }
    best = std::min(best, cpu_seconds() - begin);
  }
  fmt::print(
      "{} pages, {} bytes of them, {} bytes of text, {} with a time of publication: {:.0f} pages/s, {:.0f} MB/s\n",
      pages.size(), bytes, letters, dated, static_cast<double>(pages.size()) / best,
      static_cast<double>(bytes) / best / 1e6);
}
