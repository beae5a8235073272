#include "ingest/agency/newsml.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "ingest/agency/item.h"
#include "ingest/agency/nitf.h"
#include "ingest/html/fragment.h"
#include "ingest/part.h"
#include "ingest/text.h"

namespace sitcen::ingest {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kOtherItems = {
    {{"packageItem", "a package, which only refers to items"},
     {"conceptItem", "a concept, such as an event or a person"},
     {"knowledgeItem", "a list of concepts"},
     {"planningItem", "a plan of coverage"},
     {"catalogItem", "a catalogue"}}};

/// "stat:usable" without the scheme.
std::string without_scheme(std::string_view code) { return std::string(code.substr(code.find(':') + 1)); }

/// \return the host of an address; without one, the address
std::string host_of(std::string_view uri) {
  const std::size_t begin = uri.find("://");
  if (begin == std::string_view::npos) return std::string(uri);
  std::string_view host = uri.substr(begin + 3);
  host = host.substr(0, host.find('/'));
  if (host.starts_with("www.")) host.remove_prefix(4);
  return std::string(host);
}

/// What a property is called: its name, else its literal, its code or the host of its address.
std::string called(pugi::xml_node property) {
  for (std::string text :
       {words_of(child(property, "name")), std::string(property.attribute("literal").value()),
        without_scheme(property.attribute("qcode").value()), host_of(property.attribute("uri").value())}) {
    if (!text.empty()) return text;
  }
  return {};
}

std::string code_of(pugi::xml_node property) {
  std::string code = without_scheme(property.attribute("qcode").value());
  if (!code.empty()) return code;
  const std::string_view uri = property.attribute("uri").value();
  return std::string(uri.substr(uri.rfind('/') + 1));
}

void take_item_meta(pugi::xml_node meta, NewsItem& item) {
  item.source = called(child(meta, "provider"));
  item.version_created = words_of(child(meta, "versionCreated"));
  item.first = words_of(child(meta, "firstCreated"));
  item.status = code_of(child(meta, "pubStatus"));
  for (const pugi::xml_node signal : children(meta, "signal")) item.notices.push_back(called(signal));
  for (const pugi::xml_node note : children(meta, "edNote")) item.notices.push_back(words_of(note));
  if (const std::string until = words_of(child(meta, "embargoed")); !until.empty()) {
    item.notices.push_back("embargoed until " + until);
  }
  for (const pugi::xml_node link : children(meta, "link")) {
    if (code_of(link).empty() &&
        std::string_view(link.attribute("rel").value()).find("canonical") != std::string_view::npos) {
      item.url = link.attribute("href").value();
    }
  }
}

void take_content_meta(pugi::xml_node meta, NewsItem& item) {
  item.created = words_of(child(meta, "contentCreated"));
  item.modified = words_of(child(meta, "contentModified"));
  item.title = words_of(child(meta, "headline"));
  item.byline = words_of(child(meta, "by"));
  if (item.byline.empty()) item.byline = words_of(child(child(meta, "creator"), "name"));
  item.dateline = words_of(child(meta, "dateline"));
  item.credit = words_of(child(meta, "creditline"));
  item.language = child(meta, "language").attribute("tag").value();
}

/// The text of one rendition of the content; none where it is not text.
void take_content(pugi::xml_node content, NewsItem& item) {
  const std::string_view type = content.attribute("contenttype").value();
  if (local_name(content) == "inlineData") {
    const std::string text = content.child_value();
    if (type.find("html") != std::string_view::npos) {
      if (auto paragraphs = read_fragment(text)) item.paragraphs = std::move(*paragraphs);
    } else if (type.empty() || type.starts_with("text/")) {
      std::string_view rest = text;
      while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        if (const std::string_view line = rest.substr(0, end); !is_blank(line)) {
          item.paragraphs.emplace_back(line.ends_with('\r') ? line.substr(0, line.size() - 1) : line);
        }
        rest.remove_prefix(std::min(end + 1, rest.size()));
      }
    }
    return;
  }
  if (local_name(content) != "inlineXML") return;
  for (const pugi::xml_node root : content.children()) {
    if (root.type() != pugi::node_element) continue;
    if (local_name(root) == "nitf") return take_nitf(root, item);
    const pugi::xml_node body = child(root, "body");
    item.paragraphs = paragraphs_of(body ? body : root, role_in_article);
    if (item.title.empty()) item.title = words_of(child(child(root, "head"), "title"));
    return;
  }
}

}  // namespace

Result<Report> read_news_item(pugi::xml_node node, const InputHint& hint) {
  const std::string_view name = local_name(node);
  for (const auto& [other, what] : kOtherItems) {
    if (name == other) return fail(ErrorCode::no_report, {what});
  }
  if (name != "newsItem") return fail(ErrorCode::no_report, {"its root is <" + std::string(name) + ">"});
  NewsItem item;
  item.id = node.attribute("guid").value();
  const std::string_view version = node.attribute("version").value();
  item.is_first_version = version.empty() || version == "1";
  const pugi::xml_node meta = child(node, "itemMeta");
  take_item_meta(meta, item);
  take_content_meta(child(node, "contentMeta"), item);
  if (item.language.empty()) item.language = node.attribute("xml:lang").value();
  for (const pugi::xml_node content : child(node, "contentSet").children()) {
    take_content(content, item);
    if (!item.paragraphs.empty()) break;  // others are the same in another form
  }
  const std::string kind = code_of(child(meta, "itemClass"));
  if (item.paragraphs.empty() && !kind.empty() && kind != "text") {
    return fail(ErrorCode::no_report, {"an item of class " + kind + " without text"});
  }
  // A kill or a withdrawal may be no more than its headline and its note.
  return report_of(std::move(item), hint);
}

std::vector<Reading> read_news_message(pugi::xml_node message, const InputHint& hint) {
  std::vector<Reading> out;
  for (const pugi::xml_node item : child(message, "itemSet").children()) {
    if (item.type() != pugi::node_element) continue;
    const std::string_view guid = item.attribute("guid").value();
    InputHint part = part_of(hint, guid.empty() ? local_name(item) : guid);
    auto report = read_news_item(item, part);
    if (report) {
      out.emplace_back(std::move(*report));
    } else {
      out.emplace_back(rejected(part, report.error()));
    }
  }
  if (out.empty()) out.emplace_back(rejected(hint, fail(ErrorCode::empty_report).value()));
  return out;
}

}  // namespace sitcen::ingest
