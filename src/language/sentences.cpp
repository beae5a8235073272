#include "language/sentences.h"

#include <string_view>

namespace sitcen::language {

void cut_sentences(Document& doc) {
  doc.sentences.clear();
  bool open = false;
  for (std::uint32_t i = 0; i < doc.tokens.size(); ++i) {
    Token& token = doc.tokens[i];
    if (token.is_space) {
      if (doc.str(token).find_first_of("\n\r\x0B\x0C") != std::string_view::npos) open = false;
      token.sentence = doc.sentences.empty() ? 0 : static_cast<std::uint32_t>(doc.sentences.size() - 1);
      open = open && !token.sentence_start;
      continue;
    }
    if (!open || token.sentence_start) doc.sentences.push_back({token.span, i, i});
    open = true;
    Sentence& sentence = doc.sentences.back();
    sentence.span.end = token.span.end;
    sentence.last = i + 1;
    token.sentence = static_cast<std::uint32_t>(doc.sentences.size() - 1);
  }
}

}  // namespace sitcen::language
