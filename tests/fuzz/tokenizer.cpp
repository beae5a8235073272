// Any text, cut by rules in the style of spaCy's English: the tokens cover it, and what is remembered changes nothing.

#include "language/tokenizer.h"

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <memory>
#include <string_view>
#include <vector>

#include "base/utf8.h"
#include "language/import/import_strings.h"

using namespace sitcen;
using namespace sitcen::language;

namespace {

void check(bool holds, int line = __builtin_LINE()) {
  if (!holds) {
    std::fprintf(stderr, "line %d\n", line);
    __builtin_trap();
  }
}

TokenizerRules rules() {
  TokenizerRules r;
  r.prefix = R"(^\(|^\)|^"|^'|^\$|^\.\.+|^:|^,|^[\u00A6\u2600-\u27BF\U0001F300-\U0001F64F])";
  // The first alternative has no $, which nothing but care forbids.
  r.suffix = R"(\(|\)$|"$|'$|\.\.+$|,$|:$|'s$|(?<=[a-z\u00DF-\u00F6])\.$|(?<=[0-9])(?:km|m|%)$)";
  r.infix = R"(\.\.+|(?<=[a-z])-(?=[a-z])|(?<=[0-9])[+\-\*^](?=[0-9-])|[:<>=/](?=[a-z])|(?=Q))";
  r.url_match = R"((?u)^(?:[\w\+\-\.]{2,}://)?(?:\S+(?::\S*)?@)?(?:[a-z0-9-]{1,62}\.)+[a-z]{2,63}(?:[/?#]\S*)?$)";
  const auto add = [&](std::vector<TokenizerRules::Part> parts) {
    TokenizerRules::Special special;
    for (const auto& part : parts) special.text += part.orth;
    special.parts = std::move(parts);
    r.specials.push_back(std::move(special));
  };
  add({{"do", std::nullopt}, {"n't", "not"}});
  for (const char* whole : {"e.g.", ":)", ":-)", "('_')", "a.m.", " ", "\n", "..:"}) add({{whole, std::nullopt}});
  return r;
}

struct World {
  std::shared_ptr<const ModelFile> file;
  Lexicon lexicon;
  std::unique_ptr<TokenizerModel> model;
};

const World& world() {
  static const World kWorld = [] {
    SpacyPipeline pipeline;
    pipeline.tokenizer = rules();
    ModelFileWriter out;
    check(import_strings(pipeline, out).has_value());
    World w;
    w.file = model_file_of(out.finish(kModelFile), "fuzz").value();
    w.lexicon = Lexicon::load(*w.file).value();
    w.model = std::make_unique<TokenizerModel>(TokenizerModel::load(*w.file).value());
    return w;
  }();
  return kWorld;
}

/// Tokens in order, none empty; between them one space where they say so and nothing else.
void check_cover(std::string_view text, const std::vector<RawToken>& tokens) {
  std::uint32_t at = 0;
  for (const RawToken& token : tokens) {
    check(token.span.begin == at && token.span.end > token.span.begin && token.span.end <= text.size());
    at = token.span.end;
    if (token.space_after) check(at < text.size() && text[at++] == ' ');
  }
  check(at == text.size());
}

bool same(const std::vector<RawToken>& a, const TypeTable& a_types, const std::vector<RawToken>& b,
          const TypeTable& b_types) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const WordType& x = a_types[a[i].type];
    const WordType& y = b_types[b[i].type];
    if (a[i].span != b[i].span || a[i].space_after != b[i].space_after) return false;
    if (x.orth != y.orth || x.norm != y.norm || x.lower != y.lower || x.prefix != y.prefix || x.suffix != y.suffix ||
        x.shape != y.shape || x.is_space != y.is_space || x.is_alpha != y.is_alpha)
      return false;
  }
  return true;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  if (base::find_invalid_utf8(text)) return 0;
  static Tokenizer remembering(*world().model, world().lexicon, std::size_t{1} << 20);
  Tokenizer fresh(*world().model, world().lexicon, 0);
  std::vector<RawToken> a;
  std::vector<RawToken> b;
  remembering.begin_document();
  remembering.tokenize(text, a);
  fresh.tokenize(text, b);
  check_cover(text, a);
  check(same(a, remembering.types(), b, fresh.types()));
  remembering.tokenize(text, b);
  check(same(a, remembering.types(), b, remembering.types()));
  return 0;
}
