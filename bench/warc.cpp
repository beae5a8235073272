// Records of a WARC file a second: each found, its head and the head of its HTTP answer parsed. Run by bench/warc.py.

#include <fmt/core.h>

#include <ctime>
#include <filesystem>

#include "ingest/byte_source.h"
#include "ingest/warc/http_message.h"
#include "ingest/warc/records.h"

using namespace sitcen;

namespace {

constexpr std::size_t kLongestHttpHead = 16 * 1024;

struct Counts {
  std::size_t records = 0, answers = 0, faults = 0;
};

Counts read(ingest::ByteSource bytes) {
  Counts counts;
  ingest::WarcRecords records(std::move(bytes));
  while (const auto record = records.next()) {
    ++counts.records;
    if (!*record) {
      ++counts.faults;
    } else if ((*record)->type == ingest::RecordType::response) {
      counts.answers += ingest::read_http_head(records.peek(kLongestHttpHead)) ? 1 : 0;
    }
  }
  return counts;
}

}  // namespace

int main(int count, char** words) {
  if (count != 2) return 2;
  const std::filesystem::path file = words[1];
  auto opened = ingest::bytes_of_file(file);
  if (!opened) return 1;
  const std::clock_t begin = std::clock();
  const Counts counts = read(std::move(opened->bytes));
  const double seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
  fmt::print("{} {} {} {:.4f}\n", counts.records, counts.answers, counts.faults, seconds);
  return 0;
}
