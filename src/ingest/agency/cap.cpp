#include "ingest/agency/cap.h"

#include <algorithm>

#include "ingest/agency/item.h"
#include "ingest/agency/nitf.h"
#include "ingest/ascii.h"
#include "ingest/mail/unwrap.h"

namespace sitcen::ingest {
namespace {

/// \return the primary subtag; CAP means English where nothing is said
std::string language_of(pugi::xml_node info) {
  const std::string said = lower_ascii(words_of(child(info, "language")));
  return said.empty() ? "en" : said.substr(0, said.find('-'));
}

std::vector<pugi::xml_node> chosen_blocks(pugi::xml_node alert) {
  std::vector<pugi::xml_node> blocks = children(alert, "info");
  if (blocks.empty()) return blocks;
  const bool english = std::ranges::any_of(blocks, [](pugi::xml_node info) { return language_of(info) == "en"; });
  const std::string language = english ? "en" : language_of(blocks.front());
  std::erase_if(blocks, [&](pugi::xml_node info) { return language_of(info) != language; });
  return blocks;
}

/// Adds what is new, line by line: blocks for several areas repeat each other.
void add_lines(std::vector<std::string>& paragraphs, pugi::xml_node field) {
  const std::string text = unwrapped(field.text().get(), false);
  std::string_view rest = text;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::size_t begin = std::min(rest.find_first_not_of(" \t\r"), end);
    std::string line(rest.substr(begin, end - begin));
    line.erase(line.find_last_not_of(" \t\r") + 1);
    const auto known =
        std::find(paragraphs.end() - static_cast<std::ptrdiff_t>(std::min<std::size_t>(paragraphs.size(), 64)),
                  paragraphs.end(), line);
    if (!line.empty() && known == paragraphs.end()) paragraphs.push_back(std::move(line));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
}

/// Adds to the notice what is not as usual.
void note(NewsItem& item, pugi::xml_node alert, std::string_view field, std::string_view usual) {
  const std::string value = words_of(child(alert, field));
  if (!value.empty() && value != usual) item.notices.push_back(std::string(field) + ": " + value);
}

}  // namespace

Result<Report> read_cap(pugi::xml_node alert, const InputHint& hint) {
  NewsItem item;
  item.id = words_of(child(alert, "identifier"));
  item.created = words_of(child(alert, "sent"));
  note(item, alert, "status", "Actual");
  note(item, alert, "msgType", "Alert");
  note(item, alert, "references", "");
  note(item, alert, "note", "");
  for (const pugi::xml_node info : chosen_blocks(alert)) {
    take(item.language, words_of(child(info, "language")));
    take(item.title, words_of(child(info, "headline")));
    take(item.title, words_of(child(info, "event")));
    take(item.source, words_of(child(info, "senderName")));
    take(item.url, words_of(child(info, "web")));
    add_lines(item.paragraphs, child(info, "description"));
    add_lines(item.paragraphs, child(info, "instruction"));
    for (const pugi::xml_node area : children(info, "area")) add_lines(item.paragraphs, child(area, "areaDesc"));
  }
  take(item.source, words_of(child(alert, "sender")));
  return report_of(std::move(item), hint);
}

}  // namespace sitcen::ingest
