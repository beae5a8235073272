#include "ingest/agency/nitf.h"

#include "ingest/text.h"

namespace sitcen::ingest {
namespace {

/// \return what names an organisation beside the name itself: an attribute
std::string attribute(pugi::xml_node node, const char* name) { return node.attribute(name).value(); }

void take_head(pugi::xml_node head, NewsItem& item) {
  const pugi::xml_node data = child(head, "docdata");
  take(item.id, attribute(child(data, "doc-id"), "id-string"));
  take(item.first, attribute(child(data, "date.issue"), "norm"));
  take(item.first, attribute(child(data, "date.release"), "norm"));
  take(item.status, attribute(data, "management-status"));
  for (const pugi::xml_node message : children(data, "ed-msg")) item.notices.push_back(attribute(message, "info"));
  if (const std::string cause = attribute(child(data, "correction"), "info"); !cause.empty()) {
    item.notices.push_back(cause);
  }
  take(item.source, attribute(child(head, "pubdata"), "name"));
  take(item.source, attribute(child(data, "doc.copyright"), "holder"));
  for (const pugi::xml_node revision : children(head, "revision-history")) {
    take(item.modified, attribute(revision, "norm"));
  }
}

}  // namespace

void take(std::string& field, std::string value) {
  if (field.empty() && !is_blank(value)) field = std::move(value);
}

void take_nitf(pugi::xml_node nitf, NewsItem& item) {
  const pugi::xml_node head = child(nitf, "head");
  const pugi::xml_node body = child(nitf, "body");
  take_head(head, item);
  const pugi::xml_node top = child(body, "body.head");
  const pugi::xml_node headline = child(top, "hedline");
  take(item.title, words_of(child(headline, "hl1")));
  take(item.title, words_of(headline));
  take(item.title, words_of(child(head, "title")));
  take(item.byline, words_of(child(top, "byline")));
  take(item.dateline, words_of(child(top, "dateline")));
  take(item.credit, words_of(child(top, "distributor")));
  take(item.language, attribute(nitf, "xml:lang"));
  take(item.language, attribute(body, "xml:lang"));
  for (const pugi::xml_node second : children(headline, "hl2")) item.paragraphs.push_back(words_of(second));
  const pugi::xml_node content = child(body, "body.content");
  std::vector<std::string> text = paragraphs_of(content, role_in_article);
  const std::vector<std::string> abstract = paragraphs_of(child(top, "abstract"), role_in_article);
  // An abstract is often the first paragraph over again.
  const bool said_twice =
      !abstract.empty() && !text.empty() && text.front().find(abstract.front()) != std::string::npos;
  if (!said_twice) item.paragraphs.insert(item.paragraphs.end(), abstract.begin(), abstract.end());
  item.paragraphs.insert(item.paragraphs.end(), text.begin(), text.end());
  for (const pugi::xml_node media : children(content, "media")) {
    if (std::string caption = words_of(child(media, "media-caption")); !caption.empty()) {
      item.captions.push_back(std::move(caption));
    }
  }
}

Result<Report> read_nitf_report(pugi::xml_node nitf, const InputHint& hint) {
  NewsItem item;
  take_nitf(nitf, item);
  return report_of(std::move(item), hint);
}

}  // namespace sitcen::ingest
