#include "server/html.h"

#include <gtest/gtest.h>

namespace sitcen::server {
namespace {

TEST(HtmlWriter, EscapesTextAndValues) {
  Html h;
  h.element("p", {{"title", "a \"b\" <c> & 'd'"}}, "<script>x</script> & \"y\"");
  EXPECT_EQ(h.take(),
            "<p title=\"a &quot;b&quot; &lt;c&gt; &amp; 'd'\">&lt;script&gt;x&lt;/script&gt; &amp; &quot;y&quot;</p>");
}

TEST(HtmlWriter, ReplacesCharactersThatNoDocumentMayHoldAndKeepsLineEnds) {
  Html h;
  h.text(
      std::string_view("a\0b\x1b"
                       "c\x7f\r\n\t.",
                       10));
  EXPECT_EQ(h.take(), "a\uFFFDb\uFFFDc\uFFFD&#13;\n\t.");
}

TEST(HtmlWriter, NestsAndLeavesOutAttributesWithoutValue) {
  Html h;
  const std::optional<std::string> language;
  h.element("ul", [&] {
    h.element("li", {{"lang", language}}, [&] {
      h.text("x");
      h.empty("br");
    });
  });
  EXPECT_EQ(h.take(), "<ul><li>x<br></li></ul>");
}

TEST(HtmlWriter, LinksToWebAddressesOnly) {
  EXPECT_EQ(linkable("https://a.example/"), "https://a.example/");
  EXPECT_EQ(linkable("http://a.example/"), "http://a.example/");
  for (const char* url : {"javascript:alert(1)", " https://a", "data:text/html,x", "//a.example", "file:///etc", ""})
    EXPECT_FALSE(linkable(url)) << url;
}

}  // namespace
}  // namespace sitcen::server
