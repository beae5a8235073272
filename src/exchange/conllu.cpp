#include "exchange/conllu.h"

#include <cstdint>
#include <vector>

namespace sitcen::exchange {
namespace {

/// White space as UDPipe writes it in SpacesAfter: \s \t \n \r \p for '|', other bytes as they are.
std::string escaped(std::string_view space) {
  std::string out;
  for (const char c : space) {
    switch (c) {
      case ' ':
        out += "\\s";
        break;
      case '\t':
        out += "\\t";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '|':
        out += "\\p";
        break;
      case '\\':
        out += "\\\\";
        break;
      default:
        out += c;
    }
  }
  return out;
}

/// A field holds no tab and no line end; an empty one is "_".
std::string field(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c == '\t' || c == '\n' || c == '\r') c = ' ';
  return out.empty() ? "_" : out;
}

class Writer {
 public:
  Writer(const Report& report, const Document& doc) : report_(report), doc_(doc) {
    number_words();
    number_in_sentences();
  }

  [[nodiscard]] std::string write() {
    out_ += "# newdoc id = " + field(report_.id) + "\n";
    std::uint32_t sentence = 0;
    for (std::size_t at = 0; at < words_.size();) {
      std::size_t end = at + 1;
      while (end < words_.size() && position_[words_[end]] != 1) ++end;
      write_sentence(++sentence, at, end);
      at = end;
    }
    return std::move(out_);
  }

 private:
  void number_words() {
    for (std::uint32_t i = 0; i < doc_.tokens.size(); ++i)
      if (!doc_.tokens[i].is_space) words_.push_back(i);
  }

  /// A sentence that begins with white space begins with the word after it.
  void number_in_sentences() {
    position_.assign(doc_.tokens.size(), 0);
    std::uint32_t position = 0;
    for (std::uint32_t i = 0; i < doc_.tokens.size(); ++i) {
      if (doc_.tokens[i].sentence_start) position = 0;
      if (!doc_.tokens[i].is_space) position_[i] = ++position;
    }
  }

  [[nodiscard]] const Token& word(std::size_t at) const { return doc_.tokens[words_[at]]; }

  /// \return the text between a word and the next, or the end of the text
  [[nodiscard]] std::string_view space_after(std::size_t at) const {
    const std::uint32_t begin = word(at).span.end;
    const std::size_t end = at + 1 < words_.size() ? word(at + 1).span.begin : doc_.text.size();
    return doc_.text.substr(begin, end - begin);
  }

  void write_sentence(std::uint32_t number, std::size_t begin, std::size_t end) {
    out_ += "# sent_id = " + field(report_.id) + "-" + std::to_string(number) + "\n# text = ";
    for (std::size_t at = begin; at < end; ++at) {
      out_ += field(doc_.str(word(at)));
      if (at + 1 < end && !space_after(at).empty()) out_ += ' ';
    }
    out_ += '\n';
    for (std::size_t at = begin; at < end; ++at) write_word(at);
    out_ += '\n';
  }

  void write_word(std::size_t at) {
    const Token& token = word(at);
    out_ += std::to_string(position_[words_[at]]);
    for (const std::string& column :
         {field(doc_.str(token)), field(doc_.lemma(token)), field(sitcen::name(token.pos)), field(doc_.tag(token)),
          field(doc_.morph(token)), std::to_string(head_of(words_[at])), field(doc_.dep_name(token)), std::string("_"),
          misc(at)}) {
      out_ += '\t';
      out_ += column;
    }
    out_ += '\n';
  }

  /// \return the head's number in the sentence; 0 for a root
  [[nodiscard]] std::uint32_t head_of(std::uint32_t token) const {
    std::uint32_t head = doc_.tokens[token].head;
    if (head == token) return 0;
    while (doc_.tokens[head].is_space && doc_.tokens[head].head != head) head = doc_.tokens[head].head;
    return position_[head];  // 0 where the root is white space
  }

  [[nodiscard]] std::string misc(std::size_t at) const {
    std::string out;
    const auto add = [&](const std::string& entry) { out += (out.empty() ? "" : "|") + entry; };
    const Token& token = word(at);
    if (token.iob != Iob::outside)
      add(std::string(token.iob == Iob::begin ? "NER=B-" : "NER=I-") + std::string(doc_.entity_label(token)));
    const std::string_view space = space_after(at);
    if (space.empty()) {
      add("SpaceAfter=No");
    } else if (space != " ") {
      add("SpacesAfter=" + escaped(space));
    }
    if (at == 0 && token.span.begin > 0) add("SpacesBefore=" + escaped(doc_.text.substr(0, token.span.begin)));
    return out.empty() ? "_" : out;
  }

  const Report& report_;
  const Document& doc_;
  std::vector<std::uint32_t> words_;     ///< the tokens that are not white space
  std::vector<std::uint32_t> position_;  ///< of each token in its sentence, from 1; 0 for white space
  std::string out_;
};

}  // namespace

std::string conllu(const Report& report, const Document& doc) { return Writer(report, doc).write(); }

}  // namespace sitcen::exchange
