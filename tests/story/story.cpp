#include "story.h"

#include <utility>

namespace sitcen::story {
namespace {

std::string_view without_spaces(std::string_view s) {
  while (!s.empty() && s.front() == ' ') s.remove_prefix(1);
  while (!s.empty() && (s.back() == ' ' || s.back() == '\r')) s.remove_suffix(1);
  return s;
}

/// One word of a line: bare, "in quotation marks", or key="in quotation marks"; \" stands for a mark.
struct Word {
  std::string text;
  bool quoted = false;
  std::optional<std::string> value;
};

tl::expected<std::vector<Word>, std::string> words_of(std::string_view line) {
  std::vector<Word> out;
  std::size_t i = 0;
  const auto quoted = [&](std::string& into) {
    for (++i; i < line.size() && line[i] != '"'; ++i) {
      if (line[i] == '\\' && i + 1 < line.size()) ++i;
      into += line[i];
    }
    return i++ < line.size();
  };
  while (i < line.size()) {
    if (line[i] == ' ') {
      ++i;
      continue;
    }
    Word word;
    if (line[i] == '"') {
      word.quoted = true;
      if (!quoted(word.text)) return tl::unexpected(std::string("a quotation mark is not closed"));
      out.push_back(std::move(word));
      continue;
    }
    while (i < line.size() && line[i] != ' ' && line[i] != '=') word.text += line[i++];
    if (i < line.size() && line[i] == '=') {
      word.value.emplace();
      if (++i < line.size() && line[i] == '"') {
        if (!quoted(*word.value)) return tl::unexpected(std::string("a quotation mark is not closed"));
      } else {
        while (i < line.size() && line[i] != ' ') *word.value += line[i++];
      }
    }
    out.push_back(std::move(word));
  }
  return out;
}

class Parser {
 public:
  Parser(std::string_view text, const std::filesystem::path& file) : text_(text) { story_.file = file; }

  tl::expected<Story, std::string> run() {
    while (!text_.empty()) {
      ++line_;
      std::string_view line = text_.substr(0, text_.find('\n'));
      text_.remove_prefix(line.size() < text_.size() ? line.size() + 1 : line.size());
      if (auto wrong = take(line)) return tl::unexpected(at(*wrong));
    }
    if (story_.expectations.empty()) return tl::unexpected(at("the story expects nothing"));
    if (story_.reports.empty()) return tl::unexpected(at("the story has no report"));
    return std::move(story_);
  }

 private:
  [[nodiscard]] std::string at(const std::string& what) const {
    return story_.file.string() + ":" + std::to_string(line_) + ": " + what;
  }

  std::optional<std::string> take(std::string_view raw) {
    const std::string_view line = without_spaces(raw);
    if (line.empty()) {
      // An empty line between paragraphs belongs to the report; those at its end do not.
      if (in_report_) ++empty_lines_;
      return std::nullopt;
    }
    if (line.front() == '#') return std::nullopt;
    if (raw.starts_with("  ")) return text_line(line);
    in_report_ = false;
    auto words = words_of(line);
    if (!words) return words.error();
    const std::string& verb = words->front().text;
    if (verb == "report") return report(*words);
    if (verb == "expect") return expect(*words);
    if (verb == "with") return with(*words);
    return "\"" + verb + "\" is none of report, expect, with";
  }

  std::optional<std::string> text_line(std::string_view line) {
    if (!in_report_) return "words outside a report";
    std::string& text = story_.reports.back().text;
    if (!text.empty()) text.append(empty_lines_ + 1, '\n');
    empty_lines_ = 0;
    text += line;
    return std::nullopt;
  }

  std::optional<std::string> report(const std::vector<Word>& words) {
    if (words.size() != 2 && words.size() != 3) return "write: report SOURCE TIME, or report SOURCE without a date";
    Report r;
    r.id = r.key = words[1].text;
    r.source = words[1].text;
    if (words.size() == 3) r.published = Timestamp{words[2].text, TimePrecision::minute, TimeBasis::given};
    r.language = "en";
    story_.reports.push_back(std::move(r));
    in_report_ = true;
    empty_lines_ = 0;
    return std::nullopt;
  }

  std::optional<std::string> with(const std::vector<Word>& words) {
    for (std::size_t i = 1; i < words.size(); ++i) {
      if (!words[i].value) return "write: with option=value";
      story_.options[words[i].text] = *words[i].value;
    }
    return std::nullopt;
  }

  std::optional<std::string> expect(const std::vector<Word>& words) {
    Expectation e;
    e.line = line_;
    std::size_t i = 1;
    if (i < words.size() && words[i].text == "no" && !words[i].quoted) {
      e.wanted = false;
      ++i;
    }
    if (i == words.size() || words[i].quoted || words[i].value)
      return "write: expect [no] THING key=value ... \"words\"";
    e.thing = words[i++].text;
    for (; i < words.size(); ++i) {
      if (words[i].value)
        e.keys[words[i].text] = *words[i].value;
      else if (words[i].quoted && !e.words)
        e.words = words[i].text;
      else
        return "\"" + words[i].text + "\" is neither key=value nor the words";
    }
    story_.expectations.push_back(std::move(e));
    return std::nullopt;
  }

  std::string_view text_;
  Story story_;
  int line_ = 0;
  bool in_report_ = false;
  std::size_t empty_lines_ = 0;
};

}  // namespace

tl::expected<Story, std::string> parse_story(std::string_view text, const std::filesystem::path& file) {
  return Parser(text, file).run();
}

}  // namespace sitcen::story
