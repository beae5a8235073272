#include "ingest/identity.h"

#include <gtest/gtest.h>

#include "reading.h"

namespace sitcen::ingest {
namespace {

Report one(const std::string& line) { return read(line, InputKind::jsonl).at(0).value(); }

TEST(Identity, HashesAsTheStandardDoes) {
  EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Identity, TheKeyIsTheHashOfTheGivenId) {
  EXPECT_EQ(one(R"({"id": "abc", "text": "x", "url": "https://a.example/"})").key, sha256_hex("abc"));
}

TEST(Identity, WithoutAnIdTheAddressDecidesHoweverItIsWritten) {
  const Report first = one(R"({"text": "x", "url": "http://A.example:80/news?id=1&utm_medium=mail"})");
  const Report again = one(R"({"text": "x, corrected", "url": "http://a.example/news?id=1#comments"})");
  EXPECT_EQ(first.key, again.key);
  EXPECT_NE(first.version, again.version);
  EXPECT_EQ(first.id, first.key);
}

TEST(Identity, WithoutEitherSourceAndTextDecide) {
  const Report first = one(R"({"text": "The same words.", "source": "A"})");
  EXPECT_EQ(first.key, one(R"({"text": "The same words.", "source": "A", "title": "T"})").key);
  EXPECT_NE(first.key, one(R"({"text": "The same words.", "source": "B"})").key);
  EXPECT_NE(one(R"({"text": "bc", "source": "a"})").key, one(R"({"text": "c", "source": "ab"})").key);
}

TEST(Identity, AVersionChangesWithTheTextAndTheMetadataAndNothingElse) {
  const std::string line = R"({"id": "1", "text": "x", "title": "T"})";
  EXPECT_EQ(one(line).version, one(R"( {"title":"T","text":"x","id":"1","extra":0} )").version);
  EXPECT_NE(one(line).version, one(R"({"id": "1", "text": "x", "title": "U"})").version);
  EXPECT_NE(one(line).version, one(R"({"id": "1", "text": "x", "source": "T"})").version);
  EXPECT_NE(one(line).version, one(R"({"id": "1", "text": "x"})").version);
}

TEST(Identity, TheBytesOfAVersionAreThoseOfTheReadme) {
  // A number by another hand: the layout of README.md, written out in Python and hashed there.
  EXPECT_EQ(one(R"({"id": "1", "text": "x", "title": "T", "published": "2031-03-12"})").version,
            "7c384a8a0ef919e08891198e2b052f608319136678ee28c4069b9a4b67ecf89c");
}

struct Spelling {
  const char* given;
  const char* canonical;
};

class CanonicalUrl : public testing::TestWithParam<Spelling> {};

TEST_P(CanonicalUrl, HasOneSpelling) {
  EXPECT_EQ(canonical_url(GetParam().given), GetParam().canonical);
  EXPECT_EQ(canonical_url(GetParam().canonical), GetParam().canonical);
}

INSTANTIATE_TEST_SUITE_P(
    , CanonicalUrl,
    testing::Values(Spelling{"HTTP://Example.COM", "http://example.com/"},
                    Spelling{"http://example.com:80/a", "http://example.com/a"},
                    Spelling{"https://example.com:443?q=1", "https://example.com/?q=1"},
                    Spelling{"https://example.com:80/", "https://example.com:80/"},
                    Spelling{"https://e.example/A%20b/?b=2&a=1", "https://e.example/A%20b/?b=2&a=1"},
                    Spelling{"https://e.example/a?utm_source=x&fbclid=y", "https://e.example/a"},
                    Spelling{"https://e.example/a?utm_source=x&n=1&&m", "https://e.example/a?n=1&m"},
                    Spelling{"https://e.example/a#b?c", "https://e.example/a"},
                    Spelling{"https://U:P@E.example/a", "https://U:P@e.example/a"},
                    Spelling{"https://e.example/r?to=http://f.example", "https://e.example/r?to=http://f.example"},
                    Spelling{"/news/1", "/news/1"}, Spelling{"urn:a:B", "urn:a:B"}, Spelling{"http:///x", "http:///x"},
                    Spelling{"", ""}));

}  // namespace
}  // namespace sitcen::ingest
