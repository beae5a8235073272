#include <gtest/gtest.h>
#include <zstd.h>

#include "packing.h"
#include "reading.h"

namespace sitcen::ingest {
namespace {

using test::gzip;
using test::tar;
using test::tar_file;
using test::zip;

/// What comes out, a line a reading: origin and text, or the refusal.
std::vector<std::string> lines(const std::vector<Reading>& readings) {
  std::vector<std::string> out;
  for (const Reading& reading : readings) {
    out.push_back(reading ? reading->origin + ": " + reading->text : describe(reading.error()));
  }
  return out;
}
using Lines = std::vector<std::string>;

std::vector<Reading> open(std::string bytes, const std::string& name) {
  return all_of(ReportSource::from(bytes_of(std::move(bytes)), name));
}

std::string zstd(std::string_view content) {
  std::string out(ZSTD_compressBound(content.size()), '\0');
  out.resize(ZSTD_compress(out.data(), out.size(), content.data(), content.size(), 3));
  return out;
}

TEST(Packed, AGzipOrZstdFileIsWhatItHolds) {
  const std::string wire = "{\"id\": \"w1\", \"text\": \"One.\"}\n{\"text\": \"Two.\"}\n";
  const Lines expected = {"wire.jsonl.gz: One.", "wire.jsonl.gz: Two."};
  EXPECT_EQ(lines(open(gzip(wire), "wire.jsonl.gz")), expected);
  EXPECT_EQ(lines(open(gzip(wire.substr(0, 20)) + gzip(wire.substr(20)), "wire.jsonl.gz")), expected);
  EXPECT_EQ(lines(open(zstd(wire), "-")), (Lines{"-: One.", "-: Two."}));
}

TEST(Packed, ADamagedOneGivesTheReason) {
  std::string cut = gzip("A note of some length that is packed.");
  cut.resize(cut.size() - 9);
  EXPECT_EQ(lines(open(cut, "n.txt.gz")),
            Lines{"n.txt.gz: the packed data cannot be read on: it ends in the middle of a packed member"});
  EXPECT_EQ(lines(open("plain", "n.gz")),
            Lines{"n.gz: the packed data cannot be read on: it is neither gzip nor zstd"});
  EXPECT_EQ(lines(open("", "n.gz")), Lines{"n.gz: the report has no text"});
}

TEST(Packed, TheFilesOfAZipArchive) {
  const std::string bytes =
      zip({{"b/two.txt", "Two."}, {"a.txt", "One.", false}, {"b/.hidden", "x"}, {"__MACOSX/a.txt", "x"}});
  EXPECT_EQ(lines(open(bytes, "day.zip")), (Lines{"day.zip!a.txt: One.", "day.zip!b/two.txt: Two."}));
  EXPECT_EQ(lines(open(bytes, "-")), (Lines{"-!a.txt: One.", "-!b/two.txt: Two."}));
}

TEST(Packed, TheFilesOfATarArchivePackedToo) {
  const std::string bytes =
      tar(tar_file("a.txt", "One.") + tar_file("dir/", "", '5') + tar_file("dir/page.html", "<p>Two words.</p>"));
  const Lines expected = {"a.txt: One.", "dir/page.html: Two words."};
  for (const auto& [name, packed] :
       {std::pair("d.tar", bytes), std::pair("d.tar.gz", gzip(bytes)), std::pair("d.tgz", gzip(bytes))}) {
    const auto got = lines(open(packed, name));
    ASSERT_EQ(got.size(), 2U) << name;
    EXPECT_EQ(got[0], std::string(name) + "!" + expected[0]);
    EXPECT_EQ(got[1], std::string(name) + "!" + expected[1]);
  }
}

TEST(Packed, LongNamesInTar) {
  const std::string name = std::string(120, 'n') + ".txt";
  const std::string right = "134 path=" + name + "\n";
  EXPECT_EQ(lines(open(tar(tar_file("x", right, 'x') + tar_file("short", "One.")), "d.tar")),
            Lines{"d.tar!" + name + ": One."});
  EXPECT_EQ(lines(open(tar(tar_file("x", name, 'L') + tar_file("short", "One.")), "d.tar")),
            Lines{"d.tar!" + name + ": One."});
}

TEST(Packed, ADamagedTarHeaderCostsItsFile) {
  std::string bad = tar_file("b.txt", "Two.");
  bad[3] = 'X';
  const auto got = lines(open(tar(tar_file("a.txt", "One.") + bad + tar_file("c.txt", "Three.")), "d.tar"));
  EXPECT_EQ(got, (Lines{"d.tar!a.txt: One.", "d.tar: the archive cannot be read: a header is damaged",
                        "d.tar!c.txt: Three."}));
}

TEST(Packed, ACutTarGivesWhatCameBefore) {
  const std::string bytes = tar_file("a.txt", "One.") + tar_file("b.txt", std::string(2000, 'x'));
  const auto got = open(bytes.substr(0, 1024 + 512 + 700), "d.tar");
  ASSERT_GE(got.size(), 2U);
  EXPECT_EQ(got[0]->text, "One.");
  EXPECT_FALSE(got[1]);
}

TEST(Packed, AFileOfAZipThatIsDamagedCostsThatFile) {
  std::string bytes = zip({{"a.txt", "One.", false}, {"b.txt", "Two.", false}});
  bytes[bytes.find("One.")] = 'X';
  EXPECT_EQ(lines(open(bytes, "d.zip")),
            (Lines{"d.zip!a.txt: the packed data cannot be read on: its checksum is wrong", "d.zip!b.txt: Two."}));
}

TEST(Packed, NamesThatLeaveTheArchiveAreRefusedTheRestIsRead) {
  const auto got = lines(open(zip({{"../a.txt", "x"}, {"b.txt", "Two."}}), "d.zip"));
  ASSERT_EQ(got.size(), 2U);
  EXPECT_EQ(got[0], "d.zip!../a.txt: the archive cannot be read: its path is not a plain relative one");
  EXPECT_EQ(got[1], "d.zip!b.txt: Two.");
}

TEST(Packed, ArchivesInArchivesUpToADepth) {
  std::string bytes = zip({{"note.txt", "Deep."}});
  for (int i = 0; i < 3; ++i) bytes = zip({{"in.zip", bytes}});
  EXPECT_EQ(lines(open(bytes, "d.zip")), Lines{"d.zip!in.zip!in.zip!in.zip!note.txt: Deep."});
  bytes = zip({{"in.zip", bytes}, {"z.txt", "Shallow."}});
  const auto got = open(bytes, "d.zip");
  ASSERT_EQ(got.size(), 2U);
  EXPECT_EQ(got[0].error().error.code, ErrorCode::nested_too_deep);
  EXPECT_EQ(got[1]->text, "Shallow.");
}

TEST(Packed, ABombIsRefusedAndTheRestIsRead) {
  // A line of zeros that its archive packs a thousandfold.
  const std::string zeros(100'000'000, '\0');
  const std::string bytes = zip({{"a.jsonl", zeros}, {"b.txt", "Two."}});
  const auto got = open(bytes, "d.zip");
  ASSERT_EQ(got.size(), 2U);
  ASSERT_FALSE(got[0]);
  EXPECT_EQ(got[1]->text, "Two.");
  const auto packed = open(gzip(zeros), "zeros.jsonl.gz");
  ASSERT_EQ(packed.size(), 1U);
  EXPECT_FALSE(packed[0]);
}

TEST(Packed, WhatAWaczHoldsBesideItsWarcsIsPassedOver) {
  const std::string bytes = zip({{"datapackage.json", "{}"},
                                 {"pages/pages.jsonl", "{\"text\": \"Not this.\"}"},
                                 {"archive/data.warc.gz", gzip(test::response("https://a.example/", "One.")), false}});
  EXPECT_EQ(lines(open(bytes, "site.wacz")), Lines{"site.wacz!archive/data.warc.gz!https://a.example/: One."});
}

TEST(Packed, NothingIsReadOfWhatIsNoArchive) {
  EXPECT_EQ(lines(open("text", "d.zip")),
            Lines{"d.zip: the archive cannot be read: it is not a ZIP archive, or its end is missing"});
  EXPECT_EQ(lines(open("", "d.zip")).size(), 1U);
  EXPECT_EQ(lines(open("", "d.tar")).size(), 1U);
  EXPECT_EQ(lines(open(std::string(700, 'x'), "d.tar")).size(), 2U);
}

}  // namespace
}  // namespace sitcen::ingest
