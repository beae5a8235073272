#include "ingest/input_kind.h"

#include <algorithm>
#include <string>
#include <utility>

#include "ingest/agency/ninjs.h"
#include "ingest/ascii.h"
#include "ingest/mail/mail.h"
#include "ingest/packed/tar.h"

namespace sitcen::ingest {
namespace {

using Row = std::pair<std::string_view, InputKind>;

constexpr Row kNames[] = {
    {"text", InputKind::text},         {"html", InputKind::html},      {"jsonl", InputKind::jsonl},
    {"warc", InputKind::warc},         {"zip", InputKind::zip},        {"tar", InputKind::tar},
    {"gzip", InputKind::packed},       {"zstd", InputKind::packed},    {"csv", InputKind::csv},
    {"mail", InputKind::mail},         {"mbox", InputKind::mbox},      {"newsml", InputKind::news_xml},
    {"nitf", InputKind::news_xml},     {"cap", InputKind::news_xml},   {"ninjs", InputKind::ninjs},
    {"pdf", InputKind::pdf},           {"rss", InputKind::rss},        {"atom", InputKind::atom},
    {"jsonfeed", InputKind::jsonfeed}, {"sitemap", InputKind::sitemap}};

// The first that fits counts: a longer suffix before the one it ends in.
constexpr Row kSuffixes[] = {
    {".txt", InputKind::text},        {".text", InputKind::text},    {".md", InputKind::text},
    {".html", InputKind::html},       {".htm", InputKind::html},     {".xhtml", InputKind::html},
    {".jsonl", InputKind::jsonl},     {".ndjson", InputKind::jsonl}, {".warc", InputKind::warc},
    {".arc", InputKind::warc},        {".warc.gz", InputKind::warc}, {".arc.gz", InputKind::warc},
    {".warc.zst", InputKind::warc},   {".zip", InputKind::zip},      {".wacz", InputKind::zip},
    {".docx", InputKind::zip},        {".tar", InputKind::tar},      {".gz", InputKind::packed},
    {".csv", InputKind::csv},         {".tsv", InputKind::csv},      {".eml", InputKind::mail},
    {".mbox", InputKind::mbox},       {".mbx", InputKind::mbox},     {".nitf", InputKind::news_xml},
    {".newsml", InputKind::news_xml}, {".cap", InputKind::news_xml}, {".ninjs", InputKind::ninjs},
    {".pdf", InputKind::pdf},         {".tgz", InputKind::packed},   {".zst", InputKind::packed},
    {".zstd", InputKind::packed},     {".rss", InputKind::rss},      {".rdf", InputKind::rss},
    {".atom", InputKind::atom}};

constexpr Row kMediaTypes[] = {
    {"text/plain", InputKind::text},
    {"text/markdown", InputKind::text},
    {"text/html", InputKind::html},
    {"application/xhtml+xml", InputKind::html},
    {"application/x-ndjson", InputKind::jsonl},
    {"application/jsonl", InputKind::jsonl},
    {"text/csv", InputKind::csv},
    {"text/tab-separated-values", InputKind::csv},
    {"message/rfc822", InputKind::mail},
    {"application/mbox", InputKind::mbox},
    {"application/vnd.iptc.g2.newsitem+xml", InputKind::news_xml},
    {"application/vnd.iptc.g2.newsmessage+xml", InputKind::news_xml},
    {"application/nitf+xml", InputKind::news_xml},
    {"text/vnd.iptc.nitf", InputKind::news_xml},
    {"application/cap+xml", InputKind::news_xml},
    {"application/common-alerting-protocol+xml", InputKind::news_xml},
    {"application/vnd.iptc.ninjs+json", InputKind::ninjs},
    {"application/pdf", InputKind::pdf},
    {"application/x-pdf", InputKind::pdf},
    {"application/warc", InputKind::warc},
    {"application/zip", InputKind::zip},
    {"application/x-zip-compressed", InputKind::zip},
    {"application/wacz", InputKind::zip},
    {"application/vnd.openxmlformats-officedocument.wordprocessingml.document", InputKind::zip},
    {"application/x-tar", InputKind::tar},
    {"application/gzip", InputKind::packed},
    {"application/x-gzip", InputKind::packed},
    {"application/zstd", InputKind::packed},
    {"application/rss+xml", InputKind::rss},
    {"application/rdf+xml", InputKind::rss},
    {"application/atom+xml", InputKind::atom},
    {"application/feed+json", InputKind::jsonfeed}};

// The first bytes of what is not text.
constexpr Row kMagic[] = {{"WARC/", InputKind::warc},
                          {"filedesc://", InputKind::warc},
                          {"%PDF-", InputKind::pdf},
                          {"PK\x03\x04", InputKind::zip},
                          {"PK\x05\x06", InputKind::zip},
                          {"\x1F\x8B", InputKind::packed},
                          {"\x28\xB5\x2F\xFD", InputKind::packed}};

// The root elements of XML that is read, without a prefix.
constexpr Row kRoots[] = {{"rss", InputKind::rss},
                          {"rdf", InputKind::rss},
                          {"channel", InputKind::rss},
                          {"feed", InputKind::atom},
                          {"urlset", InputKind::sitemap},
                          {"sitemapindex", InputKind::sitemap},
                          {"newsitem", InputKind::news_xml},
                          {"newsmessage", InputKind::news_xml},
                          {"packageitem", InputKind::news_xml},
                          {"conceptitem", InputKind::news_xml},
                          {"knowledgeitem", InputKind::news_xml},
                          {"planningitem", InputKind::news_xml},
                          {"nitf", InputKind::news_xml},
                          {"alert", InputKind::news_xml},
                          {"edxldistribution", InputKind::news_xml}};

template <std::size_t N>
InputKind kind_in(const Row (&table)[N], std::string_view key) {
  for (const auto& [known, kind] : table) {
    if (key == known) return kind;
  }
  return InputKind::automatic;
}

/// \return the name of the first element, without its prefix, past declarations and comments
std::string_view root_of(std::string_view text) {
  while (text.starts_with('<') && text.size() > 1) {
    if (text[1] != '?' && text[1] != '!') {
      const std::string_view name = text.substr(1, std::min(text.find_first_of(" \t\r\n/>", 1), text.size()) - 1);
      const std::size_t colon = name.find(':');
      return colon == std::string_view::npos ? name : name.substr(colon + 1);
    }
    const bool comment = text.starts_with("<!--");
    std::size_t end = comment ? text.find("-->") : text.find_first_of("[>");
    // A DOCTYPE may declare things in brackets.
    if (!comment && end != std::string_view::npos && text[end] == '[') end = text.find('>', text.find(']', end));
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + (comment ? 3 : 1));
    text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
  }
  return {};
}

/// \param text what begins an object
InputKind kind_of_json(std::string_view text) {
  if (text.find("https://jsonfeed.org/version/1") != std::string_view::npos ||
      text.find("https:\\/\\/jsonfeed.org\\/version\\/1") != std::string_view::npos) {
    return InputKind::jsonfeed;
  }
  const std::size_t next = text.find_first_not_of(" \t\r\n", 1);
  return next != std::string_view::npos && text[next] == '"' ? InputKind::jsonl : InputKind::text;
}

}  // namespace

Result<InputKind> input_kind(std::string_view name) {
  const InputKind kind = kind_in(kNames, name);
  if (kind == InputKind::automatic) return fail(ErrorCode::unknown_input, {name});
  return kind;
}

std::vector<std::string> input_kind_names() {
  std::vector<std::string> names;
  for (const auto& [name, kind] : kNames) names.emplace_back(name);
  return names;
}

InputKind kind_of_suffix(std::string_view origin) {
  const std::string name = lower_ascii(origin);
  for (const auto& [suffix, kind] : kSuffixes) {
    if (name.size() > suffix.size() && name.ends_with(suffix)) return kind;
  }
  return InputKind::automatic;
}

InputKind kind_of_media_type(std::string_view media_type) {
  std::string_view bare = media_type.substr(0, media_type.find(';'));
  while (bare.ends_with(' ')) bare.remove_suffix(1);
  return kind_in(kMediaTypes, lower_ascii(std::string(bare)));
}

InputKind kind_of_content(std::string_view bytes) {
  for (const auto& [begin, kind] : kMagic) {
    if (bytes.starts_with(begin)) return kind;
  }
  if (is_tar_header(bytes.substr(0, 512))) return InputKind::tar;
  std::string head(bytes);
  if (head.starts_with("\xEF\xBB\xBF")) head.erase(0, 3);
  if (head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF")) head.erase(0, 2);
  std::erase(head, '\0');
  head = lower_ascii(head);
  const std::size_t begin = std::min(head.find_first_not_of(" \t\r\n"), head.size());
  const std::string_view text = std::string_view(head).substr(begin);
  if (text.starts_with("from ") && is_mail(text.substr(std::min(text.find('\n'), text.size() - 1) + 1), 1)) {
    return InputKind::mbox;
  }
  if (is_mail(text)) return InputKind::mail;
  if ((text.starts_with('{') || text.starts_with('[')) && is_ninjs(text)) return InputKind::ninjs;
  if (text.starts_with('{')) return kind_of_json(text);
  if (const InputKind kind = kind_in(kRoots, root_of(text)); kind != InputKind::automatic) return kind;
  const bool is_page = text.starts_with("<!doctype html") || text.starts_with("<html") ||
                       (text.starts_with('<') && text.find("<html") != std::string_view::npos);
  if (is_page) return InputKind::html;
  // XML that no reader knows is no text for people either; its reader says what its root is.
  const bool is_xml =
      text.starts_with("<?xml") || (text.starts_with('<') && text.find("xmlns") != std::string_view::npos);
  return is_xml ? InputKind::news_xml : InputKind::text;
}

}  // namespace sitcen::ingest
