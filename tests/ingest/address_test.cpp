#include "ingest/address.h"

#include <gtest/gtest.h>

namespace sitcen::ingest {
namespace {

struct Case {
  const char* reference;
  const char* address;
};

class Resolved : public testing::TestWithParam<Case> {};

TEST_P(Resolved, AgainstABase) { EXPECT_EQ(resolved("http://a/b/c/d;p?q", GetParam().reference), GetParam().address); }

// The examples of RFC 3986, 5.4.
INSTANTIATE_TEST_SUITE_P(, Resolved,
                         testing::Values(Case{"g:h", "g:h"}, Case{"g", "http://a/b/c/g"}, Case{"./g", "http://a/b/c/g"},
                                         Case{"g/", "http://a/b/c/g/"}, Case{"/g", "http://a/g"},
                                         Case{"//g", "http://g"}, Case{"?y", "http://a/b/c/d;p?y"},
                                         Case{"g?y", "http://a/b/c/g?y"}, Case{"#s", "http://a/b/c/d;p?q#s"},
                                         Case{"g#s", "http://a/b/c/g#s"}, Case{";x", "http://a/b/c/;x"},
                                         Case{"", "http://a/b/c/d;p?q"}, Case{".", "http://a/b/c/"},
                                         Case{"./", "http://a/b/c/"}, Case{"..", "http://a/b/"},
                                         Case{"../g", "http://a/b/g"}, Case{"../..", "http://a/"},
                                         Case{"../../../g", "http://a/g"}, Case{"/./g", "http://a/g"},
                                         Case{"g.", "http://a/b/c/g."}, Case{"./g/.", "http://a/b/c/g/"},
                                         Case{"g;x=1/../y", "http://a/b/c/y"}, Case{" g\n", "http://a/b/c/g"}));

TEST(Address, StaysAsItIsWithoutABase) { EXPECT_EQ(resolved("", "a/../b"), "a/../b"); }

TEST(Address, OfAHostWithoutAPath) { EXPECT_EQ(resolved("http://a", "g"), "http://a/g"); }

TEST(Address, HasASchemeAndAHost) {
  EXPECT_TRUE(has_scheme_and_host("https://a"));
  for (const char* none : {"", "a", "mailto:a@b", "javascript:x", "http://", "tag:a,2031:1"}) {
    EXPECT_FALSE(has_scheme_and_host(none)) << none;
  }
}

}  // namespace
}  // namespace sitcen::ingest
