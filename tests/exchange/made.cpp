#include "made.h"

#include <map>
#include <stdexcept>

namespace sitcen::test {
namespace {

/// Numbers label names as a model does: "" is 0.
class Names {
 public:
  explicit Names(std::vector<std::string>& names) : names_(names) { number(""); }
  std::uint16_t number(const std::string& name) {
    const auto [at, is_new] = numbers_.try_emplace(name, static_cast<std::uint16_t>(names_.size()));
    if (is_new) names_.push_back(name);
    return at->second;
  }

 private:
  std::vector<std::string>& names_;
  std::map<std::string, std::uint16_t> numbers_;
};

void end_sentence(Document& doc, std::uint32_t first) {
  const auto last = static_cast<std::uint32_t>(doc.tokens.size());
  if (first == last) return;
  doc.sentences.push_back({{doc.tokens[first].span.begin, doc.tokens[last - 1].span.end}, first, last});
}

}  // namespace

Span span_of(std::string_view text, std::string_view words, std::size_t from) {
  const std::size_t at = text.find(words, from);
  if (at == std::string_view::npos) throw std::runtime_error("not in the text: " + std::string(words));
  return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
}

Document made_document(std::string_view text, const std::vector<Word>& words) {
  Document doc;
  doc.text = text;
  auto labels = std::make_shared<Labels>();
  Names tags(labels->tags), deps(labels->deps), morphs(labels->morphs), entities(labels->entities);
  std::uint32_t first = 0;
  std::size_t from = 0;
  for (const Word& word : words) {
    if (word.starts_sentence) {
      end_sentence(doc, first);
      first = static_cast<std::uint32_t>(doc.tokens.size());
    }
    Token token;
    token.span = span_of(text, word.text, from);
    from = token.span.end;
    token.head = word.head;
    token.sentence = static_cast<std::uint32_t>(doc.sentences.size());
    token.lemma = static_cast<std::uint32_t>(doc.strings.size());
    token.lemma_size = static_cast<std::uint16_t>(word.lemma.size());
    doc.strings += word.lemma;
    token.tag = tags.number(word.tag);
    token.dep = deps.number(word.dep);
    token.morph = morphs.number(word.morph);
    token.pos = word.pos;
    token.is_space = word.pos == Pos::space;
    token.sentence_start = word.starts_sentence || doc.tokens.empty();
    token.space_after = from < text.size() && text[from] == ' ';
    if (!word.entity.empty()) {
      token.iob = word.entity.front() == 'B' ? Iob::begin : Iob::inside;
      token.entity = entities.number(word.entity.substr(2));
    }
    doc.tokens.push_back(token);
  }
  end_sentence(doc, first);
  doc.labels = std::move(labels);
  return doc;
}

const Sample& sample() {
  static const Sample kSample = [] {
    Sample made;
    Report& report = made.report;
    report.key = std::string(64, 'a');
    report.version = std::string(64, 'b');
    report.id = "wire-1";
    report.origin = "wire.jsonl";
    report.title = "Flood at Élan";
    report.source = "Northmere Wire";
    report.published = Timestamp{"2031-03-12T10:00Z", TimePrecision::minute, TimeBasis::given};
    report.language = "en";
    report.text = "Mayor Ana Kos said “we’re safe \U0001F600”.\nShe left.";
    const std::string_view text = report.text;
    made.document = made_document(text, {{"Mayor", Pos::noun, "NN", "compound", 2, "mayor"},
                                         {"Ana", Pos::propn, "NNP", "compound", 2, "Ana", "B-PERSON", "Number=Sing"},
                                         {"Kos", Pos::propn, "NNP", "nsubj", 3, "Kos", "I-PERSON", "Number=Sing"},
                                         {"said", Pos::verb, "VBD", "ROOT", 3, "say", "", "Tense=Past|VerbForm=Fin"},
                                         {"“", Pos::punct, "``", "punct", 3, "“"},
                                         {"we", Pos::pron, "PRP", "nsubj", 6, "we"},
                                         {"’re", Pos::aux, "VBP", "ccomp", 3, "be"},
                                         {"safe", Pos::adj, "JJ", "acomp", 6, "safe"},
                                         {"\U0001F600", Pos::sym, "SYM", "dep", 7, "\U0001F600"},
                                         {"”", Pos::punct, "''", "punct", 3, "”"},
                                         {".", Pos::punct, ".", "punct", 3, "."},
                                         {"\n", Pos::space, "_SP", "dep", 10, "\n"},
                                         {"She", Pos::pron, "PRP", "nsubj", 13, "she", "", "", true},
                                         {"left", Pos::verb, "VBD", "ROOT", 13, "leave"},
                                         {".", Pos::punct, ".", "punct", 13, "."}});
    Actor actor;
    actor.name = "Ana Kos";
    actor.country = "NOR";
    actor.sector = {"GOV"};
    actor.roles = {{"Mayor", "", span_of(text, "Mayor")}};
    actor.mentions = {{span_of(text, "Ana Kos"), 1, 3, MentionForm::name, "", {0, "entity", 1}},
                      {span_of(text, "She"), 12, 13, MentionForm::pronoun, "only woman before", {1, "pronoun", 0.8F}}};
    made.findings.actors = {actor};
    Statement said;
    said.speaker = Speaker{span_of(text, "Mayor Ana Kos"), 0, {}};
    said.cue = {span_of(text, "said")};
    said.content = {span_of(text, "we’re safe \U0001F600")};
    said.provenance = {0, "quotation", 0.97F};
    made.findings.statements = {said};
    return made;
  }();
  return kSample;
}

}  // namespace sitcen::test
