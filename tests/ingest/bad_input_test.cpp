#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "reading.h"

namespace sitcen::ingest {
namespace {

namespace fs = std::filesystem;

/// A folder of its own for each test, gone afterwards.
class BadInput : public testing::Test {
 protected:
  BadInput() {
    std::string name = (fs::temp_directory_path() / "sitcen-ingest-XXXXXX").string();
    folder_ = ::mkdtemp(name.data());
  }
  ~BadInput() override { fs::remove_all(folder_); }
  BadInput(const BadInput&) = delete;
  BadInput& operator=(const BadInput&) = delete;

  [[nodiscard]] fs::path file(const std::string& name, std::string_view bytes) const {
    std::ofstream(folder_ / name, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    return folder_ / name;
  }

  /// What the one rejection of a file says, and its code.
  static std::string refusal(const fs::path& path, ErrorCode code) {
    const auto readings = all_of(ReportSource::open(path));
    EXPECT_EQ(readings.size(), 1U);
    if (readings.size() != 1 || readings[0]) return "was read";
    EXPECT_EQ(readings[0].error().error.code, code);
    EXPECT_EQ(readings[0].error().origin, path.string());
    return describe(readings[0].error());
  }

  fs::path folder_;
};

TEST_F(BadInput, AMissingFile) {
  EXPECT_EQ(refusal("no/such/file.txt", ErrorCode::file_not_found), "no/such/file.txt: no such file");
}

TEST_F(BadInput, AFolder) {
  EXPECT_EQ(refusal(folder_, ErrorCode::is_a_folder),
            folder_.string() + ": is a folder; give its files, or ingest it with --recursive");
}

TEST_F(BadInput, ADeviceIsNotEvenOpened) {
  EXPECT_EQ(refusal("/dev/zero", ErrorCode::is_a_device),
            "/dev/zero: is a device, not a file; use - to read standard input");
}

TEST_F(BadInput, AnEmptyFile) {
  for (const std::string name : {"note.txt", "wire.jsonl", "page.html", "nothing"}) {
    const fs::path path = file(name, "");
    EXPECT_EQ(refusal(path, ErrorCode::empty_report), path.string() + ": the report has no text");
  }
}

TEST_F(BadInput, AFileThatMayNotBeRead) {
  const fs::path path = file("secret.txt", "text");
  fs::permissions(path, fs::perms::none);
  fs::permissions(folder_, fs::perms::others_exec, fs::perm_options::add);
  constexpr uid_t kNobody = 65534;
  const bool is_root = ::geteuid() == 0;  // who may read everything, so the test is somebody else for a while
  ASSERT_TRUE(!is_root || ::seteuid(kNobody) == 0);
  const std::string refused = refusal(path, ErrorCode::file_unreadable);
  ASSERT_TRUE(!is_root || ::seteuid(0) == 0);
  EXPECT_EQ(refused, path.string() + ": cannot be read: Permission denied");
}

TEST_F(BadInput, ATextThatIsNotUtf8NamesTheFileAndThePlace) {
  const fs::path path = file("latin.txt", "caf\xE9");
  EXPECT_EQ(refusal(path, ErrorCode::not_utf8),
            path.string() + ": the text is not UTF-8 (byte 0xE9 at offset 3); try --encoding");
}

TEST_F(BadInput, ATextOfAHundredMegabytesIsRefusedByItsSizeAlone) {
  const fs::path path = file("big.txt", "x");
  fs::resize_file(path, 100'000'000);
  EXPECT_EQ(
      refusal(path, ErrorCode::report_too_long),
      path.string() +
          ": the report has 100000000 bytes, more than the limit of 16777216; split it or raise --max-report-bytes");
}

TEST_F(BadInput, AnEndlessTextIsRefusedWithoutReadingOn) {
  std::size_t given = 0;
  IngestOptions options;
  options.input = InputKind::text;
  options.max_report_bytes = 1000;
  ByteSource endless = [&](std::span<char> buffer) -> Result<std::size_t> {
    std::ranges::fill(buffer, 'x');
    given += buffer.size();
    return buffer.size();
  };
  const auto readings = all_of(ReportSource::from(endless, "-", options));
  ASSERT_EQ(readings.size(), 1U);
  EXPECT_EQ(readings[0].error().error.code, ErrorCode::report_too_long);
  EXPECT_LE(given, 1U << 20);
}

TEST_F(BadInput, ALineOfAHundredMegabytesHoldsNothingUpAndTakesNoMemory) {
  // Good line, 100 MB in one line, good line; the source is asked for no more than it can hold at once.
  const std::string good = "{\"text\": \"Good.\"}\n";
  std::size_t at = 0;
  std::size_t largest_buffer = 0;
  constexpr std::size_t kLong = 100'000'000;
  ByteSource bytes = [&](std::span<char> buffer) -> Result<std::size_t> {
    largest_buffer = std::max(largest_buffer, buffer.size());
    std::size_t filled = 0;
    for (; filled < buffer.size() && at < kLong + 1 + 2 * good.size(); ++filled, ++at) {
      const std::size_t after = at - std::min(at, good.size() + kLong + 1);
      buffer[filled] = at < good.size()            ? good[at]
                       : at < good.size() + kLong  ? 'x'
                       : at == good.size() + kLong ? '\n'
                                                   : good[after];
    }
    return filled;
  };
  IngestOptions options;
  options.input = InputKind::jsonl;
  options.max_report_bytes = 1 << 20;
  const auto readings = all_of(ReportSource::from(bytes, "wire.jsonl", options));
  ASSERT_EQ(readings.size(), 3U);
  EXPECT_TRUE(readings[0]);
  EXPECT_TRUE(readings[2]);
  ASSERT_FALSE(readings[1]);
  EXPECT_EQ(readings[1].error().line, 2U);
  EXPECT_EQ(describe(readings[1].error()),
            "wire.jsonl: line 2: the report has 100000000 bytes, more than the limit of 1048576; split it or raise "
            "--max-report-bytes");
  EXPECT_LT(largest_buffer, 4U << 20);
}

TEST_F(BadInput, AnInputThatBreaksOffGivesWhatCameBefore) {
  ByteSource breaking = [first =
                             bytes_of("{\"text\": \"One.\"}\n{\"te")](std::span<char> buffer) -> Result<std::size_t> {
    auto got = first(buffer);
    if (*got > 0) return got;
    return fail(ErrorCode::file_unreadable, {"pipe", "Input/output error"});
  };
  IngestOptions options;
  options.input = InputKind::jsonl;
  const auto readings = all_of(ReportSource::from(breaking, "pipe", options));
  ASSERT_EQ(readings.size(), 2U);
  EXPECT_TRUE(readings[0]);
  EXPECT_EQ(describe(readings[1].error()), "pipe: cannot be read: Input/output error");
}

TEST_F(BadInput, APipeIsReadLikeAFile) {
  const fs::path path = folder_ / "pipe";
  ASSERT_EQ(::mkfifo(path.c_str(), 0600), 0);
  const int both_ends = ::open(path.c_str(), O_RDWR);
  ASSERT_EQ(::write(both_ends, "Note.", 5), 5);
  auto source = ReportSource::open(path);
  ::close(both_ends);  // the reader has its own end by now: the input ends where the writer left
  const auto reading = source.next();
  ASSERT_TRUE(reading && *reading);
  EXPECT_EQ((*reading)->text, "Note.");
}

}  // namespace
}  // namespace sitcen::ingest
