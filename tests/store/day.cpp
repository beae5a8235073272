#include "day.h"

#include <array>
#include <stdexcept>

#include "places.h"
#include "sample.h"

namespace sitcen::store::day {

std::string jsonl(std::size_t count) {
  constexpr std::array<const char*, 4> kSpeakers = {"Ana Kos", "Minister Jo Marsh", "Ilya Brandt", "The mayor"};
  constexpr std::array<const char*, 4> kPlaces = {"Velin", "Norhaven", "Ostrava Bay", "the old harbour"};
  std::string out;
  for (std::size_t i = 0; i < count; ++i) {
    if (i % 100 == 17) out += "{\"id\": \"cut-" + std::to_string(i) + "\", \"text\": \"The river\n";
    if (i % 100 == 61) out += "{\"id\": \"silent-" + std::to_string(i) + "\", \"text\": \"\"}\n";
    const std::string speaker = kSpeakers[i % 4];
    const std::string place = kPlaces[i / 4 % 4];
    const std::string number = std::to_string(i + 2);
    out += "{\"id\": \"wire-" + std::to_string(i) + "\", \"title\": \"Flood in " + place + ", day " + number +
           "\", \"source\": \"Northmere Wire\", \"text\": \"" + speaker + " said that " + number + " people left " +
           place + " before dawn.\\n\\n\\\"The water is still rising,\\\" " + speaker + " told reporters in " + place +
           ". According to the ministry, " + number + " houses \\u2014 most of them empty \\u2014 were lost.\"}\n";
  }
  return out;
}

std::string model() {
  for (const char* name : {"sm", "md"}) {
    std::string file = test::model_file(name);
    if (std::filesystem::exists(file)) return file;
  }
  throw std::runtime_error("no model at " + test::model_file("md") + "; ./dev test imports it");
}

std::string content(const std::filesystem::path& file) {
  const auto store = sample::opened(file, Access::read);
  std::string out;
  sample::value(store->reports({}, {}, [&](ReportRow&& row) {
    StoredReport stored = sample::value(store->report(row.key));
    stored.known_at = {};
    out += sample::dump(stored);
    return true;
  }));
  sample::value(store->rejections({}, [&](RejectedRow&& row) {
    out +=
        row.rejection.origin + ":" + std::to_string(row.rejection.line.value_or(0)) + " " + row.rejection.reason + "\n";
    return true;
  }));
  return out;
}

}  // namespace sitcen::store::day
