#include "ingest/feed/people.h"

#include <algorithm>

#include "ingest/feed/construct.h"
#include "ingest/html/metadata.h"

namespace sitcen::ingest {
namespace {

constexpr auto kNotThere = std::string_view::npos;

bool is_mail(std::string_view text) { return text.find('@') != kNotThere && text.find(' ') == kNotThere; }

std::string name_beside_mail(const std::string& text) {
  for (const std::string_view marks : {"()", "<>", "[]"}) {
    const std::size_t begin = text.find(marks[0]);
    const std::size_t end = text.rfind(marks[1]);
    if (begin == kNotThere || end == kNotThere || end < begin) continue;
    std::string inside = collapsed(std::string_view(text).substr(begin + 1, end - begin - 1));
    std::string before = collapsed(std::string_view(text).substr(0, begin));
    if (is_mail(before) && !inside.empty()) return inside;
    if (is_mail(inside) && !before.empty()) return before;
  }
  return text;
}

}  // namespace

std::string person(const XmlTree& tree, std::uint32_t element) {
  std::string mail;
  for (auto child = tree.next_child(element, {}); child; child = tree.next_child(element, child)) {
    const std::string_view kind = tree.elements[*child].name;
    if (kind == "name" || kind == "title") return construct_line(tree, *child);
    if (kind == "email") mail = plain_line(tree, *child);
  }
  return mail.empty() ? name_beside_mail(construct_line(tree, element)) : mail;
}

}  // namespace sitcen::ingest
