/// What finding copies costs: adds reports to a store, text alone, and prints the CPU time and the size of the file on
/// the way. usage: bench_store_copies REPORTS.jsonl STORE   (bench/copies/make.py makes reports; STORE is written anew)

#include <ctime>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>

#include "store/copies/compare.h"
#include "store/raw_bytes.h"
#include "store/store.h"

namespace {

using namespace sitcen;

double cpu_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

store::Arrival arrival(const nlohmann::json& json) {
  store::Arrival out;
  out.report.id = json.at("id").get<std::string>();
  out.report.text = json.at("text").get<std::string>();
  out.report.key = store::sha256_hex(out.report.id);
  out.report.version = store::sha256_hex(out.report.text);
  out.report.origin = "bench";
  return out;
}

bool is_mark(std::size_t reports) {
  while (reports > 0 && reports % 10 == 0) reports /= 10;
  return reports == 1;
}

int run(const std::string& reports, const std::string& file) {
  constexpr std::size_t kBatch = 64;
  constexpr std::size_t kWindow = 1000;  // the last so many are timed at each mark
  for (const char* suffix : {"", "-wal", "-shm"}) std::filesystem::remove(file + suffix);
  auto store = store::open_store(file, store::Access::write);
  if (!store) return std::cerr << store.error().message << '\n', 1;
  std::ifstream in(reports);
  store::Batch batch;
  std::size_t count = 0;
  double last = 0;
  double compared = 0;  // CPU time of splitting, sampling and hashing alone, once more beside the store
  const double begin = cpu_seconds();
  std::cout << "reports  add, ms/report  of the last 1000  split and sample, ms/report  file, KB/report\n";
  for (std::string line; std::getline(in, line);) {
    batch.arrivals.push_back(arrival(nlohmann::json::parse(line)));
    ++count;
    if (batch.arrivals.size() < kBatch && !is_mark(count) && count % kWindow != 0) continue;
    const double before = cpu_seconds();
    if (auto done = (*store)->add(batch); !done) return std::cerr << done.error().message << '\n', 1;
    const double after = cpu_seconds();
    last += after - before;
    for (const auto& one : batch.arrivals) compared += store::copies::Text(one.report.text).sample().empty() ? 0 : 0;
    compared += cpu_seconds() - after;
    batch.arrivals.clear();
    if (count % kWindow != 0) continue;
    if (is_mark(count))
      std::cout << count << "  " << (cpu_seconds() - begin - compared) * 1000 / static_cast<double>(count) << "  "
                << last << "  " << compared * 1000 / static_cast<double>(count) << "  "
                << static_cast<double>(std::filesystem::file_size(file)) / 1024 / static_cast<double>(count)
                << std::endl;
    last = 0;
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc == 3) return run(argv[1], argv[2]);
  std::cerr << "usage: bench_store_copies REPORTS.jsonl STORE\n";
  return 2;
}
