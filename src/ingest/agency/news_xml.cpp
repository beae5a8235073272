#include "ingest/agency/news_xml.h"

#include "ingest/agency/cap.h"
#include "ingest/agency/newsml.h"
#include "ingest/agency/nitf.h"
#include "ingest/part.h"
#include "ingest/xml.h"

namespace sitcen::ingest {

std::vector<Reading> read_news_xml(std::string_view bytes, const InputHint& hint) {
  const auto document = parse_xml(bytes, hint.options.encoding);
  if (!document) return {rejected(hint, document.error())};
  const pugi::xml_node root = (*document)->document_element();
  const std::string_view name = local_name(root);
  const auto one = [&](Result<Report> report) -> std::vector<Reading> {
    if (!report) return {rejected(hint, report.error())};
    return {std::move(*report)};
  };
  if (name == "nitf") return one(read_nitf_report(root, hint));
  if (name == "alert") return one(read_cap(root, hint));
  if (name == "newsMessage") return read_news_message(root, hint);
  if (name == "EDXLDistribution") {
    if (const pugi::xml_node alert = descendant(root, "alert")) return one(read_cap(alert, hint));
  }
  if (name == "contentSet" || name == "inlineXML") {  // what archives keep of an item
    if (const pugi::xml_node nitf = descendant(root, "nitf")) return one(read_nitf_report(nitf, hint));
  }
  return one(read_news_item(root, hint));
}

}  // namespace sitcen::ingest
