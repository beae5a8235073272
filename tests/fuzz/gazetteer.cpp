// Foreign gazetteer files and packages. The first byte says what the rest is: a file as it is, edits of a small good
// file, sealed with the right checksum, or a tarball. Whatever comes, loading ends with a gazetteer or a reason, and no
// question to a gazetteer that was loaded leads outside of it.

#define XXH_INLINE_ALL
#include "reading/places/gazetteer.h"

#include <xxhash.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#include "reading/places/builder/tarball.h"
#include "small.h"

using namespace sitcen;
using namespace sitcen::reading;

namespace {

constexpr std::size_t kSumAt = 24;  // see base/array_file.h

void seal_gazetteer(std::string& file) {
  const std::uint64_t head = XXH3_64bits(file.data(), kSumAt);
  const std::uint64_t sum = XXH3_64bits_withSeed(file.data() + kSumAt + 8, file.size() - kSumAt - 8, head);
  std::memcpy(file.data() + kSumAt, &sum, sizeof sum);
}

/// Four bytes an edit: where, and what to put there. Most of the file is empty buckets: the edits go to the rest.
std::string edited_gazetteer(std::string_view edits) {
  static const std::string kGood = test::small_gazetteer();
  std::string file = kGood;
  for (; edits.size() >= 4; edits.remove_prefix(4)) {
    const auto byte = [&](std::size_t i) { return static_cast<std::size_t>(static_cast<unsigned char>(edits[i])); };
    const std::size_t at = (byte(0) << 16U | byte(1) << 8U | byte(2)) % file.size();
    if (at < kSumAt || at >= kSumAt + 8) file[at] = edits[3];
  }
  seal_gazetteer(file);
  return file;
}

std::size_t ask(const Gazetteer& gazetteer) {
  std::size_t sum = 0;
  for (const char* name : {"brennau", "new brennau", "talvinia", "orland", "westmark", "sea of orla", "nowhere"}) {
    const NameLinks links = gazetteer.find(name);
    for (std::size_t i = 0; i < links.size(); ++i) {
      const GazetteerRow* row = gazetteer.row(links[i].row);
      if (row == nullptr) continue;
      sum += gazetteer.name(*row).size() + gazetteer.reference(*row).size();
      sum += gazetteer.country_code(row->country).size();
      sum += gazetteer.row(gazetteer.country_row(row->country)) != nullptr ? 1 : 0;
      sum += gazetteer.row(gazetteer.admin1_row(row->admin1)) != nullptr ? 1 : 0;
    }
  }
  return sum + gazetteer.unit("ORL").value_or(0) + gazetteer.unit("OR.WM").value_or(0);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view rest(reinterpret_cast<const char*>(data) + 1, size - 1);
  if (data[0] % 3 == 2) {
    constexpr std::array<std::string_view, 1> kWanted = {"a"};
    (void)read_tarball(rest, kWanted, "fuzz", {.total_bytes = std::uint64_t{1} << 20U});
    return 0;
  }
  const auto gazetteer = Gazetteer::from_bytes(data[0] % 3 == 1 ? edited_gazetteer(rest) : std::string(rest), "fuzz");
  if (gazetteer) (void)ask(**gazetteer);
  return 0;
}
